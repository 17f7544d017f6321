import { PassThrough } from 'node:stream';
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  REST,
} from 'discord.js';
import { describe, expect, test } from 'vitest';
import { createLog } from '../../../src/log.ts';
import { checkDiscord } from '../../../src/platforms/discord/check-discord.ts';
import { commandsIn, commandsOf } from '../../../src/platforms/discord/commands.ts';
import type { CommandBody, NamedCollection } from '../../../src/platforms/discord/commands.ts';
import { registerCommands } from '../../../src/platforms/discord/register.ts';
import { startFakeDiscord } from '../../fakes/discord/fake-discord.ts';
import { discordSettings } from './discord-settings.ts';

const DOCS = { name: 'docs', title: 'Documentation' };
const API = { name: 'api', title: 'API' };
const INTERNAL = { name: 'internal', title: 'Handbook' };

/** As much of a command or an option as has texts. */
interface Texts {
  readonly name: string;
  readonly name_localizations?: Readonly<Record<string, string | null>> | null;
  readonly description?: string;
  readonly description_localizations?: Readonly<Record<string, string | null>> | null;
  readonly options?: readonly Texts[];
  readonly choices?: readonly (Pick<Texts, 'name' | 'name_localizations'> & { readonly value: string })[];
}

function textsOf(command: CommandBody): Texts {
  return command as unknown as Texts;
}

function slashOf(commands: readonly CommandBody[]): Texts {
  const [slash] = commands;
  if (slash === undefined) throw new Error('there is no command');
  return textsOf(slash);
}

/** The collections that can be chosen; undefined where there is no such option. */
function choicesOf(commands: readonly CommandBody[]): Texts['choices'] {
  return slashOf(commands).options?.find(({ name }) => name === 'collection')?.choices;
}

function many(count: number, title: (number: number) => string): NamedCollection[] {
  return Array.from({ length: count }, (_, number) => ({ name: `c${number}`, title: title(number) }));
}

/** The name or description, and each translation of it. */
function translated(text = '', localizations: Texts['name_localizations'] = {}): string[] {
  return [text, ...Object.values(localizations ?? {}).map(String)];
}

function longest(texts: readonly string[]): number {
  return Math.max(...texts.map((text) => text.length));
}

/** Characters that count for the limit of 8,000: the longest translation of each text, and the choices. */
function sizeOf({ options = [], choices = [], ...texts }: Texts): number {
  const own =
    longest(translated(texts.name, texts.name_localizations)) +
    longest(translated(texts.description, texts.description_localizations));
  const chosen = choices.reduce(
    (sum, { name, name_localizations, value }) =>
      sum + longest(translated(name, name_localizations)) + value.length,
    0,
  );
  return own + chosen + options.reduce((sum, option) => sum + sizeOf(option), 0);
}

describe('the commands', () => {
  test('are the slash command of the config and one on messages, in guilds and in direct messages', () => {
    const available = {
      contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
      integration_types: [ApplicationIntegrationType.GuildInstall],
    };
    expect(commandsOf({ command: 'acme', collections: [DOCS, API] })).toMatchObject([
      {
        type: ApplicationCommandType.ChatInput,
        name: 'acme',
        options: [
          {
            type: ApplicationCommandOptionType.String,
            name: 'query',
            required: true,
            autocomplete: true,
            max_length: 1000,
          },
          {
            type: ApplicationCommandOptionType.String,
            name: 'collection',
            choices: [
              { name: 'Documentation', value: 'docs' },
              { name: 'API', value: 'api' },
            ],
          },
          { type: ApplicationCommandOptionType.Boolean, name: 'share' },
          { type: ApplicationCommandOptionType.User, name: 'for' },
        ],
        ...available,
      },
      { type: ApplicationCommandType.Message, name: 'Find in docs', ...available },
    ]);
  });

  test('translate the name of the slash command only where the config gives it none of its own', () => {
    expect(commandsOf({ command: 'acme', collections: [] })[0]).not.toHaveProperty('name_localizations');
    expect(commandsOf({ command: 'docs', collections: [] })[0]).toHaveProperty('name_localizations');
  });

  test.each([
    ['one collection', [DOCS]],
    ['none', []],
  ])('let nobody choose among %s', (_, collections) => {
    expect(choicesOf(commandsOf({ command: 'docs', collections }))).toBeUndefined();
  });

  test('tell collections of one title apart', () => {
    const collections = [DOCS, { name: 'old', title: 'Documentation' }, API];
    expect(choicesOf(commandsOf({ command: 'docs', collections }))?.map(({ name }) => name)).toEqual([
      'Documentation (docs)',
      'Documentation (old)',
      'API',
    ]);
  });

  test('leave out a collection whose name is longer than a value may be', () => {
    const collections = [{ name: 'x'.repeat(101), title: 'Long' }, DOCS, API];
    expect(choicesOf(commandsOf({ command: 'docs', collections }))?.map(({ name }) => name)).toEqual([
      'Documentation',
      'API',
    ]);
  });
});

