import type { Answer, Scripted } from '../answers.ts';
import type { Fields } from './fields.ts';

/** A body with `ok` stands for itself. */
export type SlackScripted = Answer | BodyWithOk | ((call: ApiCall) => Answer | BodyWithOk);
export type BodyWithOk = Fields & { readonly ok: boolean };

/** One call of the Web API, as it came. */
export interface ApiCall {
  /** `chat.postMessage`; `response_url` for what is sent to one. */
  readonly method: string;
  /** Decoded, also what was JSON within a form. */
  readonly body: Fields;
  /** Empty where there was none. */
  readonly token: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly at: Date;
}

/** HTTP 429, to be tried again after so many seconds. */
export function rateLimited(seconds: number): Answer {
  const headers = { 'retry-after': String(seconds) };
  return { kind: 'reply', status: 429, headers, body: { ok: false, error: 'ratelimited' } };
}

/** What was scripted, with bodies as whole replies. */
export function asAnswer(scripted: SlackScripted): Scripted<ApiCall> {
  if (typeof scripted !== 'function') return whole(scripted);
  return (call) => whole(scripted(call));
}

function whole(answer: Answer | BodyWithOk): Answer {
  return isBody(answer) ? { kind: 'reply', status: 200, headers: {}, body: answer } : answer;
}

function isBody(answer: Answer | BodyWithOk): answer is BodyWithOk {
  return 'ok' in answer && typeof answer.ok === 'boolean';
}
