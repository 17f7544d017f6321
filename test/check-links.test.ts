import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtSignpost } from './built-signpost.ts';
import type { Ran } from './built-signpost.ts';
import { loopbackServer, routing, sending } from './fakes/loopback-server.ts';
import { CONFIG, ZEBRA, newFolder, write } from './folders.ts';

const signpost = builtSignpost();
let folder = '';

function page(title: string, id: string): string {
  return `<h1>${title}</h1><h2 id="${id}">Food</h2>`;
}

beforeAll(async () => {
  folder = await newFolder();
  await write(folder, {
    'signpost.yaml': `${CONFIG}  - name: api\n    source: {folder: api}\n    site: {url: https://api.example}\n`,
    'docs/zebra.md': ZEBRA,
    'docs/lion.md': '# Lion\n\nA lion has a mane.\n',
    'api/calls.md': '# Calls\n\nThere are calls.\n',
    'build/zebra.html': page('Zebra', 'food'),
    'build/lion.html': page('Lion', 'food'),
    'other/zebra/index.html': page('Zebra', 'what-they-eat'),
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function check(args: readonly string[], config = 'signpost.yaml'): Promise<Ran> {
  return signpost.run(['--config', join(folder, config), 'check', ...args]);
}

describe.concurrent('signpost check --links', () => {
  test('confirms every section of a built site, with 0', async () => {
    const { code, stdout, stderr } = await check([
      '--links',
      '--dist',
      join(folder, 'build'),
      '--collection',
      'docs',
    ]);
    expect(stdout).toMatch(/\nlinks: 3 of 3 sections confirmed in 2 pages\n\nno problems\n$/u);
    expect([code, stderr]).toEqual([0, '']);
  });

  test('lists what differs, in lines of 80 columns, with 2; --dist is enough to ask for it', async () => {
    const { code, stdout } = await check(['--dist', join(folder, 'other'), '--collection', 'docs']);
    expect(stdout).toContain('\nlinks: 1 of 3 sections confirmed in 2 pages\n');
    expect(stdout.replace(/\s+/gu, ' ')).toMatch(
      /error: docs: lion\.md:1: \S+ has no page for https:\/\/animals\.example\/lion \(.*error: docs: zebra\.md:5: “Food” is linked as https:\/\/animals\.example\/zebra#food, and its id is what-they-eat \(/u,
    );
    const long = stdout.split('\n').filter((line) => line.length > 80 && line.includes(' '));
    expect(long).toEqual([]);
    expect(code).toBe(2);
  });

  test('does not look at the site where nobody asks for it', async () => {
    const { code, stdout } = await check([]);
    expect(stdout).not.toContain('links:');
    expect(code).toBe(0);
  });

  test('says that a folder or a collection is not there', async () => {
    const [none, unknown] = await Promise.all([
      check(['--dist', join(folder, 'none')]),
      check(['--links', '--collection', 'dosc']),
    ]);
    expect(none.stdout.replace(/\s+/gu, ' ')).toMatch(
      /error: there is no folder \S*none \(build the site, or/u,
    );
    expect(unknown.stdout.replace(/\s+/gu, ' ')).toContain(
      'error: there is no collection "dosc" (use docs or api)',
    );
    expect([none.code, unknown.code]).toEqual([2, 2]);
  });
});

test('signpost check --links asks a site of this machine, since its address says so', async () => {
  const answer = sending('<h1>Zebra</h1><h2 id="food">Food</h2>', {
    'content-type': 'text/html',
    etag: '"1"',
  });
  const { origin, received } = await loopbackServer(routing({ '/zebra': answer, '/lion': answer }));
  await write(folder, { 'live.yaml': CONFIG.replace('https://animals.example', origin) });
  const { code, stdout, stderr } = await check(['--links', '--limit', '1'], 'live.yaml');
  expect(stdout).toContain(
    '\nlinks: 1 of 1 section confirmed in 1 page\nlinks: 1 page left out, evenly (--limit 2 looks at all)\n',
  );
  expect([code, stderr]).toEqual([0, '']);
  expect(received.map(({ path }) => path)).toContain('/lion');
  expect(received[0]?.headers['user-agent']).toMatch(/^Signpost\/\d/u);
});