describe('the commands of a place', () => {
  const options = {
    command: 'docs',
    changelogCommand: 'changelog',
    feeds: [],
    collections: [DOCS, API, INTERNAL],
    settings: { guilds: [{ id: '1', collections: ['internal'] }] },
  };

  test.each([
    ['everywhere', undefined, ['docs', 'api']],
    ['a guild that sees more', '1', ['docs', 'api', 'internal']],
    ['another guild', '2', ['docs', 'api']],
  ])('%s', (_, guild, names) => {
    expect(choicesOf(commandsIn(options, guild))?.map(({ value }) => value)).toEqual(names);
  });
});

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

describe('within Discord’s limits', () => {
  const largest = commandsOf({
    command: 'x'.repeat(31),
    collections: many(30, (number) => `${number}${'📚'.repeat(60)}`).map((collection) => ({
      ...collection,
      name: collection.name.padEnd(100, 'x'),
      versions: [...Array.from({ length: 30 }, (_, number) => `${number}`.padEnd(40, 'x')), 'x'.repeat(41)],
    })),
  });
  const all = [...commandsOf({ command: 'docs', collections: [DOCS, API] }), ...largest].map(textsOf);

  test('25 choices of 100 characters, never cut inside one', () => {
    const choices = choicesOf(largest);
    expect(choices).toHaveLength(25);
    for (const { name } of choices ?? []) {
      expect(name.length).toBeLessThanOrEqual(100);
      expect(name).toMatch(/^\d+(?:📚)+…$/u);
    }
  });

  test('25 versions of 40 characters', () => {
    const versions = slashOf(largest).options?.find(({ name }) => name === 'version')?.choices;
    expect(versions?.map(({ name }) => name.length)).toEqual(Array.from({ length: 25 }, () => 40));
  });

  test('8,000 characters in all', () => {
    expect(Math.max(...all.map(sizeOf))).toBeLessThanOrEqual(8_000);
  });

  test('names of 32 and descriptions of 100 characters, in every language', () => {
    const withOptions = all.flatMap((command) => [command, ...(command.options ?? [])]);
    for (const { name, name_localizations, description, description_localizations } of withOptions) {
      expect(longest(translated(name, name_localizations))).toBeLessThanOrEqual(32);
      expect(longest(translated(description, description_localizations))).toBeLessThanOrEqual(100);
    }
  });

  test('names that one can type, in every language, and no two options of one name', () => {
    const [slash] = all;
    const names = [slash, ...(slash?.options ?? [])].flatMap((one) =>
      translated(one?.name, one?.name_localizations),
    );
    for (const name of names) {
      expect(name).toMatch(NAME);
      expect(name).toBe(name.toLowerCase());
    }
    const locales = Object.keys(slash?.name_localizations ?? {});
    for (const locale of locales) {
      const own = slash?.options?.map((option) => option.name_localizations?.[locale]);
      expect(new Set(own).size).toBe(slash?.options?.length);
    }
  });
});

function docsCommands(): CommandBody[] {
  return commandsOf({ command: 'docs', collections: [DOCS, API] });
}

