/**
 * Holds the built server to the protocol's own checks: `npm run test:conformance`, on Node 22 or newer. It reaches nothing but
 * loopback. Fails where a scenario does, where it checks nothing, and where one is in neither table of `scenarios.ts`.
 */
import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { APPLYING, EXCEPTIONS } from './scenarios.ts';

const ROOT = join(import.meta.dirname, '../..');
const CLI = join(ROOT, 'node_modules/@modelcontextprotocol/conformance/dist/index.js');
const NODE = 22;

const CONFIG = `title: Animals
data: data
collections:
  - name: docs
    source: {folder: docs}
    site: {url: https://animals.example}
`;

/** What a program prints, whatever it ends with. */
async function output(args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(process.execPath, [CLI, ...args], { timeout: 300_000 }, (_error, stdout, stderr) =>
      resolve(`${stdout}${stderr}`),
    );
  });
}

async function startServer(folder: string): Promise<{ server: ChildProcess; url: string }> {
  await mkdir(join(folder, 'docs'));
  await writeFile(join(folder, 'signpost.yaml'), CONFIG);
  await writeFile(join(folder, 'docs/zebra.md'), '# Zebra\n\nA zebra has stripes.\n');
  const args = [
    join(ROOT, 'dist/main.js'),
    'start',
    '--config',
    join(folder, 'signpost.yaml'),
    '--port',
    '0',
  ];
  const { PATH = '', HOME = '' } = process.env;
  const server = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH, HOME } });
  let log = '';
  server.stderr.on('data', (text) => (log += String(text)));
  for await (const line of createInterface({ input: server.stdout })) {
    const url = /^MCP at (\S+)$/u.exec(line)?.[1];
    if (url !== undefined) return { server, url };
  }
  throw new Error(`the server did not start:\n${log}`);
}

/** What is wrong with the tables, a line each. */
async function untold(): Promise<string[]> {
  const listed = Array.from(
    (await output(['list', '--server'])).matchAll(/^ +- (\S+)/gmu),
    ([, name = '']) => name,
  );
  const told = new Set([...APPLYING, ...Object.keys(EXCEPTIONS)]);
  return [
    ...(listed.length === 0 ? ['no scenario is listed'] : []),
    ...listed.filter((name) => !told.has(name)).map((name) => `${name} is in neither table of scenarios.ts`),
    ...[...told].filter((name) => !listed.includes(name)).map((name) => `${name} is no scenario any more`),
  ];
}

/** Whether a scenario checks anything, and nothing fails. */
async function passes(scenario: string, url: string): Promise<boolean> {
  const printed = await output(['server', '--url', url, '--scenario', scenario]);
  const [, passed = '0', all = ''] = /^Passed: (\d+)\/(\d+), 0 failed/mu.exec(printed) ?? [];
  const isGood = Number(passed) > 0 && passed === all;
  process.stdout.write(`${isGood ? 'passes' : 'FAILS '} ${scenario}\n${isGood ? '' : `${printed}\n`}`);
  return isGood;
}

async function run(folder: string): Promise<boolean> {
  const wrong = await untold();
  for (const line of wrong) process.stdout.write(`${line}\n`);
  const { server, url } = await startServer(folder);
  const results: boolean[] = [];
  try {
    for (const scenario of APPLYING) results.push(await passes(scenario, url));
  } finally {
    server.kill();
    await once(server, 'close');
  }
  for (const [name, why] of Object.entries(EXCEPTIONS)) process.stdout.write(`skips  ${name}: ${why}\n`);
  return wrong.length === 0 && results.every(Boolean);
}

if (Number(process.versions.node.split('.', 1)[0]) < NODE) {
  process.stderr.write(`@modelcontextprotocol/conformance needs Node ${NODE} or newer\n`);
  process.exitCode = 2;
} else {
  const folder = await mkdtemp(join(tmpdir(), 'signpost-conformance-'));
  try {
    if (!(await run(folder))) process.exitCode = 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
