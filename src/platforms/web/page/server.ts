import type { Reply } from '../../../core/reply.ts';
import type { Refusal, Suggestion, Suggestions } from '../wire.ts';
import type { Asked } from './conversation.ts';

/** What came back: what was asked for, the server's word on what to mend, or nothing that we understand. */
export type Received<T> =
  | { readonly kind: 'reply'; readonly reply: T }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'unreachable' };

export type Response = Received<Reply>;

/** The body of a message as its platform gets it. */
export type Message = Readonly<Record<string, unknown>>;

const TIMEOUT = 20_000;

/** Answers that one reply to “more” brings. */
const PAGE = 5;

export function askFor(asked: Asked): Promise<Response> {
  return request(asked, { questions: 'api/ask', others: 'api' });
}

/** The answers from `offset` on of a question that was asked before. */
export function askForMore({ text, version, offset }: MoreWanted): Promise<Response> {
  return askFor({ kind: 'more', text, version, offset });
}

export type MoreWanted = Omit<Extract<Asked, { kind: 'more' }>, 'kind'>;

/** The message that the platform of that name would get. */
export function askForPreview(name: string, asked: Asked): Promise<Received<Message>> {
  const path = `api/previews/${encodeURIComponent(name)}`;
  return request(asked, { questions: path, others: path });
}

/** Sections that complete what is typed; none when the server cannot be asked. */
export async function suggest(
  { text: q, version }: SuggestWanted,
  signal: AbortSignal,
): Promise<readonly Suggestion[]> {
  try {
    const query = new URLSearchParams(version === '' ? { q } : { q, version });
    const response = await fetch(`api/suggest?${query}`, { signal });
    const body = (await response.json()) as Partial<Suggestions>;
    return body.suggestions ?? [];
  } catch {
    return [];
  }
}

export interface SuggestWanted {
  /** What is typed. */
  readonly text: string;
  /** Empty for the default. */
  readonly version: string;
}

interface Paths {
  readonly questions: string;
  /** What the paths of help and sections begin with. */
  readonly others: string;
}

async function request<T extends object>(asked: Asked, paths: Paths): Promise<Received<T>> {
  try {
    const response = await send(asked, paths);
    return read(JSON.parse(await response.text(), withDates) as T | Refusal);
  } catch {
    return { kind: 'unreachable' };
  }
}

function send(asked: Asked, { questions, others }: Paths): Promise<globalThis.Response> {
  const signal = AbortSignal.timeout(TIMEOUT);
  const post = (body: object): Promise<globalThis.Response> => {
    const headers = { 'Content-Type': 'application/json' };
    return fetch(questions, { method: 'POST', headers, body: JSON.stringify(body), signal });
  };
  switch (asked.kind) {
    case 'question':
      return post({ query: asked.text, ...versionIn(asked) });
    case 'more':
      return post({ query: asked.text, ...versionIn(asked), offset: asked.offset, limit: PAGE });
    case 'section':
      return fetch(`${others}/section/${encodeURIComponent(asked.id)}`, { signal });
    case 'help':
      return fetch(`${others}/help`, { signal });
  }
}

function versionIn({ version }: { readonly version: string }): object {
  return version === '' ? {} : { version };
}

const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u;

/** JSON has no dates: those of entries are text in it. */
function withDates(key: string, value: unknown): unknown {
  return key === 'at' && typeof value === 'string' && DATE.test(value) ? new Date(value) : value;
}

function read<T extends object>(body: T | Refusal): Received<T> {
  if (!isRefusal(body)) return { kind: 'reply', reply: body };
  const { field, message } = body.error;
  return { kind: 'refused', message: field === '' ? message : `${field}: ${message}` };
}

function isRefusal(body: object): body is Refusal {
  return 'error' in body;
}
