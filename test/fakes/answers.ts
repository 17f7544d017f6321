import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** A reply over HTTP; a body that is no string is sent as JSON. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** What a service says to one call, in place of what it would say. */
export type Answer =
  | { readonly kind: 'normal' }
  | ({ readonly kind: 'reply' } & Reply)
  /** Does what was asked, and never says so. */
  | { readonly kind: 'hang' }
  /** After so many milliseconds, the other answer. */
  | { readonly kind: 'slow'; readonly ms: number; readonly next: Answer }
  /** Breaks the connection; `after` doing what was asked, or without. */
  | { readonly kind: 'drop'; readonly after: boolean };

export type Scripted<Call> = Answer | ((call: Call) => Answer);

/** What the service says unless told otherwise. */
export const normal: Answer = { kind: 'normal' };

/** The service takes the call, and is never heard of again. */
export const hang: Answer = { kind: 'hang' };

/** The connection breaks, and nothing was done. */
export const drop: Answer = { kind: 'drop', after: false };

/** What was asked is done, and the connection breaks before the reply. */
export const lost: Answer = { kind: 'drop', after: true };

export function slow(ms: number, next: Answer = normal): Answer {
  return { kind: 'slow', ms, next };
}

export function httpStatus(status: number, body: unknown = ''): Answer {
  return { kind: 'reply', status, headers: {}, body };
}

/** A page of HTML, as a proxy sends. */
export function html(status = 200, body = '<!doctype html><title>Sign in</title>'): Answer {
  return { kind: 'reply', status, headers: { 'content-type': 'text/html' }, body };
}

/** What was scripted, by the name of a call; `*` stands for every name. */
export class Answers<Call> {
  readonly #always = new Map<string, Scripted<Call>>();
  readonly #next = new Map<string, Scripted<Call>[]>();

  always(name: string, scripted: Scripted<Call>): void {
    this.#always.set(name, scripted);
  }

  next(name: string, scripted: readonly Scripted<Call>[]): void {
    this.#next.set(name, [...(this.#next.get(name) ?? []), ...scripted]);
  }

  /** Forgets what was scripted for a name, or for all. */
  forget(name?: string): void {
    for (const map of [this.#always, this.#next]) {
      if (name === undefined) map.clear();
      else map.delete(name);
    }
  }

  take(name: string, call: Call): Answer {
    const next = this.#next.get(name)?.shift() ?? this.#next.get('*')?.shift();
    const scripted = next ?? this.#always.get(name) ?? this.#always.get('*') ?? normal;
    return typeof scripted === 'function' ? scripted(call) : scripted;
  }
}

export interface Performing {
  readonly response: ServerResponse;
  /** What the service would do and say. */
  readonly run: () => Reply;
  /** Ends what is slow. */
  readonly ending: AbortSignal;
}

/** Says what was scripted, or what the service would say. */
export async function perform(answer: Answer, performing: Performing): Promise<void> {
  const { response, run, ending } = performing;
  switch (answer.kind) {
    case 'normal':
      return send(response, run());
    case 'reply':
      return send(response, answer);
    case 'hang':
      run();
      return undefined;
    case 'slow':
      await pause(answer.ms, undefined, { signal: ending, ref: false }).catch(() => undefined);
      return ending.aborted ? undefined : perform(answer.next, performing);
    case 'drop':
      if (answer.after) run();
      return void response.destroy();
  }
}

function send(response: ServerResponse, { status, headers, body }: Reply): void {
  if (status === 204) return void response.writeHead(204, headers).end();
  const isText = typeof body === 'string';
  const type = isText ? 'text/plain; charset=utf-8' : 'application/json';
  response.writeHead(status, { 'content-type': type, ...headers });
  response.end(isText ? body : JSON.stringify(body));
}
