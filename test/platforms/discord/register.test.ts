import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassThrough } from 'node:stream';
import { json, text } from 'node:stream/consumers';
import { REST } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLog } from '../../../src/log.ts';
import { commandsOf } from '../../../src/platforms/discord/commands.ts';
import type { CommandBody } from '../../../src/platforms/discord/commands.ts';
import { registerCommands } from '../../../src/platforms/discord/register.ts';
import type { RegisterOptions, Registration } from '../../../src/platforms/discord/register.ts';

const COLLECTIONS = [
  { name: 'docs', title: 'Docs' },
  { name: 'api', title: 'API' },
];
const COMMANDS = commandsOf({ command: 'docs', collections: COLLECTIONS });
const EVERYWHERE = '/applications/7/commands';
const inGuild = (guild: string): string => `/applications/7/guilds/${guild}/commands`;

type Stored = Record<string, unknown>;

/** What Discord has, by path; a path that is missing may not be touched. */
let places: Record<string, Stored[]> = {};
let calls: string[] = [];
let server: Server;
let api = '';
beforeEach(async () => {
  places = { [EVERYWHERE]: [], [inGuild('1')]: [], [inGuild('2')]: [] };
  calls = [];
  server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  api = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
});

/** Answers as Discord does, as far as commands go. */
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
  const path = pathname.replace('/api/v10', '');
  calls.push(`${request.method ?? ''} ${path}`);
  const place = Object.keys(places).find((one) => path.startsWith(one)) ?? '';
  const all = places[place];
  const reply = (status: number, body: unknown): unknown =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  if (all === undefined) {
    reply(403, { code: 50001, message: 'Missing Access' });
  } else if (request.method === 'DELETE') {
    places[place] = all.filter(({ id }) => `${place}/${String(id)}` !== path);
    response.writeHead(204).end();
  } else {
    if (request.method === 'PUT') places[place] = stored((await json(request)) as Stored[], place);
    else expect(searchParams.get('with_localizations')).toBe('true');
    reply(200, places[place]);
  }
}

/** Commands as Discord gives them back: with ids, versions and defaults, and keys in another order. */
function stored(commands: readonly Stored[] | readonly CommandBody[], place: string): Stored[] {
  const isGlobal = place === EVERYWHERE;
  return commands.map((command, index) => ({
    id: `10${index}`,
    application_id: '7',
    version: '55',
    default_member_permissions: null,
    nsfw: false,
    dm_permission: true,
    ...Object.fromEntries(Object.entries(command).toReversed()),
    name_localizations: 'name_localizations' in command ? (command.name_localizations as Stored) : null,
    description: 'description' in command ? command.description : '',
    ...(isGlobal ? {} : { guild_id: '1', contexts: null, integration_types: [0] }),
  }));
}

interface Told {
  readonly registrations: readonly Registration[];
  readonly logged: string;
}

async function register(own: Partial<RegisterOptions> = {}): Promise<Told> {
  const destination = new PassThrough();
  const rest = new REST({ api, version: '10', retries: 0 }).setToken('HIDDEN');
  const registrations = await registerCommands({
    rest,
    applicationId: '7',
    commands: () => COMMANDS,
    guilds: [],
    formerGuilds: [],
    log: createLog({ level: 'info', secrets: ['HIDDEN'], destination }),
    ...own,
  });
  destination.end();
  const logged = await text(destination);
  expect(logged).not.toContain('HIDDEN');
  return { registrations, logged };
}

function commandsFor(guild: string | undefined): CommandBody[] {
  return commandsOf({ command: 'docs', collections: guild === '1' ? COLLECTIONS : [] });
}

function namesIn(place: string): unknown[] | undefined {
  return places[place]?.map(({ name }) => name);
}

