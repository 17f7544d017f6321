import type { EntrySearch } from '../core/entry-search.ts';
import type { StoredEntry } from '../core/entry.ts';
import { NO_VALIDATORS } from '../core/feed.ts';
import type { FeedReading } from '../core/feed.ts';
import { createFeeds, entrySearchOf } from './create-notifications.ts';
import type { FeedsOptions } from './create-notifications.ts';

/** What a feed says when it is read as if for the first time. */
export interface ReadFeed {
  readonly name: string;
  readonly reading: FeedReading;
}

/** Reads every feed of a config, in its order; keeps nothing. */
export async function readFeeds(options: FeedsOptions, signal: AbortSignal): Promise<readonly ReadFeed[]> {
  const { watched, http } = await createFeeds(options);
  const reading = watched.map(async ({ feed }) => ({
    name: feed.name,
    reading: await feed.read(NO_VALIDATORS, signal),
  }));
  return Promise.all(reading).finally(() => http.close());
}

/**
 * The entries of the feeds that are files, as they are now; for commands that keep and fetch nothing. A feed that cannot be read
 * is left out, as its entries are.
 */
export async function readLocalEntries(options: FeedsOptions): Promise<EntrySearch> {
  const { config } = options;
  const local = config.feeds.filter(({ source }) => source.kind !== 'url');
  return readEntries({ ...options, config: { ...config, feeds: local } }, new AbortController().signal);
}

/** The entries of all feeds, as they are now; nothing is kept. A feed that cannot be read is left out, as its entries are. */
export async function readEntries(options: FeedsOptions, signal: AbortSignal): Promise<EntrySearch> {
  const now = new Date();
  const read = await readFeeds(options, AbortSignal.any([signal, AbortSignal.timeout(ONCE)]));
  const entries = read.flatMap(({ reading }) => (reading.kind === 'entries' ? reading.entries : []));
  const stored = entries.map((entry): StoredEntry => ({ ...entry, seenAt: now, isOld: true }));
  return entrySearchOf(options.config)(stored, undefined);
}

/** How long feeds may take to be read once, in milliseconds. */
const ONCE = 10_000;
