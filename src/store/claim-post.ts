import { createHash, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { ClaimedPost, Claiming } from '../core/changelog-store.ts';
import type { EntryRow, PostRow, SubscriptionRow } from './changelog-tables.ts';
import type { Tx } from './database.ts';
import { dropOrphans } from './drop-orphans.ts';
import { entryOf } from './entry-rows.ts';
import { lease, nextWork, readyLanes, refresh, release } from './lanes.ts';
import type { ReadyLane } from './lanes.ts';
import { subscriptionOf } from './subscription-rows.ts';
import type { Tables } from './tables.ts';

/** Of a post's id: 32 hexadecimal digits. */
const ID_BYTES = 16;

/** Takes the next post of a channel where one is due and none under way; undefined where there is no such channel. */
export async function claimPost(db: Kysely<Tables>, claiming: Claiming): Promise<ClaimedPost | undefined> {
  for (;;) {
    const lanes = rotated(await readyLanes(db, claiming), claiming.owner);
    if (lanes.length === 0) return undefined;
    // One that somebody else takes meanwhile, or where nothing was due after all, is not ready the next time.
    for (const lane of lanes) {
      const post = await db.transaction().execute((tx) => claimIn(tx, lane, claiming));
      if (post !== undefined) return post;
    }
  }
}

/** The same in another order for each claim, so that those made at the same time seldom get in each other's way. */
function rotated(lanes: readonly ReadyLane[], owner: string): ReadyLane[] {
  const start = createHash('sha256').update(owner).digest().readUInt32BE() % Math.max(1, lanes.length);
  return [...lanes.slice(start), ...lanes.slice(0, start)];
}

async function claimIn(tx: Tx, lane: ReadyLane, claiming: Claiming): Promise<ClaimedPost | undefined> {
  if (!(await lease(tx, lane, claiming))) return undefined;
  if (lane.owner !== '') await dropOrphans(tx, lane);
  const work = await nextWork(tx, lane);
  if (work?.kind === 'post') return await takeUp(tx, work.id, claiming);
  if (work !== undefined && work.dueAt <= claiming.now.getTime())
    return await makePost(tx, work.subscription, claiming);
  await release(tx, { ...lane, owner: claiming.owner });
  await refresh(tx, lane);
  return undefined;
}

/** A post that an earlier attempt has left, or that is to be updated. */
async function takeUp(tx: Tx, id: string, claiming: Claiming): Promise<ClaimedPost> {
  const before = await tx.selectFrom('posts').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const subscription = await subscriptionRow(tx, before.subscription);
  const entries = await tx
    .selectFrom('deliveries')
    .innerJoin('entries', (join) =>
      join.onRef('entries.feed', '=', 'deliveries.feed').onRef('entries.id', '=', 'deliveries.entry'),
    )
    .selectAll('entries')
    .where('deliveries.post', '=', id)
    .execute();
  const row = { ...before, ...changesOf(before, entries, claiming) };
  await tx.updateTable('posts').set(row).where('id', '=', id).execute();
  return claimedPost(row, { subscription, entries, claiming });
}

/** A new attempt; of an update, which shows what the entry says now whatever an earlier attempt has shown. */
function changesOf(before: PostRow, [entry]: readonly EntryRow[], { now }: Claiming): Partial<PostRow> {
  const isNew = before.state === 'stale';
  return {
    state: 'open',
    attempts: isNew ? 1 : before.attempts + 1,
    ...(isNew ? { started_at: now.getTime() } : {}),
    ...(before.message === '' ? {} : { outdated: 0, revision: entry?.revision ?? '' }),
  };
}

/** A post of what has waited longest for a subscription. */
async function makePost(tx: Tx, id: string, claiming: Claiming): Promise<ClaimedPost> {
  const subscription = await subscriptionRow(tx, id);
  const { kind, ids } = contentsOf(subscription, await dueEntries(tx, id, claiming), claiming);
  const entries = await tx
    .selectFrom('entries')
    .selectAll()
    .where('feed', '=', subscription.feed)
    .where('id', 'in', ids)
    .execute();
  const row = newPost(subscription, kind, claiming);
  const revision = kind === 'entry' ? (entries[0]?.revision ?? '') : '';
  await tx
    .insertInto('posts')
    .values({ ...row, revision })
    .execute();
  await tx
    .updateTable('deliveries')
    .set({ state: 'posting', post: row.id })
    .where('subscription', '=', id)
    .where('feed', '=', subscription.feed)
    .where('entry', 'in', ids)
    .execute();
  return claimedPost(row, { subscription, entries, claiming });
}

/** Those that come first by their date; as many as are needed to tell what becomes of them. */
async function dueEntries(tx: Tx, subscription: string, claiming: Claiming): Promise<string[]> {
  const due = await tx
    .selectFrom('deliveries')
    .select('entry')
    .where('state', '=', 'waiting')
    .where('subscription', '=', subscription)
    .where('due_at', '<=', claiming.now.getTime())
    .orderBy('published_at')
    .orderBy('arrival')
    .orderBy('entry')
    .limit(Math.max(claiming.burst, claiming.digest))
    .execute();
  return due.map(({ entry }) => entry);
}

function contentsOf(
  subscription: SubscriptionRow,
  due: readonly string[],
  { burst, digest }: Claiming,
): { readonly kind: PostRow['kind']; readonly ids: readonly string[] } {
  const isDigest = due.length >= burst || subscriptionOf(subscription).schedule.kind !== 'now';
  return isDigest ? { kind: 'digest', ids: due.slice(0, digest) } : { kind: 'entry', ids: due.slice(0, 1) };
}

function newPost(subscription: SubscriptionRow, kind: PostRow['kind'], { now }: Claiming): PostRow {
  const { platform, workspace, channel, feed } = subscription;
  return {
    id: randomBytes(ID_BYTES).toString('hex'),
    subscription: subscription.id,
    platform,
    workspace,
    channel,
    feed,
    kind,
    state: 'open',
    message: '',
    revision: '',
    outdated: 0,
    attempts: 1,
    started_at: now.getTime(),
    sent_at: null,
    updates: 0,
    error: '',
    payload: '',
    dead_at: null,
  };
}

function subscriptionRow(tx: Tx, id: string): Promise<SubscriptionRow> {
  return tx.selectFrom('subscriptions').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

interface ClaimedRows {
  readonly subscription: SubscriptionRow;
  readonly entries: readonly EntryRow[];
  readonly claiming: Claiming;
}

function claimedPost(post: PostRow, { subscription, entries, claiming }: ClaimedRows): ClaimedPost {
  return {
    id: post.id,
    owner: claiming.owner,
    subscription: subscriptionOf(subscription),
    kind: post.kind,
    entries: [...entries].sort(byDate).map(entryOf),
    message: post.message,
    attempts: post.attempts - 1,
    startedAt: new Date(post.started_at),
  };
}

/** Not by the database: asked for an order, SQLite would read all entries of the feed rather than find these. */
function byDate(a: EntryRow, b: EntryRow): number {
  return a.published_at - b.published_at || a.arrival - b.arrival || (a.id < b.id ? -1 : 1);
}