describe('commands everywhere', () => {
  test('are written where there are none', async () => {
    const { registrations, logged } = await register();
    expect(registrations).toEqual([{ guild: undefined, outcome: 'written' }]);
    expect(calls).toEqual([`GET ${EVERYWHERE}`, `PUT ${EVERYWHERE}`]);
    expect(places[EVERYWHERE]).toMatchObject(COMMANDS);
    expect(logged).toContain('discord: commands registered');
  });

  test('are left alone where they are the same', async () => {
    await register();
    calls = [];
    expect((await register()).registrations).toEqual([{ guild: undefined, outcome: 'unchanged' }]);
    expect(calls).toEqual([`GET ${EVERYWHERE}`]);
  });

  test('are the same in another order, too', async () => {
    places[EVERYWHERE] = stored(COMMANDS, EVERYWHERE).toReversed();
    expect((await register()).registrations).toEqual([{ guild: undefined, outcome: 'unchanged' }]);
  });

  test.each<[string, CommandBody[]]>([
    ['the name', commandsOf({ command: 'help', collections: COLLECTIONS })],
    ['the choices', commandsOf({ command: 'docs', collections: COLLECTIONS.toReversed() })],
    ['an option', commandsOf({ command: 'docs', collections: [] })],
    ['a translation', COMMANDS.map((command) => ({ ...command, name_localizations: { fi: 'ohje' } }))],
    ['the contexts', COMMANDS.map((command) => ({ ...command, contexts: [0] }))],
    ['one command more', [...COMMANDS, { name: 'old', description: 'Old' }]],
    ['one command less', COMMANDS.slice(1)],
  ])('are written where %s differs', async (_, before) => {
    places[EVERYWHERE] = stored(before, EVERYWHERE);
    expect((await register()).registrations).toEqual([{ guild: undefined, outcome: 'written' }]);
    expect(namesIn(EVERYWHERE)).toEqual(['docs', 'Find in docs']);
  });

  test('go from guilds in which they were before, and leave others there', async () => {
    places[inGuild('1')] = stored([...COMMANDS, { name: 'other', description: 'Other' }], inGuild('1'));
    const { logged } = await register({ formerGuilds: ['1', '2'] });
    expect(namesIn(inGuild('1'))).toEqual(['other']);
    expect(calls.filter((call) => call.startsWith('PUT'))).toEqual([`PUT ${EVERYWHERE}`]);
    expect(logged).toContain('command removed');
  });
});

describe('commands of guilds', () => {
  test('are each guild’s own, and say nothing that holds only everywhere', async () => {
    const { registrations } = await register({ commands: commandsFor, guilds: ['1', '2'] });
    expect(registrations.map(({ outcome }) => outcome)).toEqual(['written', 'written']);
    expect(places[inGuild('1')]?.[0]).toMatchObject({ options: { length: 4 }, contexts: null });
    expect(places[inGuild('2')]?.[0]).toMatchObject({ options: { length: 3 }, contexts: null });
  });

  test('are left alone where they are the same', async () => {
    await register({ guilds: ['1'] });
    calls = [];
    expect((await register({ guilds: ['1'] })).registrations).toEqual([{ guild: '1', outcome: 'unchanged' }]);
    expect(calls).toEqual([`GET ${inGuild('1')}`, `GET ${EVERYWHERE}`]);
  });

  test('go from everywhere, and from guilds that the config no longer names', async () => {
    for (const place of [EVERYWHERE, inGuild('2')]) places[place] = stored(COMMANDS, place);
    await register({ guilds: ['1'], formerGuilds: ['1', '2'] });
    expect([EVERYWHERE, inGuild('1'), inGuild('2')].map(namesIn)).toEqual([[], ['docs', 'Find in docs'], []]);
  });

  test('stay elsewhere as long as they cannot be registered here', async () => {
    places[EVERYWHERE] = stored(COMMANDS, EVERYWHERE);
    const { registrations, logged } = await register({ guilds: ['9', '1'] });
    expect(registrations).toEqual([
      { guild: '9', outcome: 'failed' },
      { guild: '1', outcome: 'written' },
    ]);
    expect(namesIn(EVERYWHERE)).toEqual(['docs', 'Find in docs']);
    expect(logged).toContain('the commands cannot be registered: Discord says 50001');
  });
});
