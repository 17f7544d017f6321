import type { DeliveryPlan, PlannableEntry } from '../core/changelog-store.ts';
import type { EntryRow } from './changelog-tables.ts';
import { chunksOf } from './chunks.ts';
import type { Tx } from './database.ts';
import { laneName, lockLanes } from './lanes.ts';
import type { Lane } from './lanes.ts';

/** Records who gets an entry, and which posts no longer show what it says. */
export async function planDeliveries(tx: Tx, entry: PlannableEntry, plan: DeliveryPlan): Promise<void> {
  const row = await markPlanned(tx, entry);
  if (row === undefined) return;
  const dueAt = new Map(plan.wanted.map((one) => [one.subscription, one.dueAt.getTime()]));
  const wanting = await existing(tx, [...dueAt.keys()]);
  const showing = await showingOld(tx, row, plan);
  const lanes = [
    ...wanting.map((one) => ({ ...one, dueAt: dueAt.get(one.id) ?? 0 })),
    ...showing.map((one) => ({ ...one, dueAt: 0 })),
  ];
  await lockLanes(tx, lanes);
  // Once more, since only now nothing of it changes any more.
  await addDeliveries(tx, row, { dueAt, wanting: await existing(tx, [...dueAt.keys()]) });
  const locked = new Set(lanes.map(laneName));
  const old = await showingOld(tx, row, plan);
  await markOutdated(
    tx,
    old.filter((post) => locked.has(laneName(post))),
  );
}

type PlannedRow = Pick<EntryRow, 'feed' | 'id' | 'revision' | 'published_at' | 'arrival'>;

/** Undefined where it says something else by now. Others who plan it, or change it, wait. */
function markPlanned(tx: Tx, { feed, id, revision }: PlannableEntry): Promise<PlannedRow | undefined> {
  return tx
    .updateTable('entries')
    .set({ planned: 1 })
    .where('feed', '=', feed)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .returning(['feed', 'id', 'revision', 'published_at', 'arrival'])
    .executeTakeFirst();
}

type Wanting = Lane & { readonly id: string };

async function existing(tx: Tx, ids: readonly string[]): Promise<Wanting[]> {
  const found = [];
  for (const chunk of chunksOf(ids))
    found.push(
      ...(await tx
        .selectFrom('subscriptions')
        .select(['id', 'platform', 'channel'])
        .where('id', 'in', chunk)
        .execute()),
    );
  return found;
}

interface Wanted {
  readonly wanting: readonly Wanting[];
  readonly dueAt: ReadonlyMap<string, number>;
}

async function addDeliveries(tx: Tx, entry: PlannedRow, { wanting, dueAt }: Wanted): Promise<void> {
  const { feed, id, published_at, arrival } = entry;
  const rows = wanting.map((one) => ({
    subscription: one.id,
    feed,
    entry: id,
    state: 'waiting' as const,
    due_at: dueAt.get(one.id) ?? 0,
    published_at,
    arrival,
    post: null,
  }));
  for (const chunk of chunksOf(rows))
    await tx
      .insertInto('deliveries')
      .values(chunk)
      // Whoever has it, or waits for it, does not get it once more; its date may have changed.
      .onConflict((conflict) =>
        conflict
          .columns(['subscription', 'feed', 'entry'])
          .doUpdateSet({ published_at, arrival })
          .where('deliveries.state', '=', 'waiting'),
      )
      .execute();
}

type OldPost = Lane & { readonly id: string; readonly state: string };

/** The posts that show another revision of it, and may be updated; those on their way, too. */
async function showingOld(tx: Tx, entry: PlannedRow, { updates }: DeliveryPlan): Promise<OldPost[]> {
  if (updates.most === 0) return [];
  return await tx
    .selectFrom('deliveries')
    .innerJoin('posts', 'posts.id', 'deliveries.post')
    .innerJoin('subscriptions', 'subscriptions.id', 'posts.subscription')
    .select(['posts.id', 'posts.platform', 'posts.channel', 'posts.state'])
    .where('deliveries.feed', '=', entry.feed)
    .where('deliveries.entry', '=', entry.id)
    .where('posts.kind', '=', 'entry')
    .where('posts.revision', '<>', entry.revision)
    .where(({ eb, and, or }) => {
      const inTime = or([eb('posts.sent_at', 'is', null), eb('posts.sent_at', '>', updates.since.getTime())]);
      const left = (by: number) => eb('posts.updates', '<', updates.most - by);
      return and([
        inTime,
        or([
          and([eb('posts.state', '=', 'sent'), left(0)]),
          and([eb('posts.state', '=', 'open'), eb('posts.message', '=', ''), left(0)]),
          // One update is under way, which counts.
          and([eb('posts.state', '=', 'open'), eb('posts.message', '<>', ''), left(1)]),
        ]),
      ]);
    })
    .execute();
}

async function markOutdated(tx: Tx, posts: readonly OldPost[]): Promise<void> {
  const sent = posts.filter(({ state }) => state === 'sent').map(({ id }) => id);
  const open = posts.filter(({ state }) => state === 'open').map(({ id }) => id);
  for (const chunk of chunksOf(sent))
    await tx.updateTable('posts').set({ state: 'stale' }).where('id', 'in', chunk).execute();
  for (const chunk of chunksOf(open))
    await tx.updateTable('posts').set({ outdated: 1 }).where('id', 'in', chunk).execute();
}
