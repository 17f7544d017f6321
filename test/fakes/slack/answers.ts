import type { Fields } from './fields.ts';

/** What Slack says to one call, in place of what it would say. */
export type Answer =
  | { readonly kind: 'normal' }
  | {
      readonly kind: 'reply';
      readonly status: number;
      readonly headers: Headers;
      readonly body: Fields | string;
    }
  /** Does what was asked, and never says so. */
  | { readonly kind: 'hang' }
  /** After so many milliseconds, the other answer. */
  | { readonly kind: 'slow'; readonly ms: number; readonly next: Answer }
  /** Breaks the connection; `after` doing what was asked, or without. */
  | { readonly kind: 'drop'; readonly after: boolean };

type Headers = Readonly<Record<string, string>>;

/** A body with `ok` stands for itself. */
export type Scripted = Answer | BodyWithOk | ((call: ApiCall) => Answer | BodyWithOk);
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

export function httpStatus(status: number, body: Fields | string = ''): Answer {
  return { kind: 'reply', status, headers: {}, body };
}

/** A page of HTML with status 200, as a proxy sends. */
export function html(body = '<!doctype html><title>Sign in</title>'): Answer {
  return { kind: 'reply', status: 200, headers: { 'content-type': 'text/html' }, body };
}

/** What Slack says unless told otherwise. */
export const normal: Answer = { kind: 'normal' };

/** Slack takes the call, and is never heard of again. */
export const hang: Answer = { kind: 'hang' };

export function slow(ms: number, next: Answer = normal): Answer {
  return { kind: 'slow', ms, next };
}

/** The connection breaks, and nothing was done. */
export const drop: Answer = { kind: 'drop', after: false };

/** What was asked is done, and the connection breaks before the reply. */
export const lost: Answer = { kind: 'drop', after: true };

/** What was scripted, by method; `*` stands for every method. */
export class Answers {
  readonly #always = new Map<string, Scripted>();
  readonly #next = new Map<string, Scripted[]>();

  always(method: string, scripted: Scripted): void {
    this.#always.set(method, scripted);
  }

  next(method: string, scripted: readonly Scripted[]): void {
    this.#next.set(method, [...(this.#next.get(method) ?? []), ...scripted]);
  }

  /** Forgets what was scripted for a method, or for all. */
  forget(method?: string): void {
    for (const map of [this.#always, this.#next]) {
      if (method === undefined) map.clear();
      else map.delete(method);
    }
  }

  take(call: ApiCall): Answer {
    const scripted = this.#scripted(call.method);
    const answer = typeof scripted === 'function' ? scripted(call) : scripted;
    return isBody(answer) ? { kind: 'reply', status: 200, headers: {}, body: answer } : answer;
  }

  #scripted(method: string): Scripted {
    const next = this.#next.get(method)?.shift() ?? this.#next.get('*')?.shift();
    return next ?? this.#always.get(method) ?? this.#always.get('*') ?? normal;
  }
}

function isBody(answer: Answer | BodyWithOk): answer is BodyWithOk {
  return 'ok' in answer && typeof answer.ok === 'boolean';
}
