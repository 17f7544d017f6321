import type { Deliveries } from '../core/changelog-store.ts';
import { claimPost } from './claim-post.ts';
import type { Database } from './database.ts';
import { deadPosts } from './dead-posts.ts';
import { planDeliveries } from './plan-deliveries.ts';
import { settlePost } from './settle-post.ts';

/** The deliveries in a database. */
export function createDeliveries({ db, calls }: Database): Deliveries {
  return {
    plan: (entry, plan) =>
      calls.run(`plan the deliveries of ${entry.feed} ${entry.id}`, () =>
        db.transaction().execute((tx) => planDeliveries(tx, entry, plan)),
      ),

    claim: (claiming) => calls.run('claim a post', () => claimPost(db, claiming)),

    settle: (post, settled, at) =>
      calls.run(`settle post ${post.id}`, () =>
        db.transaction().execute((tx) => settlePost(tx, post, { settled, at })),
      ),

    dead: (limit) => calls.run('list dead posts', () => deadPosts(db, limit)),

    waiting: () =>
      calls.run('count what waits', async () => {
        const rows = await db
          .selectFrom('deliveries')
          .innerJoin('subscriptions', 'subscriptions.id', 'deliveries.subscription')
          .select(({ fn }) => ['deliveries.subscription', fn.countAll<number>().as('count')])
          .where('deliveries.state', 'in', ['waiting', 'posting'])
          .groupBy('deliveries.subscription')
          .execute();
        return new Map(rows.map(({ subscription, count }) => [subscription, count]));
      }),
  };
}
