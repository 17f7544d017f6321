import type { AutocompleteInteraction, ChatInputCommandInteraction } from 'discord.js';
import type { Origin } from '../answering.ts';
import { questionId } from '../question-id.ts';
import { wordsFor } from '../words/words-for.ts';
import type { Handling } from './handling.ts';
import { isPrivate, originOf, whereaboutsOf } from './origin.ts';
import { outgoing, whispered } from './outgoing.ts';
import { readChoice, renderChoices } from './render/choices.ts';
import { LIMITS } from './render/limits.ts';
import type { Message } from './render/message.ts';
import { renderNotice } from './render/notice.ts';
import { answer, askingOf, show } from './showing.ts';

/** Names of the command's options, as they are registered. */
export const OPTIONS = {
  query: 'query',
  collection: 'collection',
  version: 'version',
  share: 'share',
  for: 'for',
} as const;

/** Answers the slash command in its first response: no channel permission is needed for that. */
export async function onSlashCommand(
  interaction: ChatInputCommandInteraction,
  handling: Handling,
): Promise<void> {
  const { options, channel, channelId, guildId, locale } = interaction;
  const at = whereaboutsOf(channel, channelId, guildId);
  const addressee = options.getUser(OPTIONS.for)?.id ?? '';
  // Nobody else would see a private reply that is meant for them.
  const shared = options.getBoolean(OPTIONS.share) ?? (addressee !== '' || !isPrivate(handling.settings, at));
  const audience = guildId === null ? 'direct' : shared ? 'public' : 'private';
  const id = questionId('discord', interaction.id);
  const origin = originOf(at, { id, asker: interaction.user.id, audience, locale });
  const message = answerTo(interaction, origin, {
    handling,
    addressee: audience === 'public' ? addressee : '',
  });
  await interaction.reply(audience === 'private' ? whispered(message) : outgoing(message));
}

interface Answering {
  readonly handling: Handling;
  readonly addressee: string;
}

function answerTo(
  { options, locale }: ChatInputCommandInteraction,
  origin: Origin,
  { handling, addressee }: Answering,
): Message {
  const { answering } = handling;
  const words = wordsFor(locale);
  const manner = { handling, words, addressee };
  const query = options.getString(OPTIONS.query, true);
  const choice = readChoice(query);
  const picked = choice.kind === 'section' ? answering.show(choice.id, origin) : undefined;
  if (picked?.kind === 'section') return show(picked, origin, manner);
  // Somebody may also type what looks like the id of a section.
  const asked = answering.read(query, origin);
  switch (asked.kind) {
    case 'help':
      return show(answering.help(origin), origin, { handling, words });
    case 'more':
      return renderNotice(words.notices.useMore);
    case 'refused':
      return renderNotice(words.notices.tooMany(asked.seconds));
    case 'question': {
      const chosen = options.getString(OPTIONS.collection);
      const collections = chosen === null ? asked.collections : [chosen];
      const version = options.getString(OPTIONS.version) ?? asked.version;
      const asking = askingOf({ ...asked, collections, version });
      return show(answer(asking, origin, handling), origin, manner);
    }
  }
}

/** Completes what somebody is typing, from memory: there is no time to wait for anything. */
export async function onAutocomplete(
  interaction: AutocompleteInteraction,
  { answering }: Handling,
): Promise<void> {
  const { options, channel, channelId, guildId, user, locale } = interaction;
  const text = options.getFocused();
  const chosen = options.getString(OPTIONS.collection);
  const at = whereaboutsOf(channel, channelId, guildId);
  const origin = originOf(at, { id: '', asker: user.id, audience: 'private', locale });
  const collections = chosen === null ? [] : [chosen];
  const version = options.getString(OPTIONS.version) ?? '';
  const sections = answering.suggest(text, origin, { limit: LIMITS.choices, collections, version });
  await interaction.respond(renderChoices(text, sections));
}
