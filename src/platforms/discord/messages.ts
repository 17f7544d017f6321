import type { Message as DiscordMessage } from 'discord.js';
import type { Origin } from '../answering.ts';
import { questionId } from '../question-id.ts';
import { wordsFor } from '../words/words-for.ts';
import type { Words } from '../words/words.ts';
import { describeError } from './discord-errors.ts';
import { suggestInForum } from './forum.ts';
import type { Handling } from './handling.ts';
import { findEarlierReply } from './history.ts';
import { mentions, plainText } from './incoming-text.ts';
import { nameOf } from './message-command.ts';
import { originOf, takesMentions, whereaboutsOf } from './origin.ts';
import { outgoing } from './outgoing.ts';
import type { Message } from './render/message.ts';
import { renderNotice } from './render/notice.ts';
import { answer, askingOf, show } from './showing.ts';

/** Answers mentions and direct messages, and suggests under new posts of forums; each message once, also after a resume. */
export async function onMessage(message: DiscordMessage, handling: Handling): Promise<void> {
  if (!isByPerson(message)) return;
  const { once, settings } = handling;
  const isForumPost = message.channel.isThread() && message.id === message.channelId;
  const forum = isForumPost ? settings.forums.find(({ id }) => id === parentOf(message)) : undefined;
  const isAsked = forum !== undefined || isForBot(message, handling);
  if (!isAsked || !(await once.isFirst(`discord ${message.channelId} ${message.id}`))) return;
  if (forum === undefined) await reply(message, handling);
  else await suggestInForum(message, handling);
}

function isByPerson({ author, system, webhookId }: DiscordMessage): boolean {
  return !author.bot && !system && webhookId === null;
}

function parentOf({ channel }: DiscordMessage): string | null {
  return channel.isThread() ? channel.parentId : null;
}

function isForBot(message: DiscordMessage, { settings }: Handling): boolean {
  const { channel, channelId, guildId, content, client } = message;
  if (channel.isDMBased()) return settings.directMessages;
  const at = whereaboutsOf(channel, channelId, guildId);
  return takesMentions(settings, at) && mentions(content, client.user.id);
}

async function reply(message: DiscordMessage, handling: Handling): Promise<void> {
  const { channel, channelId, guildId, author, guild } = message;
  const at = whereaboutsOf(channel, channelId, guildId);
  const audience = channel.isDMBased() ? 'direct' : 'public';
  const id = questionId('discord', channelId, message.id);
  // Discord tells the language of people only with what they click.
  const locale = guild?.preferredLocale ?? '';
  const origin = originOf(at, { id, asker: author.id, audience, locale });
  const words = wordsFor(locale);
  const typed = textOf(message);
  const isBare = typed === '' && channel.isThread();
  const answered = await answerTo(message, {
    typed: isBare ? await threadStart(message, handling) : typed,
    origin,
    words,
    handling,
  });
  await send(message, answered, { words, handling });
}

function textOf({ content, client }: DiscordMessage): string {
  return plainText(content, (one) => nameOf(client.channels.cache.get(one)));
}

interface Answering {
  readonly typed: string;
  readonly origin: Origin;
  readonly words: Words;
  readonly handling: Handling;
}

async function answerTo(
  message: DiscordMessage,
  { typed, origin, words, handling }: Answering,
): Promise<Message> {
  const { answering } = handling;
  const asked = answering.read(typed, origin);
  switch (asked.kind) {
    case 'question':
      return show(answer(askingOf(asked), origin, handling), origin, { handling, words });
    case 'more':
      return more(message, { typed, origin, words, handling });
    case 'help':
      return show(answering.help(origin), origin, { handling, words });
    case 'refused':
      return renderNotice(words.notices.tooMany(asked.seconds));
  }
}

/** The next results of the last reply to the same person; its button knows which they are. */
async function more(message: DiscordMessage, { origin, words, handling }: Answering): Promise<Message> {
  try {
    const earlier = await findEarlierReply(message);
    if (earlier === undefined) return renderNotice(words.notices.nothingBefore);
    if (earlier.more === undefined) return renderNotice(words.notices.noMore);
    const { id, offset } = earlier.more;
    const question = await handling.askedBefore.find(earlier.more);
    if (question === undefined) return renderNotice(words.notices.forgotten);
    const again = { ...origin, id, locale: question.locale ?? origin.locale };
    return show(answer({ ...askingOf(question), offset }, again, handling), again, { handling, words });
  } catch (error) {
    handling.log.warn(`the reply before could not be read: ${describeError(error)}`);
    return renderNotice(words.notices.unreadable);
  }
}

/** What the message says that a thread starts with; its title where Discord does not let the bot read that. */
async function threadStart(message: DiscordMessage, { log }: Handling): Promise<string> {
  const { channel, client } = message;
  if (!channel.isThread()) return '';
  try {
    const start = await channel.fetchStarterMessage();
    if (start?.author.id === client.user.id) return '';
    const text = start === null ? '' : textOf(start);
    return text === '' ? channel.name : text;
  } catch (error) {
    log.debug(`the start of a thread could not be read: ${describeError(error)}`);
    return channel.name;
  }
}

async function send(
  message: DiscordMessage,
  answered: Message,
  { words, handling: { log } }: Pick<Answering, 'words' | 'handling'>,
): Promise<void> {
  try {
    // Discord gives back the earlier message for a nonce that it knows, so that a retry posts nothing twice.
    const nonce = { nonce: message.id, enforceNonce: true };
    await message.reply({ ...outgoing(answered), ...nonce, failIfNotExists: false });
  } catch (error) {
    log.error({ channel: message.channelId }, `a reply could not be posted: ${describeError(error)}`);
    await tellDirectly(message, words.notices.notPosted(describeError(error)), log);
  }
}

/** Whoever waits is told; where even that fails, the log knows. */
async function tellDirectly(
  { author, channel }: DiscordMessage,
  text: string,
  log: Handling['log'],
): Promise<void> {
  if (channel.isDMBased()) return;
  try {
    await author.send(outgoing(renderNotice(text)));
  } catch (error) {
    log.warn(`nobody could be told: ${describeError(error)}`);
  }
}
