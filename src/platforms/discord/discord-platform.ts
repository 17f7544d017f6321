import {
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayCloseCodes,
  Status,
} from 'discord.js';
import type { Client, Guild } from 'discord.js';
import type { Announcer } from '../../core/announcer.ts';
import type { Changelog } from '../../core/changelog.ts';
import type { Platform } from '../../core/platform.ts';
import type { QueryCore } from '../../core/query.ts';
import type { Claims, FeedbackLog, QuestionLog } from '../../core/store.ts';
import type { Log } from '../../log.ts';
import { Allowance } from '../allowance.ts';
import type { AllowanceOptions } from '../allowance.ts';
import { createAnswering } from '../answering.ts';
import { keepTrying } from '../keep-trying.ts';
import { Once } from '../once.ts';
import { UnderWay } from '../under-way.ts';
import { within } from '../within.ts';
import { wordsFor } from '../words/words-for.ts';
import { createDiscordAnnouncer } from './announcing.ts';
import { AskedBefore } from './asked-before.ts';
import { commandsIn } from './commands.ts';
import type { CommandOptions } from './commands.ts';
import { createDiscordClient } from './discord-client.ts';
import { describeError } from './discord-errors.ts';
import type { Handling } from './handling.ts';
import { listen } from './listen.ts';
import { nameOf } from './message-command.ts';
import { registerCommands } from './register.ts';
import type { DiscordSettings } from './settings.ts';

/** How long answers that are under way may take once Discord is stopped, in milliseconds. */
const GRACE = 2_000;

const READY = 'ready';

export interface DiscordOptions {
  readonly core: QueryCore;
  readonly log: Log;
  readonly settings: DiscordSettings;
  readonly token: string;
  /** Address of the API, without a slash at the end. */
  readonly apiUrl: string;
  /** Name of the slash command, without the slash. */
  readonly command: string;
  readonly changelog: Changelog;
  /** Name of the slash command about changelogs, without the slash. */
  readonly changelogCommand: string;
  readonly limit: AllowanceOptions;
  readonly claims: Claims;
  readonly feedback: FeedbackLog;
  readonly questions: QuestionLog;
  readonly now: () => Date;
}

export interface DiscordPlatform extends Platform {
  /** How it is, in a few words: `ready`, or why not. */
  readonly state: string;
  /** Until it is connected, its calls come to `again`. */
  readonly announcer: Announcer;
}

/** What changes while it runs. */
interface Running {
  readonly client: Client;
  readonly options: DiscordOptions;
  readonly ending: AbortController;
  state: string;
}

/** Signpost on Discord. Starting it rejects with what to do about a token or an intent that Discord does not grant. */
export function createDiscordPlatform(options: DiscordOptions): DiscordPlatform {
  const client = createDiscordClient(options);
  const running: Running = { client, options, ending: new AbortController(), state: 'starting' };
  const underWay = new UnderWay();
  listen(client, handlingOf(options), underWay);
  client.on(Events.ShardDisconnect, ({ code }) => onEnd(running, code));
  let stopped: Promise<void> | undefined;
  return {
    name: 'discord',
    announcer: announcerOf(running),
    get state() {
      const isLost =
        running.state === READY && client.ws.shards.some(({ status }) => status !== Status.Ready);
      return isLost ? 'connecting again' : running.state;
    },
    start: () => start(running),
    stop: () => (stopped ??= stop(running, underWay)),
  };
}

function announcerOf({ client, options }: Running): Announcer {
  return createDiscordAnnouncer({
    ...options,
    userId: () => client.user?.id,
    wordsOf: ({ channel, workspace }) => wordsFor(guildOf(client, channel, workspace)?.preferredLocale ?? ''),
    nameOf: ({ channel }) => {
      const name = nameOf(client.channels.cache.get(channel));
      return name === undefined ? channel : `#${name}`;
    },
  });
}

/** A channel of the config does not tell its guild. */
function guildOf({ channels, guilds }: Client, channelId: string, guildId: string): Guild | undefined {
  const channel = channels.cache.get(channelId);
  return channel !== undefined && 'guild' in channel ? channel.guild : guilds.cache.get(guildId);
}

