import type { ClaimedPost, Settled } from '../core/changelog-store.ts';
import type { PostRow } from './changelog-tables.ts';
import type { Tx } from './database.ts';
import { dropOrphans } from './drop-orphans.ts';
import { refresh, release } from './lanes.ts';

type Claim = Pick<ClaimedPost, 'id' | 'owner'>;

/** Writes down what came of a claimed post, and gives its channel back. False where the claim was lost. */
export async function settlePost(tx: Tx, { id, owner }: Claim, outcome: Outcome): Promise<boolean> {
  // Neither its channel nor its message changes while it is claimed.
  const post = await tx.selectFrom('posts').selectAll().where('id', '=', id).executeTakeFirst();
  if (post === undefined) return false;
  const { settled, at } = outcome;
  const nextAt = settled.kind === 'refused' ? at : settled.nextAt;
  if (!(await release(tx, { ...post, owner }, nextAt))) return false;
  await writeDown(tx, post, outcome);
  await refresh(tx, post);
  return true;
}

/** What came of an attempt, and when. */
export interface Outcome {
  readonly settled: Settled;
  readonly at: Date;
}

async function writeDown(tx: Tx, post: PostRow, { settled, at }: Outcome): Promise<void> {
  switch (settled.kind) {
    case 'sent':
      await markSent(tx, post, { message: settled.message, at });
      return;
    case 'again':
      await change(tx, post, { error: settled.reason });
      await dropOrphans(tx, post);
      return;
    case 'refused':
      await dropOrphans(tx, post);
      await pause(tx, post, settled.reason);
      return;
    case 'dead':
      await change(tx, post, {
        state: 'dead',
        dead_at: at.getTime(),
        error: settled.reason,
        payload: settled.payload,
      });
      await moveDeliveries(tx, post, 'dead');
  }
}

async function markSent(tx: Tx, post: PostRow, sent: { message: string; at: Date }): Promise<void> {
  const isUpdate = post.message !== '';
  await tx
    .updateTable('posts')
    .set(({ eb }) => ({
      message: sent.message,
      error: '',
      outdated: 0,
      state: eb
        .case()
        .when('outdated', '=', 1)
        .then('stale' as const)
        .else('sent' as const)
        .end(),
      ...(isUpdate ? { updates: eb('updates', '+', 1) } : { sent_at: sent.at.getTime() }),
    }))
    .where('id', '=', post.id)
    .execute();
  await moveDeliveries(tx, post, 'sent');
}

/** Its entries wait again, but for those of an update: they have been posted. */
async function pause(tx: Tx, post: PostRow, reason: string): Promise<void> {
  await tx.updateTable('subscriptions').set({ paused: reason }).where('id', '=', post.subscription).execute();
  await change(tx, post, { state: post.message === '' ? 'dropped' : 'stale', error: reason });
  await moveDeliveries(tx, post, 'waiting');
}

async function change(tx: Tx, { id }: PostRow, values: Partial<PostRow>): Promise<void> {
  await tx.updateTable('posts').set(values).where('id', '=', id).where('state', '=', 'open').execute();
}

async function moveDeliveries(tx: Tx, { id }: PostRow, state: 'sent' | 'dead' | 'waiting'): Promise<void> {
  await tx
    .updateTable('deliveries')
    .set({ state, ...(state === 'waiting' ? { post: null } : {}) })
    .where('post', '=', id)
    .where('state', '=', 'posting')
    .execute();
}
