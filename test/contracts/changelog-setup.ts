import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { ClaimedPost, Claiming, DeliveryPlan, Settled } from '../../src/core/changelog-store.ts';
import type { Entry } from '../../src/core/entry.ts';
import type { Store } from '../../src/core/store.ts';
import { NO_FILTER } from '../../src/core/subscription.ts';
import type { Subscription } from '../../src/core/subscription.ts';

/** A database on which several stores may be opened. */
export interface SharedDatabase {
  /** Of a server, or the path of a file. */
  readonly address: string;
  /** Another replica's store, or the first one's; whoever opens it closes it. */
  open(): Promise<Store>;
  /** What is in a table, as it is at rest. */
  rows(table: string): Promise<Readonly<Record<string, unknown>>[]>;
  run(sql: string): Promise<void>;
  stop(): Promise<void>;
}

const TABLES = ['feeds', 'entries', 'subscriptions', 'channels', 'posts', 'deliveries'];

const NOW = new Date('2026-03-01T12:00:00.123Z');
const MINUTE = 60_000;

/** So many milliseconds after the time at which all tests begin. */
export function at(milliseconds: number): Date {
  return new Date(NOW.getTime() + milliseconds);
}

export function entry(id: string, own: Partial<Entry> = {}): Entry {
  return {
    feed: 'animals',
    id,
    title: `Entry ${id}`,
    url: `https://animals.example/${id}`,
    at: undefined,
    markdown: 'A zebra has *stripes*.',
    version: '',
    prerelease: false,
    breaking: false,
    package: '',
    image: '',
    ...own,
  };
}

/** Of a channel to a feed; its id is `channel:feed`. */
export function subscription(
  channel: string,
  own: Partial<Subscription> & { platform?: string } = {},
): Subscription {
  const { platform = 'slack', ...rest } = own;
  const feed = rest.feed ?? 'animals';
  return {
    id: `${channel}:${feed}`,
    place: { platform, workspace: 'T1', channel },
    feed,
    filter: NO_FILTER,
    schedule: { kind: 'now' },
    origin: 'chat',
    by: 'U1',
    at: at(0),
    paused: '',
    ...rest,
  };
}

export const NO_UPDATES: DeliveryPlan['updates'] = { since: at(0), most: 0 };
/** Posts that were made in the last hour before the tests began, or since. */
export const UPDATES: DeliveryPlan['updates'] = { since: at(-60 * MINUTE), most: 2 };

export interface Changelogs {
  readonly database: SharedDatabase;
  readonly store: Store;
  /** Deletes everything. */
  clear(): Promise<void>;
  /** Keeps entries as new, and plans them for these subscriptions. */
  post(
    entries: readonly Entry[],
    wanted: readonly string[],
    own?: Partial<{ now: number; due: number; updates: DeliveryPlan['updates'] }>,
  ): Promise<void>;
  /** Whose claim runs out a minute later. */
  claim(now: number, own?: Partial<Claiming>): Promise<ClaimedPost | undefined>;
  /** What must be there. */
  claimed(now: number, own?: Partial<Claiming>): Promise<ClaimedPost>;
  settle(post: ClaimedPost, settled: Partial<Settled> & Pick<Settled, 'kind'>, now: number): Promise<boolean>;
  /** Settles as sent, by default so that the channel takes the next post at once. */
  sent(post: ClaimedPost, now: number, message?: string): Promise<boolean>;
}

/** One database for a suite, empty before each test. */
export function changelogs(open: () => Promise<SharedDatabase>): () => Changelogs {
  let current: Changelogs | undefined;
  beforeAll(async () => {
    const database = await open();
    current = over(database, await database.open());
  });
  beforeEach(() => current?.clear());
  afterAll(async () => {
    await current?.store.close();
    await current?.database.stop();
  });
  return () => {
    if (current === undefined) throw new Error('the database is not open');
    return current;
  };
}

let claims = 0;

/** A claim at a time, whose owner is a new one. */
export function claiming(now: number, own: Partial<Claiming> = {}): Claiming {
  claims += 1;
  return {
    now: at(now),
    until: at(now + MINUTE),
    owner: `${process.pid}-${claims}`,
    platforms: ['slack', 'discord'],
    burst: 5,
    digest: 20,
    ...own,
  };
}

function over(database: SharedDatabase, store: Store): Changelogs {
  const { deliveries, entries } = store;
  const settle: Changelogs['settle'] = (post, settled, now) => {
    const whole = { message: 'm1', reason: 'because', payload: '', nextAt: at(now), ...settled };
    return deliveries.settle(post, whole as Settled, at(now));
  };
  const claim: Changelogs['claim'] = (now, own) => deliveries.claim(claiming(now, own));
  return {
    database,
    store,
    claim,
    settle,
    clear: () => {
      const deletes = TABLES.map((table) => `delete from ${table};`);
      return database.run(`begin; ${deletes.join(' ')} commit`);
    },
    post: async (added, wanted, { now = 0, due = now, updates = NO_UPDATES } = {}) => {
      await entries.merge(added, { at: at(now), isOld: false });
      const plan = { wanted: wanted.map((subscription) => ({ subscription, dueAt: at(due) })), updates };
      for (const entry of await entries.unplanned(1000)) await deliveries.plan(entry, plan);
    },
    claimed: async (now, own) => {
      const post = await claim(now, own);
      if (post === undefined) throw new Error('nothing to claim');
      return post;
    },
    sent: (post, now, message = 'm1') => settle(post, { kind: 'sent', message }, now),
  };
}

/** Ids of a post's entries. */
export function idsOf(post: ClaimedPost | undefined): readonly string[] | undefined {
  return post?.entries.map(({ id }) => id);
}
