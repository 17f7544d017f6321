import type { IncomingMessage } from 'node:http';
import type { HelpReply } from '../../core/reply.ts';

/** A request whose accepted languages are parsed, most wanted first; `*` for any. */
export interface Accepting extends Pick<IncomingMessage, 'headers'> {
  acceptsLanguages(): string[];
}

/** The most tags that a browser sends and that are read. */
const READ = 20;

/** The language that a browser asks for: the first that there are docs in, else the first; empty where it asks for none. */
export function languageOf(request: Accepting, { collections }: HelpReply): string {
  const accepted = request
    .acceptsLanguages()
    .filter((tag) => tag !== '*')
    .slice(0, READ);
  const there = new Set(collections.flatMap(({ locales }) => locales.map(languageIn)));
  return accepted.find((tag) => there.has(languageIn(tag))) ?? accepted[0] ?? '';
}

/** `de` of `de-AT`. */
function languageIn(tag: string): string {
  return tag.toLowerCase().split('-', 1)[0] ?? '';
}
