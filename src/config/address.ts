import { z } from 'zod';

/** An address without the slash at its end. The pattern should leave no room for passwords; the remedy says what is right. */
export function address(pattern: RegExp, remedy: string) {
  return z
    .string()
    .trim()
    .regex(pattern, remedy)
    .refine((url) => url === '' || URL.canParse(url), { message: 'is no address', params: { remedy } })
    .overwrite((url) => url.replace(/\/+$/, ''));
}
