import { z } from 'zod';
import { namesSecret } from './secret-shapes.ts';

interface Complaint {
  readonly message: string;
  readonly remedy: string;
}

const FEED: AddressMeant = { example: 'https://acme.com/feed.xml' };

const SECRET: Complaint = {
  message: 'holds a user, a password or a token',
  remedy:
    'secrets never stand in a config, and what needs one cannot be used: name an address that everybody may read',
};

/** What is meant by an address, for those who wrote another thing. */
export interface AddressMeant {
  /** A right one. */
  readonly example: string;
  /** What to do where it holds a secret; as for what everybody may read where left out. */
  readonly secretRemedy?: string;
}

/** An http or https address that holds no secret. What is wrong with one is told without repeating it. */
export function webAddress(meant: AddressMeant = FEED) {
  return z
    .string()
    .trim()
    .superRefine((address, context) => report(address, context, meant));
}

/** The same, or an empty text. */
export function webAddressOrNone() {
  return z
    .string()
    .trim()
    .superRefine((address, context) => (address === '' ? undefined : report(address, context, FEED)));
}

function report(address: string, context: z.RefinementCtx, meant: AddressMeant): void {
  const wrong = wrongWith(address, meant);
  if (wrong === undefined) return;
  const { message, remedy } = wrong;
  context.addIssue({ code: 'custom', message, params: { remedy } });
}

function wrongWith(address: string, { example, secretRemedy }: AddressMeant): Complaint | undefined {
  if (!/^https?:\/\/[^\s#\\]+$/i.test(address) || !URL.canParse(address))
    return {
      message: 'is no address of the web',
      remedy: `use a whole address with http or https and without #, such as ${example}`,
    };
  const { username, password, searchParams } = new URL(address);
  const holdsSecret = username !== '' || password !== '' || [...searchParams.keys()].some(namesSecret);
  if (!holdsSecret) return undefined;
  return secretRemedy === undefined ? SECRET : { ...SECRET, remedy: secretRemedy };
}