describe('Discord', () => {
  test.each<{ place: string; inGuild: boolean }>([
    { place: 'everywhere', inGuild: false },
    { place: 'in a guild', inGuild: true },
  ])('takes them $place, and gives them back as the same', async ({ inGuild }) => {
    const discord = await startFakeDiscord();
    const { token, apiUrl, application, state } = discord;
    const guilds = inGuild ? [...state.guilds.keys()].slice(0, 1) : [];
    const settings = discordSettings({ commandGuilds: guilds });
    const log = createLog({ level: 'silent', secrets: [], destination: new PassThrough() });
    const rest = new REST({ api: apiUrl, version: '10' }).setToken(token);
    const options = {
      rest,
      applicationId: application.id,
      commands: docsCommands,
      guilds,
      formerGuilds: [],
      log,
    };
    const [first] = await registerCommands(options);
    const [second] = await registerCommands(options);
    expect([first?.outcome, second?.outcome]).toEqual(['written', 'unchanged']);
    const { lines, problems } = await checkDiscord({
      token,
      apiUrl,
      settings,
      subscribed: [],
      changelogs: false,
      commands: docsCommands,
      log,
    });
    expect(lines.at(-1)).toMatch(/^Discord: commands (?:of the guild \d+ )?registered$/u);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('the command about changelogs', () => {
  const feeds = many(60, (number) => `Feed ${number} ${'x'.repeat(200)}`);
  const options = {
    command: 'docs',
    changelogCommand: 'changelog',
    collections: [DOCS],
    feeds,
    settings: { guilds: [{ id: '1', collections: ['c0'] }] },
  };
  const [, , changelog] = commandsIn(options, undefined).map(textsOf);
  const all = [changelog, ...(changelog?.options ?? [])].flatMap((one) => [one, ...(one?.options ?? [])]);

  test('has every subcommand, in guilds that see a feed', () => {
    expect(changelog?.options?.map(({ name }) => name)).toEqual([
      'latest',
      'search',
      'subscribe',
      'unsubscribe',
      'list',
      'preview',
    ]);
    const secret = { ...options, feeds: feeds.slice(0, 1) };
    expect(commandsIn(secret, '1').map(({ name }) => name)).toContain('changelog');
    expect(commandsIn(secret, '2').map(({ name }) => name)).not.toContain('changelog');
    expect(commandsIn({ ...options, feeds: [] }, undefined)).toHaveLength(2);
  });

  test('takes at most 8,000 characters in the longest language, and names no feed', () => {
    expect(sizeOf(changelog ?? { name: '' })).toBeLessThanOrEqual(8_000);
    expect(JSON.stringify(changelog)).not.toContain('Feed 1');
  });

  test('has names that one can type, and no two of one name beside each other, in every language', () => {
    for (const one of all) {
      for (const name of translated(one?.name, one?.name_localizations)) {
        expect(name).toMatch(NAME);
        expect(name).toBe(name.toLowerCase());
      }
      expect(longest(translated(one?.description, one?.description_localizations))).toBeLessThanOrEqual(100);
      for (const locale of Object.keys(one?.name_localizations ?? {})) {
        const names = one?.options?.map((option) => option.name_localizations?.[locale]) ?? [];
        expect(new Set(names).size).toBe(names.length);
      }
    }
  });

  test('keeps the name that the config gives it', () => {
    const own = commandsIn({ ...options, changelogCommand: 'news' }, undefined)[2];
    expect(own).toMatchObject({ name: 'news' });
    expect(own).not.toHaveProperty('name_localizations');
    expect(changelog?.name_localizations).toHaveProperty('de');
  });

  test('is taken by Discord, and the same when it is read again', async () => {
    const discord = await startFakeDiscord();
    const log = createLog({ level: 'silent', secrets: [], destination: new PassThrough() });
    const register = {
      rest: new REST({ api: discord.apiUrl, version: '10' }).setToken(discord.token),
      applicationId: discord.application.id,
      commands: (guild: string | undefined) => commandsIn(options, guild),
      guilds: [],
      formerGuilds: [],
      log,
    };
    const outcomes = [await registerCommands(register), await registerCommands(register)];
    expect(outcomes.map(([one]) => one?.outcome)).toEqual(['written', 'unchanged']);
  });
});
