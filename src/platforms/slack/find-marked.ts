import type { types } from '@slack/bolt';
import type { FoundPost, Post } from '../../core/announcer.ts';
import { isOwn } from './history.ts';
import type { Reading } from './history.ts';

/** Names what Signpost posts of its own accord; nothing subscribes to it. */
const POST_EVENT = 'signpost_post';

/** Slack's clock may be behind ours, in milliseconds. */
const EARLIER = 60_000;

/** Messages that are read at a time, and how often. */
const READ = 200;
const PAGES = 5;

/** What a post carries unseen, so that it can be found again: https://docs.slack.dev/messaging/message-metadata */
export function markOf({ id }: Post): types.MessageMetadata {
  return { event_type: POST_EVENT, event_payload: { id } };
}

/** A post by its `ts`, or why there is none. */
export type Marked =
  | { readonly kind: 'found'; readonly ts: string }
  | Exclude<FoundPost, { readonly kind: 'found' }>;

/**
 * Looks in a channel's history for the bot's own message that carries a post's id. Reading one's own metadata takes no scope
 * but that of the history: `metadata.message:read` is for events. Rejects with Slack's error.
 */
export async function findMarked(reading: Reading, post: Post, since: Date): Promise<Marked> {
  const { client, self } = reading;
  const oldest = String(Math.max(0, since.getTime() - EARLIER) / 1_000);
  const options = { channel: post.place.channel, oldest, limit: READ, include_all_metadata: true };
  let cursor = '';
  for (let page = 0; page < PAGES; page += 1) {
    const next = cursor === '' ? {} : { cursor };
    const { messages = [], response_metadata } = await client.conversations.history({ ...options, ...next });
    const found = messages.find((message) => isOwn(message, self) && idOf(message) === post.id);
    if (found?.ts !== undefined) return { kind: 'found', ts: found.ts };
    cursor = response_metadata?.next_cursor ?? '';
    if (cursor === '') return { kind: 'none' };
  }
  return { kind: 'unknown', reason: `more than ${READ * PAGES} messages were written in the channel since` };
}

/** The post's id that a message carries; undefined for messages of other kinds. */
function idOf(message: object): unknown {
  const { metadata } = message as { metadata?: { event_type?: unknown; event_payload?: { id?: unknown } } };
  return metadata?.event_type === POST_EVENT ? metadata.event_payload?.id : undefined;
}
