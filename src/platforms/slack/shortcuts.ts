import type { App, Context, MessageShortcut, RespondFn, webApi } from '@slack/bolt';
import { questionId } from '../question-id.ts';
import { ENGLISH } from '../words/english.ts';
import { newState } from './slack-answering.ts';
import type { Handling } from './handling.ts';
import { plainText } from './incoming-text.ts';
import type { Message } from './render/message.ts';
import { renderNotice } from './render/notice.ts';
import { tenantOf } from './origin.ts';
import type { Origin } from './origin.ts';
import { tellOrLog } from './posting.ts';

/** Callback id of "Find in docs", as the manifest has it. */
export const FIND_SHORTCUT = 'signpost_find';

/** Answers "Find in docs" on a message, privately, in its thread: slash commands do not exist in threads. */
export function listenToShortcuts(app: App, handling: Handling): void {
  app.shortcut<MessageShortcut>(
    { callback_id: FIND_SHORTCUT, type: 'message_action' },
    async ({ shortcut, context, ack, respond, client }) => {
      await ack();
      await reply(shortcut, { context, respond, client, handling });
    },
  );
}

interface Arrival {
  readonly context: Context;
  readonly respond: RespondFn;
  readonly client: webApi.WebClient;
  readonly handling: Handling;
}

async function reply(
  shortcut: MessageShortcut,
  { context, respond, client, handling }: Arrival,
): Promise<void> {
  const origin = originOf(shortcut, context);
  const message = answer(shortcut, origin, handling);
  const thread = threadOf(shortcut);
  try {
    await respond({
      response_type: 'ephemeral',
      ...(thread === '' ? {} : { thread_ts: thread }),
      ...message,
    });
  } catch (error) {
    handling.log.warn({ err: error }, 'a response_url did not work, so the reply is posted');
    await tellOrLog(
      { client, log: handling.log },
      { channel: origin.channel, thread, user: origin.asker },
      message,
    );
  }
}

function answer({ message }: MessageShortcut, origin: Origin, { answering }: Handling): Message {
  const text = plainText(message.text ?? '');
  if (text === '') return renderNotice(ENGLISH.notices.noText);
  const asked = answering.read(text, origin);
  if (asked.kind === 'refused') return asked.message;
  // "help" and "more" are what somebody wrote, not what this person asks of the bot.
  const state = asked.kind === 'question' ? asked.state : newState(origin, text);
  return answering.show(answering.reply(state, origin), state, origin);
}

function originOf(shortcut: MessageShortcut, context: Context): Origin {
  return {
    id: questionId(shortcut.trigger_id),
    ...tenantOf(context),
    channel: shortcut.channel.id,
    asker: shortcut.user.id,
    // Shared into the thread of the message, or one below it.
    thread: threadOf(shortcut) || shortcut.message_ts,
    audience: 'private',
  };
}

function threadOf({ message }: MessageShortcut): string {
  const { thread_ts } = message as { thread_ts?: unknown };
  return typeof thread_ts === 'string' ? thread_ts : '';
}
