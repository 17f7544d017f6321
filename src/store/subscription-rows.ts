import type { EntryFilter, Schedule, Subscription } from '../core/subscription.ts';
import type { SubscriptionRow } from './changelog-tables.ts';

/** A subscription as columns. */
export function rowOf({ place, filter, schedule, by, at, ...same }: Subscription): SubscriptionRow {
  return {
    id: same.id,
    platform: place.platform,
    workspace: place.workspace,
    channel: place.channel,
    feed: same.feed,
    filter: JSON.stringify(filter),
    schedule: JSON.stringify(schedule),
    origin: same.origin,
    made_by: by,
    at: at.getTime(),
    paused: same.paused,
  };
}

/** The subscription that a row holds. */
export function subscriptionOf(row: SubscriptionRow): Subscription {
  return {
    id: row.id,
    place: { platform: row.platform, workspace: row.workspace, channel: row.channel },
    feed: row.feed,
    filter: JSON.parse(row.filter) as EntryFilter,
    schedule: JSON.parse(row.schedule) as Schedule,
    origin: row.origin,
    by: row.made_by,
    at: new Date(row.at),
    paused: row.paused,
  };
}
