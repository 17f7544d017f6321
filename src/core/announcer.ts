import type { EntriesReply, EntryReply } from './reply.ts';
import type { ChannelPlace } from './subscription.ts';

/** What is posted in channels by itself. */
export type Announcement = EntryReply | EntriesReply;

/** Posts of Signpost's own accord, on one platform. Nothing here rejects: what goes wrong is an `Announced`. */
export interface Announcer {
  /** Name of the platform. */
  readonly platform: string;
  /** Posts once: of the same post's id, the platform keeps the first within minutes, where it can. */
  post(post: Post): Promise<Announced>;
  /** Changes an earlier post. `sent`, too, where somebody has deleted it. */
  update(post: Post, message: string): Promise<Announced>;
  /** Looks for a post that may have been made by an earlier attempt, which did not live to hear of it. */
  find(post: Post, since: Date): Promise<FoundPost>;
  /** Tells a person in a direct message that a channel gets no more posts. Where that fails, the log knows. */
  tell(person: string, place: ChannelPlace, pause: Pause): Promise<void>;
}

/** Why nothing of a feed is posted any more. */
export interface Pause {
  /** What people call the feed. */
  readonly feed: string;
  /** With what to do, in English, without a full stop. */
  readonly reason: string;
}

export interface Post {
  /** 32 hexadecimal digits, unique. */
  readonly id: string;
  readonly place: ChannelPlace;
  readonly announcement: Announcement;
}

/** What came of it; reasons are the platform's words and what to do, in English, without a full stop. */
export type Announced =
  /** The platform's own id of the message, by which it can be changed. */
  | { readonly kind: 'sent'; readonly message: string }
  /** Too much at once: whole seconds to wait, at least 1. */
  | { readonly kind: 'wait'; readonly seconds: number }
  /** The platform or the network has a problem of its own: later, it may work. */
  | { readonly kind: 'again'; readonly reason: string }
  /** Signpost may not, or can no longer, post in this channel. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** The platform does not take this message, ever; `payload` is what was sent, as JSON without secrets. */
  | { readonly kind: 'invalid'; readonly reason: string; readonly payload: string };

export type FoundPost =
  | { readonly kind: 'found'; readonly message: string }
  | { readonly kind: 'none' }
  /** The platform or the network has a problem of its own: it can be asked later. */
  | { readonly kind: 'again'; readonly reason: string }
  /** It cannot be known: the channel's history may not be read. */
  | { readonly kind: 'unknown'; readonly reason: string };
