import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandOptionChoice,
  APIApplicationCommandSubcommandOption,
} from 'discord.js';
import { QUESTION_LIMIT } from '../../core/question.ts';
import { changelogName } from '../words/command-name.ts';
import type { ChangelogAction, ChangelogChoice, ChangelogOption } from '../words/changelog-words.ts';
import { ENGLISH } from '../words/english.ts';
import { localizations } from '../words/localizations.ts';
import { AVAILABLE } from './available.ts';
import type { CommandBody } from './commands.ts';
import { named } from './named-option.ts';

const {
  Boolean: BOOLEAN,
  Integer: INTEGER,
  String: STRING,
  Subcommand: SUBCOMMAND,
} = ApplicationCommandOptionType;

/** A filter is typed; longer ones are none. */
const FILTER = 200;

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/**
 * The command about changelogs. Feeds are completed while somebody types, not registered: so no guild learns of those of
 * another, and Discord's 8,000 characters of a command hold however many there are.
 */
export function changelogCommandBody(command: string, hasSeveralFeeds: boolean): CommandBody {
  const { name, description } = ENGLISH.changelog.command;
  return {
    type: ApplicationCommandType.ChatInput,
    name: command,
    ...(command === name
      ? { name_localizations: localizations((words) => changelogName(command, words)) }
      : {}),
    description,
    description_localizations: localizations(({ changelog }) => changelog.command.description),
    options: [
      action('latest', [feed(false)]),
      action('search', [{ ...option('words'), type: STRING, required: true, max_length: QUESTION_LIMIT }]),
      action('subscribe', [feed(hasSeveralFeeds), ...filters(), ...times()]),
      action('unsubscribe', [feed(false)]),
      action('list', []),
      action('preview', [feed(false)]),
    ],
    ...AVAILABLE,
  };
}

function action(
  key: ChangelogAction,
  options: APIApplicationCommandBasicOption[],
): APIApplicationCommandSubcommandOption {
  return { ...named(({ changelog }) => changelog.actions[key]), type: SUBCOMMAND, options };
}

function option(key: ChangelogOption) {
  return named(({ changelog }) => changelog.options[key]);
}

function feed(required: boolean): APIApplicationCommandBasicOption {
  return { ...option('feed'), type: STRING, required, autocomplete: true };
}

function filters(): APIApplicationCommandBasicOption[] {
  return [
    { ...option('package'), type: STRING, max_length: FILTER },
    { ...option('contains'), type: STRING, max_length: FILTER },
    { ...option('releases'), type: STRING, choices: choices('stable', 'prerelease') },
    { ...option('versions'), type: STRING, max_length: FILTER },
    { ...option('breaking'), type: BOOLEAN },
  ];
}

function times(): APIApplicationCommandBasicOption[] {
  return [
    { ...option('digest'), type: STRING, choices: choices('now', 'daily', 'weekly') },
    { ...option('day'), type: STRING, choices: choices(...DAYS) },
    { ...option('hour'), type: INTEGER, min_value: 0, max_value: 23 },
    { ...option('zone'), type: STRING, autocomplete: true },
  ];
}

function choices(...keys: readonly ChangelogChoice[]): APIApplicationCommandOptionChoice<string>[] {
  return keys.map((key) => ({
    name: ENGLISH.changelog.choices[key],
    name_localizations: localizations(({ changelog }) => changelog.choices[key]),
    value: key,
  }));
}
