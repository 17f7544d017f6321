import type { Entry } from '../../src/core/entry.ts';
import type { Feed, FeedReading, Validators } from '../../src/core/feed.ts';
import type { WatchedFeed } from '../../src/notifications/poll.ts';

/** A feed that says what the test says. */
export interface ScriptedFeed extends Feed {
  /** What each reading was told of the state before. */
  readonly known: Validators[];
  /** What it says from now on; `fails` until it has entries again. */
  has(...entries: readonly Entry[]): void;
  fails(reason: string, retryAfter?: number): void;
}

/** It starts without entries, and gives the number of its states as its tag. */
export function scriptedFeed(name = 'releases'): ScriptedFeed {
  let reading: FeedReading = entriesOf([], 0);
  let states = 0;
  const feed: ScriptedFeed = {
    name,
    known: [],
    has: (...entries) => {
      states += 1;
      reading = entriesOf(entries, states);
    },
    fails: (reason, retryAfter = 0) => void (reading = { kind: 'failed', reason, retryAfter }),
    read: async (known) => {
      feed.known.push(known);
      const isKnown = reading.kind === 'entries' && known.etag === reading.validators.etag;
      return isKnown ? { kind: 'unchanged' } : reading;
    },
  };
  return feed;
}

function entriesOf(entries: readonly Entry[], state: number): FeedReading {
  return { kind: 'entries', entries, validators: { etag: `"${state}"`, lastModified: '' }, problems: [] };
}

/** Read every fifteen minutes; what is older than thirty days is old. */
export function watched(feed: Feed, of: Partial<WatchedFeed> = {}): WatchedFeed {
  return { feed, title: 'Releases', key: feed.name, every: 15, maxAge: 30, ...of };
}
