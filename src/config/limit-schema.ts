import { z } from 'zod';
import { DEFAULTS } from './defaults.ts';

/** How much a person may ask: a token bucket. */
export const limit = z.strictObject({
  burst: z
    .int()
    .min(1)
    .max(1000)
    .default(DEFAULTS.limit.burst)
    .describe('How many questions a person may ask at once'),
  perMinute: z
    .int()
    .min(1)
    .max(1000)
    .default(DEFAULTS.limit.perMinute)
    .describe('How many new ones are granted a minute after that'),
});
