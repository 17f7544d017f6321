import type { Deliveries, DeliveryPlan, EntryLog, Subscriptions } from '../core/changelog-store.ts';
import type { StoredEntry } from '../core/entry.ts';
import type { Subscription } from '../core/subscription.ts';
import { nextDigest } from './next-digest.ts';
import { passes } from './passes.ts';

/** How long after it was posted, and how often, a post is updated when its entry changes. */
export interface Edits {
  readonly days: number;
  readonly times: number;
}

export interface PlanOptions {
  readonly entries: EntryLog;
  readonly subscriptions: Subscriptions;
  readonly deliveries: Deliveries;
  readonly edits: Edits;
  readonly now: () => Date;
}

const DAY = 24 * 3_600_000;

/** Entries that are planned at a time. */
const BATCH = 200;

/** Records for every new or changed entry who gets it. What is left by a crash is found by the next plan. */
export async function plan(options: PlanOptions): Promise<void> {
  const { entries, subscriptions, deliveries, edits, now } = options;
  for (;;) {
    const unplanned = await entries.unplanned(BATCH);
    if (unplanned.length === 0) return;
    const all = await subscriptions.list();
    const at = now();
    const since = new Date(at.getTime() - edits.days * DAY);
    for (const entry of unplanned)
      await deliveries.plan(entry, planOf(entry, all, { at, updates: { since, most: edits.times } }));
    if (unplanned.length < BATCH) return;
  }
}

interface Planning {
  readonly at: Date;
  readonly updates: DeliveryPlan['updates'];
}

function planOf(
  entry: StoredEntry,
  subscriptions: readonly Subscription[],
  { at, updates }: Planning,
): DeliveryPlan {
  const wanted = subscriptions
    .filter((subscription) => wants(subscription, entry))
    .map(({ id, schedule }) => ({ subscription: id, dueAt: nextDigest(schedule, at) }));
  return { wanted, updates };
}

/** Whether an entry is news for a channel, and passes its filter. */
export function wants({ feed, filter, at }: Subscription, entry: StoredEntry): boolean {
  const isNews = !entry.isOld && entry.seenAt.getTime() > at.getTime();
  return feed === entry.feed && isNews && passes(entry, filter);
}
