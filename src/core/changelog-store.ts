import type { Entry, StoredEntry } from './entry.ts';
import type { Validators } from './feed.ts';
import type { ChannelPlace, Subscription } from './subscription.ts';

/** How each feed was when it was last read. */
export interface FeedStates {
  /** Of every feed that was ever read, by name. */
  all(): Promise<readonly FeedState[]>;
  /** Undefined before the first reading. */
  find(feed: string): Promise<FeedState | undefined>;
  /**
   * Takes the reading of a feed that is due, until a moment by which it must be done: nobody else reads it before. False where
   * it is not due, or somebody else was faster. A feed that is not known yet is due.
   */
  take(feed: string, now: Date, until: Date): Promise<boolean>;
  /** Replaces what was saved before. */
  save(state: FeedState): Promise<void>;
}

export interface FeedState {
  /** Name of the feed. */
  readonly feed: string;
  readonly validators: Validators;
  /** When it was last read without failure; undefined before. Until then, what it has is old. */
  readonly readAt: Date | undefined;
  /** When it is read next. */
  readonly nextAt: Date;
  /** Failures in a row; 0 while all is well. */
  readonly failures: number;
  /** Why it could not be read the last time; empty while all is well. */
  readonly error: string;
}

/** The entries of every feed, for good. */
export interface EntryLog {
  /**
   * Keeps entries that are new, and takes over what has changed in known ones; both are to be planned then. A known entry that
   * is no prerelease any more counts as seen anew, and as not old.
   */
  merge(entries: readonly Entry[], seen: Seen): Promise<Merged>;
  /** Those that are new or changed since they were planned, oldest first. Old ones are among them when they have changed. */
  unplanned(limit: number): Promise<readonly PlannableEntry[]>;
  /** Newest first by their own date, or when they were seen; of these feeds only. */
  latest(feeds: readonly string[], limit: number): Promise<readonly StoredEntry[]>;
  /** How many of each feed are kept, by its name. */
  counts(): Promise<ReadonlyMap<string, number>>;
}

export interface Seen {
  readonly at: Date;
  /** Whether they are old: nobody is told of them. They are planned by that, where they are new. */
  readonly isOld: boolean;
}

export interface Merged {
  readonly added: number;
  readonly changed: number;
}

export interface PlannableEntry extends StoredEntry {
  /** What it says now; a plan counts only for what it was made of. */
  readonly revision: string;
}

/** Which channels want what. */
export interface Subscriptions {
  /** Replaces the one of the same channel and feed, whose id it takes; what waits for it goes on waiting, also where it was paused. */
  save(subscription: Subscription): Promise<void>;
  /** Drops what waits for it. False where there is none. */
  remove(id: string): Promise<boolean>;
  /** Of every channel, or of one; by channel and feed. */
  list(of?: Pick<ChannelPlace, 'platform' | 'channel'>): Promise<readonly Subscription[]>;
}

/** Entries on their way to channels: recorded before they are sent, claimed by one replica, and settled after. */
export interface Deliveries {
  /**
   * Records which subscriptions get an entry, and marks the posts that show an earlier state of it as to be updated; nothing
   * where the entry has changed since, since then it is planned again. Whoever got it before does not get it again.
   */
  plan(entry: PlannableEntry, plan: DeliveryPlan): Promise<void>;
  /**
   * Takes something that is due in a channel where nothing else is under way: a post that an earlier attempt has left, or a new
   * one of what waits there the longest. Undefined where nothing is due.
   */
  claim(claiming: Claiming): Promise<ClaimedPost | undefined>;
  /** Records what came of a claimed post. False where the claim was lost in the meantime: somebody else settles it. */
  settle(post: Pick<ClaimedPost, 'id' | 'owner'>, settled: Settled, at: Date): Promise<boolean>;
  /** Posts that the platform did not take, or that were tried for too long; newest first. */
  dead(limit: number): Promise<readonly DeadPost[]>;
  /** How many entries wait for each subscription, by its id. */
  waiting(): Promise<ReadonlyMap<string, number>>;
}

export interface DeliveryPlan {
  /** Each subscription that wants it, and when it is due. */
  readonly wanted: readonly { readonly subscription: string; readonly dueAt: Date }[];
  /** Posts made after `since` that were updated less than `most` times are updated. */
  readonly updates: { readonly since: Date; readonly most: number };
}

export interface Claiming {
  readonly now: Date;
  /** Whoever has not settled by then has died; somebody else takes it up. */
  readonly until: Date;
  /** Unique to this claim. */
  readonly owner: string;
  /** Platforms that can post now. */
  readonly platforms: readonly string[];
  /** So many entries or more that are due for a subscription at once become one digest. */
  readonly burst: number;
  /** The most entries of one digest. */
  readonly digest: number;
}

/** A message on its way. What it carries does not change any more, whoever sends it. */
export interface ClaimedPost {
  /** 32 hexadecimal digits. */
  readonly id: string;
  readonly owner: string;
  readonly subscription: Subscription;
  /** One: that entry in full; several, or one for a subscription that wants digests: a digest. */
  readonly kind: 'entry' | 'digest';
  /** In the order of their dates; as they are now. */
  readonly entries: readonly StoredEntry[];
  /** Message that is to be changed; empty for a new one. */
  readonly message: string;
  /** Earlier attempts, whether they were settled or died. */
  readonly attempts: number;
  /** When the first attempt began. */
  readonly startedAt: Date;
}

/** What came of an attempt. */
export type Settled =
  /** `nextAt`: when the channel takes the next post. */
  | { readonly kind: 'sent'; readonly message: string; readonly nextAt: Date }
  | { readonly kind: 'again'; readonly reason: string; readonly nextAt: Date }
  /** Pauses the subscription; its entries wait until it is subscribed anew. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** A dead letter: it is never sent. */
  | { readonly kind: 'dead'; readonly reason: string; readonly payload: string; readonly nextAt: Date };

export interface DeadPost {
  readonly id: string;
  readonly place: ChannelPlace;
  /** Name of the feed. */
  readonly feed: string;
  /** Titles of its entries. */
  readonly titles: readonly string[];
  readonly reason: string;
  /** What was sent, as JSON; empty where nothing was. */
  readonly payload: string;
  readonly at: Date;
}
