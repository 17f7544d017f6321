import type { AnnouncedEntry, EntriesReply } from '../../core/reply.ts';
import { entryFacts } from '../entry-facts.ts';
import { ENGLISH } from '../words/english.ts';
import { excerptLines, headingLines, say } from './lines.ts';
import type { Canvas } from './styled.ts';

const WORDS = ENGLISH.changelog;

/** What the entries are, and each as its title, facts and address. */
export function entriesParts(reply: EntriesReply, canvas: Canvas): string[][] {
  const { entries, query } = reply;
  if (entries.length === 0) return [say(query === '' ? WORDS.none : WORDS.noneFound(query), canvas)];
  return [say(labelOf(reply), canvas, 'dim'), ...entries.map((entry) => headLines(entry, canvas))];
}

/** One entry in full. */
export function entryParts(entry: AnnouncedEntry, canvas: Canvas): string[] {
  return [...headLines(entry, canvas), ...excerptLines(entry.excerpt, entry.url, canvas)];
}

/** What was announced about the same as an answer; nothing where nothing was. */
export function newsParts(news: readonly AnnouncedEntry[], canvas: Canvas): string[][] {
  if (news.length === 0) return [];
  return [say(WORDS.news, canvas, 'dim'), ...news.map((entry) => headLines(entry, canvas))];
}

function labelOf({ occasion, query, entries }: EntriesReply): string {
  switch (occasion) {
    case 'latest':
      return WORDS.latest;
    case 'found':
      return WORDS.found(query);
    case 'digest':
      return WORDS.digest(entries.length);
  }
}

function headLines(entry: AnnouncedEntry, canvas: Canvas): string[] {
  return headingLines({ title: entry.title, below: entryFacts(entry, ENGLISH), url: entry.url }, canvas);
}
