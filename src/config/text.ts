import { z } from 'zod';

/** A text that says something. */
export function text() {
  return z.string().trim().min(1);
}
