import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { describeProblem } from '../../../src/core/problem.ts';
import { createLog } from '../../../src/log.ts';
import { checkDiscord } from '../../../src/platforms/discord/check-discord.ts';
import type { DiscordCheck, DiscordCheckOptions } from '../../../src/platforms/discord/check-discord.ts';
import { commandsOf } from '../../../src/platforms/discord/commands.ts';
import type { DiscordSettings } from '../../../src/platforms/discord/settings.ts';
import { discordSettings } from './discord-settings.ts';

const APP = '1094012345678901234';
const ACME = '1094012345678900001';
const HELP = '1094012345678900002';
const FORUM = '1094012345678900003';
const SOLVED = '1094012345678900004';
const ROLE = '1094012345678900005';

/** Everything that is needed by default, and what a solved tag needs. */
const ENOUGH = String((1n << 10n) | (1n << 11n) | (1n << 16n) | (1n << 38n));
const MANAGE_THREADS = String(1n << 34n);
const MESSAGE_CONTENT_LIMITED = 1 << 19;

const COMMANDS = commandsOf({ command: 'docs', collections: [] });

interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

const UNKNOWN_CHANNEL: Answer = { status: 404, body: { code: 10003, message: 'Unknown Channel' } };
const MISSING_ACCESS: Answer = { status: 403, body: { code: 50001, message: 'Missing Access' } };

/** By path; what is missing is not there. */
let answers: Record<string, Answer> = {};
let calls: { path: string; token: string | undefined }[] = [];
let server: Server;
let apiUrl = '';
beforeEach(async () => {
  answers = {
    '/users/@me': { body: { id: APP, username: 'acme-docs' } },
    '/applications/@me': { body: { id: APP, name: 'Acme docs', flags: 0, bot_require_code_grant: false } },
    '/users/@me/guilds': { body: [{ id: ACME, name: 'Acme', permissions: ENOUGH }] },
    [`/applications/${APP}/commands`]: { body: COMMANDS },
    [`/channels/${HELP}`]: {
      body: { id: HELP, type: 0, name: 'help', guild_id: ACME, permission_overwrites: [] },
    },
    [`/channels/${FORUM}`]: {
      body: {
        id: FORUM,
        type: 15,
        name: 'questions',
        guild_id: ACME,
        permission_overwrites: [{ id: APP, type: 1, allow: MANAGE_THREADS, deny: '0' }],
        available_tags: [{ id: SOLVED, name: 'solved' }],
      },
    },
    [`/guilds/${ACME}`]: {
      body: {
        id: ACME,
        roles: [
          { id: ACME, permissions: '0' },
          { id: ROLE, permissions: ENOUGH },
        ],
      },
    },
    [`/guilds/${ACME}/members/${APP}`]: { body: { roles: [ROLE] } },
  };
  calls = [];
  server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
});

