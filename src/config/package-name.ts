import { z } from 'zod';

/** The name of an npm package. */
export function packageName() {
  return z
    .string()
    .regex(/^(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/, 'use the name in its package.json');
}
