import { Client, Options, Partials } from 'discord.js';
import type { Log } from '../../log.ts';
import { needsOf } from './needs.ts';
import type { DiscordSettings } from './settings.ts';

/** Messages of a channel that are kept in memory; none is read from there again. */
const MESSAGES_KEPT = 10;
/** Members of a guild that are kept, beside the bot itself. */
const MEMBERS_KEPT = 100;

export interface ClientOptions {
  readonly settings: DiscordSettings;
  /** Address of the API, without a slash at the end. */
  readonly apiUrl: string;
  readonly log: Log;
}

/** discord.js, not logged in: with the intents that the settings need, small in memory, pinging nobody unless told to. */
export function createDiscordClient({ settings, apiUrl, log }: ClientOptions): Client {
  const { shards } = settings;
  const client: Client = new Client({
    // Changelogs are posted without an intent of their own.
    intents: needsOf(settings, { changelogs: false }).intents.bits,
    // A direct message comes of a channel that is not known yet.
    partials: [Partials.Channel],
    rest: { api: apiUrl },
    ...(shards === 'auto' ? { shards } : { shardCount: shards }),
    allowedMentions: { parse: [], repliedUser: false },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: MESSAGES_KEPT,
      GuildMemberManager: { maxSize: MEMBERS_KEPT, keepOverLimit: ({ id }) => id === client.user?.id },
      PresenceManager: 0,
      ReactionManager: 0,
    }),
  });
  client.on('debug', (text) => log.trace({ platform: 'discord' }, text));
  client.on('warn', (text) => log.warn({ platform: 'discord' }, text));
  client.on('error', (error) => log.error({ err: error, platform: 'discord' }, 'discord.js failed'));
  client.on('shardError', (error, shard) =>
    log.warn({ platform: 'discord', shard }, `the connection to Discord failed: ${error.message}`),
  );
  return client;
}
