import type { FeedState, FeedStates } from '../core/changelog-store.ts';
import type { FeedRow } from './changelog-tables.ts';
import type { Database } from './database.ts';

/** The states of feeds in a database. */
export function createFeedStates({ db, calls }: Database): FeedStates {
  const known = () => db.selectFrom('feeds').selectAll().where('is_known', '=', 1);
  return {
    all: () =>
      calls.run('list the feeds', async () => (await known().orderBy('feed').execute()).map(stateOf)),

    find: (feed) =>
      calls.run(`find the state of feed ${feed}`, async () => {
        const row = await known().where('feed', '=', feed).executeTakeFirst();
        return row === undefined ? undefined : stateOf(row);
      }),

    take: (feed, now, until) =>
      calls.run(`take the reading of feed ${feed}`, async () => {
        const taken = await db
          .insertInto('feeds')
          .values({ ...UNKNOWN, feed, next_at: until.getTime() })
          .onConflict((conflict) =>
            conflict
              .column('feed')
              .doUpdateSet({ next_at: until.getTime() })
              .where('feeds.next_at', '<=', now.getTime()),
          )
          .executeTakeFirst();
        return taken.numInsertedOrUpdatedRows === 1n;
      }),

    save: (state) =>
      calls.run(`save the state of feed ${state.feed}`, async () => {
        const { feed, ...row } = rowOf(state);
        await db
          .insertInto('feeds')
          .values({ feed, ...row })
          .onConflict((conflict) => conflict.column('feed').doUpdateSet(row))
          .execute();
      }),
  };
}

const UNKNOWN: Omit<FeedRow, 'feed' | 'next_at'> = {
  etag: '',
  last_modified: '',
  read_at: null,
  failures: 0,
  error: '',
  is_known: 0,
};

function rowOf({ feed, validators, readAt, nextAt, failures, error }: FeedState): FeedRow {
  return {
    feed,
    etag: validators.etag,
    last_modified: validators.lastModified,
    read_at: readAt?.getTime() ?? null,
    next_at: nextAt.getTime(),
    failures,
    error,
    is_known: 1,
  };
}

function stateOf({ feed, etag, last_modified, read_at, next_at, failures, error }: FeedRow): FeedState {
  return {
    feed,
    validators: { etag, lastModified: last_modified },
    readAt: read_at === null ? undefined : new Date(read_at),
    nextAt: new Date(next_at),
    failures,
    error,
  };
}
