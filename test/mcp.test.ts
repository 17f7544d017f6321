import { StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import type { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { StdioClientTransport as OldStdioTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport as OldHttpTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { mkdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { builtSignpost } from './built-signpost.ts';
import type { Running } from './built-signpost.ts';
import { CONFIG, ZEBRA, newFolder, workosConfig, write } from './folders.ts';
import { connectNew, connectOld } from './platforms/mcp/mcp-clients.ts';
import { initialize, post } from './platforms/mcp/post.ts';

const POLL = { timeout: 120_000, interval: 20 };
const TOKEN = 'a-secret-of-many-letters';
const CHANGES = '# Changes\n\n## 2.0.0 - 2026-01-02\n\n- Zebras may have spots.\n';
const FEED = '  - name: changes\n    source: {file: CHANGES.md}\n    format: markdown\n';

const signpost = builtSignpost();
let folder = '';
beforeAll(async () => {
  folder = await newFolder();
  await write(folder, {
    'signpost.yaml': `${CONFIG}feeds:\n${FEED}mcp: {prefix: animals, examples: {collection: docs, folder: code}}\n`,
    'docs/zebra.md': ZEBRA,
    'docs/code/feed/feed.js': 'feed(zebra);\n',
    'CHANGES.md': CHANGES,
    'broken.yaml': CONFIG.replace('folder: docs', 'folder: broken'),
    'broken/lion.md': '---\ntitle: [\n---\n\n# Lion\n\nA lion has a mane.\n',
    'broken/zebra.mdx': '# Zebra\n\n<Unclosed>\n\n{1 +\n',
    'broken/bytes.md': Buffer.from([0xff, 0xfe, 0x00]),
    'none.yaml': CONFIG.replace('folder: docs', 'folder: none'),
    'wrong.yaml': 'titel: Animals\n',
    'workos.yaml': await workosConfig(),
  });
  await mkdir(join(folder, 'none'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function args(config: string): string[] {
  return ['mcp', '--config', join(folder, config)];
}

function start(config: string, env = {}): Running {
  return signpost.start(args(config), { env });
}

interface Message {
  readonly id?: unknown;
  readonly result?: unknown;
}

/** What stands on standard output: nothing but messages, each on a line of its own. */
function messages(stdout: string): Message[] {
  const lines = stdout.split('\n');
  expect(lines.pop()).toBe('');
  const found = lines.map((line) => JSON.parse(line) as Message & { jsonrpc?: unknown });
  for (const { jsonrpc } of found) expect(jsonrpc).toBe('2.0');
  return found;
}

function send(running: Running, ...sent: object[]): void {
  running.process.stdin?.write(sent.map((one) => `${JSON.stringify(one)}\n`).join(''));
}

function call(id: number, name: string, given: object): object {
  return { jsonrpc: '2.0', id, method: 'tools/call', params: { name, arguments: given } };
}

/** What every assistant does, whatever the transport and the era. */
async function useDocs(client: Client): Promise<void> {
  expect(client.getServerVersion()).toMatchObject({ name: 'animals', version: '0.1.0' });
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual([
    'animals_search',
    'animals_docs',
    'animals_examples',
    'animals_changelogs',
  ]);
  const found = await client.callTool({ name: 'animals_search', arguments: { query: 'what do zebras eat' } });
  expect(found).toMatchObject({ structuredContent: { outcome: 'answered' } });
  expect(JSON.stringify(found.content)).toContain('https://animals.example/zebra#food');
  const page = await client.callTool({ name: 'animals_docs', arguments: { path: 'zebra' } });
  expect(JSON.stringify(page.content)).toContain('A zebra has stripes.');
  const group = await client.callTool({ name: 'animals_examples', arguments: { example: 'feed' } });
  expect(JSON.stringify(group.content)).toContain('feed(zebra);');
  const news = await client.callTool({ name: 'animals_changelogs', arguments: {} });
  expect(JSON.stringify(news.content)).toContain('Zebras may have spots.');
  const [resource] = (await client.listResources()).resources;
  const { contents } = await client.readResource({ uri: resource?.uri ?? '' });
  expect(JSON.stringify(contents)).toContain('A zebra has stripes.');
}

/** The two clients do the same by the same names. */
function asNew(client: Awaited<ReturnType<typeof connectOld>>): Client {
  return client as unknown as Client;
}

function webFeed(name: string, url: string): string {
  return `  - {name: ${name}, source: {url: '${url}', private: true}, format: markdown}\n`;
}

describe('signpost mcp', () => {
  test('serves the official client of 2026-07-28', async () => {
    const command = { command: process.execPath, args: [signpost.file(), ...args('signpost.yaml')] };
    await useDocs(await connectNew(new StdioClientTransport(command)));
  });

  test('serves the official client of 2025-11-25', async () => {
    const command = { command: process.execPath, args: [signpost.file(), ...args('signpost.yaml')] };
    await useDocs(asNew(await connectOld(new OldStdioTransport(command))));
  });

  test('answers what a pipe asks, with nothing but messages on standard output, and ends with 0', async () => {
    const input = [initialize('2025-11-25'), call(2, 'animals_search', { query: 'zebra' })];
    const { code, stdout, stderr } = await signpost.run(args('signpost.yaml'), {
      input: input.map((one) => `${JSON.stringify(one)}\n`).join(''),
      env: { LOG_LEVEL: 'trace', MCP_TOKEN: TOKEN, SLACK_BOT_TOKEN: 'xoxb-1-secret', FORCE_COLOR: '1' },
    });
    expect(messages(stdout).map(({ id }) => id)).toEqual([1, 2]);
    expect(stdout).toContain('https://animals.example/zebra');
    expect(stderr).toContain('the docs are ready');
    expect(stdout + stderr).not.toMatch(/secret/u);
    expect(code).toBe(0);
  });

  test('keeps what is wrong with docs out of standard output, and answers from the others', async () => {
    const running = start('broken.yaml', { LOG_LEVEL: 'debug' });
    send(running, initialize('2025-11-25'), call(2, 'docs_search', { query: 'lion' }));
    await vi.waitFor(() => expect(messages(running.output())).toHaveLength(2), POLL);
    expect(running.output()).toContain('A lion has a mane.');
    running.process.stdin?.end();
    const { code, stdout, stderr } = await running.ended;
    expect(messages(stdout).at(-1)).toMatchObject({ id: 2 });
    expect(stderr).toContain('bytes.md');
    expect(code).toBe(0);
  });

  test('answers first, and reads many docs then', async () => {
    const running = start('workos.yaml');
    send(running, initialize('2025-11-25'), call(2, 'workos_search', { query: 'magic link' }));
    send(running, { jsonrpc: '2.0', id: 3, method: 'tools/list' });
    await vi.waitFor(() => expect(messages(running.output())).toHaveLength(3), POLL);
    expect(messages(running.output()).map(({ id }) => id)).toEqual([1, 3, 2]);
    running.process.stdin?.end();
    expect((await running.ended).code).toBe(0);
  });

  test('follows changes of the docs', async () => {
    const running = start('signpost.yaml');
    send(running, initialize('2025-11-25'), call(2, 'animals_docs', { path: 'okapi' }));
    await vi.waitFor(() => expect(messages(running.output())).toHaveLength(2), POLL);
    await write(folder, { 'docs/okapi.md': '# Okapi\n\nAn okapi is no zebra.\n' });
    onTestFinished(() => rm(join(folder, 'docs/okapi.md')));
    let id = 2;
    const isRead = (): void => {
      send(running, call((id += 1), 'animals_docs', { path: 'okapi' }));
      expect(running.output()).toContain('An okapi is no zebra.');
    };
    await vi.waitFor(isRead, { ...POLL, interval: 200 });
    running.process.stdin?.end();
    expect((await running.ended).code).toBe(0);
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('ends on %s with 0', async (signal) => {
    const running = start('signpost.yaml');
    send(running, initialize('2025-11-25'));
    await vi.waitFor(() => expect(messages(running.output())).toHaveLength(1), POLL);
    running.process.kill(signal);
    expect((await running.ended).code).toBe(0);
  });

  test('ends when the assistant goes while docs are read', async () => {
    await rm(join(folder, 'workos'), { recursive: true, force: true });
    const running = start('workos.yaml');
    send(running, initialize('2025-11-25'));
    await vi.waitFor(() => expect(messages(running.output())).toHaveLength(1), POLL);
    running.process.stdin?.end();
    const { code, stderr } = await running.ended;
    expect([code, stderr]).toEqual([0, '']);
  });

  test('reads changelogs of the web once, and needs none of them to answer', async () => {
    let readings = 0;
    const server = createServer((_request, response) => {
      readings += 1;
      response.writeHead(200, { 'content-type': 'text/markdown' });
      response.end(CHANGES);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const feeds = `${webFeed('web', `http://127.0.0.1:${port}/CHANGES.md`)}${webFeed('gone', 'http://127.0.0.1:1/')}`;
    await write(folder, { 'web.yaml': `${CONFIG}feeds:\n${feeds}` });
    const running = start('web.yaml');
    send(running, initialize('2025-11-25'), call(2, 'docs_changelogs', {}));
    await vi.waitFor(() => expect(messages(running.output())).toHaveLength(2), POLL);
    expect(running.output()).toContain('Zebras may have spots.');
    expect(readings).toBe(1);
  });

  test.each([
    ['wrong.yaml', /unknown key titel/u],
    ['missing.yaml', /there is no such config file/u],
    ['none.yaml', /no file in \S+none matches/u],
  ])('says on standard error what is wrong with %s, and ends with 2', async (config, says) => {
    const running = start(config);
    const { code, stdout, stderr } = await running.ended;
    expect(stderr.replace(/\s+/gu, ' ')).toMatch(says);
    expect([code, stdout]).toEqual([2, '']);
  });
});

async function served(
  env: Readonly<Record<string, string>> = {},
): Promise<{ url: string; running: Running }> {
  const running = signpost.start(['start', '--config', join(folder, 'signpost.yaml'), '--port', '0'], {
    env,
  });
  const url = await vi.waitFor(() => {
    const found = /Ask at (http:\S+)\n/u.exec(running.output())?.[1];
    if (found === undefined) throw new Error(`not ready: ${running.output()}`);
    return found;
  }, POLL);
  return { url, running };
}

describe('signpost start', () => {
  test('serves the same tools at /mcp to the official clients of both eras', async () => {
    const { url, running } = await served();
    expect(running.output()).toContain(`\nMCP at ${url}/mcp\n`);
    const mcp = new URL(`${url}/mcp`);
    const clients = [
      await connectNew(new StreamableHTTPClientTransport(mcp)),
      asNew(await connectOld(new OldHttpTransport(mcp))),
    ];
    // Changelogs are read beside the docs.
    const news = { name: 'animals_changelogs', arguments: {} };
    const isRead = async (): Promise<void> =>
      expect(JSON.stringify(await clients[0]?.callTool(news))).toContain('spots');
    await vi.waitFor(isRead, POLL);
    for (const client of clients) await useDocs(client);
    running.process.kill('SIGTERM');
    expect((await running.ended).code).toBe(0);
  });

  test('wants the token, and ends though a client listens', async () => {
    const { url, running } = await served({ MCP_TOKEN: TOKEN, LOG_LEVEL: 'debug' });
    expect((await post(url, { body: initialize('2025-11-25') })).status).toBe(401);
    const requestInit = { headers: { Authorization: `Bearer ${TOKEN}` } };
    const client = await connectNew(
      new StreamableHTTPClientTransport(new URL(`${url}/mcp`), { requestInit }),
    );
    expect((await client.listTools()).tools).toHaveLength(4);
    running.process.kill('SIGTERM');
    const { code, stdout, stderr } = await running.ended;
    expect(stdout + stderr).not.toContain(TOKEN);
    expect(code).toBe(0);
  });

  test('serves MCP to nobody where others could come without a token, and says so', async () => {
    const { url, running } = await served({ HOST: '0.0.0.0' });
    expect((await post(url, { body: initialize('2025-11-25') })).status).toBe(403);
    expect(running.output()).not.toContain('MCP at');
    running.process.kill('SIGTERM');
    expect((await running.ended).stderr).toMatch(/"level":40.*MCP is not served at \/mcp.*set MCP_TOKEN/u);
  });
});
