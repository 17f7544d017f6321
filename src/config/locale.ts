import { z } from 'zod';

/** A language as a BCP 47 tag. */
export function locale(): z.ZodString {
  return z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'use a tag such as en, de or pt-BR');
}