function answer(request: IncomingMessage, response: ServerResponse): void {
  const path = new URL(request.url ?? '', 'http://localhost').pathname.replace('/api/v10', '');
  calls.push({ path, token: request.headers.authorization });
  const { status = 200, headers = {}, body } = answers[path] ?? { status: 404, body: { code: 0 } };
  const type = typeof body === 'string' ? 'text/html' : 'application/json';
  response.writeHead(status, { 'content-type': type, ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

/** Puts other fields into an answer. */
function change(path: string, own: Readonly<Record<string, unknown>>): void {
  answers[path] = { body: { ...(answers[path]?.body as object), ...own } };
}

interface Told extends DiscordCheck {
  readonly told: readonly string[];
}

async function check(
  own: Partial<DiscordSettings> = {},
  options: Partial<DiscordCheckOptions> = {},
): Promise<Told> {
  const destination = new PassThrough();
  const found = await checkDiscord({
    token: 'abc.HIDDEN.def',
    apiUrl,
    settings: discordSettings(own),
    subscribed: [],
    changelogs: false,
    commands: () => COMMANDS,
    log: createLog({ level: 'trace', secrets: [], destination }),
    ...options,
  });
  destination.end();
  const told = found.problems.map((problem) => `${problem.severity}: ${describeProblem(problem)}`);
  expect([...found.lines, ...told, await text(destination)].join('\n')).not.toContain('HIDDEN');
  return { ...found, told };
}

/** A problem that starts so. */
function starting(beginning: string): string {
  return expect.stringMatching(new RegExp(`^${beginning.replaceAll(/[.()[\]?]/gu, '\\$&')}`, 'u')) as string;
}

describe('what is set up', () => {
  test('is told in two lines where all is well', async () => {
    const { lines, told } = await check();
    expect(lines).toEqual([
      `Discord: Acme docs (${APP}) as @acme-docs, in 1 guild: Acme`,
      'Discord: commands registered',
    ]);
    expect(told).toEqual([]);
    expect(new Set(calls.map(({ token }) => token))).toEqual(new Set(['Bot abc.HIDDEN.def']));
  });

  test('has the names of the first guilds', async () => {
    const guilds = Array.from({ length: 12 }, (_, number) => ({
      id: `${ACME}${number}`,
      name: `G${number}`,
      permissions: ENOUGH,
    }));
    answers['/users/@me/guilds'] = { body: guilds };
    expect((await check()).lines[0]).toMatch(/, in 12 guilds: G0, G1, [^…]*G9, …$/u);
  });

  test('says that commands differ, which is no problem', async () => {
    answers[`/applications/${APP}/commands`] = { body: [] };
    const { lines, told } = await check();
    expect(lines[1]).toBe('Discord: commands not registered yet as they should be; signpost start does it');
    expect(told).toEqual([]);
  });

  test('has the commands of each guild of the config', async () => {
    answers[`/applications/${APP}/guilds/${ACME}/commands`] = { body: COMMANDS };
    const { lines } = await check({ commandGuilds: [ACME] });
    expect(lines.slice(1)).toEqual([`Discord: commands of the guild ${ACME} registered`]);
  });

  test('goes on where the commands cannot be looked up', async () => {
    answers[`/applications/${APP}/commands`] = MISSING_ACCESS;
    expect((await check()).lines[1]).toMatch(/^Discord: commands not looked up: Discord says 50001/u);
  });
});

describe('the application', () => {
  const FORUMS = { forums: [{ id: FORUM, solvedTag: '' }] };

  test('lacks an intent that forums need', async () => {
    expect((await check(FORUMS)).told).toEqual([
      `error: the Discord application lacks the Message Content Intent, needed to read posts in forums, which do not mention it (turn it on at https://discord.com/developers/applications/${APP}/bot → Privileged Gateway Intents, or remove discord.forums from the config)`,
    ]);
  });

  test.each([MESSAGE_CONTENT_LIMITED, 1 << 18])('has the intent that forums need: %i', async (flags) => {
    change('/applications/@me', { flags });
    expect((await check(FORUMS)).told).toEqual([]);
  });

  test('has intents that nothing needs', async () => {
    change('/applications/@me', { flags: MESSAGE_CONTENT_LIMITED | (1 << 15) | (1 << 12) });
    expect((await check()).told).toEqual([
      starting('warning: the Discord application has the Message Content Intent, which nothing needs'),
      starting('warning: the Discord application has the Server Members Intent'),
      starting('warning: the Discord application has the Presence Intent'),
    ]);
  });

  test('has settings with which nothing arrives', async () => {
    change('/applications/@me', {
      bot_require_code_grant: true,
      interactions_endpoint_url: 'https://old.example',
    });
    expect((await check()).told).toEqual([
      starting('error: nobody can add the Discord bot, since it requires an OAuth2 code grant (turn off'),
      starting('error: Discord sends commands and clicks to another program'),
    ]);
  });
});

describe('guilds', () => {
  test('are none yet', async () => {
    answers['/users/@me/guilds'] = { body: [] };
    const { lines, told } = await check();
    expect(lines[0]).toBe(`Discord: Acme docs (${APP}) as @acme-docs, in no guild`);
    expect(told).toEqual([
      `warning: the Discord bot is in no guild (add it to one at https://discord.com/oauth2/authorize?client_id=${APP}&scope=bot+applications.commands&permissions=274877975552)`,
    ]);
  });

  test('of the config that the bot is not in', async () => {
    const { told } = await check({
      commandGuilds: [ACME, '1094012345678909999'],
      guilds: [{ id: '1094012345678908888', collections: [] }],
    });
    expect(told).toEqual([
      starting(
        'error: the Discord bot is not in the guild 1094012345678909999 of discord.commandGuilds[1] (add it',
      ),
      starting('error: the Discord bot is not in the guild 1094012345678908888 of discord.guilds[0] (add it'),
    ]);
  });

  test('in which the bot lacks permissions', async () => {
    answers['/users/@me/guilds'] = {
      body: [
        { id: ACME, name: 'Acme', permissions: String(BigInt(ENOUGH) & ~(1n << 16n)) },
        { id: '2', name: 'Other', permissions: '8' },
      ],
    };
    expect((await check()).told).toEqual([
      starting(
        'warning: in the Discord guild Acme, the bot lacks the permission Read Message History, needed to reply to a message',
      ),
    ]);
  });
});

describe('channels', () => {
  const CHANNELS = { channels: [{ id: HELP, collections: [] }] };

  test('are looked up, and the guild’s roles once', async () => {
    const other = '1094012345678907777';
    answers[`/channels/${other}`] = answers[`/channels/${HELP}`] ?? { body: {} };
    const channels = [...CHANNELS.channels, { id: other, collections: [] }];
    expect((await check({ channels })).told).toEqual([]);
    expect(calls.filter(({ path }) => path === `/guilds/${ACME}`)).toHaveLength(1);
  });

  test.each([
    [UNKNOWN_CHANNEL, `error: Discord knows no channel ${HELP}, of discord.channels[0] (mend its id)`],
    [MISSING_ACCESS, `error: the Discord bot cannot see the channel ${HELP} of discord.channels[0] (give`],
    [
      { status: 500, body: {} },
      `error: the Discord channel ${HELP} of discord.channels[0] cannot be checked`,
    ],
    [
      { body: { id: HELP, type: 11, name: 'one' } },
      `error: #one (${HELP}) of discord.channels[0] is a thread`,
    ],
    [
      { body: { id: HELP, type: 4, name: 'All' } },
      `error: #All (${HELP}) of discord.channels[0] is a category`,
    ],
  ])('%j', async (found, expected) => {
    answers[`/channels/${HELP}`] = found;
    expect((await check(CHANNELS)).told).toEqual([starting(expected)]);
  });

  test('in which the bot lacks permissions', async () => {
    change(`/channels/${HELP}`, {
      permission_overwrites: [{ id: ROLE, type: 0, allow: '0', deny: String(1n << 11n) }],
    });
    expect((await check(CHANNELS)).told).toEqual([
      `error: in #help (${HELP}), the Discord bot lacks the permission Send Messages, needed to reply in channels, and to post changelogs and publish them (give it to the bot in the channel’s settings → Permissions)`,
    ]);
  });

  test('need nothing where mentions are off', async () => {
    change(`/channels/${HELP}`, {
      permission_overwrites: [
        { id: ACME, type: 0, allow: '0', deny: ENOUGH },
        { id: ROLE, type: 0, allow: '0', deny: ENOUGH },
      ],
    });
    const channels = [{ id: HELP, collections: [], mentions: false }];
    expect((await check({ channels })).told).toEqual([]);
  });

  describe('that get changelogs by the config', () => {
    const own = { mentions: false };
    const options = { changelogs: true, subscribed: [{ id: HELP, key: 'feeds[0].subscriptions[1]' }] };

    test('are asked for what posting takes', async () => {
      change(`/channels/${HELP}`, {
        permission_overwrites: [{ id: ROLE, type: 0, allow: '0', deny: String(1n << 11n) }],
      });
      expect((await check(own, options)).told).toEqual([
        starting(`error: in #help (${HELP}), the Discord bot lacks the permission Send Messages`),
      ]);
    });

    test('may be threads, and no forums', async () => {
      change(`/channels/${HELP}`, { type: 11 });
      expect((await check(own, options)).told).toEqual([]);
      change(`/channels/${HELP}`, { type: 15, available_tags: [] });
      expect((await check(own, options)).told).toEqual([
        starting(`error: #help (${HELP}) of feeds[0].subscriptions[1] is a forum in Discord`),
      ]);
    });
  });

  test('whose permissions cannot be looked up get a line', async () => {
    answers[`/guilds/${ACME}/members/${APP}`] = {
      status: 404,
      body: { code: 10007, message: 'Unknown Member' },
    };
    const { lines, told } = await check(CHANNELS);
    expect(lines).toContainEqual(
      starting(`Discord: permissions in #help (${HELP}) not looked up: Discord says 10007`),
    );
    expect(told).toEqual([]);
  });
});

describe('forums', () => {
  beforeEach(() => change('/applications/@me', { flags: MESSAGE_CONTENT_LIMITED }));

  test('tell their tags, and may tag a post', async () => {
    answers['/users/@me/guilds'] = { body: [{ id: ACME, name: 'Acme', permissions: '8' }] };
    const { lines, told } = await check({ forums: [{ id: FORUM, solvedTag: SOLVED }] });
    expect(lines).toContain(`Discord: #questions (${FORUM}) has the tags solved (${SOLVED})`);
    expect(told).toEqual([]);
  });

  test('do not have the tag of the config', async () => {
    change(`/channels/${FORUM}`, { permission_overwrites: [] });
    const { told } = await check({
      mentions: false,
      forums: [{ id: FORUM, solvedTag: '1094012345678906666' }],
    });
    expect(told).toEqual([
      starting('warning: in the Discord guild Acme, the bot lacks the permission Manage Threads'),
      starting(`error: #questions (${FORUM}) has no tag 1094012345678906666, of discord.forums[0].solvedTag`),
      starting(`error: in #questions (${FORUM}), the Discord bot lacks the permission Manage Threads`),
    ]);
  });

  test('are forums', async () => {
    expect((await check({ forums: [{ id: HELP, solvedTag: '' }] })).told).toEqual([
      `error: #help (${HELP}) of discord.forums[0] is no forum in Discord (use the id of a forum)`,
    ]);
  });
});

describe('a token that Discord does not take', () => {
  test.each<[string, Answer, string]>([
    [
      'it is wrong',
      { status: 401, body: { code: 0, message: '401: Unauthorized' } },
      'error: Discord does not take DISCORD_TOKEN (reset it at https://discord.com/developers/applications → the application → Bot → Reset Token, and set the new one)',
    ],
    [
      'too many requests',
      {
        status: 429,
        headers: { 'retry-after': '30' },
        body: { message: 'Slow down', retry_after: 30, global: false },
      },
      'error: Discord asks to wait, so DISCORD_TOKEN is not checked (run signpost check again in a minute)',
    ],
    [
      'something stands between',
      { body: '<!doctype html><title>Sign in to the proxy</title>' },
      'error: DISCORD_TOKEN cannot be checked (what answers is not Discord’s API; see DISCORD_API_URL, and proxies in between)',
    ],
    [
      'Discord fails',
      { status: 503, body: {} },
      'error: DISCORD_TOKEN cannot be checked (Discord answers with HTTP 503; try again later)',
    ],
  ])('%s', async (_, found, expected) => {
    answers['/users/@me'] = found;
    const { lines, told } = await check();
    expect(lines).toEqual(['Discord: not connected']);
    expect(told).toEqual([expected]);
  });

  test('nobody answers', async () => {
    // Nobody listens on port 1.
    const { told } = await check({}, { apiUrl: 'http://127.0.0.1:1/api' });
    expect(told).toEqual([starting('error: DISCORD_TOKEN cannot be checked (Discord cannot be reached')]);
  });
});
