import type { Root } from 'mdast';
import { announcedEntry } from './announced-entry.ts';
import type { EntrySearch } from './entry-search.ts';
import { dateOf } from './entry.ts';
import type { StoredEntry } from './entry.ts';
import { feedsNamed } from './feeds-named.ts';
import type { NewsQuestion } from './news-question.ts';
import type { AnnouncedEntry, CollectionHelp, EntriesReply } from './reply.ts';

export interface EntryFinding {
  readonly entries: EntrySearch;
  /** The feeds that may be shown; at least one. */
  readonly feeds: readonly CollectionHelp[];
  /** Least confidence of what is shown, 0 to 1. */
  readonly least: number;
  readonly parse: (markdown: string) => Root;
  /** Budget of an excerpt, in characters of Markdown. */
  readonly budget: number;
}

/** Entries of one reply. */
const SHOWN = 5;
/** The newest of these are shown. */
const CONSIDERED = 200;

/** What feeds have about a subject, newest first; the newest of all where it is empty, or names feeds and nothing else. */
export function foundEntries({ subject }: NewsQuestion, finding: EntryFinding): EntriesReply {
  const named = subject === '' ? finding.feeds : feedsNamed(subject, finding.feeds);
  if (named.length > 0) return latestEntries({ ...finding, feeds: named });
  const { entries, feeds, least } = finding;
  const found = entries.search(subject, { limit: CONSIDERED, feeds: namesOf(feeds) });
  const fitting = found.confidence >= least ? found.entries : [];
  const newest = fitting.toSorted((a, b) => dateOf(b).getTime() - dateOf(a).getTime()).slice(0, SHOWN);
  return { kind: 'entries', occasion: 'found', query: subject, entries: announced(newest, finding) };
}

function latestEntries(finding: EntryFinding): EntriesReply {
  const newest = finding.entries.latest({ limit: SHOWN, feeds: namesOf(finding.feeds) });
  return { kind: 'entries', occasion: 'latest', query: '', entries: announced(newest, finding) };
}

function announced(entries: readonly StoredEntry[], { feeds, ...options }: EntryFinding): AnnouncedEntry[] {
  return entries.map((entry) => announcedEntry(entry, { feed: feedTitle(entry, feeds), ...options }));
}

function namesOf(feeds: readonly CollectionHelp[]): readonly string[] {
  return feeds.map(({ name }) => name);
}

/** What people call the feed of an entry. */
export function feedTitle({ feed }: StoredEntry, feeds: readonly CollectionHelp[]): string {
  return feeds.find(({ name }) => name === feed)?.title ?? feed;
}
