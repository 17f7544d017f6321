import type { Reply } from '../../../core/reply.ts';
import type { Refusal, Suggestion, Suggestions } from '../wire.ts';

/** What came back: a reply, the server's word on what to mend, or nothing that we understand. */
export type Response =
  | { readonly kind: 'reply'; readonly reply: Reply }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'unreachable' };

const TIMEOUT = 20_000;

export function ask(query: string, page?: { offset: number; limit: number }): Promise<Response> {
  const init = {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query, ...page }),
  };
  return request('api/ask', init);
}

export function askForHelp(): Promise<Response> {
  return request('api/help', {});
}

export function askForSection(id: string): Promise<Response> {
  return request(`api/section/${encodeURIComponent(id)}`, {});
}

/** Sections that complete what is typed; none when the server cannot be asked. */
export async function suggest(typed: string, signal: AbortSignal): Promise<readonly Suggestion[]> {
  try {
    const response = await fetch(`api/suggest?${new URLSearchParams({ q: typed })}`, { signal });
    const body = (await response.json()) as Partial<Suggestions>;
    return body.suggestions ?? [];
  } catch {
    return [];
  }
}

async function request(path: string, init: RequestInit): Promise<Response> {
  try {
    const response = await fetch(path, { ...init, signal: AbortSignal.timeout(TIMEOUT) });
    return read((await response.json()) as Reply | Refusal);
  } catch {
    return { kind: 'unreachable' };
  }
}

function read(body: Reply | Refusal): Response {
  if ('kind' in body) return { kind: 'reply', reply: body };
  const { field, message } = body.error;
  return { kind: 'refused', message: field === '' ? message : `${field}: ${message}` };
}
