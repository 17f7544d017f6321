import type { Subscription } from '../core/subscription.ts';

/** The tables of changelogs. Times are milliseconds since 1970; booleans are 1 or 0: SQLite has none. */
export interface ChangelogTables {
  readonly feeds: FeedRow;
  readonly entries: EntryRow;
  readonly subscriptions: SubscriptionRow;
  readonly channels: ChannelRow;
  readonly posts: PostRow;
  readonly deliveries: DeliveryRow;
}

export interface FeedRow {
  readonly feed: string;
  readonly etag: string;
  readonly last_modified: string;
  readonly read_at: number | null;
  readonly next_at: number;
  readonly failures: number;
  readonly error: string;
  /** 0 while it has been taken, but nothing was saved yet. */
  readonly is_known: number;
}

export interface EntryRow {
  readonly feed: string;
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly at: number | null;
  readonly markdown: string;
  readonly version: string;
  readonly prerelease: number;
  readonly breaking: number;
  readonly package: string;
  readonly image: string;
  readonly seen_at: number;
  readonly is_old: number;
  /** `at`, or `seen_at` where the feed does not say. */
  readonly published_at: number;
  /** Grows in the order in which entries came. */
  readonly arrival: number;
  /** A hash of what is shown. */
  readonly revision: string;
  /** 0 until its deliveries are recorded, and again when it changes. */
  readonly planned: number;
}

export interface SubscriptionRow {
  readonly id: string;
  readonly platform: string;
  readonly workspace: string;
  readonly channel: string;
  readonly feed: string;
  /** JSON of an `EntryFilter`. */
  readonly filter: string;
  /** JSON of a `Schedule`. */
  readonly schedule: string;
  readonly origin: Subscription['origin'];
  readonly made_by: string;
  readonly at: number;
  readonly paused: string;
}

/** A channel takes one post at a time: whoever changes anything of its posts or deliveries has locked this row before. */
export interface ChannelRow {
  readonly platform: string;
  readonly channel: string;
  /** Whose claim has it; empty for nobody's. */
  readonly owner: string;
  /** When that claim runs out. */
  readonly leased_until: number;
  /** When it takes the next post. */
  readonly next_at: number;
  /** When the first thing is due that waits here; null where nothing waits. */
  readonly due_at: number | null;
  /** The latest of these three times, by which channels are found that can be claimed; null where nothing waits. */
  readonly ready_at: number | null;
}

export interface PostRow {
  readonly id: string;
  readonly subscription: string;
  readonly platform: string;
  readonly workspace: string;
  readonly channel: string;
  readonly feed: string;
  readonly kind: 'entry' | 'digest';
  /** `open`: to be sent, now or again. `stale`: sent, and to be updated. `dropped`: never sent. */
  readonly state: 'open' | 'sent' | 'stale' | 'dead' | 'dropped';
  /** The platform's id of the message; empty before it is sent. */
  readonly message: string;
  /** Of the entry that it shows; empty for a digest. */
  readonly revision: string;
  /** 1 where that entry was changed while it was on its way. */
  readonly outdated: number;
  readonly attempts: number;
  /** When the first attempt began, or that of the update. */
  readonly started_at: number;
  readonly sent_at: number | null;
  readonly updates: number;
  readonly error: string;
  /** What was sent and refused, as JSON; empty but for dead ones. */
  readonly payload: string;
  readonly dead_at: number | null;
}

export interface DeliveryRow {
  readonly subscription: string;
  readonly feed: string;
  readonly entry: string;
  /** `posting`: it is in a post that has not been sent yet. */
  readonly state: 'waiting' | 'posting' | 'sent' | 'dead' | 'dropped';
  readonly due_at: number;
  /** Of the entry, when it was planned. */
  readonly published_at: number;
  readonly arrival: number;
  readonly post: string | null;
}
