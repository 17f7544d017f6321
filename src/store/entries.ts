import type { EntryLog } from '../core/changelog-store.ts';
import type { Database } from './database.ts';
import { entryOf } from './entry-rows.ts';
import { mergeEntries } from './merge-entries.ts';

/** The entries in a database. */
export function createEntryLog({ db, calls }: Database): EntryLog {
  return {
    merge: (entries, seen) =>
      calls.run('keep the entries of a feed', () =>
        db.transaction().execute((tx) => mergeEntries(tx, entries, seen)),
      ),

    unplanned: (limit) =>
      calls.run('find entries to plan', async () => {
        const rows = await db
          .selectFrom('entries')
          .selectAll()
          .where('planned', '=', 0)
          .orderBy('published_at')
          .orderBy('arrival')
          .orderBy('id')
          .limit(limit)
          .execute();
        return rows.map((row) => ({ ...entryOf(row), revision: row.revision }));
      }),

    latest: (feeds, limit) =>
      calls.run('find the latest entries', async () => {
        if (feeds.length === 0) return [];
        // Sorted by the index alone; the texts are read of those only that are left.
        const newest = db
          .selectFrom('entries')
          .select(['feed', 'id'])
          .where('feed', 'in', feeds)
          .orderBy('published_at', 'desc')
          .orderBy('arrival', 'desc')
          .orderBy('id', 'desc')
          .limit(limit);
        const rows = await db
          .selectFrom(newest.as('newest'))
          .innerJoin('entries', (join) =>
            join.onRef('entries.feed', '=', 'newest.feed').onRef('entries.id', '=', 'newest.id'),
          )
          .selectAll('entries')
          .orderBy('entries.published_at', 'desc')
          .orderBy('entries.arrival', 'desc')
          .orderBy('entries.id', 'desc')
          .execute();
        return rows.map(entryOf);
      }),

    counts: () =>
      calls.run('count the entries', async () => {
        const rows = await db
          .selectFrom('entries')
          .select(({ fn }) => ['feed', fn.countAll<number>().as('count')])
          .groupBy('feed')
          .execute();
        return new Map(rows.map(({ feed, count }) => [feed, count]));
      }),
  };
}
