/** A message that a person wrote. */
export interface Incoming {
  readonly channel: string;
  readonly user: string;
  /** As Slack marks it up. */
  readonly text: string;
  readonly ts: string;
  /** The `ts` of the thread that it was written in; empty outside of threads. */
  readonly thread: string;
}

/** Messages of these subtypes are written by people, too: https://docs.slack.dev/reference/events/message#subtypes */
const BY_PEOPLE = new Set(['file_share', 'me_message', 'thread_broadcast']);

/**
 * Reads an event as a message of a person's; undefined for what bots write, for edits, deletions and joins, and for what is no
 * message at all.
 */
export function readIncoming(event: object): Incoming | undefined {
  const { bot_id, subtype, edited, hidden, user, channel, ts, text, thread_ts } = event as Record<
    string,
    unknown
  >;
  if (bot_id !== undefined || edited !== undefined || hidden === true) return undefined;
  if (subtype !== undefined && !(typeof subtype === 'string' && BY_PEOPLE.has(subtype))) return undefined;
  if (typeof user !== 'string' || typeof channel !== 'string' || typeof ts !== 'string') return undefined;
  const thread = typeof thread_ts === 'string' ? thread_ts : '';
  return { channel, user, ts, thread, text: typeof text === 'string' ? text : '' };
}

/** Whether a channel is a conversation with one person: https://docs.slack.dev/apis/web-api/using-the-conversations-api */
export function isDirect(channel: string): boolean {
  return channel.startsWith('D');
}
