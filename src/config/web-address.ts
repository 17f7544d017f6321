import { z } from 'zod';
import { namesSecret } from './secret-shapes.ts';

interface Complaint {
  readonly message: string;
  readonly remedy: string;
}

const NOT_WHOLE: Complaint = {
  message: 'is no address of the web',
  remedy: 'use a whole address with http or https and without #, such as https://acme.com/feed.xml',
};

const SECRET: Complaint = {
  message: 'holds a user, a password or a token',
  remedy:
    'secrets never stand in a config, and what needs one cannot be used: name an address that everybody may read',
};

/** An http or https address that holds no secret. What is wrong with one is told without repeating it. */
export function webAddress() {
  return z.string().trim().superRefine(report);
}

/** The same, or an empty text. */
export function webAddressOrNone() {
  return z
    .string()
    .trim()
    .superRefine((address, context) => (address === '' ? undefined : report(address, context)));
}

function report(address: string, context: z.RefinementCtx): void {
  const wrong = wrongWith(address);
  if (wrong === undefined) return;
  const { message, remedy } = wrong;
  context.addIssue({ code: 'custom', message, params: { remedy } });
}

function wrongWith(address: string): Complaint | undefined {
  if (!/^https?:\/\/[^\s#\\]+$/i.test(address) || !URL.canParse(address)) return NOT_WHOLE;
  const { username, password, searchParams } = new URL(address);
  const holdsSecret = username !== '' || password !== '' || [...searchParams.keys()].some(namesSecret);
  return holdsSecret ? SECRET : undefined;
}
