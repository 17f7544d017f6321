import type { APIApplicationCommand } from 'discord.js';
import type { CommandBody } from './commands.ts';

/** What we say of a command or an option; Discord adds ids, versions and defaults of its own. */
const KEYS: ReadonlySet<string> = new Set([
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'options',
  'required',
  'autocomplete',
  'choices',
  'value',
  'max_length',
  'min_value',
  'max_value',
  'contexts',
  'integration_types',
]);

/** These hold for commands of the whole application only; in a guild, Discord says nothing of them. */
const GLOBAL_KEYS: ReadonlySet<string> = new Set(['contexts', 'integration_types']);

/** Translations may stand under any locale, so their keys all count. */
const TRANSLATIONS: ReadonlySet<string> = new Set(['name_localizations', 'description_localizations']);

/** Discord keeps them as sets. */
const SETS: ReadonlySet<string> = new Set(['contexts', 'integration_types']);

/** Whether Discord already has exactly these commands, in a guild or everywhere; what it adds by itself does not count. */
export function isSame(
  registered: readonly APIApplicationCommand[],
  wanted: readonly CommandBody[],
  inGuild: boolean,
): boolean {
  return asText(registered, inGuild) === asText(wanted, inGuild);
}

/** Type and name tell a command from all others in its place. */
export function isNamesake(one: APIApplicationCommand | CommandBody, other: CommandBody): boolean {
  return typeOf(one) === typeOf(other) && one.name === other.name;
}

/** Where nothing is said, it is a slash command. */
function typeOf({ type = 1 }: APIApplicationCommand | CommandBody): number {
  return type;
}

function asText(commands: readonly (APIApplicationCommand | CommandBody)[], inGuild: boolean): string {
  const keys = inGuild ? new Set([...KEYS].filter((key) => !GLOBAL_KEYS.has(key))) : KEYS;
  const texts = commands.map((command) => JSON.stringify(plain({ ...command, type: typeOf(command) }, keys)));
  return texts.sort().join('\n');
}

/** A value with its keys in order, and without those that say nothing, since Discord leaves them out or fills them in. */
function plain(value: unknown, keys: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((one) => plain(one, keys));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([key, one]) => keys.has(key) && saysSomething(one))
    .map(([key, one]) => [key, plainAt(key, one, keys)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function plainAt(key: string, value: unknown, keys: ReadonlySet<string>): unknown {
  if (TRANSLATIONS.has(key)) return Object.entries(value ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  if (SETS.has(key) && Array.isArray(value)) return value.map(Number).sort((a, b) => a - b);
  return plain(value, keys);
}

function saysSomething(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === '') return false;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}
