import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandOptionChoice,
  RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { QUESTION_LIMIT } from '../../core/question.ts';
import { scopeOf } from '../scope.ts';
import { versionChoices } from '../version-named.ts';
import { commandName } from '../words/command-name.ts';
import { ENGLISH } from '../words/english.ts';
import { localizations } from '../words/localizations.ts';
import { AVAILABLE } from './available.ts';
import { changelogCommandBody } from './changelog-command-body.ts';
import { named } from './named-option.ts';
import { LIMITS } from './render/limits.ts';
import type { DiscordSettings } from './settings.ts';

export type CommandBody = RESTPostAPIApplicationCommandsJSONBody;

export interface NamedCollection {
  readonly name: string;
  /** What people call it. */
  readonly title: string;
  /** The default first; undefined where they are not known. */
  readonly versions?: readonly string[] | undefined;
}

export interface CommandOptions {
  /** The slash command, without the slash. */
  readonly command: string;
  /** The slash command about changelogs, without the slash. */
  readonly changelogCommand: string;
  readonly collections: readonly NamedCollection[];
  /** The feeds that there are: without any, there is no command about them. */
  readonly feeds: readonly NamedCollection[];
  readonly settings: Pick<DiscordSettings, 'guilds'>;
}

/**
 * The commands as they are registered: in a guild by its id, or everywhere, where no collection shows that is for single guilds.
 * https://docs.discord.com/developers/interactions/application-commands#application-command-object
 */
export function commandsIn(options: CommandOptions, guild: string | undefined): CommandBody[] {
  const { command, changelogCommand, collections, feeds, settings } = options;
  const rules = {
    collections: [...collections, ...feeds].map(({ name }) => name),
    workspaces: settings.guilds,
    channels: [],
  };
  const seen = scopeOf(rules, { workspaces: guild === undefined ? [] : [guild], channel: '' });
  const isSeen = ({ name }: NamedCollection): boolean => seen.includes(name);
  // Everywhere, the command is also for guilds that see a feed which others do not: it names none.
  const told = guild === undefined ? feeds : feeds.filter(isSeen);
  return [
    ...commandsOf({ command, collections: [...collections, ...feeds].filter(isSeen) }),
    ...(told.length === 0 ? [] : [changelogCommandBody(changelogCommand, told.length > 1)]),
  ];
}

/** The slash command, and “Find in docs” on a message, in every language that there are words in. */
export function commandsOf({
  command,
  collections,
}: Pick<CommandOptions, 'command' | 'collections'>): CommandBody[] {
  const { docs, find } = ENGLISH.commands;
  const isDefault = command === docs.name;
  return [
    {
      type: ApplicationCommandType.ChatInput,
      name: command,
      ...(isDefault ? { name_localizations: localizations((words) => commandName(command, words)) } : {}),
      description: docs.description,
      description_localizations: localizations(({ commands }) => commands.docs.description),
      options: optionsOf(collections),
      ...AVAILABLE,
    },
    {
      type: ApplicationCommandType.Message,
      name: find,
      name_localizations: localizations(({ commands }) => commands.find),
      ...AVAILABLE,
    },
  ];
}

function optionsOf(collections: readonly NamedCollection[]): APIApplicationCommandBasicOption[] {
  return [
    {
      ...named(({ commands }) => commands.query),
      type: ApplicationCommandOptionType.String,
      required: true,
      autocomplete: true,
      max_length: QUESTION_LIMIT,
    },
    ...(collections.length < 2 ? [] : [collectionOption(collections)]),
    ...versionOptions(collections),
    { ...named(({ commands }) => commands.share), type: ApplicationCommandOptionType.Boolean },
    { ...named(({ commands }) => commands.for), type: ApplicationCommandOptionType.User },
  ];
}

function collectionOption(collections: readonly NamedCollection[]): APIApplicationCommandBasicOption {
  return {
    ...named(({ commands }) => commands.collection),
    type: ApplicationCommandOptionType.String,
    choices: choicesOf(collections),
  };
}

/** So that with as many collections a command stays within Discord's 8,000 characters. */
const LONGEST_CHOICE = 40;

/** As many as Discord takes; others can still be asked with `version:` before a question. */
function versionOptions(collections: readonly NamedCollection[]): APIApplicationCommandBasicOption[] {
  const versions = versionChoices(collections.map((one) => ({ versions: one.versions ?? [] })))
    .filter((version) => version.length <= LONGEST_CHOICE)
    .slice(0, LIMITS.choices);
  if (versions.length === 0) return [];
  return [
    {
      ...named(({ commands }) => commands.version),
      type: ApplicationCommandOptionType.String,
      choices: versions.map((version) => ({ name: version, value: version })),
    },
  ];
}

/** As many as Discord takes; others can still be asked with `in:` before a question. */
function choicesOf(collections: readonly NamedCollection[]): APIApplicationCommandOptionChoice<string>[] {
  const fitting = collections.filter(({ name }) => name.length <= LIMITS.choice);
  const titles = fitting.map(({ title }) => title);
  return fitting.slice(0, LIMITS.choices).map(({ name, title }) => {
    const isShared = titles.filter((other) => other === title).length > 1;
    return { name: cut(isShared ? `${title} (${name})` : title, LIMITS.choice), value: name };
  });
}

/** A text within a limit of UTF-16 units, never cut inside a character. */
function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text
    .slice(0, limit - 1)
    .replace(/[\uD800-\uDBFF]$/u, '')
    .trimEnd()}…`;
}
