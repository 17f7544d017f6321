import { closeSync, existsSync, openSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { JsonReply } from '../src/platforms/terminal/json.ts';
import { builtSignpost } from './built-signpost.ts';
import type { Ran, RunOptions } from './built-signpost.ts';
import { CONFIG, ZEBRA, newFolder, workosConfig, write } from './folders.ts';

const SECRETS = {
  SLACK_BOT_TOKEN: 'xoxb-1111-secret-bot',
  SLACK_APP_TOKEN: 'xapp-1111-secret-app',
  SLACK_SIGNING_SECRET: '0123456789abcdefsecret',
  DISCORD_TOKEN: 'discord.secret.token',
  DATABASE_URL: 'postgres://me:secretpassword@localhost/db',
};

const signpost = builtSignpost();
let folder = '';
beforeAll(async () => {
  folder = await newFolder();
  await write(folder, {
    'signpost.yaml': CONFIG,
    'docs/zebra.md': ZEBRA,
    'docs/lion.md': '# Lion\n\nA lion has a mane.\n',
    'broken.yaml': `titel: Animals
collections:
  - name: docs
    source: {folder: docs}
    site: {url: animals}
    maxFileBytes: lots
`,
    'http.yaml': `${CONFIG}slack: {url: https://signpost.example}\n`,
    'forum.yaml': `${CONFIG}discord: {forums: [{id: '1094012345678901236'}]}\n`,
    'empty.yaml': CONFIG.replace('folder: docs', 'folder: drafts'),
    'drafts/zebra.md': '---\ndraft: true\n---\n\n# Zebra\n',
    'workos.yaml': await workosConfig(),
    'half.yaml': `${CONFIG}  - name: api\n    source: {folder: none}\n    site: {url: https://api.example}\n`,
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs a command on the animals' docs, or with another config of the folder. */
function run(args: readonly string[], options: RunOptions & { config?: string } = {}): Promise<Ran> {
  return signpost.run(['--config', join(folder, options.config ?? 'signpost.yaml'), ...args], options);
}

/** Text as one line: what is printed is wrapped. */
function unwrapped(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

describe.concurrent('signpost ask', () => {
  test('prints the reply and nothing else, whatever the port and the colours', async () => {
    const env = { PORT: 'abc', NO_COLOR: '1' };
    expect(await run(['ask', 'what', 'do', 'zebras', 'eat?'], { env })).toEqual({
      code: 0,
      stdout: 'Food\nZebra\nhttps://animals.example/zebra#food\n\nZebras eat grass.\n',
      stderr: '',
    });
  });

  test('says that the docs say nothing, with 1', async () => {
    expect(await run(['ask', 'excel vlookup returns #N/A'], { env: { FORCE_COLOR: '1' } })).toEqual({
      code: 1,
      stdout: expect.stringContaining('The docs do not seem to answer that.') as string,
      stderr: '',
    });
  });

  test('prints one line of JSON with the keys that scripts rely on, and no secret into the log', async () => {
    const env = { ...SECRETS, LOG_LEVEL: 'trace' };
    const { code, stdout, stderr } = await run(['ask', '--json', 'what do zebras eat'], { env });
    const reply = JSON.parse(stdout) as JsonReply;
    expect(stdout).toMatch(/^\{.*\}\n$/u);
    expect(Object.keys(reply)).toEqual(['query', 'outcome', 'confidence', 'hits', 'took_ms']);
    expect(Object.keys(reply.hits[0] ?? {}).join(' ')).toBe(
      'rank score collection file id url title trail excerpt',
    );
    expect(reply).toMatchObject({ query: 'what do zebras eat', outcome: 'answered' });
    expect(code).toBe(0);
    expect(stderr).toContain('"outcome":"answered"');
    expect(stdout + stderr).not.toMatch(/secret/u);
  });

  test('answers a batch in order, with ids, and whatever it is asked', async () => {
    const hostile = [
      '',
      'zebra '.repeat(10_000),
      '\u001B]0;owned\u0007\u009B2J\u0000',
      '🦓 👩‍👩‍👧 \uD800',
      '(a+)+$ [[[ .* \\',
      'أكل الحمار \u202E evil',
      '../../etc/passwd',
      '<script>alert(1)</script> <@U1> @everyone <!channel>',
    ];
    const queries = ['what do zebras eat', ...hostile, 'lion mane'];
    const input = queries.map((query, id) => `${JSON.stringify({ id, query })}\n`).join('');
    const { code, stdout, stderr } = await run(['ask', '--batch'], { input });
    const replies = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as JsonReply & { id: number });
    expect(replies.map(({ id }) => id)).toEqual([...queries.keys()]);
    expect(replies.some((reply) => 'error' in reply)).toBe(false);
    expect([replies[0], replies[1], replies.at(-1)]).toMatchObject([
      { hits: [{ url: 'https://animals.example/zebra#food' }] },
      { query: '', outcome: 'nothing', hits: [] },
      { hits: [{ file: 'lion.md' }] },
    ]);
    expect(stdout.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202E]/u);
    expect([code, stderr]).toEqual([0, '']);
  });

  test('tells a batch which line is wrong, answers the others, and ends with 2', async () => {
    const input = '{"id":"a","query":"zebra"}\nnonsense\n{"id":"b","query":"lion"}\n';
    const { code, stdout, stderr } = await run(['ask', '--batch'], { input });
    expect(stdout.split('\n').map((line) => line.slice(0, 27))).toEqual([
      '{"id":"a","query":"zebra","',
      '{"id":null,"error":"line 2 ',
      '{"id":"b","query":"lion","o',
      '',
    ]);
    expect([code, stderr]).toEqual([2, '']);
  });

  test('answers lines of a pipe, also 60 kB long or with control characters', async () => {
    const input = `what do zebras eat\n${'zebra '.repeat(10_000)}\n\u001B[2J\u0007 lion \u0000mane\n`;
    const { code, stdout, stderr } = await run(['ask'], { input });
    expect(stdout).toContain('https://animals.example/zebra#food');
    expect(stdout).toContain('https://animals.example/lion');
    expect(stdout.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    expect([code, stderr]).toEqual([0, '']);
  });

  test('takes an empty question for one that asks nothing', async () => {
    const { code, stdout, stderr } = await run(['ask', '--json', '']);
    expect(JSON.parse(stdout)).toMatchObject({ query: '', outcome: 'nothing', hits: [] });
    expect([code, stderr]).toEqual([1, '']);
  });

  test('searches the collections that it is given', async () => {
    const { code, stdout } = await run(['ask', '--collection', 'docs', 'zebras', 'food'], {
      config: 'half.yaml',
    });
    expect(stdout).toContain('https://animals.example/zebra#food');
    expect(code).toBe(0);
  });
});

describe.concurrent('signpost sections', () => {
  test('lists every section, to read', async () => {
    const { code, stdout, stderr } = await run(['sections']);
    expect(stdout).toMatch(
      /^docs: lion\.md\n {2}Lion {2}\S+ {2}https:\/\/animals\.example\/lion\n\ndocs: zebra\.md\n/u,
    );
    expect([code, stderr]).toEqual([0, '']);
  });

  test('lists every section as JSON lines', async () => {
    const { code, stdout } = await run(['sections', '--json']);
    const rows = stdout.trimEnd().split('\n');
    expect(rows).toHaveLength(3);
    expect(JSON.parse(rows[2] ?? '')).toEqual({
      collection: 'docs',
      file: 'zebra.md',
      heading: 'Food',
      level: 2,
      line: 5,
      url: 'https://animals.example/zebra#food',
      id: expect.stringMatching(/^[\w-]+$/u) as string,
    });
    expect(code).toBe(0);
  });

  test('ends quietly where nobody reads on', async () => {
    expect(await run(['sections', '--json'], { unread: true })).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test.skipIf(!existsSync('/dev/full'))('says that the disk is full', async () => {
    const full = openSync('/dev/full', 'w');
    const { code, stderr } = await run(['sections'], { stdout: full });
    closeSync(full);
    expect(stderr).toMatch(/^signpost: cannot write to standard output: ENOSPC[^\n]*\n$/u);
    expect(code).toBe(2);
  });
});

describe.concurrent('signpost check', () => {
  test('finds nothing wrong, with 0', async () => {
    const { code, stdout, stderr } = await run(['check']);
    expect(stdout).toContain('collection docs: 2 pages, 3 sections\n');
    expect(stdout).toContain('\nSlack: off, since none of its variables is set\n');
    expect(stdout).toContain('\nDiscord: off, since DISCORD_TOKEN is not set\n');
    expect(stdout).toContain('\nMCP: at /mcp, for programs of this machine\n');
    expect(stdout).toMatch(/\n\nno problems\n$/u);
    expect([code, stderr]).toEqual([0, '']);
  });

  test('warns where others could reach MCP, and not where they need a token', async () => {
    const open = await run(['check'], { env: { HOST: '0.0.0.0' } });
    expect(open.stdout).toContain('\nMCP: not at /mcp, see below\n');
    expect(unwrapped(open.stdout)).toMatch(
      /warning: nobody is answered at \/mcp, since others can reach HOST 0\.0\.0\.0 and MCP_TOKEN is not set \(set/u,
    );
    expect(open.stdout).toMatch(/\n1 warning\n$/u);
    const token = 'a-secret-of-many-letters';
    const closed = await run(['check'], { env: { HOST: '0.0.0.0', MCP_TOKEN: token } });
    expect(closed.stdout).toContain('\nMCP: at /mcp, for who sends MCP_TOKEN\n');
    expect(closed.stdout).toMatch(/\n\nno problems\n$/u);
    const short = await run(['check'], { env: { HOST: '0.0.0.0', MCP_TOKEN: 'secret' } });
    expect(short.stdout).toMatch(/\n1 error\n$/u);
    expect(closed.stdout + short.stdout).not.toMatch(/secret/u);
    expect([open.code, closed.code, short.code]).toEqual([0, 0, 2]);
  });

  test('asks Slack and Discord, and says what to do where neither answers, without a secret', async () => {
    // Nobody listens on port 1.
    const nobody = 'http://127.0.0.1:1/api';
    const env = { ...SECRETS, SLACK_API_URL: nobody, DISCORD_API_URL: nobody };
    const { code, stdout, stderr } = await run(['check'], { env });
    expect(stdout).toContain('\nSlack: not connected, Socket Mode\n');
    expect(unwrapped(stdout)).toMatch(/error: SLACK_BOT_TOKEN cannot be checked \(Slack cannot be reached/u);
    expect(stdout).toContain('\nDiscord: not connected\n');
    expect(unwrapped(stdout)).toMatch(/error: DISCORD_TOKEN cannot be checked \(Discord cannot be reached/u);
    expect(stdout).toMatch(/\n3 errors\n$/u);
    expect(stdout).not.toMatch(/secret/u);
    expect([code, stderr]).toEqual([2, '']);
  });

  test('says which of Slack’s variables is missing, once', async () => {
    const half = await run(['check'], { env: { SLACK_BOT_TOKEN: 'xoxb-1-secret' } });
    expect(unwrapped(half.stdout)).toMatch(
      /Slack: off, see below .*error: Slack has no way to reach Signpost/u,
    );
    expect(half.stdout).toMatch(/\n1 error\n$/u);
    const wrong = await run(['check'], { env: { SLACK_BOT_TOKEN: 'xapp-1-secret' } });
    expect(unwrapped(wrong.stdout)).toContain('error: SLACK_BOT_TOKEN starts with xapp-');
    expect(wrong.stdout).toMatch(/\n1 error\n$/u);
    expect([half.code, wrong.code]).toEqual([2, 2]);
  });

  test('says all that is wrong with environment and sources, with 2', async () => {
    const env = { PORT: 'abc', SLACK_APP_TOKEN: 'xoxb-secret' };
    const { code, stdout } = await run(['check'], { config: 'half.yaml', env });
    expect(unwrapped(stdout)).toContain('error: PORT cannot be "abc" (use a whole number');
    expect(unwrapped(stdout)).toContain('error: SLACK_APP_TOKEN starts with xoxb-');
    expect(unwrapped(stdout)).toMatch(/error: api: there is no folder \S*none \(mend source\.folder/u);
    expect(stdout).toMatch(/\n3 errors\n$/u);
    expect(stdout).not.toMatch(/secret/u);
    expect(code).toBe(2);
  });
});

describe.concurrent('signpost manifest', () => {
  test('prints what to paste into Slack’s console, and nothing else', async () => {
    const { code, stdout, stderr } = await run(['manifest', 'slack']);
    expect(stdout).toMatch(
      /^# Paste this at https:\/\/api\.slack\.com\/apps → [^\n]+\ndisplay_information:\n/u,
    );
    expect(parse(stdout)).toMatchObject({
      display_information: { name: 'Animals' },
      features: { slash_commands: [{ command: '/docs' }], unfurl_domains: ['animals.example'] },
      settings: { socket_mode_enabled: true },
    });
    expect([code, stderr]).toEqual([0, '']);
  });

  test('of a server with an address and many workspaces', async () => {
    const { code, stdout } = await run(['manifest', 'slack', '--many'], { config: 'http.yaml' });
    expect(parse(stdout)).toMatchObject({
      oauth_config: { redirect_urls: ['https://signpost.example/slack/oauth_redirect'] },
      settings: {
        event_subscriptions: { request_url: 'https://signpost.example/slack/events' },
        socket_mode_enabled: false,
      },
    });
    expect(code).toBe(0);
  });

  test('is of Socket Mode and many workspaces where the variables say so', async () => {
    const env = { SLACK_APP_TOKEN: 'xapp-1-secret', SLACK_CLIENT_ID: '12.34' };
    const { stdout } = await run(['manifest', 'slack'], { config: 'http.yaml', env });
    expect(parse(stdout)).toMatchObject({
      oauth_config: { redirect_urls: ['https://signpost.example/slack/oauth_redirect'] },
      settings: { socket_mode_enabled: true },
    });
  });

  test('of Discord is JSON, and what to do with it stands beside it', async () => {
    const args = ['manifest', 'discord', '--application', '1094012345678901234'];
    const { code, stdout, stderr } = await run(args, { config: 'forum.yaml' });
    expect(JSON.parse(stdout)).toMatchObject({
      invite: expect.stringMatching(/\?client_id=1094012345678901234&scope=bot\+applications\.commands&/u),
      commands: [{ name: 'docs' }, { name: 'Find in docs' }],
    });
    expect(stderr).toContain(
      'First turn on Message Content Intent at https://discord.com/developers/applications/1094012345678901234/bot\n',
    );
    expect(code).toBe(0);
  });

  test('of Discord takes the application from the token, and shows nothing else of it', async () => {
    const token = `${Buffer.from('1094012345678901234').toString('base64')}.Gabcde.secret`;
    const { code, stdout, stderr } = await run(['manifest', 'discord'], { env: { DISCORD_TOKEN: token } });
    expect(JSON.parse(stdout)).toMatchObject({
      invite: expect.stringContaining('client_id=1094012345678901234&'),
    });
    expect(stdout + stderr).not.toMatch(/secret|Gabcde/u);
    expect(code).toBe(0);
  });
});

describe.concurrent('a mistake is said with its remedy, on standard error, with 2', () => {
  test.each<{ args: string[]; says: RegExp; config?: string; env?: Record<string, string> }>([
    { args: [], says: /^Usage: signpost/u },
    { args: ['aks', 'zebra'], says: /unknown command 'aks' \(Did you mean ask\?\)/u },
    { args: ['ask', '--jsn', 'zebra'], says: /unknown option '--jsn' \(Did you mean --json\?\)/u },
    { args: ['ask', '--limit', '0', 'zebra'], says: /Use a whole number from 1 to 1000\./u },
    { args: ['ask', '--json'], says: /--json needs a question/u },
    { args: ['ask', '--batch', 'zebra'], says: /--batch reads questions from standard input/u },
    {
      args: ['ask', '--collection', 'dosc', 'zebra'],
      says: /there is no collection or feed "dosc" \(use docs\)/u,
    },
    { args: ['manifest'], says: /missing required argument 'platform'/u },
    {
      args: ['manifest', 'slakc'],
      says: /there is no manifest for "slakc"; there is one for slack and discord$/u,
    },
    { args: ['manifest', 'slack'], config: 'broken.yaml', says: /unknown key titel/u },
    { args: ['manifest', 'slack', '--many'], says: /set slack\.url in the config to its public https/u },
    { args: ['manifest', 'discord'], says: /name the Discord application with --application ID, or set/u },
    { args: ['manifest', 'discord', '--application', 'acme'], says: /name the Discord application with/u },
    { args: ['start', '--port', '70000'], says: /Use a whole number from 0 to 65535\./u },
    { args: ['start'], env: { PORT: 'abc' }, says: /PORT cannot be "abc" \(use a whole number/u },
    { args: ['ask', 'zebra'], config: '.', says: /the config is a folder, not a file \(name the file/u },
    { args: ['ask', 'zebra'], config: 'none.yaml', says: /there is no such config file \(check the path/u },
    { args: ['ask', 'zebra'], config: 'empty.yaml', says: /there is no page to answer from \(see that/u },
    { args: ['sections'], config: 'empty.yaml', says: /there is no page to answer from/u },
    { args: ['start', '--port', '0'], config: 'empty.yaml', says: /there is no page to answer from/u },
  ])('$args: $says', async ({ args, says, ...options }) => {
    const { code, stdout, stderr } = await run(args, options);
    expect(unwrapped(stderr)).toMatch(says);
    expect(stderr).not.toMatch(/^\s+at |node:internal/mu);
    expect([code, stdout]).toEqual([2, '']);
  });

  test('all mistakes of a config and the environment at once, each with its line', async () => {
    const { code, stdout, stderr } = await run(['start'], { config: 'broken.yaml', env: { PORT: 'abc' } });
    const text = unwrapped(stderr);
    expect(text).toMatch(/error: PORT cannot be "abc" \([^)]+\)/u);
    expect(text).toMatch(/broken\.yaml:1: unknown key titel \(did you mean title\?\)/u);
    expect(text).toMatch(/broken\.yaml:1: title is missing \(add it[^)]+\)/u);
    expect(text).toMatch(/broken\.yaml:5: collections\[0\]\.site\.url cannot be "animals" \([^)]+\)/u);
    expect(text).toMatch(/broken\.yaml:6: collections\[0\]\.maxFileBytes cannot be "lots" \([^)]+\)/u);
    expect(text).toMatch(/5 errors$/u);
    expect([code, stdout]).toEqual([2, '']);
  });

  test('the version is told, with 0', async () => {
    expect(await signpost.run(['--version'])).toEqual({ code: 0, stdout: '0.1.0\n', stderr: '' });
  });

  test('who asks for a version of the docs by it is told how, with 2', async () => {
    const { code, stderr } = await signpost.run(['ask', '--version', 'v2', 'rate limits']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('for one of the docs use --docs-version')]);
  });
});

test('real questions to real docs', async () => {
  const questions = {
    'what does the op parameter of the FGA check do': 'answered reference/fga/check.mdx',
    'how do I verify a webhook signature': 'answered events/data-syncing/webhooks.mdx',
    'Magic Link': 'answered magic-link/index.mdx',
    '/reference/fga/check': 'answered reference/fga/check.mdx',
    'excel vlookup returns #N/A': 'nothing',
  };
  const input = Object.keys(questions).map((query) => `${JSON.stringify({ query })}\n`);
  const options = { config: 'workos.yaml', input: input.join('') };
  const { code, stdout, stderr } = await run(['ask', '--batch'], options);
  expect([code, stderr]).toEqual([0, '']);
  const replies = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as JsonReply);
  const found = replies.map(({ query, outcome, hits: [best] }) => [
    query,
    outcome === 'nothing' ? outcome : `${outcome} ${best?.file}`,
  ]);
  expect(Object.fromEntries(found)).toEqual(questions);
  expect(replies[0]?.hits[0]?.excerpt).toContain('op');
});
