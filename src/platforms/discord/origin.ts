import type { Channel } from 'discord.js';
import type { Origin as AnyOrigin } from '../answering.ts';
import type { DiscordSettings } from './settings.ts';

/** Where something happens: ids are Discord's own. */
export interface Whereabouts {
  /** Empty outside of guilds. */
  readonly guild: string;
  /** The channel that settings go by: of a thread, the one it belongs to. */
  readonly channel: string;
}

/** A thread goes by its channel's settings. */
export function whereaboutsOf(
  channel: Channel | null,
  channelId: string,
  guildId: string | null,
): Whereabouts {
  const parent = channel?.isThread() === true ? channel.parentId : null;
  return { guild: guildId ?? '', channel: parent ?? channelId };
}

export interface Asker {
  /** Id of the question. */
  readonly id: string;
  readonly asker: string;
  readonly audience: AnyOrigin['audience'];
  /** As Discord names it, which is a BCP 47 tag. */
  readonly locale: string;
}

export function originOf({ guild, channel }: Whereabouts, { id, asker, audience, locale }: Asker): AnyOrigin {
  return { id, workspace: guild, organisation: '', channel, asker, audience, locale };
}

/** Whether the slash command answers privately in a place where nobody says. */
export function isPrivate(
  { guilds, channels, private: everywhere }: DiscordSettings,
  at: Whereabouts,
): boolean {
  const channel = channels.find(({ id }) => id === at.channel)?.private;
  return channel ?? guilds.find(({ id }) => id === at.guild)?.private ?? everywhere;
}

/** Whether mentions are answered in a place. */
export function takesMentions({ channels, mentions }: DiscordSettings, at: Whereabouts): boolean {
  return channels.find(({ id }) => id === at.channel)?.mentions ?? mentions;
}
