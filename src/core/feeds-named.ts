import { isStopWord } from './stop-words.ts';
import type { CollectionHelp } from './reply.ts';

/** What titles of feeds say beside what they are about. */
const EVERY_FEED = new Set(['changelog', 'changes', 'news', 'release', 'releases', 'notes', 'updates']);

/**
 * The feeds that a text names and says nothing else: `node sdk` names one called “Acme Node SDK”. Where a text is the whole
 * name of some, these alone.
 */
export function feedsNamed(text: string, feeds: readonly CollectionHelp[]): readonly CollectionHelp[] {
  const asked = wordsOf(text);
  if (asked.length === 0) return [];
  const named = feeds.map((feed) => ({ feed, names: [wordsOf(feed.title), wordsOf(feed.name)] }));
  const holding = named.filter(({ names }) => names.some((words) => holds(words, asked)));
  const exact = holding.filter(({ names }) => names.some((words) => holds(asked, words)));
  return (exact.length > 0 ? exact : holding).map(({ feed }) => feed);
}

function holds(words: readonly string[], others: readonly string[]): boolean {
  return others.length > 0 && others.every((word) => words.includes(word));
}

function wordsOf(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !isStopWord(word) && !EVERY_FEED.has(word));
}
