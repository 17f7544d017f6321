import { TOKENS } from './token-budget.ts';
import type { NumberArgument, TextArgument } from './tool-arguments.ts';

/** Where to read on; the same for every tool. */
export const CURSOR: TextArgument = {
  kind: 'text',
  required: false,
  description: 'nextCursor of the reply before, to read on; the other arguments must be the same as then',
};

/** How long a reply may be; the same for every tool. */
export const MAX_TOKENS: NumberArgument = {
  kind: 'number',
  least: TOKENS.least,
  most: TOKENS.most,
  byDefault: TOKENS.byDefault,
  description: 'Most tokens of the whole reply, estimated. What does not fit is left for the next cursor',
};
