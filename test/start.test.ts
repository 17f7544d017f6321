import { rm } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { builtSignpost } from './built-signpost.ts';
import type { Ran, Running } from './built-signpost.ts';
import { CONFIG, ZEBRA, newFolder, workosConfig, write } from './folders.ts';

const TOKEN = 'xoxb-1111-secret-bot';
const POLL = { timeout: 120_000, interval: 20 };

const signpost = builtSignpost();
let folder = '';
beforeAll(async () => {
  folder = await newFolder();
  await write(folder, {
    'signpost.yaml': CONFIG,
    'many.yaml': manifold(await workosConfig()),
    'docs/zebra.md': ZEBRA,
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The docs of a config five times over, so that they are still being read when a test looks. */
function manifold(config: string): string {
  const collection = /^ {2}- name: docs\n.*?(?=^feeds:)/msu.exec(config)?.[0] ?? '';
  const others = [2, 3, 4, 5].map((number) => collection.replace('name: docs', `name: docs-${number}`));
  return config.replace(collection, collection + others.join(''));
}

function start(config: string, port: number | string, env = {}): Running {
  return signpost.start(['start', '--config', join(folder, config), '--port', String(port)], { env });
}

/** The address that a start prints once it is ready. */
async function urlOf(running: Running): Promise<string> {
  return vi.waitFor(() => {
    const url = /Ask at (http:\S+)\n/u.exec(running.output())?.[1];
    if (url === undefined) throw new Error(`not ready: ${running.output()}`);
    return url;
  }, POLL);
}

/** A connection that stays open after a request, as a browser's does. */
async function keepOpen(url: string): Promise<void> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname).on('error', () => undefined);
  socket.write('GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n');
  await new Promise((resolve) => socket.once('data', resolve));
}

/** A request whose body never comes. */
function hang(url: string): void {
  const headers = { 'Content-Type': 'application/json', 'Content-Length': '9' };
  request(`${url}/api/ask`, { method: 'POST', headers })
    .on('error', () => undefined)
    .write('{');
}

async function ask(url: string, query: string): Promise<unknown> {
  const response = await fetch(`${url}/api/ask`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

/** Tells a program to end, and gives its end. */
async function end(running: Running, signal: NodeJS.Signals): Promise<Ran> {
  running.process.kill(signal);
  return running.ended;
}

/** A port below those that the system gives to whoever asks for any, so that no other test gets it meanwhile. */
async function freePort(): Promise<number> {
  for (let port = 20_000 + (process.pid % 10_000); ; port += 1) if (await isFree(port)) return port;
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  const isFree = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true));
  });
  if (isFree) await new Promise((resolve) => server.close(resolve));
  return isFree;
}

test('serves the page, health and questions, and what is saved later, until it is told to end', async () => {
  const running = start('signpost.yaml', 0, { SLACK_BOT_TOKEN: TOKEN, LOG_LEVEL: 'trace' });
  const url = await urlOf(running);
  expect(running.output()).toBe(`Animals: 1 page. Ask at ${url}\nMCP at ${url}/mcp\n`);

  const [page, health, ready] = await Promise.all(
    ['/', '/healthz', '/readyz'].map((path) => fetch(url + path)),
  );
  expect(await page?.text()).toContain('<title>Animals</title>');
  expect(await health?.json()).toEqual({ ok: true, version: '0.1.0' });
  expect(await ready?.json()).toEqual({ ready: true, pages: 1, sections: 2 });
  expect(await ask(url, 'what do zebras eat')).toMatchObject({
    kind: 'results',
    outcome: 'answered',
    answers: [{ url: 'https://animals.example/zebra#food' }],
  });

  await write(folder, { 'docs/lion.md': '# Lion\n\nA lion has a mane.\n' });
  const found = { outcome: 'answered', answers: [{ url: 'https://animals.example/lion' }] };
  await vi.waitFor(async () => expect(await ask(url, 'lion mane')).toMatchObject(found), POLL);

  await keepOpen(url);
  hang(url);
  const { code, stdout, stderr } = await end(running, 'SIGTERM');
  expect(code).toBe(0);
  expect(stdout + stderr).not.toMatch(/secret|^\s+at /mu);
});

test('shares its snapshot with another, which wants a port of its own', async () => {
  const first = start('signpost.yaml', 0);
  const url = await urlOf(first);
  const { port } = new URL(url);
  const [taken, second] = [start('signpost.yaml', port), start('signpost.yaml', 0)];
  expect(await taken.ended).toEqual({
    code: 2,
    stdout: '',
    stderr: `signpost: port ${port} on 127.0.0.1 is taken; choose another with --port\n`,
  });
  await keepOpen(await urlOf(second));
  const [one, two] = await Promise.all([end(first, 'SIGINT'), end(second, 'SIGINT')]);
  expect([one.code, two.code]).toEqual([0, 0]);
  expect(two.stderr).toContain('"fromSnapshot":true');
});

test('ends while the docs are still being read', async () => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const running = start('many.yaml', port);
  await vi.waitFor(() => fetch(`${url}/healthz`), POLL);
  expect((await fetch(`${url}/readyz`)).status).toBe(503);
  expect(await ask(url, 'magic link')).toEqual({ kind: 'failure', reason: 'not-ready' });
  expect(await end(running, 'SIGTERM')).toEqual({ code: 0, stdout: '', stderr: '' });
});
