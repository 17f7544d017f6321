import type { webApi } from '@slack/bolt';
import type { Log } from '../../log.ts';
import { ENGLISH } from '../words/english.ts';
import type { Message } from './render/message.ts';
import { renderNotice } from './render/notice.ts';
import { describeError } from './slack-errors.ts';

/** Where a message goes. */
export interface Place {
  readonly channel: string;
  /** The `ts` of the thread; empty for none. */
  readonly thread: string;
}

/** Who alone sees a message. */
export interface Whisper extends Place {
  readonly user: string;
}

export interface Posting {
  readonly client: webApi.WebClient;
  readonly log: Log;
}

/** Links in Signpost's own posts never unfurl: the excerpt is there already. */
export const STILL = { unfurl_links: false, unfurl_media: false } as const;

/** Posts for everybody in a place. */
export async function post({ client }: Posting, { channel, thread }: Place, message: Message): Promise<void> {
  await client.chat.postMessage({ channel, ...inThread(thread), ...message, ...STILL });
}

/** Posts for one person in a place; where the bot cannot post there, into the conversation with the bot. */
export async function whisper(
  { client, log }: Posting,
  { channel, thread, user }: Whisper,
  message: Message,
): Promise<void> {
  try {
    await client.chat.postEphemeral({ channel, user, ...inThread(thread), ...message });
  } catch (error) {
    log.debug({ channel, reason: describeError(error) }, 'said in a direct message instead');
    await client.chat.postMessage({ channel: user, ...message, ...STILL });
  }
}

/** Posts for everybody; where that fails, says so in the log and to the one who waits. */
export async function postOrExplain(posting: Posting, where: Whisper, message: Message): Promise<void> {
  try {
    await post(posting, where, message);
  } catch (error) {
    const reason = describeError(error);
    posting.log.error({ channel: where.channel }, `a reply could not be posted: ${reason}`);
    const notice = renderNotice(ENGLISH.notices.notPosted(reason));
    await tellOrLog(posting, where, notice);
  }
}

/** Whispers; where even that fails, the log knows. */
export async function tellOrLog(posting: Posting, where: Whisper, message: Message): Promise<void> {
  try {
    await whisper(posting, where, message);
  } catch (error) {
    posting.log.error({ channel: where.channel }, `nobody could be told: ${describeError(error)}`);
  }
}

function inThread(thread: string): { thread_ts?: string } {
  return thread === '' ? {} : { thread_ts: thread };
}
