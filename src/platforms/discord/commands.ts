import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord.js';
import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandOptionChoice,
  RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { QUESTION_LIMIT } from '../../core/question.ts';
import { scopeOf } from '../scope.ts';
import { commandName } from '../words/command-name.ts';
import type { CommandWords, NamedWords } from '../words/command-words.ts';
import { ENGLISH } from '../words/english.ts';
import { localizations } from '../words/localizations.ts';
import { LIMITS } from './render/limits.ts';
import type { DiscordSettings } from './settings.ts';

export type CommandBody = RESTPostAPIApplicationCommandsJSONBody;

export interface NamedCollection {
  readonly name: string;
  /** What people call it. */
  readonly title: string;
}

export interface CommandOptions {
  /** The slash command, without the slash. */
  readonly command: string;
  readonly collections: readonly NamedCollection[];
  readonly settings: Pick<DiscordSettings, 'guilds'>;
}

/**
 * The commands as they are registered: in a guild by its id, or everywhere, where no collection shows that is for single guilds.
 * https://docs.discord.com/developers/interactions/application-commands#application-command-object
 */
export function commandsIn(
  { command, collections, settings }: CommandOptions,
  guild: string | undefined,
): CommandBody[] {
  const rules = {
    collections: collections.map(({ name }) => name),
    workspaces: settings.guilds,
    channels: [],
  };
  const seen = scopeOf(rules, { workspaces: guild === undefined ? [] : [guild], channel: '' });
  return commandsOf({ command, collections: collections.filter(({ name }) => seen.includes(name)) });
}

/** The slash command, and “Find in docs” on a message, in every language that there are words in. */
export function commandsOf({ command, collections }: Omit<CommandOptions, 'settings'>): CommandBody[] {
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

/** In guilds that installed the app, and in conversations with the bot. */
const AVAILABLE = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  integration_types: [ApplicationIntegrationType.GuildInstall],
};

function optionsOf(collections: readonly NamedCollection[]): APIApplicationCommandBasicOption[] {
  return [
    {
      ...named((commands) => commands.query),
      type: ApplicationCommandOptionType.String,
      required: true,
      autocomplete: true,
      max_length: QUESTION_LIMIT,
    },
    ...(collections.length < 2 ? [] : [collectionOption(collections)]),
    { ...named((commands) => commands.share), type: ApplicationCommandOptionType.Boolean },
    { ...named((commands) => commands.for), type: ApplicationCommandOptionType.User },
  ];
}

function collectionOption(collections: readonly NamedCollection[]): APIApplicationCommandBasicOption {
  return {
    ...named((commands) => commands.collection),
    type: ApplicationCommandOptionType.String,
    choices: choicesOf(collections),
  };
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

interface Named {
  name: string;
  name_localizations: Record<string, string>;
  description: string;
  description_localizations: Record<string, string>;
}

function named(pick: (commands: CommandWords) => NamedWords): Named {
  const { name, description } = pick(ENGLISH.commands);
  return {
    name,
    name_localizations: localizations(({ commands }) => pick(commands).name),
    description,
    description_localizations: localizations(({ commands }) => pick(commands).description),
  };
}

/** A text within a limit of UTF-16 units, never cut inside a character. */
function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text
    .slice(0, limit - 1)
    .replace(/[\uD800-\uDBFF]$/u, '')
    .trimEnd()}…`;
}
