import type { MessageContextMenuCommandInteraction } from 'discord.js';
import { questionId } from '../question-id.ts';
import { wordsFor } from '../words/words-for.ts';
import type { Handling } from './handling.ts';
import { plainText } from './incoming-text.ts';
import { originOf, whereaboutsOf } from './origin.ts';
import { whispered } from './outgoing.ts';
import { renderNotice } from './render/notice.ts';
import { answer, askingOf, show } from './showing.ts';

/** Answers "Find in docs" on a message, for the asker's eyes only. */
export async function onMessageCommand(
  interaction: MessageContextMenuCommandInteraction,
  handling: Handling,
): Promise<void> {
  const { channel, channelId, guildId, targetMessage, user, client, locale } = interaction;
  const words = wordsFor(locale);
  const at = whereaboutsOf(channel, channelId, guildId);
  const id = questionId('discord', interaction.id);
  const origin = originOf(at, { id, asker: user.id, audience: 'private', locale });
  const question = plainText(targetMessage.content, (one) => nameOf(client.channels.cache.get(one)));
  if (question === '') {
    await interaction.reply(whispered(renderNotice(words.notices.noText)));
    return;
  }
  const asked = handling.answering.read(question, origin);
  if (asked.kind === 'refused') {
    await interaction.reply(whispered(renderNotice(words.notices.tooMany(asked.seconds))));
    return;
  }
  // "help" and "more" are what somebody wrote, not what this person asks of the bot.
  const asking =
    asked.kind === 'question' ? askingOf(asked) : askingOf({ text: question, collections: [], version: '' });
  const reply = answer(asking, origin, handling);
  await interaction.reply(whispered(show(reply, origin, { handling, words })));
}

/** Channels of a guild have names. */
export function nameOf(channel: object | undefined): string | undefined {
  const { name } = (channel ?? {}) as { name?: unknown };
  return typeof name === 'string' ? name : undefined;
}
