import type { EntriesReply, EntryReply } from './reply.ts';
import type { ChannelPlace, EntryFilter, Schedule } from './subscription.ts';

/** What people ask of changelogs, and in which channels these are posted. Nothing here rejects. */
export interface Changelog {
  /** The feeds that there are, in the config's order. */
  readonly feeds: readonly NamedFeed[];
  /** The newest entries, of one feed or of all that are seen. `feed` is a name or a title; empty for all. */
  latest(feed: string, at: ChangelogPlace): Promise<ChangelogResult>;
  /** Entries about something, newest first. */
  search(words: string, at: ChangelogPlace): Promise<ChangelogResult>;
  /** What the newest entry would look like here. */
  preview(feed: string, at: ChangelogPlace): Promise<ChangelogResult>;
  /** Has a feed's entries posted here from now on; whoever calls has seen that this person may. */
  subscribe(wish: Wish, at: ChangelogPlace): Promise<ChangelogResult>;
  /** Ends that for a feed, or for the only one where `feed` is empty. */
  unsubscribe(feed: string, at: ChangelogPlace): Promise<ChangelogResult>;
  /** What is posted here. */
  list(at: ChangelogPlace): Promise<ChangelogResult>;
}

export interface NamedFeed {
  readonly name: string;
  /** What people call it. */
  readonly title: string;
}

/** Where something is asked for, and by whom. */
export interface ChangelogPlace extends ChannelPlace {
  /** Names of the feeds that are seen here. */
  readonly seen: readonly string[];
  /** The platform's id of the person. */
  readonly by: string;
}

/** What somebody wants to be posted. */
export interface Wish {
  /** Name or title of the feed; may be empty where there is only one. */
  readonly feed: string;
  /** How it was typed, such as `stable package:node ">= 2" daily 9:00 Europe/Berlin`. */
  readonly terms: string;
}

export type ChangelogResult =
  | EntriesReply
  | EntryReply
  | SubscriptionsReply
  | { readonly kind: 'subscribed'; readonly subscription: SubscriptionView; readonly isNew: boolean }
  | { readonly kind: 'unsubscribed'; readonly feed: string }
  /** No feed is called so, or none was named where there are several; `feeds` are those that are seen. */
  | { readonly kind: 'which-feed'; readonly named: string; readonly feeds: readonly NamedFeed[] }
  /** The same for what can be unsubscribed; without feeds, nothing is posted here. */
  | { readonly kind: 'not-subscribed'; readonly named: string; readonly feeds: readonly NamedFeed[] }
  /** The config says that it is posted here, so only there that can be changed. */
  | { readonly kind: 'in-config'; readonly feed: string }
  /** A feed without entries has no preview. */
  | { readonly kind: 'no-entry'; readonly feed: string }
  /** `term` is no filter, digest or time zone; `reason` says what is, in English, without a full stop. */
  | { readonly kind: 'bad-term'; readonly term: string; readonly reason: string }
  /** No changelog is configured, or none is seen here. */
  | { readonly kind: 'no-feeds' }
  /** What is kept cannot be reached; the log has the cause. */
  | { readonly kind: 'failed' };

/** What a channel gets. */
export interface SubscriptionsReply {
  readonly kind: 'subscriptions';
  readonly subscriptions: readonly SubscriptionView[];
}

export interface SubscriptionView {
  /** What people call the feed. */
  readonly feed: string;
  readonly filter: EntryFilter;
  readonly schedule: Schedule;
  readonly origin: 'chat' | 'config';
  /** The platform's id of who made it; empty in a config. */
  readonly by: string;
  /** Why nothing is posted any more; empty while all is well. */
  readonly paused: string;
}
