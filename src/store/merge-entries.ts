import type { Merged, Seen } from '../core/changelog-store.ts';
import type { Entry } from '../core/entry.ts';
import type { EntryRow } from './changelog-tables.ts';
import { chunksOf } from './chunks.ts';
import type { Tx } from './database.ts';
import { contentsOf, revisionOf, seenOf } from './entry-rows.ts';

type KnownEntry = Pick<EntryRow, 'id' | 'revision' | 'prerelease' | 'seen_at'>;

/** Adds entries that are new, and changes those that say something else than before. */
export async function mergeEntries(tx: Tx, entries: readonly Entry[], seen: Seen): Promise<Merged> {
  let [added, changed] = [0, 0];
  for (const feed of new Set(entries.map((entry) => entry.feed))) {
    const own = entries.filter((entry) => entry.feed === feed);
    const known = await knownOf(tx, feed, own);
    added += await add(tx, own, { known, seen });
    for (const [place, entry] of own.entries()) {
      const before = known.get(entry.id);
      if (before === undefined || before.revision === revisionOf(entry)) continue;
      if (await change(tx, entry, { before, seen, place })) changed += 1;
    }
  }
  return { added, changed };
}

async function knownOf(
  tx: Tx,
  feed: string,
  entries: readonly Entry[],
): Promise<ReadonlyMap<string, KnownEntry>> {
  const known = new Map<string, KnownEntry>();
  for (const chunk of chunksOf(entries)) {
    const ids = chunk.map(({ id }) => id);
    const rows = await tx
      .selectFrom('entries')
      .select(['id', 'revision', 'prerelease', 'seen_at'])
      .where('feed', '=', feed)
      .where('id', 'in', ids)
      .execute();
    for (const row of rows) known.set(row.id, row);
  }
  return known;
}

interface Addition {
  readonly known: ReadonlyMap<string, KnownEntry>;
  readonly seen: Seen;
}

async function add(tx: Tx, entries: readonly Entry[], { known, seen }: Addition): Promise<number> {
  const added = entries.filter(({ id }) => !known.has(id));
  const rows = added.map((entry, place) => ({
    ...contentsOf(entry),
    ...seenOf(seen, place),
    published_at: (entry.at ?? seen.at).getTime(),
    planned: seen.isOld ? 1 : 0,
  }));
  let count = 0;
  for (const chunk of chunksOf(rows)) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('entries')
      .values(chunk)
      // Another replica may have been faster.
      .onConflict((conflict) => conflict.columns(['feed', 'id']).doNothing())
      .executeTakeFirst();
    count += Number(numInsertedOrUpdatedRows ?? 0n);
  }
  return count;
}

interface Change {
  readonly before: KnownEntry;
  readonly seen: Seen;
  readonly place: number;
}

/** False where another replica has changed it in the meantime. */
async function change(tx: Tx, entry: Entry, { before, seen, place }: Change): Promise<boolean> {
  const promoted = before.prerelease === 1 && !entry.prerelease;
  const seenAt = promoted ? seen.at.getTime() : before.seen_at;
  const { numUpdatedRows } = await tx
    .updateTable('entries')
    .set({
      ...contentsOf(entry),
      ...(promoted ? seenOf({ at: seen.at, isOld: false }, place) : {}),
      published_at: entry.at?.getTime() ?? seenAt,
      planned: 0,
    })
    .where('feed', '=', entry.feed)
    .where('id', '=', entry.id)
    .where('revision', '=', before.revision)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
