import type { Subscriptions } from '../core/changelog-store.ts';
import type { Subscription } from '../core/subscription.ts';
import type { Database, Tx } from './database.ts';
import { dropOrphans } from './drop-orphans.ts';
import { isLeased, lockLanes, refresh } from './lanes.ts';
import { rowOf, subscriptionOf } from './subscription-rows.ts';

/** The subscriptions in a database. */
export function createSubscriptions({ db, calls }: Database): Subscriptions {
  return {
    save: (subscription) =>
      calls.run(`save the subscription to ${subscription.feed}`, () =>
        db.transaction().execute((tx) => save(tx, subscription)),
      ),

    remove: (id) =>
      calls.run('remove a subscription', () => db.transaction().execute((tx) => remove(tx, id))),

    list: (of) =>
      calls.run('list the subscriptions', async () => {
        let all = db.selectFrom('subscriptions').selectAll();
        if (of !== undefined) all = all.where('platform', '=', of.platform).where('channel', '=', of.channel);
        const rows = await all.orderBy('platform').orderBy('channel').orderBy('feed').execute();
        return rows.map(subscriptionOf);
      }),
  };
}

async function save(tx: Tx, subscription: Subscription): Promise<void> {
  await lockLanes(tx, [{ ...subscription.place, dueAt: subscription.at.getTime() }]);
  const { id, ...row } = rowOf(subscription);
  await tx
    .insertInto('subscriptions')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.columns(['platform', 'channel', 'feed']).doUpdateSet(row))
    .execute();
  // What has waited while it was paused may be due.
  await refresh(tx, subscription.place);
}

async function remove(tx: Tx, id: string): Promise<boolean> {
  const lane = await tx
    .selectFrom('subscriptions')
    .select(['platform', 'channel'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (lane === undefined) return false;
  await lockLanes(tx, [{ ...lane, dueAt: 0 }]);
  const { numDeletedRows } = await tx.deleteFrom('subscriptions').where('id', '=', id).executeTakeFirst();
  if (numDeletedRows === 0n) return false;
  await tx
    .updateTable('deliveries')
    .set({ state: 'dropped' })
    .where('state', '=', 'waiting')
    .where('subscription', '=', id)
    .execute();
  // What is being sent right now is dropped only when that fails.
  if (!(await isLeased(tx, lane))) await dropOrphans(tx, lane);
  await refresh(tx, lane);
  return true;
}
