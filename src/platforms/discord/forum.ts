import { PermissionFlagsBits } from 'discord.js';
import type { ButtonInteraction, Message as DiscordMessage, ThreadChannel } from 'discord.js';
import { questionId } from '../question-id.ts';
import { wordsFor } from '../words/words-for.ts';
import { describeError } from './discord-errors.ts';
import type { Handling } from './handling.ts';
import { plainText } from './incoming-text.ts';
import { nameOf } from './message-command.ts';
import { originOf, whereaboutsOf } from './origin.ts';
import { outgoing, whispered } from './outgoing.ts';
import type { ButtonState } from './render/buttons.ts';
import { renderNotice } from './render/notice.ts';
import { answer, askingOf, show } from './showing.ts';

/** Suggests the likely sections under a new post of a forum, where the docs answer it; is silent where they may not. */
export async function suggestInForum(message: DiscordMessage, handling: Handling): Promise<void> {
  const { channel, channelId, guildId, guild, author, client, content } = message;
  if (!channel.isThread()) return;
  const at = whereaboutsOf(channel, channelId, guildId);
  const id = questionId('discord', channelId, message.id);
  const locale = guild?.preferredLocale ?? '';
  const origin = originOf(at, { id, asker: author.id, audience: 'forum', locale });
  const text = plainText(content, (one) => nameOf(client.channels.cache.get(one)));
  const asking = askingOf({ text: `${channel.name} ${text}`, collections: [], version: '' });
  const reply = answer(asking, origin, handling);
  if (reply.kind !== 'results' || reply.outcome !== 'answered') return;
  const suggestion = show(reply, origin, { handling, words: wordsFor(locale) });
  try {
    await channel.send({ ...outgoing(suggestion), nonce: message.id, enforceNonce: true });
  } catch (error) {
    handling.log.error({ channel: channelId }, `a suggestion could not be posted: ${describeError(error)}`);
  }
}

/** Marks a suggestion as what solved the post, and the post itself where the forum has a tag for that. */
export async function markSolved(
  interaction: ButtonInteraction,
  state: ButtonState,
  handling: Handling,
): Promise<void> {
  const words = wordsFor(interaction.locale);
  if (!mayJudge(interaction, state)) {
    await interaction.reply(whispered(renderNotice(words.notices.mayNotSolve)));
    return;
  }
  const name = interaction.user.displayName;
  const { answering, askedBefore } = handling;
  const question = await askedBefore.find(state);
  const at = whereaboutsOf(interaction.channel, interaction.channelId, interaction.guildId);
  const locale = question?.locale ?? interaction.locale;
  const origin = originOf(at, { ...state, audience: 'forum', locale });
  const reply =
    question === undefined
      ? answering.show(state.section, origin)
      : answer(askingOf(question), origin, handling);
  await interaction.update(outgoing(show(reply, origin, { handling, words, voted: true, sharedBy: name })));
  await applyTag(interaction, handling);
}

/** Takes a suggestion away that did not help. */
export async function removeSuggestion(interaction: ButtonInteraction, state: ButtonState): Promise<void> {
  const words = wordsFor(interaction.locale);
  if (!mayJudge(interaction, state)) {
    await interaction.reply(whispered(renderNotice(words.notices.mayNotSolve)));
    return;
  }
  await interaction.deferUpdate();
  await interaction.deleteReply();
}

/** Who wrote the post, or moderates the forum. */
function mayJudge({ user, memberPermissions }: ButtonInteraction, { asker }: ButtonState): boolean {
  return user.id === asker || memberPermissions?.has(PermissionFlagsBits.ManageMessages) === true;
}

async function applyTag({ channel }: ButtonInteraction, { settings, log }: Handling): Promise<void> {
  if (channel?.isThread() !== true) return;
  const thread: ThreadChannel = channel;
  const tag = settings.forums.find(({ id }) => id === thread.parentId)?.solvedTag ?? '';
  if (tag === '' || thread.appliedTags.includes(tag)) return;
  try {
    await thread.setAppliedTags([...thread.appliedTags, tag]);
  } catch (error) {
    log.error({ channel: thread.id }, `a post could not be tagged as solved: ${describeError(error)}`);
  }
}
