import type { webApi } from '@slack/bolt';
import { ACTIONS, decodeState } from './render/buttons.ts';
import type { ButtonState } from './render/buttons.ts';

/** A reply of the bot's own that stands in a conversation. */
export interface EarlierReply {
  /** What its button for more results holds; undefined where there are none. */
  readonly more: ButtonState | undefined;
}

/** The bot, and how it reads. */
export interface Reading {
  readonly client: webApi.WebClient;
  readonly self: { readonly botId: string; readonly userId: string };
}

export interface Position {
  readonly channel: string;
  readonly ts: string;
  /** Empty outside of threads. */
  readonly thread: string;
}

/** Messages that are read at a time to find the last reply, and how often: a thread is read from its start. */
const READ = 200;
const PAGES = 5;

const SHOWN = new Set<string>([ACTIONS.helpful, ACTIONS.unhelpful, ACTIONS.more]);

/** The last reply with results before a message; undefined where there is none. Rejects with Slack's error. */
export async function findEarlierReply(
  reading: Reading,
  position: Position,
): Promise<EarlierReply | undefined> {
  const messages = await messagesBefore(reading.client, position);
  const own = messages.filter((message) => isOwn(message, reading.self));
  const buttons = own.map(buttonsOf).findLast((found) => found.some(({ id }) => SHOWN.has(id)));
  if (buttons === undefined) return undefined;
  return { more: decodeState(buttons.find(({ id }) => id === ACTIONS.more)?.value) };
}

/** What people wrote as the first message of a thread; empty where it is the bot's own. Rejects with Slack's error. */
export async function readThreadStart(
  { client, self }: Reading,
  { channel, thread }: Position,
): Promise<string> {
  const { messages } = await client.conversations.replies({ channel, ts: thread, limit: 1 });
  const [first] = messages ?? [];
  return first === undefined || isOwn(first, self) ? '' : (first.text ?? '');
}

/** Oldest first. */
async function messagesBefore(
  client: webApi.WebClient,
  { channel, ts, thread }: Position,
): Promise<readonly object[]> {
  const options = { channel, latest: ts, inclusive: false, limit: READ };
  if (thread === '') return ((await client.conversations.history(options)).messages ?? []).toReversed();
  const found: object[] = [];
  let cursor = '';
  for (let page = 0; page < PAGES; page += 1) {
    const next = cursor === '' ? {} : { cursor };
    const { messages, response_metadata } = await client.conversations.replies({
      ...options,
      ...next,
      ts: thread,
    });
    found.push(...(messages ?? []));
    cursor = response_metadata?.next_cursor ?? '';
    if (cursor === '') break;
  }
  return found;
}

/** Whether the bot wrote a message. */
export function isOwn(message: object, { botId, userId }: Reading['self']): boolean {
  const { bot_id, user } = message as { bot_id?: unknown; user?: unknown };
  return (botId !== '' && bot_id === botId) || (userId !== '' && user === userId);
}

interface FoundButton {
  readonly id: string;
  readonly value: string;
}

function buttonsOf(message: object): FoundButton[] {
  const { blocks } = message as { blocks?: unknown };
  const elements = listOf(blocks).flatMap((block) => listOf((block as { elements?: unknown }).elements));
  return elements.flatMap((element) => {
    const { action_id: id, value } = element as { action_id?: unknown; value?: unknown };
    return typeof id === 'string' && typeof value === 'string' ? [{ id, value }] : [];
  });
}

function listOf(value: unknown): readonly object[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'object' && one !== null) : [];
}
