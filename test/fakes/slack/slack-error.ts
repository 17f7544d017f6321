import type { Fields } from './fields.ts';

/** What Slack's Web API answers with as `{ ok: false, error }`. */
export class SlackError extends Error {
  readonly code: string;
  readonly details: Fields;

  constructor(code: string, details: Fields = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

/** With reasons, as Slack gives them for arguments and blocks. */
export function explained(code: string, ...reasons: readonly string[]): SlackError {
  const messages = reasons.map((reason) => `[ERROR] ${reason}`);
  return new SlackError(code, { errors: reasons, response_metadata: { messages } });
}
