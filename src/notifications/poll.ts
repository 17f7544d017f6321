import type { EntryLog, FeedState, FeedStates } from '../core/changelog-store.ts';
import type { Entry } from '../core/entry.ts';
import { NO_VALIDATORS } from '../core/feed.ts';
import type { EntriesReading, Feed, FeedReading } from '../core/feed.ts';
import type { Log } from '../log.ts';

/** A feed that is read again and again. */
export interface WatchedFeed {
  readonly feed: Feed;
  /** What people call it. */
  readonly title: string;
  /** Under which its state is kept: another one for another address, where everything is old at first. */
  readonly key: string;
  /** Minutes from one reading to the next. */
  readonly every: number;
  /** New entries whose date is so many days ago are old; 0: none is. */
  readonly maxAge: number;
}

export interface PollOptions {
  readonly feeds: FeedStates;
  readonly entries: EntryLog;
  readonly log: Log;
  readonly now: () => Date;
  /** 0 to 1, so that many feeds are not read at the same moment. */
  readonly random: () => number;
  readonly signal: AbortSignal;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** By then a reading is done, or whoever did it has died. */
const LEASE = 2 * MINUTE;

/** The longest pause after failures, in minutes, where the feed is not read more seldom anyway. */
const LONGEST_PAUSE = 6 * 60;

/** After so many failures in a row it is no hiccup any more. */
const TROUBLE = 3;

/** What a reading brought. */
export interface Polled {
  /** Whether there is anything to plan. */
  readonly hasNews: boolean;
  /** When the feed is due again. */
  readonly nextAt: Date;
  /** Failures in a row, as far as is known. */
  readonly failures: number;
}

/** Reads a feed where it is due, whoever else reads feeds, and keeps what is new. */
export async function poll(watched: WatchedFeed, options: PollOptions): Promise<Polled> {
  const { feeds, now, signal } = options;
  const start = now();
  const until = new Date(start.getTime() + LEASE);
  const isTaken = await feeds.take(watched.key, start, until);
  const before = await feeds.find(watched.key);
  const failures = before?.failures ?? 0;
  if (!isTaken) return { hasNews: false, nextAt: before?.nextAt ?? until, failures };
  const reading = await watched.feed.read(
    before?.readAt === undefined ? NO_VALIDATORS : before.validators,
    signal,
  );
  // What is cut short by the end of the program is no failure of the feed.
  if (signal.aborted) return { hasNews: false, nextAt: until, failures };
  const hasNews = reading.kind === 'entries' && (await keep(reading, watched, { before, options }));
  const after = stateAfter(reading, watched, { before, options });
  await feeds.save(after);
  return { hasNews, nextAt: after.nextAt, failures: after.failures };
}

interface Before {
  readonly before: FeedState | undefined;
  readonly options: PollOptions;
}

async function keep(
  reading: EntriesReading,
  watched: WatchedFeed,
  { before, options: { entries: kept, now, log } }: Before,
): Promise<boolean> {
  const feed = watched.feed.name;
  // Feeds have the newest first, and those without a date are posted in the order in which they are kept.
  const entries = reading.entries.toReversed();
  for (const problem of reading.problems) log.warn({ feed }, `${feed}: ${problem}`);
  const isFirst = before?.readAt === undefined;
  const at = now();
  const isOld = (entry: Entry): boolean => isFirst || isOutdated(entry, watched, at);
  const old = await kept.merge(entries.filter(isOld), { at, isOld: true });
  const fresh = await kept.merge(
    entries.filter((entry) => !isOld(entry)),
    { at, isOld: false },
  );
  const added = old.added + fresh.added;
  const changed = old.changed + fresh.changed;
  if (added + changed > 0) log.info({ feed, added, changed, isFirst }, 'entries were read');
  return added + changed > 0;
}

/** Whether an entry is too old to be news; one without a date never is. */
export function isOutdated({ at }: Entry, { maxAge }: Pick<WatchedFeed, 'maxAge'>, now: Date): boolean {
  return maxAge > 0 && at !== undefined && now.getTime() - at.getTime() > maxAge * DAY;
}

function stateAfter(reading: FeedReading, watched: WatchedFeed, { before, options }: Before): FeedState {
  const { now, random, log } = options;
  const { key, every } = watched;
  const at = now();
  const later = (minutes: number): Date => new Date(at.getTime() + minutes * MINUTE * (1 + random() / 10));
  const validators = before?.validators ?? NO_VALIDATORS;
  if (reading.kind === 'failed') {
    const failures = (before?.failures ?? 0) + 1;
    const error = reading.reason;
    report(watched, { failures, error, before: before?.error ?? '' }, log);
    const pause = Math.max(every, Math.min(LONGEST_PAUSE, every * 2 ** (failures - 1)));
    const nextAt = later(Math.max(pause, reading.retryAfter / 60));
    return { feed: key, validators, readAt: before?.readAt, nextAt, failures, error };
  }
  if ((before?.failures ?? 0) >= TROUBLE) log.info({ feed: watched.feed.name }, 'the feed can be read again');
  return {
    feed: key,
    validators: reading.kind === 'entries' ? reading.validators : validators,
    readAt: at,
    nextAt: later(every),
    failures: 0,
    error: '',
  };
}

interface Failure {
  readonly failures: number;
  readonly error: string;
  /** The error of the reading before. */
  readonly before: string;
}

/** Once as a warning, once as an error when it goes on, and where it is another one. */
function report({ feed: { name } }: WatchedFeed, { failures, error, before }: Failure, log: Log): void {
  const line = `${name} cannot be read: ${error}`;
  if (failures === TROUBLE) log.error({ feed: name, failures }, line);
  else if (error !== before) log.warn({ feed: name, failures }, line);
  else log.debug({ feed: name, failures }, line);
}
