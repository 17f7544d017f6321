import type { EntrySearch, EntrySearchOptions, FoundEntries } from '../../src/core/entry-search.ts';
import { dateOf } from '../../src/core/entry.ts';
import type { StoredEntry } from '../../src/core/entry.ts';

/** An entry of the feed `news`, published on a day such as `2026-05-01`. */
export function entry(title: string, day: string, fields: Partial<StoredEntry> = {}): StoredEntry {
  return {
    feed: 'news',
    id: title,
    title,
    url: `https://acme.example/changelog/${title.toLowerCase().replaceAll(' ', '-')}`,
    at: new Date(`${day}T12:00:00Z`),
    markdown: '',
    version: '',
    prerelease: false,
    breaking: false,
    package: '',
    image: '',
    seenAt: new Date('2026-05-30T00:00:00Z'),
    isOld: false,
    ...fields,
  };
}

/** Finds the entries that hold most words of the query; the confidence is the share of these in the best one. */
export function createFakeEntries(entries: readonly StoredEntry[]): EntrySearch {
  const asked = ({ feeds }: EntrySearchOptions): readonly StoredEntry[] =>
    entries.filter(({ feed }) => feeds.length === 0 || feeds.includes(feed));
  const find = (query: string, options: EntrySearchOptions, textOf: (one: StoredEntry) => string) =>
    found(query.toLowerCase().split(' '), asked(options), textOf);
  return {
    search: (query, options) => find(query, options, ({ title, markdown }) => `${title} ${markdown}`),
    titled: (query, options) => find(query, options, ({ title }) => title),
    latest: (options) =>
      asked(options)
        .toSorted((a, b) => dateOf(b).getTime() - dateOf(a).getTime())
        .slice(0, options.limit),
  };
}

function found(
  words: readonly string[],
  entries: readonly StoredEntry[],
  textOf: (entry: StoredEntry) => string,
): FoundEntries {
  const share = (one: StoredEntry): number =>
    words.filter((word) => textOf(one).toLowerCase().includes(word)).length / words.length;
  const best = entries.filter((one) => share(one) > 0).sort((a, b) => share(b) - share(a));
  return { entries: best, confidence: best[0] === undefined ? 0 : share(best[0]) };
}
