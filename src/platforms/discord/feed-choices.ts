import type { AutocompleteInteraction } from 'discord.js';
import type { NamedFeed } from '../../core/changelog.ts';
import type { Origin } from '../answering.ts';
import { clipped, isVisible, literal } from '../literal.ts';
import type { Handling } from './handling.ts';
import { originOf, whereaboutsOf } from './origin.ts';
import type { Choice } from './render/choices.ts';
import { LIMITS } from './render/limits.ts';
import { zonesLike } from './time-zones.ts';

/** The feeds that are seen where somebody is. */
export function seenFeeds(
  origin: Origin,
  { answering, changelog }: Pick<Handling, 'answering' | 'changelog'>,
): readonly NamedFeed[] {
  const names = answering.seen(origin);
  return changelog.feeds.filter(({ name }) => names.includes(name));
}

/** Completes a feed or a time zone, from memory: there is no time to wait for anything. */
export async function onChangelogAutocomplete(
  interaction: AutocompleteInteraction,
  handling: Handling,
): Promise<void> {
  const { options, channel, channelId, guildId, user, locale } = interaction;
  const { name, value } = options.getFocused(true);
  if (name === 'zone') {
    await interaction.respond(
      zonesLike(value)
        .slice(0, LIMITS.choices)
        .map((zone) => ({ name: zone, value: zone })),
    );
    return;
  }
  const at = whereaboutsOf(channel, channelId, guildId);
  const origin = originOf(at, { id: '', asker: user.id, audience: 'private', locale });
  await interaction.respond(feedChoices(value, seenFeeds(origin, handling)));
}

/** Those whose title or name holds what is typed; a value longer than Discord takes is left out. */
function feedChoices(typed: string, feeds: readonly NamedFeed[]): Choice[] {
  const wanted = typed.trim().toLowerCase();
  return feeds
    .filter(({ name, title }) => `${title}\n${name}`.toLowerCase().includes(wanted))
    .filter(({ name }) => name.length <= LIMITS.choice)
    .slice(0, LIMITS.choices)
    .map(({ name, title }) => {
      const shown = shortened(title);
      const isShared = feeds.filter((other) => shortened(other.title) === shown).length > 1;
      return { name: isVisible(shown) && !isShared ? shown : named(shown, name), value: name };
    });
}

/** Whatever the name, something of the title is left. */
const TITLE = 60;

function shortened(title: string): string {
  return clipped(literal(title).trim(), TITLE);
}

function named(title: string, name: string): string {
  return clipped(`${title} (${name})`.trim(), LIMITS.choice);
}
