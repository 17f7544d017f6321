import { createHash } from 'node:crypto';
import type { Subscription } from '../core/subscription.ts';

/** Of a channel and a feed: there is never more than one. */
export function subscriptionId({ place, feed }: Pick<Subscription, 'place' | 'feed'>): string {
  const key = JSON.stringify([place.platform, place.channel, feed]);
  return createHash('sha256').update(key).digest('hex').slice(0, 32);
}
