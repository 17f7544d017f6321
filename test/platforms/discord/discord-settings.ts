import type { DiscordSettings } from '../../../src/platforms/discord/settings.ts';

/** What the config says of Discord where it says nothing. */
export function discordSettings(own: Partial<DiscordSettings> = {}): DiscordSettings {
  return {
    mentions: true,
    directMessages: true,
    private: true,
    commandGuilds: [],
    shards: 'auto',
    guilds: [],
    channels: [],
    forums: [],
    managers: [],
    publish: false,
    ...own,
  };
}
