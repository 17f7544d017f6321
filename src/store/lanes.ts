import { sql } from 'kysely';
import type { Kysely, RawBuilder } from 'kysely';
import type { Claiming } from '../core/changelog-store.ts';
import type { ChannelRow } from './changelog-tables.ts';
import { chunksOf } from './chunks.ts';
import type { Tx } from './database.ts';
import type { Tables } from './tables.ts';

/**
 * A channel as a lane in which one post at a time is on its way. Whoever touches its posts or deliveries has first written to
 * its row in the same transaction, which makes all others wait that want to; several rows are written in one order.
 */
export type Lane = Pick<ChannelRow, 'platform' | 'channel'>;

/** A lane that can be claimed; with an owner where an attempt has died there. */
export type ReadyLane = Pick<ChannelRow, 'platform' | 'channel' | 'owner'>;

/** What is to be done next in a lane. */
export type Work =
  | { readonly kind: 'post'; readonly id: string }
  | { readonly kind: 'waiting'; readonly subscription: string; readonly dueAt: number };

/** How many are looked at, so that claims at the same time seldom want the same one. */
const CANDIDATES = 8;

/** Lanes in which something can be claimed now, those that have waited longest first. */
export async function readyLanes(db: Kysely<Tables>, { now, platforms }: Claiming): Promise<ReadyLane[]> {
  const found = [];
  // One by one, since each platform is a range of the index by itself.
  for (const platform of platforms)
    found.push(
      ...(await db
        .selectFrom('channels')
        .select(['platform', 'channel', 'owner', 'ready_at'])
        .where('platform', '=', platform)
        .where('ready_at', '<=', now.getTime())
        .orderBy('ready_at')
        .limit(CANDIDATES)
        .execute()),
    );
  return found.sort((a, b) => (a.ready_at ?? 0) - (b.ready_at ?? 0)).slice(0, CANDIDATES);
}

/** Takes a lane for one claim. False where somebody else was faster. */
export async function lease(tx: Tx, lane: Lane, claiming: Claiming): Promise<boolean> {
  const until = claiming.until.getTime();
  const { numUpdatedRows } = await tx
    .updateTable('channels')
    // Something is due until it is settled: should the claim run out, somebody else finds it.
    .set({ owner: claiming.owner, leased_until: until, ready_at: until, due_at: 0 })
    .where('platform', '=', lane.platform)
    .where('channel', '=', lane.channel)
    .where('ready_at', '<=', claiming.now.getTime())
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Whether somebody has claimed a lane, and has neither settled nor been replaced yet. */
export async function isLeased(tx: Tx, lane: Lane): Promise<boolean> {
  const row = await tx
    .selectFrom('channels')
    .select('owner')
    .where('platform', '=', lane.platform)
    .where('channel', '=', lane.channel)
    .executeTakeFirst();
  return row !== undefined && row.owner !== '';
}

/** Gives a lane back. False where `owner` does not have it any more. */
export async function release(
  tx: Tx,
  { platform, channel, owner }: ReadyLane,
  nextAt?: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('channels')
    .set({ owner: '', leased_until: 0, ...(nextAt === undefined ? {} : { next_at: nextAt.getTime() }) })
    .where('platform', '=', platform)
    .where('channel', '=', channel)
    .where('owner', '=', owner)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Locks lanes, and has them looked at by when something is due in each. */
export async function lockLanes(
  tx: Tx,
  lanes: readonly (Lane & { readonly dueAt: number })[],
): Promise<void> {
  const rows = merged(lanes).map(({ platform, channel, dueAt }) => ({
    platform,
    channel,
    owner: '',
    leased_until: 0,
    next_at: 0,
    due_at: dueAt,
    ready_at: dueAt,
  }));
  for (const chunk of chunksOf(rows))
    await tx
      .insertInto('channels')
      .values(chunk)
      // PostgreSQL locks the row also where it is not changed.
      .onConflict((conflict) =>
        conflict
          .columns(['platform', 'channel'])
          .doUpdateSet({
            due_at: (row) => row.ref('excluded.due_at'),
            ready_at: readyAt(sql.ref('excluded.due_at')),
          })
          .where(({ eb, or, ref }) =>
            or([eb('channels.due_at', 'is', null), eb(ref('excluded.due_at'), '<', ref('channels.due_at'))]),
          ),
      )
      .execute();
}

/** Each lane once, when its first thing is due; in the one order in which lanes are locked. */
function merged(lanes: readonly (Lane & { readonly dueAt: number })[]) {
  const byName = new Map<string, Lane & { readonly dueAt: number }>();
  for (const lane of lanes) {
    const name = laneName(lane);
    if (lane.dueAt < (byName.get(name)?.dueAt ?? Infinity)) byName.set(name, lane);
  }
  return [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, lane]) => lane);
}

