import { REST, Routes } from 'discord.js';
import type { APIApplication, APIUser, RESTAPIPartialCurrentUserGuild } from 'discord.js';
import type { Problem } from '../../core/problem.ts';
import type { Log } from '../../log.ts';
import { applicationProblems, refusal } from './check-application.ts';
import { checkChannels } from './check-channels.ts';
import type { SubscribedChannel } from './check-channels.ts';
import type { CommandBody } from './commands.ts';
import { describeError } from './discord-errors.ts';
import { inviteUrl } from './manifest.ts';
import { needsOf } from './needs.ts';
import type { Needs } from './needs.ts';
import { everything } from './permissions.ts';
import { problem, warning } from './problems.ts';
import { registeredCommands } from './register.ts';
import { isSame } from './same-commands.ts';
import type { DiscordSettings } from './settings.ts';

/** Guilds that Discord lists at once; the list of a bot in more goes on. */
const LISTED_GUILDS = 200;

/** Guilds whose names a line has room for. */
const SHOWN_GUILDS = 10;

/** How long Discord may take for an answer, in milliseconds. */
const PATIENCE = 10_000;

export interface DiscordCheckOptions {
  readonly token: string;
  /** Address of the API, without its version and without a slash at its end. */
  readonly apiUrl: string;
  readonly settings: DiscordSettings;
  /** Channels that get changelogs by the config. */
  readonly subscribed: readonly SubscribedChannel[];
  /** Whether there are changelogs to post. */
  readonly changelogs: boolean;
  /** The commands of a guild, or those of everywhere, as they should be registered. */
  readonly commands: (guild: string | undefined) => readonly CommandBody[];
  readonly log: Log;
}

export interface DiscordCheck {
  /** What is set up, to read. */
  readonly lines: readonly string[];
  readonly problems: readonly Problem[];
}

/** A guild in the bot's list; not everything that stands for Discord says what the bot may do there. */
type ListedGuild = Pick<RESTAPIPartialCurrentUserGuild, 'id' | 'name'> &
  Partial<Pick<RESTAPIPartialCurrentUserGuild, 'permissions'>>;

/** What is asked, and how. */
interface Checking extends DiscordCheckOptions {
  readonly rest: REST;
  readonly needs: Needs;
  readonly user: APIUser;
  readonly application: APIApplication;
  readonly guilds: readonly ListedGuild[];
}

/** Asks Discord whether the token is right, and the bot may do what the settings need. Nobody sees anything of it in Discord. */
export async function checkDiscord(options: DiscordCheckOptions): Promise<DiscordCheck> {
  const { apiUrl, token, log } = options;
  const rest = new REST({
    api: apiUrl,
    version: '10',
    retries: 0,
    timeout: PATIENCE,
    rejectOnRateLimit: () => true,
  }).setToken(token);
  try {
    return await checkWith(options, rest);
  } catch (error) {
    log.debug({ err: error }, 'discord: the check was refused');
    return { lines: ['Discord: not connected'], problems: [refusal(error)] };
  } finally {
    // They would keep the program from ending.
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
}

async function checkWith(options: DiscordCheckOptions, rest: REST): Promise<DiscordCheck> {
  const { settings, subscribed, changelogs } = options;
  const needs = needsOf(settings, { changelogs });
  const user = (await rest.get(Routes.user())) as APIUser;
  const application = (await rest.get(Routes.currentApplication())) as APIApplication;
  if (user.id === undefined || application.id === undefined)
    return { lines: ['Discord: not connected'], problems: [NOT_DISCORD] };
  const query = new URLSearchParams({ limit: String(LISTED_GUILDS) });
  const guilds = (await rest.get(Routes.userGuilds(), { query })) as ListedGuild[];
  const checking = { ...options, rest, needs, user, application, guilds };
  const parts = [
    await checkCommands(checking),
    await checkChannels({ rest, userId: user.id, settings, subscribed }),
  ];
  return {
    lines: [summary(checking), ...parts.flatMap(({ lines }) => lines)],
    problems: [
      ...applicationProblems(application, needs.intents.names),
      ...guildProblems(checking),
      ...parts.flatMap(({ problems }) => problems),
    ],
  };
}

const NOT_DISCORD = problem(
  'DISCORD_TOKEN cannot be checked',
  'what answers is not Discord’s API; see DISCORD_API_URL, and proxies in between',
);

function summary({ application, user, guilds }: Checking): string {
  const names = guilds.slice(0, SHOWN_GUILDS).map(({ name }) => name);
  const further = guilds.length > SHOWN_GUILDS ? [...names, '…'] : names;
  const most = guilds.length >= LISTED_GUILDS ? 'at least ' : '';
  const count = guilds.length === 1 ? '1 guild' : `${most}${guilds.length} guilds`;
  const where = guilds.length === 0 ? 'in no guild' : `in ${count}: ${further.join(', ')}`;
  return `Discord: ${application.name} (${application.id}) as @${user.username}, ${where}`;
}

/** Whether the bot is where it is needed, with what it needs there. */
function guildProblems(checking: Checking): Problem[] {
  const { application, needs, guilds } = checking;
  const invite = inviteUrl(application.id, needs.permissions.bits);
  if (guilds.length === 0) return [warning('the Discord bot is in no guild', `add it to one at ${invite}`)];
  const away = awayFrom(checking).map(({ id, key }) =>
    problem(`the Discord bot is not in the guild ${id} of ${key}`, `add it at ${invite}, or mend the id`),
  );
  const lacking = guilds.flatMap(({ name, permissions }) => {
    if (permissions === undefined) return [];
    const granted = everything(BigInt(permissions));
    const missing = needs.permissions.names.filter(({ bits }) => (granted & bits) === 0n);
    return missing.map(({ label, reason }) =>
      warning(
        `in the Discord guild ${name}, the bot lacks the permission ${label}, needed ${reason}`,
        'give it to the bot’s role at Server Settings → Roles, or only to it in the channels where it answers',
      ),
    );
  });
  return [...away, ...lacking];
}

interface Named {
  readonly id: string;
  /** Where in the config. */
  readonly key: string;
}

/** Guilds of the config that the bot is not in; of a bot in very many, nobody can say. */
function awayFrom({ settings, guilds }: Checking): Named[] {
  if (guilds.length >= LISTED_GUILDS) return [];
  const named = [
    ...settings.commandGuilds.map((id, index) => ({ id, key: `discord.commandGuilds[${index}]` })),
    ...settings.guilds.map(({ id }, index) => ({ id, key: `discord.guilds[${index}]` })),
  ];
  return named.filter(({ id }) => guilds.every((guild) => guild.id !== id));
}

async function checkCommands(checking: Checking): Promise<DiscordCheck> {
  const { settings } = checking;
  const guilds = settings.commandGuilds.filter((id) => checking.guilds.some((guild) => guild.id === id));
  const places = settings.commandGuilds.length === 0 ? [undefined] : guilds;
  const lines: string[] = [];
  for (const guild of places) lines.push(await commandsLine(checking, guild));
  return { lines, problems: [] };
}

async function commandsLine(
  { rest, application, commands }: Checking,
  guild: string | undefined,
): Promise<string> {
  const where = guild === undefined ? 'commands' : `commands of the guild ${guild}`;
  try {
    const registered = await registeredCommands(rest, application.id, guild);
    const isThere = isSame(registered, commands(guild), guild !== undefined);
    return isThere
      ? `Discord: ${where} registered`
      : `Discord: ${where} not registered yet as they should be; signpost start does it`;
  } catch (error) {
    return `Discord: ${where} not looked up: ${describeError(error)}`;
  }
}
