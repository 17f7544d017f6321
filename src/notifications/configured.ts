import { isDeepStrictEqual } from 'node:util';
import type { Subscriptions } from '../core/changelog-store.ts';
import type { ChannelPlace, Subscription } from '../core/subscription.ts';
import { subscriptionId } from './subscription-id.ts';
import type { Wanted } from './terms.ts';

/** A subscription that the config has. */
export interface Configured extends Wanted {
  readonly place: ChannelPlace;
  /** Name of the feed. */
  readonly feed: string;
}

/**
 * Brings the subscriptions of the config into the store: new ones begin now, changed ones go on with what is new, those that
 * were paused are tried anew, and those that the config has no more end. One made in the chat for the same channel and feed
 * gives way.
 */
export async function takeOver(
  configured: readonly Configured[],
  subscriptions: Subscriptions,
  now: Date,
): Promise<void> {
  const kept = await subscriptions.list();
  const known = new Map(kept.map((subscription) => [subscriptionId(subscription), subscription]));
  const wanted = new Map(configured.map((one) => [subscriptionId(one), one]));
  for (const [id, one] of wanted) {
    const before = known.get(id);
    if (before === undefined || !isSame(before, one))
      await subscriptions.save(subscriptionOf(id, one, before?.at ?? now));
  }
  for (const [id, before] of known)
    if (before.origin === 'config' && !wanted.has(id)) await subscriptions.remove(before.id);
}

function isSame(before: Subscription, { place, filter, schedule }: Configured): boolean {
  const { origin, paused } = before;
  const isAsBefore = isDeepStrictEqual(
    [before.place, before.filter, before.schedule],
    [place, filter, schedule],
  );
  return origin === 'config' && paused === '' && isAsBefore;
}

function subscriptionOf(id: string, configured: Configured, at: Date): Subscription {
  return { ...configured, id, origin: 'config', by: '', at, paused: '' };
}
