import { z } from 'zod';

/** What a collection or feed is called in commands, in addresses and elsewhere in the config. */
export function collectionId() {
  return z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/, 'use a to z, 0 to 9 and -, starting with a letter or digit');
}
