import { Routes } from 'discord.js';
import type { APIApplicationCommand, REST } from 'discord.js';
import type { Log } from '../../log.ts';
import type { CommandBody } from './commands.ts';
import { describeError } from './discord-errors.ts';
import { isNamesake, isSame } from './same-commands.ts';

/** As much of discord.js's REST client as it takes. */
export type CommandRest = Pick<REST, 'get' | 'put' | 'delete'>;

export interface RegisterOptions {
  readonly rest: CommandRest;
  /** Discord's id of the application. */
  readonly applicationId: string;
  /** The commands of a guild, or those of everywhere. */
  readonly commands: (guild: string | undefined) => readonly CommandBody[];
  /** The only guilds that have the commands; empty: everywhere. */
  readonly guilds: readonly string[];
  /** Guilds in which commands may be left from when they were registered there. */
  readonly formerGuilds: readonly string[];
  readonly log: Log;
}

export interface Registration {
  /** A guild by its id; undefined: everywhere. */
  readonly guild: string | undefined;
  readonly outcome: 'unchanged' | 'written' | 'failed';
}

/**
 * Has Discord show the commands where the config says, and nowhere else; writes only where something differs, since Discord
 * lets 200 commands a day be made in a guild: https://docs.discord.com/developers/interactions/application-commands#registering-a-command
 * All other commands of the application in that place go. What fails is logged, and never thrown.
 */
export async function registerCommands(options: RegisterOptions): Promise<Registration[]> {
  const { guilds, formerGuilds } = options;
  const places = guilds.length === 0 ? [undefined] : guilds;
  const others = guilds.length === 0 ? formerGuilds : [undefined, ...formerGuilds];
  const registrations: Registration[] = [];
  for (const guild of places) registrations.push({ guild, outcome: await registerIn(options, guild) });
  // Were they removed first, there would be none for a moment, or for good where the others cannot be registered.
  if (registrations.every(({ outcome }) => outcome !== 'failed'))
    for (const guild of others)
      if (guild === undefined || !guilds.includes(guild)) await removeFrom(options, guild);
  return registrations;
}

async function registerIn(
  options: RegisterOptions,
  guild: string | undefined,
): Promise<Registration['outcome']> {
  const { rest, applicationId, log } = options;
  const wanted = bodies(options.commands(guild), guild);
  try {
    const registered = await registeredCommands(rest, applicationId, guild);
    if (isSame(registered, wanted, guild !== undefined)) return 'unchanged';
    await rest.put(routeOf(applicationId, guild), { body: wanted });
    log.info({ guild, commands: wanted.map(({ name }) => name) }, 'discord: commands registered');
    return 'written';
  } catch (error) {
    log.error({ guild, err: error }, `discord: the commands cannot be registered: ${describeError(error)}`);
    return 'failed';
  }
}

/** What a guild's commands hold; what is for commands of the whole application only is left out. */
function bodies(commands: readonly CommandBody[], guild: string | undefined): readonly CommandBody[] {
  if (guild === undefined) return commands;
  return commands.map(({ contexts: _contexts, integration_types: _types, ...command }) => command);
}

async function removeFrom(options: RegisterOptions, guild: string | undefined): Promise<void> {
  const { rest, applicationId, commands, log } = options;
  try {
    const ours = commands(guild);
    const registered = await registeredCommands(rest, applicationId, guild);
    const left = registered.filter((command) => ours.some((own) => isNamesake(command, own)));
    for (const { id, name } of left) {
      await rest.delete(`${routeOf(applicationId, guild)}/${id}`);
      log.info({ guild, command: name }, 'discord: command removed, since it is registered elsewhere now');
    }
  } catch (error) {
    log.warn({ guild, err: error }, `discord: old commands cannot be removed: ${describeError(error)}`);
  }
}

/** The commands that Discord has in a guild, or everywhere, with their translations. */
export async function registeredCommands(
  rest: Pick<REST, 'get'>,
  applicationId: string,
  guild: string | undefined,
): Promise<APIApplicationCommand[]> {
  const query = new URLSearchParams({ with_localizations: 'true' });
  return (await rest.get(routeOf(applicationId, guild), { query })) as APIApplicationCommand[];
}

function routeOf(applicationId: string, guild: string | undefined): `/${string}` {
  return guild === undefined
    ? Routes.applicationCommands(applicationId)
    : Routes.applicationGuildCommands(applicationId, guild);
}
