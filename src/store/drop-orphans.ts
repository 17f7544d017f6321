import type { Tx } from './database.ts';
import type { Lane } from './lanes.ts';

/** Ends what is to be sent in a lane, which must be locked, for subscriptions that are gone. */
export async function dropOrphans(tx: Tx, lane: Lane): Promise<void> {
  const orphans = await tx
    .selectFrom('posts')
    .leftJoin('subscriptions', 'subscriptions.id', 'posts.subscription')
    .select(['posts.id', 'posts.message'])
    .where('posts.platform', '=', lane.platform)
    .where('posts.channel', '=', lane.channel)
    .where('posts.state', 'in', ['open', 'stale'])
    .where('subscriptions.id', 'is', null)
    .execute();
  for (const { id, message } of orphans) {
    const state = message === '' ? 'dropped' : 'sent';
    await tx.updateTable('posts').set({ state }).where('id', '=', id).execute();
    await tx
      .updateTable('deliveries')
      .set({ state: 'dropped' })
      .where('post', '=', id)
      .where('state', '=', 'posting')
      .execute();
  }
}
