import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { builtSignpost } from '../built-signpost.ts';
import { folderWith, write } from '../folders.ts';
import type { Files } from '../folders.ts';

const signpost = builtSignpost();

const PROJECT: Files = {
  '.git/HEAD': 'ref: refs/heads/main\n',
  'mkdocs.yml': 'site_name: Zoo\nsite_url: https://zoo.dev/\nmarkdown_extensions: [attr_list]\n',
  'docs/index.md': '# Zoo\n\nOpen all day.\n\n## Animals\n\nA zebra has stripes.\n',
};

const BUILT: Files = {
  'site/index.html':
    '<html><body><main><h1 id="zoo">Zoo</h1><p>Open all day.</p><h2 id="animals">Animals</h2></main></body></html>',
};

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built program in a folder; what it prints names no path outside of that. */
function runIn(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const { PATH = '' } = process.env;
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [signpost.file(), ...args],
      { cwd, env: { PATH, ...env } },
      (error, stdout, stderr) =>
        resolve({
          code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1,
          stdout,
          stderr,
        }),
    );
  });
}

const CONFIG = `# Written by signpost init from mkdocs.yml (MkDocs); yours to change.
title: Zoo
data: ../.signpost # what Signpost keeps; nothing of it is committed
collections:
  - name: docs
    source:
      folder: ../docs
    site:
      preset: mkdocs
      url: https://zoo.dev
`;

test('init writes the config of the folder, keeps what it keeps out of git, and says what to do next', async () => {
  const folder = await folderWith(PROJECT);
  const { code, stdout, stderr } = await runIn(folder, ['init', '--yes']);
  expect([code, stderr]).toEqual([0, '']);
  expect(await readFile(join(folder, 'config/signpost.yaml'), 'utf8')).toBe(CONFIG);
  expect(await readFile(join(folder, '.signpost/.gitignore'), 'utf8')).toBe('*\n');
  expect(stdout).toContain('MkDocs, in mkdocs.yml.');
  expect(stdout).toContain('1 page, 2 sections.');
  expect(stdout).toContain('  - Zoo › Animals\n        https://zoo.dev/#animals\n');
  for (const command of ['start', 'check --links --dist site', 'manifest slack', 'manifest discord'])
    expect(stdout).toContain(`    npx signpost ${command}\n`);
  expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
});

test('every command then uses the config of the folder, unless another is named', async () => {
  const folder = await folderWith({
    ...PROJECT,
    'other.yaml': CONFIG.replaceAll('../', '').replace('Zoo', 'Other'),
  });
  await runIn(folder, ['init', '--yes']);
  const asked = await runIn(folder, ['ask', '--json', 'stripes of a zebra']);
  expect(JSON.parse(asked.stdout)).toMatchObject({ hits: [{ url: 'https://zoo.dev/#animals' }] });
  expect((await runIn(folder, ['check'])).stdout).toContain('config: config/signpost.yaml\n');
  expect((await runIn(folder, ['check', '--config', 'other.yaml'])).stdout).toContain('titled Other\n');
  const env = { SIGNPOST_CONFIG: 'other.yaml' };
  expect((await runIn(folder, ['check'], env)).stdout).toContain('config: other.yaml\n');
});

test('init proves sections in the built site', async () => {
  const folder = await folderWith({ ...PROJECT, ...BUILT });
  const { code, stdout } = await runIn(folder, ['init', '--yes', '--dist', 'site']);
  expect(stdout).toContain('2 of 2 sections found in site:\n  ok    Zoo\n        https://zoo.dev/\n');
  expect(code).toBe(0);
});

test('init says which sections are not in the built site, with 2', async () => {
  const folder = await folderWith({
    ...PROJECT,
    'site/index.html': '<h1>Zoo</h1><h2 id="beasts">Animals</h2>',
  });
  const { code, stdout } = await runIn(folder, ['init', '--yes', '--dist', 'site']);
  expect(stdout).toContain('1 of 2 sections found in site:');
  expect(stdout).toContain(
    '  wrong Zoo › Animals\n        https://zoo.dev/#animals\n        its id is beasts\n',
  );
  expect(code).toBe(2);
});

test('a folder of the build that is not there is said so', async () => {
  const folder = await folderWith(PROJECT);
  const { code, stdout } = await runIn(folder, ['init', '--yes', '--dist', 'nowhere']);
  expect([code, stdout]).toEqual([2, expect.stringContaining('Not tried: there is no folder')]);
});

test('a config that is there is only written anew where that is wanted', async () => {
  const folder = await folderWith({ ...PROJECT, 'config/signpost.yaml': 'title: Mine\n' });
  const config = (): Promise<string> => readFile(join(folder, 'config/signpost.yaml'), 'utf8');
  const refused = await runIn(folder, ['init', '--yes']);
  expect(refused).toMatchObject({
    code: 2,
    stderr: 'signpost: config/signpost.yaml is there already; --force writes it anew\n',
  });
  expect(await config()).toBe('title: Mine\n');
  expect((await runIn(folder, ['init', '--yes', '--force'])).code).toBe(0);
  expect(await config()).toBe(CONFIG);
  // The same again changes nothing, and is no mistake.
  expect((await runIn(folder, ['init', '--yes'])).code).toBe(0);
});

test('another folder, and another file, can be named', async () => {
  const folder = await folderWith({});
  await write(join(folder, 'my repo'), PROJECT);
  const { code, stdout } = await runIn(folder, ['--config', 'bots/zoo.yaml', 'init', 'my repo', '--yes']);
  expect(code).toBe(0);
  expect(stdout).toContain('    npx signpost start --config bots/zoo.yaml\n');
  const text = await readFile(join(folder, 'bots/zoo.yaml'), 'utf8');
  expect(text).toContain('folder: ../my repo/docs\n');
  expect(text).toContain('data: ../my repo/.signpost ');
});

test('where there is only a built site, its pages are read', async () => {
  const folder = await folderWith({ '.git/HEAD': '', ...BUILT });
  const { code, stdout } = await runIn(folder, ['init', '--yes', '--dist', 'site']);
  expect(stdout).toContain("include:\n          - '**/*.html'\n");
  expect(stdout).toContain('found in site:');
  expect(code).toBe(0);
});

test.each([
  ['an empty folder', '.', 'no docs were found'],
  ['no folder', 'nowhere', 'nowhere cannot be read: there is no such folder'],
])('%s is refused', async (_name, named, reason) => {
  const folder = await folderWith({ '.git/HEAD': '' });
  const { code, stdout, stderr } = await runIn(folder, ['init', named, '--yes']);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(reason);
});

test('one command leads from a project to a first reply', async () => {
  const folder = await folderWith(PROJECT);
  const running = signpost.start(['init', folder, '--yes', '--start', '--port', '0']);
  const url = await vi.waitFor(
    () => {
      const found = /Ask at (http:\S+)\n/u.exec(running.output())?.[1];
      if (found === undefined) throw new Error(`not ready: ${running.output()}`);
      return found;
    },
    { timeout: 120_000, interval: 20 },
  );
  const response = await fetch(`${url}/api/ask`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query: 'stripes of a zebra' }),
  });
  expect(await response.json()).toMatchObject({ answers: [{ url: 'https://zoo.dev/#animals' }] });
  running.process.kill('SIGTERM');
  expect((await running.ended).code).toBe(0);
});
