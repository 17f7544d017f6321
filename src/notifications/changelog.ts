import type { Subscriptions } from '../core/changelog-store.ts';
import type {
  Changelog,
  ChangelogPlace,
  ChangelogResult,
  NamedFeed,
  SubscriptionView,
  Wish,
} from '../core/changelog.ts';
import type { StoredEntry } from '../core/entry.ts';
import type { EntrySearch } from '../core/entry-search.ts';
import { dateOf } from '../core/entry.ts';
import type { AnnouncedEntry } from '../core/reply.ts';
import type { Subscription } from '../core/subscription.ts';
import type { Log } from '../log.ts';
import { subscriptionId } from './subscription-id.ts';
import { readTerms } from './terms.ts';

export interface ChangelogOptions {
  readonly feeds: readonly NamedFeed[];
  /** Undefined until the entries are in memory. */
  readonly entries: () => EntrySearch | undefined;
  readonly subscriptions: Subscriptions;
  readonly show: (entry: StoredEntry) => AnnouncedEntry;
  readonly now: () => Date;
  readonly log: Log;
}

/** Entries of one list. */
const SHOWN = 5;

/** One changelog for all platforms. */
export function createChangelog(options: ChangelogOptions): Changelog {
  const { feeds } = options;
  const orFailed = async (
    result: () => Promise<ChangelogResult> | ChangelogResult,
  ): Promise<ChangelogResult> => {
    try {
      return await result();
    } catch (error) {
      options.log.error({ err: error }, 'a question about a changelog could not be answered');
      return { kind: 'failed' };
    }
  };
  return {
    feeds,
    latest: (feed, at) => orFailed(() => latest(feed, at, options)),
    search: (words, at) => orFailed(() => search(words, at, options)),
    preview: (feed, at) => orFailed(() => preview(feed, at, options)),
    subscribe: (wish, at) => orFailed(() => subscribe(wish, at, options)),
    unsubscribe: (feed, at) => orFailed(() => unsubscribe(feed, at, options)),
    list: (at) => orFailed(() => list(at, options)),
  };
}

function latest(named: string, at: ChangelogPlace, options: ChangelogOptions): ChangelogResult {
  const seen = seenFeeds(at, options);
  if (seen.length === 0) return { kind: 'no-feeds' };
  const chosen = named.trim() === '' ? seen : matching(named, seen);
  if (chosen.length === 0) return { kind: 'which-feed', named, feeds: seen };
  const names = chosen.map(({ name }) => name);
  const entries = memoryOf(options).latest({ feeds: names, limit: SHOWN });
  return { kind: 'entries', occasion: 'latest', query: '', entries: entries.map(options.show) };
}

function search(words: string, at: ChangelogPlace, options: ChangelogOptions): ChangelogResult {
  const seen = seenFeeds(at, options);
  if (seen.length === 0) return { kind: 'no-feeds' };
  if (words.trim() === '') return latest('', at, options);
  const feeds = seen.map(({ name }) => name);
  const { entries } = memoryOf(options).search(words, { feeds, limit: SHOWN });
  const newest = entries.toSorted((one, other) => dateOf(other).getTime() - dateOf(one).getTime());
  return { kind: 'entries', occasion: 'found', query: words.trim(), entries: newest.map(options.show) };
}

function preview(named: string, at: ChangelogPlace, options: ChangelogOptions): ChangelogResult {
  const found = findFeed(named, at, options);
  if (found.kind !== 'feed') return found;
  const [entry] = memoryOf(options).latest({ feeds: [found.feed.name], limit: 1 });
  return entry === undefined
    ? { kind: 'no-entry', feed: found.feed.title }
    : { kind: 'entry', entry: options.show(entry) };
}

async function subscribe(
  { feed: named, terms }: Wish,
  at: ChangelogPlace,
  options: ChangelogOptions,
): Promise<ChangelogResult> {
  const found = findFeed(named, at, options);
  if (found.kind !== 'feed') return found;
  const read = readTerms(terms);
  if (read.kind === 'bad') return { kind: 'bad-term', term: read.term, reason: read.reason };
  const { subscriptions, now } = options;
  const { platform, workspace, channel, by } = at;
  const { name, title } = found.feed;
  const before = (await subscriptions.list({ platform, channel })).find(({ feed }) => feed === name);
  if (before?.origin === 'config') return { kind: 'in-config', feed: title };
  const place = { platform, workspace, channel };
  const subscription: Subscription = {
    id: subscriptionId({ place, feed: name }),
    place,
    feed: name,
    filter: read.filter,
    schedule: read.schedule,
    origin: 'chat',
    by,
    at: now(),
    paused: '',
  };
  await subscriptions.save(subscription);
  return { kind: 'subscribed', subscription: viewOf(subscription, options), isNew: before === undefined };
}

async function unsubscribe(
  named: string,
  at: ChangelogPlace,
  options: ChangelogOptions,
): Promise<ChangelogResult> {
  const here = await options.subscriptions.list(at);
  const known = options.feeds.filter(({ name }) => here.some(({ feed }) => feed === name));
  const chosen = named.trim() === '' ? known : matching(named, known);
  const [feed] = chosen;
  if (feed === undefined || chosen.length > 1) return { kind: 'not-subscribed', named, feeds: known };
  const subscription = here.find((one) => one.feed === feed.name);
  if (subscription?.origin === 'config') return { kind: 'in-config', feed: feed.title };
  if (subscription !== undefined) await options.subscriptions.remove(subscription.id);
  return { kind: 'unsubscribed', feed: feed.title };
}

async function list(at: ChangelogPlace, options: ChangelogOptions): Promise<ChangelogResult> {
  const here = await options.subscriptions.list(at);
  const known = here.filter(({ feed }) => options.feeds.some(({ name }) => name === feed));
  return { kind: 'subscriptions', subscriptions: known.map((one) => viewOf(one, options)) };
}

function memoryOf({ entries }: ChangelogOptions): EntrySearch {
  const memory = entries();
  if (memory === undefined) throw new Error('the entries are not read yet');
  return memory;
}

function seenFeeds({ seen }: ChangelogPlace, { feeds }: ChangelogOptions): readonly NamedFeed[] {
  return feeds.filter(({ name }) => seen.includes(name));
}

/** By name or title; upper and lower case are one. */
function matching(named: string, feeds: readonly NamedFeed[]): readonly NamedFeed[] {
  const wanted = named.trim().toLowerCase();
  const exact = feeds.filter(({ name }) => name === wanted);
  return exact.length > 0 ? exact : feeds.filter(({ title }) => title.toLowerCase() === wanted);
}

/** The feed of a name or title, or the only one where none is named. */
function findFeed(
  named: string,
  at: ChangelogPlace,
  options: ChangelogOptions,
): { readonly kind: 'feed'; readonly feed: NamedFeed } | ChangelogResult {
  const seen = seenFeeds(at, options);
  if (seen.length === 0) return { kind: 'no-feeds' };
  const chosen = named.trim() === '' ? seen : matching(named, seen);
  const [feed] = chosen;
  if (feed === undefined || chosen.length > 1) return { kind: 'which-feed', named, feeds: seen };
  return { kind: 'feed', feed };
}

function viewOf(
  { feed, filter, schedule, origin, by, paused }: Subscription,
  { feeds }: Pick<ChangelogOptions, 'feeds'>,
): SubscriptionView {
  const title = feeds.find(({ name }) => name === feed)?.title ?? feed;
  return { feed: title, filter, schedule, origin, by, paused };
}