function handlingOf(options: DiscordOptions): Handling {
  const { guilds, channels } = options.settings;
  const allowance = new Allowance(options.limit);
  const answering = createAnswering({
    ...options,
    platform: 'discord',
    workspaces: guilds,
    channels,
    allowance,
  });
  return { ...options, answering, askedBefore: new AskedBefore(options), once: new Once(options) };
}

async function start(running: Running): Promise<void> {
  const { options, ending } = running;
  const { log, token } = options;
  const { signal } = ending;
  try {
    const trying = { what: 'signing in to Discord', describe: describeLogin, isFinal, signal, log };
    await keepTrying(() => login(running, token), trying);
    running.state = READY;
  } catch (error) {
    if (!signal.aborted) running.state = error instanceof Error ? error.message : String(error);
    throw error;
  }
  await register(running);
}

/** Resolves once every guild is known; rejects where Discord closes the connection for good. */
async function login({ client }: Running, token: string): Promise<void> {
  const ready = new Promise<void>((resolve, reject) => {
    client.once(Events.ClientReady, () => resolve());
    client.once(Events.ShardDisconnect, ({ code }) => reject(new ClosedForGood(code)));
  });
  // Where Discord closes the connection for good, logging in never ends.
  await Promise.race([ready, client.login(token).then(() => ready)]);
}

/** Discord does not take the connection, now or ever. */
class ClosedForGood extends Error {
  constructor(code: number) {
    super(CLOSES[code] ?? `Discord closed the connection for good (${code})`);
    this.name = 'ClosedForGood';
  }
}

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
const CLOSES: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]:
    'Discord does not take DISCORD_TOKEN (4004): reset the token at https://discord.com/developers/applications → the application → Bot, and set it anew',
  [GatewayCloseCodes.DisallowedIntents]:
    'the application lacks the Message Content intent, which discord.forums needs (4014): turn it on at https://discord.com/developers/applications → the application → Bot → Privileged Gateway Intents, or empty discord.forums',
  [GatewayCloseCodes.ShardingRequired]:
    'the bot is in too many guilds for its shards (4011): set discord.shards to auto',
  [GatewayCloseCodes.InvalidShard]:
    'Discord does not take the number of shards (4010): set discord.shards to auto',
};

function describeLogin(error: unknown): string {
  if (error instanceof ClosedForGood) return error.message;
  const isToken = error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
  return isToken ? (CLOSES[GatewayCloseCodes.AuthenticationFailed] ?? '') : describeError(error);
}

function isFinal(error: unknown): boolean {
  if (error instanceof ClosedForGood) return true;
  if (error instanceof DiscordAPIError) return error.status === 401 || error.status === 403;
  return error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
}

/** Guilds in which commands of an earlier config are looked for; in more, that would take too many requests. */
const LOOKED_INTO = 20;

/** Commands that cannot be registered are logged; mentions and direct messages need none. */
async function register({ client, options }: Running): Promise<void> {
  const { settings, log } = options;
  const commands = commandOptions(options);
  await registerCommands({
    rest: client.rest,
    applicationId: client.application?.id ?? '',
    commands: (guild) => commandsIn(commands, guild),
    guilds: settings.commandGuilds,
    formerGuilds: client.guilds.cache.size > LOOKED_INTO ? [] : [...client.guilds.cache.keys()],
    log,
  });
}

/** The core tells of collections and feeds as one. */
function commandOptions({
  core,
  command,
  changelog,
  changelogCommand,
  settings,
}: DiscordOptions): CommandOptions {
  const { feeds } = changelog;
  const isFeed = (name: string): boolean => feeds.some((feed) => feed.name === name);
  const collections = core.help().collections.filter(({ name }) => !isFeed(name));
  return { command, changelogCommand, collections, feeds, settings };
}

function onEnd(running: Running, code: number): void {
  if (running.state !== READY) return;
  running.state = new ClosedForGood(code).message;
  running.options.log.error({ platform: 'discord' }, `Discord is not answered any more: ${running.state}`);
}

async function stop({ client, ending }: Running, underWay: UnderWay): Promise<void> {
  ending.abort();
  await underWay.settled(GRACE);
  // While a shard waits for Discord, this never resolves.
  await within(GRACE, client.destroy()).catch(() => undefined);
}
