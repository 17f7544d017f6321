import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { describeProblem } from '../../../src/core/problem.ts';
import { createLog } from '../../../src/log.ts';
import { checkSlack } from '../../../src/platforms/slack/check-slack.ts';
import type { SlackCheck, SlackCheckOptions } from '../../../src/platforms/slack/check-slack.ts';
import type { SlackCredentials } from '../../../src/platforms/slack/credentials.ts';
import { needsOf } from '../../../src/platforms/slack/needs.ts';
import { slackSettings } from './slack-settings.ts';

interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

const SCOPES =
  'commands,chat:write,app_mentions:read,channels:history,groups:history,im:history,links:read,links:write';
const ACME: Answer = {
  headers: { 'x-oauth-scopes': SCOPES },
  body: { ok: true, team: 'Acme', team_id: 'T123', user: 'signpost', user_id: 'U1', bot_id: 'B1' },
};
const OPEN: Answer = { body: { ok: true, url: 'wss://127.0.0.1/link' } };

let answers: Record<string, Answer> = {};
let calls: { method: string; headers: IncomingHttpHeaders }[] = [];
let server: Server;
let apiUrl = '';
beforeEach(async () => {
  answers = { 'auth.test': ACME, 'apps.connections.open': OPEN };
  calls = [];
  server = createServer((request, response) => {
    const method = (request.url ?? '').replace('/api/', '');
    calls.push({ method, headers: request.headers });
    const { status = 200, headers = {}, body } = answers[method] ?? { status: 404, body: '' };
    response.writeHead(status, headers);
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
});

const BOT = { kind: 'one', botToken: 'xoxb-1-HIDDEN' } as const;
const SOCKET = { kind: 'socket', appToken: 'xapp-1-HIDDEN' } as const;
const HTTP = { kind: 'http', signingSecret: 'HIDDEN' } as const;
const MANY = { kind: 'many', clientId: '12.34', clientSecret: 'HIDDEN', stateSecret: 'HIDDEN' } as const;

interface Told extends SlackCheck {
  readonly told: readonly string[];
}

async function check(credentials: SlackCredentials, own: Partial<SlackCheckOptions> = {}): Promise<Told> {
  const destination = new PassThrough();
  const log = createLog({ level: 'trace', secrets: [], destination });
  const needs = needsOf(slackSettings(), {
    changelog: false,
    many: credentials.workspace.kind === 'many',
    socket: credentials.transport.kind === 'socket',
  });
  const found = await checkSlack({ credentials, apiUrl, url: 'https://bot.acme.com', needs, log, ...own });
  destination.end();
  const told = found.problems.map((problem) => `${problem.severity}: ${describeProblem(problem)}`);
  expect([...found.lines, ...told, await text(destination)].join('\n')).not.toContain('HIDDEN');
  return { ...found, told };
}

describe('what is set up', () => {
  test('one workspace over a socket is asked for with both tokens', async () => {
    const { lines, told } = await check({ transport: SOCKET, workspace: BOT });
    expect(lines).toEqual(['Slack: Acme (T123) as @signpost, 8 scopes, Socket Mode']);
    expect(told).toEqual([]);
    expect(calls.map(({ method, headers }) => [method, headers.authorization])).toEqual([
      ['auth.test', 'Bearer xoxb-1-HIDDEN'],
      ['apps.connections.open', 'Bearer xapp-1-HIDDEN'],
    ]);
  });

  test('over HTTP, the signing secret cannot be checked', async () => {
    const { lines, told } = await check({ transport: HTTP, workspace: BOT });
    expect(lines).toEqual([
      'Slack: Acme (T123) as @signpost, 8 scopes, events over HTTP',
      'Slack: whether the signing secret is right shows only when Slack sends something',
    ]);
    expect(told).toEqual([]);
    expect(calls.map(({ method }) => method)).toEqual(['auth.test']);
  });

  test('many workspaces install it at a page', async () => {
    const { lines, told } = await check({ transport: HTTP, workspace: MANY });
    expect(lines[0]).toBe(
      'Slack: many workspaces, which install it at https://bot.acme.com/slack/install, events over HTTP',
    );
    expect(told).toEqual([]);
    expect(calls).toEqual([]);
  });

  test.each([
    [
      SOCKET,
      MANY,
      [/^error: people cannot install the Slack app, since slack\.url is empty \(set slack\.url/u],
    ],
    [HTTP, BOT, [/^warning: slack\.url is empty, so signpost manifest slack takes Socket Mode/u]],
    [SOCKET, BOT, []],
  ])('without an address: %j, %j', async (transport, workspace, expected) => {
    const { told } = await check({ transport, workspace }, { url: '' });
    expect(told).toEqual(expected.map((pattern) => expect.stringMatching(pattern) as string));
  });
});

describe('scopes', () => {
  test('that are missing are told with what they are for and where to click', async () => {
    answers['auth.test'] = {
      ...ACME,
      headers: { 'x-oauth-scopes': SCOPES.replace('links:write,', '').replace(',links:write', '') },
    };
    const { told } = await check({ transport: SOCKET, workspace: BOT });
    expect(told).toEqual([
      'error: the Slack app lacks the scope links:write, needed to show beneath a link to the docs what it leads to (add it at https://api.slack.com/apps → the app → OAuth & Permissions → Scopes → Bot Token Scopes, then reinstall the app at the top of that page)',
    ]);
  });

  test('that nothing needs are told, too', async () => {
    answers['auth.test'] = { ...ACME, headers: { 'x-oauth-scopes': `${SCOPES}, users:read` } };
    const { lines, told } = await check({ transport: SOCKET, workspace: BOT });
    expect(lines[0]).toContain('9 scopes');
    expect(told).toEqual([
      expect.stringMatching(
        /^warning: the Slack app has the scope users:read, which nothing needs \(remove/u,
      ),
    ]);
  });

  test('none at all is something else than an answer that names none', async () => {
    answers['auth.test'] = { ...ACME, headers: { 'x-oauth-scopes': '' } };
    expect((await check({ transport: SOCKET, workspace: BOT })).told).toHaveLength(8);
    answers['auth.test'] = { body: ACME.body };
    expect((await check({ transport: SOCKET, workspace: BOT })).told).toEqual([
      expect.stringMatching(/^warning: Slack does not say which scopes the bot token has/u),
    ]);
  });
});

describe('an error of Slack’s says what to do', () => {
  test.each([
    ['invalid_auth', 'copy the Bot User OAuth Token anew from https://api.slack.com/apps'],
    ['not_authed', 'copy the Bot User OAuth Token anew'],
    ['account_inactive', 'the app was removed from the workspace; install the app again'],
    ['token_revoked', 'install the app again'],
    ['not_allowed_token_type', 'it starts with xoxb-'],
    ['internal_error', 'see internal_error under https://docs.slack.dev/reference/methods'],
  ])('%s for the bot token', async (error, remedy) => {
    answers['auth.test'] = { body: { ok: false, error } };
    const { lines, told } = await check({ transport: SOCKET, workspace: BOT });
    expect(lines).toEqual(['Slack: not connected, Socket Mode']);
    expect(told).toEqual([
      expect.stringContaining(`error: Slack does not take SLACK_BOT_TOKEN: ${error} (`) as string,
    ]);
    expect(told[0]).toContain(remedy);
  });

  test.each([
    ['invalid_auth', 'copy it anew from https://api.slack.com/apps → the app → Basic Information'],
    ['missing_scope', 'generate one with connections:write'],
    ['not_allowed_token_type', 'it starts with xapp-'],
  ])('%s for the app token', async (error, remedy) => {
    answers['apps.connections.open'] = { body: { ok: false, error, needed: 'connections:write' } };
    const { told } = await check({ transport: SOCKET, workspace: BOT });
    expect(told).toEqual([
      expect.stringContaining(`error: Slack does not take SLACK_APP_TOKEN: ${error} (`) as string,
    ]);
    expect(told[0]).toContain(remedy);
  });

  test('too many requests: it is not asked again', async () => {
    answers['auth.test'] = { status: 429, headers: { 'retry-after': '30' }, body: '' };
    const { told } = await check({ transport: HTTP, workspace: BOT });
    expect(told).toEqual([
      'error: Slack asks to wait, so SLACK_BOT_TOKEN is not checked (run signpost check again in a minute)',
    ]);
    expect(calls).toHaveLength(1);
  });

  test('a page instead of JSON: something stands between', async () => {
    answers['auth.test'] = { body: '<!doctype html><title>Sign in to the proxy</title>' };
    const { told } = await check({ transport: HTTP, workspace: BOT });
    expect(told).toEqual([
      'error: SLACK_BOT_TOKEN cannot be checked (what answers is not Slack’s API; see SLACK_API_URL, and proxies in between)',
    ]);
  });

  test('a server that fails', async () => {
    answers['auth.test'] = { status: 503, body: 'HIDDEN' };
    const { told } = await check({ transport: HTTP, workspace: BOT });
    expect(told).toEqual([
      'error: SLACK_BOT_TOKEN cannot be checked (Slack answers with HTTP 503; try again later)',
    ]);
  });

  test('no server', async () => {
    // Nobody listens on port 1.
    const { told } = await check(
      { transport: SOCKET, workspace: BOT },
      { apiUrl: 'http://127.0.0.1:1/api/' },
    );
    expect(told).toEqual([
      expect.stringMatching(/^error: SLACK_BOT_TOKEN cannot be checked \(Slack cannot be reached/u),
      expect.stringMatching(/^error: SLACK_APP_TOKEN cannot be checked \(Slack cannot be reached/u),
    ]);
  });
});
