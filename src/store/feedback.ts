import { createHash, createHmac, hkdfSync } from 'node:crypto';
import type { FeedbackLog, Vote } from '../core/store.ts';
import type { Database } from './database.ts';

/** The votes in a database; with a key, nobody who lacks it can try out whose they are. */
export function createFeedbackLog({ db, calls }: Database, key: Buffer | undefined): FeedbackLog {
  const hash = voterHash(key);
  return {
    record: ({ voter, helpful, at, ...vote }) =>
      calls.run('record a vote', async () => {
        await db
          .insertInto('feedback')
          .values({
            ...vote,
            voter: hash({ ...vote, voter }),
            helpful: helpful ? 1 : 0,
            at: at.getTime(),
          })
          .onConflict((conflict) =>
            conflict
              .columns(['question', 'section', 'voter'])
              .doUpdateSet({
                helpful: (row) => row.ref('excluded.helpful'),
                at: (row) => row.ref('excluded.at'),
              })
              // Replicas may write out of order.
              .whereRef('excluded.at', '>=', 'feedback.at'),
          )
          .execute();
      }),
  };
}

type Voter = Pick<Vote, 'platform' | 'workspace' | 'voter'>;

function voterHash(key: Buffer | undefined): (voter: Voter) => string {
  const secret =
    key === undefined ? undefined : Buffer.from(hkdfSync('sha256', key, '', 'signpost voters', 32));
  return ({ platform, workspace, voter }) => {
    const hash = secret === undefined ? createHash('sha256') : createHmac('sha256', secret);
    return hash.update(JSON.stringify([platform, workspace, voter])).digest('base64url');
  };
}
