import type { Claims } from '../core/store.ts';
import type { Log } from '../log.ts';
import type { Database } from './database.ts';

const HOUR = 3_600_000;
/** Longer than any platform delivers a message again. */
const KEPT_FOR = 7 * 24 * HOUR;

/** The claims in a database; those older than a week are deleted once an hour, when one is made. */
export function createClaims({ db, calls }: Database, log: Log): Claims {
  let swept = -Infinity;

  async function sweep(now: number): Promise<void> {
    if (now - swept < HOUR) return;
    swept = now;
    await db
      .deleteFrom('claims')
      .where('at', '<', now - KEPT_FOR)
      .execute()
      // What was claimed is claimed, whatever became of older claims.
      .catch((error: unknown) =>
        log.warn({ err: error }, 'old claims are not deleted; trying again in an hour'),
      );
  }

  return {
    claim: (key, at) =>
      calls.run('claim a message', async () => {
        const made = await db
          .insertInto('claims')
          .values({ key, at: at.getTime() })
          .onConflict((conflict) => conflict.column('key').doNothing())
          .executeTakeFirst();
        await sweep(at.getTime());
        return made.numInsertedOrUpdatedRows === 1n;
      }),
  };
}
