import { isDeepStrictEqual } from 'node:util';
import type { Store } from '../core/store.ts';
import type { Entry, StoredEntry } from '../core/entry.ts';
import { NO_VALIDATORS } from '../core/feed.ts';
import type { Subscription } from '../core/subscription.ts';
import { isOutdated } from './poll.ts';
import type { WatchedFeed } from './poll.ts';
import { nextDigest } from './next-digest.ts';
import { wants } from './plan.ts';

/** What a reading now would bring, and where it would be posted. */
export interface Rehearsal {
  readonly feed: string;
  readonly title: string;
  /** Why it cannot be read; empty where it can. */
  readonly failed: string;
  /** What would be left out, and why. */
  readonly problems: readonly string[];
  /** True where it has never been read: nothing of it would be posted. */
  readonly isFirst: boolean;
  /** What is new or changed, in the feed's order. */
  readonly entries: readonly RehearsedEntry[];
}

export interface RehearsedEntry {
  readonly entry: Entry;
  readonly isNew: boolean;
  /** Whether it is too old to be posted. */
  readonly isOld: boolean;
  /** Who would get it, and when; nobody for what has only changed. */
  readonly posts: readonly { readonly subscription: Subscription; readonly at: Date }[];
}

export interface RehearsalOptions {
  readonly store: Pick<Store, 'feeds' | 'entries'>;
  readonly subscriptions: readonly Subscription[];
  readonly now: Date;
  readonly signal: AbortSignal;
}

/** More entries of one feed are not compared. */
const COMPARED = 5_000;

/** Reads a feed as `poll` does, but keeps and posts nothing. */
export async function rehearse(watched: WatchedFeed, options: RehearsalOptions): Promise<Rehearsal> {
  const { feed, title, key } = watched;
  const { store, signal } = options;
  const state = await store.feeds.find(key);
  const reading = await feed.read(NO_VALIDATORS, signal);
  const about = { feed: feed.name, title, isFirst: state?.readAt === undefined };
  if (reading.kind !== 'entries') {
    const failed = reading.kind === 'failed' ? reading.reason : '';
    return { ...about, failed, problems: [], entries: [] };
  }
  const kept = await store.entries.latest([feed.name], COMPARED);
  const known = new Map(kept.map((entry) => [entry.id, entry]));
  const entries = reading.entries
    .filter((entry) => !isSame(entry, known.get(entry.id)))
    .map((entry) =>
      rehearsed(entry, watched, { isNew: !known.has(entry.id), isFirst: about.isFirst, options }),
    );
  return { ...about, failed: '', problems: reading.problems, entries };
}

interface Comparing {
  readonly isNew: boolean;
  readonly isFirst: boolean;
  readonly options: RehearsalOptions;
}

function rehearsed(
  entry: Entry,
  watched: WatchedFeed,
  { isNew, isFirst, options }: Comparing,
): RehearsedEntry {
  const { subscriptions, now } = options;
  const isOld = isFirst || isOutdated(entry, watched, now);
  const seen = { ...entry, seenAt: now, isOld };
  const posts = (isNew ? subscriptions : [])
    .filter((subscription) => wants(subscription, seen))
    .map((subscription) => ({ subscription, at: nextDigest(subscription.schedule, now) }));
  return { entry, isNew, isOld, posts };
}

function isSame(entry: Entry, kept: StoredEntry | undefined): boolean {
  if (kept === undefined) return false;
  const { seenAt: _seenAt, isOld: _isOld, ...before } = kept;
  return isDeepStrictEqual(entry, before);
}