/** Unique to a lane. */
export function laneName({ platform, channel }: Lane): string {
  return `${platform} ${channel}`;
}

/** Writes down when the next thing is due in a lane, after something of it was changed. */
export async function refresh(tx: Tx, lane: Lane): Promise<void> {
  const work = await nextWork(tx, lane);
  const dueAt = work === undefined ? null : work.kind === 'post' ? 0 : work.dueAt;
  await tx
    .updateTable('channels')
    .set({ due_at: dueAt, ready_at: dueAt === null ? null : readyAt(sql`cast(${dueAt} as bigint)`) })
    .where('platform', '=', lane.platform)
    .where('channel', '=', lane.channel)
    .execute();
}

/** The latest of when something is due, when the claim runs out, and when the channel takes the next post. */
function readyAt(due: RawBuilder<unknown>): RawBuilder<number> {
  const [next, leased] = [sql.ref('channels.next_at'), sql.ref('channels.leased_until')];
  // Not `greatest`, which SQLite does not know.
  return sql`case when ${due} >= ${next} and ${due} >= ${leased} then ${due} when ${next} >= ${leased} then ${next} else ${leased} end`;
}

/**
 * What comes next in a lane: a post that an earlier attempt has left, then one that is to be updated, then what waits for the
 * subscription that has waited longest. What is paused, or belongs to no subscription any more, does not count.
 */
export async function nextWork(tx: Tx, lane: Lane): Promise<Work | undefined> {
  const post = await tx
    .selectFrom('posts')
    .innerJoin('subscriptions', 'subscriptions.id', 'posts.subscription')
    .select('posts.id')
    .where('posts.platform', '=', lane.platform)
    .where('posts.channel', '=', lane.channel)
    .where('posts.state', 'in', ['open', 'stale'])
    .where('subscriptions.paused', '=', '')
    // `open` comes before `stale`.
    .orderBy('posts.state')
    .orderBy('posts.started_at')
    .limit(1)
    .executeTakeFirst();
  return post === undefined ? await waitingLongest(tx, lane) : { kind: 'post', id: post.id };
}

async function waitingLongest(tx: Tx, lane: Lane): Promise<Work | undefined> {
  const waiting = await tx
    .selectFrom('subscriptions')
    .select(['id', 'feed'])
    .select((subscription) =>
      subscription
        .selectFrom('deliveries')
        .select(({ fn }) => fn.min('due_at').as('due_at'))
        .where('state', '=', 'waiting')
        .whereRef('deliveries.subscription', '=', 'subscriptions.id')
        .as('due_at'),
    )
    .where('platform', '=', lane.platform)
    .where('channel', '=', lane.channel)
    .where('paused', '=', '')
    .orderBy('feed')
    .execute();
  const [first] = waiting
    .flatMap(({ id, due_at }) => (due_at === null ? [] : [{ id, dueAt: due_at }]))
    .sort((a, b) => a.dueAt - b.dueAt);
  return first && { kind: 'waiting', subscription: first.id, dueAt: first.dueAt };
}
