import { ChannelType, MessageFlags, Routes } from 'discord.js';
import type { APIChannel, REST } from 'discord.js';
import type { ChannelPlace } from '../../core/subscription.ts';
import type { Log } from '../../log.ts';
import { describeError } from './discord-errors.ts';
import type { DiscordSettings } from './settings.ts';

export interface Publishing {
  readonly place: ChannelPlace;
  /** Discord's id of the message. */
  readonly message: string;
  /** https://docs.discord.com/developers/resources/message#message-object-message-flags */
  readonly flags: number;
  readonly signal: AbortSignal;
}

export interface PublishOptions {
  readonly rest: Pick<REST, 'get' | 'post'>;
  readonly settings: Pick<DiscordSettings, 'publish'>;
  readonly log: Log;
}

/**
 * Publishes a post of an announcement channel to the channels that follow it, where the settings say so. Discord lets ten be
 * published an hour; what fails is logged, for the post itself is there.
 * https://docs.discord.com/developers/resources/message#crosspost-message
 */
export async function publishPost(
  { place, message, flags, signal }: Publishing,
  { rest, settings, log }: PublishOptions,
): Promise<void> {
  if (!settings.publish || (flags & MessageFlags.Crossposted) !== 0) return;
  try {
    const channel = (await rest.get(Routes.channel(place.channel), { signal })) as APIChannel;
    if (channel.type !== ChannelType.GuildAnnouncement) return;
    await rest.post(Routes.channelMessageCrosspost(place.channel, message), { signal });
  } catch (error) {
    log.warn({ ...place, message }, `a post could not be published: ${describeError(error)}`);
  }
}
