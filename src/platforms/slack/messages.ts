import type { App, Context, webApi } from '@slack/bolt';
import { questionId } from '../question-id.ts';
import { ENGLISH } from '../words/english.ts';
import { newState } from './slack-answering.ts';
import type { ButtonState } from './render/buttons.ts';
import { findEarlierReply, readThreadStart } from './history.ts';
import type { Handling } from './handling.ts';
import { mentions, plainText } from './incoming-text.ts';
import { isDirect, readIncoming } from './incoming.ts';
import type { Incoming } from './incoming.ts';
import type { Message } from './render/message.ts';
import { renderNotice } from './render/notice.ts';
import { tenantOf } from './origin.ts';
import type { Origin } from './origin.ts';
import { post, postOrExplain, tellOrLog } from './posting.ts';
import type { Whisper } from './posting.ts';
import { describeError } from './slack-errors.ts';

/** Who asks where, and how to answer there. */
interface Conversation extends Arrival {
  readonly self: Self;
  readonly origin: Origin;
  readonly incoming: Incoming;
}

/** Slack's ids of the bot in this workspace. */
export interface Self {
  readonly botId: string;
  readonly userId: string;
}

/** Answers mentions and direct messages: https://docs.slack.dev/reference/events/app_mention, …/message.im */
export function listenToMessages(app: App, handling: Handling): void {
  app.event('app_mention', ({ event, context, client }) =>
    answerMessage(event, { context, client, handling, onQuestion: doNothing }),
  );
  app.event('message', ({ event, context, client }) =>
    answerMessage(event, { context, client, handling, onQuestion: doNothing }),
  );
}

async function doNothing(): Promise<void> {}

/** A message, and what came with it. */
export interface Arrival {
  readonly context: Context;
  readonly client: webApi.WebClient;
  readonly handling: Handling;
  /** Called with each question once its reply has been posted. */
  readonly onQuestion: (question: string, origin: Origin) => Promise<void>;
}

/** Answers a message once, if it is a person's and was meant for the bot. */
export async function answerMessage(event: object, arrival: Arrival): Promise<void> {
  const { context, handling } = arrival;
  const incoming = readIncoming(event);
  const self = { botId: context.botId ?? '', userId: context.botUserId ?? '' };
  if (incoming === undefined || incoming.user === self.userId) return;
  if (!isAsked(incoming, self, handling)) return;
  const origin = originOf(incoming, context, handling);
  if (!(await handling.once.isFirst(`slack ${origin.workspace} ${incoming.channel} ${incoming.ts}`))) return;
  await answer({ ...arrival, self, origin, incoming });
}

/** Slack may send what was not asked: other messages of a channel, if somebody subscribed to them. */
function isAsked({ channel, text }: Incoming, self: Self, { settings }: Handling): boolean {
  if (isDirect(channel)) return settings.directMessages;
  const own = settings.channels.find(({ id }) => id === channel);
  return (own?.mentions ?? settings.mentions) && mentions(text, self.userId);
}

function originOf(incoming: Incoming, context: Context, { settings }: Handling): Origin {
  const { channel, user: asker, ts, thread } = incoming;
  const tenant = tenantOf(context);
  const about = { ...tenant, id: questionId(tenant.workspace, channel, ts), channel, asker };
  if (isDirect(channel)) return { ...about, thread, audience: 'direct' };
  const own = settings.channels.find(({ id }) => id === channel);
  const isPrivate = (own?.visibility ?? settings.visibility) === 'private';
  // A private reply is shared into the thread of the question.
  return { ...about, thread: thread || ts, audience: isPrivate ? 'private' : 'public' };
}

async function answer(conversation: Conversation): Promise<void> {
  const { handling, origin, incoming } = conversation;
  const { answering } = handling;
  const typed = plainText(incoming.text);
  const isBare = typed === '' && origin.audience !== 'direct' && incoming.thread !== '';
  const asked = answering.read(isBare ? await threadStart(conversation) : typed, origin);
  switch (asked.kind) {
    case 'question':
      await reply(conversation, asked.state);
      return conversation.onQuestion(asked.state.question, origin);
    case 'more':
      return more(conversation);
    case 'help':
      return tell(conversation, answering.show(answering.help(origin), newState(origin, ''), origin));
    case 'refused':
      return tell(conversation, asked.message);
  }
}

async function reply(conversation: Conversation, state: ButtonState): Promise<void> {
  const { handling, client, origin, incoming } = conversation;
  const { answering, log } = handling;
  const message = answering.show(answering.reply(state, origin), state, origin);
  if (origin.audience === 'private') await tell(conversation, message);
  else await postOrExplain({ client, log }, { ...origin, user: incoming.user }, message);
}

/** The next results of the last reply in this conversation; its button knows which they are. */
async function more(conversation: Conversation): Promise<void> {
  const { client, self, origin, incoming } = conversation;
  const { nothingBefore, noMore, unreadable } = ENGLISH.notices;
  try {
    const earlier = await findEarlierReply({ client, self }, incoming);
    if (earlier?.more !== undefined) await reply(conversation, { ...earlier.more, asker: origin.asker });
    else await tell(conversation, renderNotice(earlier === undefined ? nothingBefore : noMore));
  } catch (error) {
    conversation.handling.log.warn(`the reply before could not be read: ${describeError(error)}`);
    await tell(conversation, renderNotice(unreadable));
  }
}

/** What the message says that a thread starts with; empty where that cannot be read, which the log explains. */
async function threadStart({ handling, client, self, incoming }: Conversation): Promise<string> {
  if (!handling.settings.threads) return '';
  try {
    return plainText(await readThreadStart({ client, self }, incoming));
  } catch (error) {
    handling.log.warn(`the start of a thread could not be read: ${describeError(error)}`);
    return '';
  }
}

/** What only the asker needs to know. */
async function tell({ handling, client, origin, incoming }: Conversation, message: Message): Promise<void> {
  const posting = { client, log: handling.log };
  const where: Whisper = { channel: incoming.channel, thread: incoming.thread, user: incoming.user };
  if (origin.audience === 'direct') await post(posting, where, message);
  else await tellOrLog(posting, where, message);
}
