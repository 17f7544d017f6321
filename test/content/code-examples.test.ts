import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createCodeExamples, NO_CODE_EXAMPLES } from '../../src/content/code-examples.ts';
import { languageOf } from '../../src/content/code-languages.ts';
import type { CodeExampleGroup } from '../../src/core/code-examples.ts';
import { folderWith, write } from '../folders.ts';
import type { Files } from '../folders.ts';

const SECRET = 'the secret of the host';

/** A folder of examples, beside which a secret lies. */
async function examplesOf(files: Files): Promise<string> {
  const root = await folderWith({ 'secret.ts': SECRET, 'private/key.ts': SECRET });
  const folder = join(root, 'examples');
  await mkdir(folder);
  await write(folder, files);
  return folder;
}

async function read(files: Files, group: string): Promise<CodeExampleGroup | undefined> {
  return await createCodeExamples(await examplesOf(files)).read(group);
}

function pathsOf(group: CodeExampleGroup | undefined): string[] | undefined {
  return group?.files.map(({ path }) => path);
}

function indexOf(index: unknown): string {
  return JSON.stringify(index);
}

describe('groups of examples', () => {
  test('are the folders of a folder, sorted, but hidden ones and those without files', async () => {
    const folder = await examplesOf({
      'webhooks/deep/verify.py': '',
      'sso/login.ts': '',
      'mfa/index.json': '{}',
      'README.md': '',
      '.git/config.ts': '',
      'node_modules/a/index.js': '',
    });
    await mkdir(join(folder, 'empty'));
    expect(await createCodeExamples(folder).groups()).toEqual(['mfa', 'sso', 'webhooks']);
  });

  test('are none where there is no folder', async () => {
    const examples = createCodeExamples(join(await examplesOf({}), 'gone'));
    expect(await examples.groups()).toEqual([]);
    expect(await examples.read('sso')).toBeUndefined();
    expect(await NO_CODE_EXAMPLES.groups()).toEqual([]);
    expect(await NO_CODE_EXAMPLES.read('sso')).toBeUndefined();
  });

  test('are read as they are now', async () => {
    const folder = await examplesOf({ 'sso/a.ts': 'old' });
    const examples = createCodeExamples(folder);
    await examples.read('sso');
    await write(folder, { 'sso/a.ts': 'new', 'mfa/b.ts': '' });
    expect(await examples.groups()).toEqual(['mfa', 'sso']);
    expect((await examples.read('sso'))?.files[0]?.text).toBe('new');
  });
});

describe('a group with an index', () => {
  const index = { name: 'Single sign-on', files: ['sso/login.ts', './shared/client.py', 'sso/login.ts'] };
  const files = {
    'sso/index.json': indexOf(index),
    'sso/login.ts': 'login();\n',
    'sso/draft.ts': 'draft();\n',
    'shared/client.py': 'client()\r\n',
  };

  test('has the name and the files of it, in their order', async () => {
    expect(await read(files, 'sso')).toEqual({
      name: 'sso',
      title: 'Single sign-on',
      files: [
        { path: 'sso/login.ts', language: 'typescript', text: 'login();\n' },
        { path: 'shared/client.py', language: 'python', text: 'client()\n' },
      ],
    });
  });

  test.each([
    ['is no JSON', '{"name": "Sign'],
    ['is a list', '[1]'],
    ['is null', 'null'],
    ['is a text', '"sso"'],
    ['is empty', ''],
    ['is binary', Buffer.from([0xff, 0, 1])],
    ['has values of other kinds', indexOf({ name: 7, files: { 0: 'sso/login.ts' } })],
    ['has files that are no texts', indexOf({ name: ' ', files: [1, null, {}] })],
    ['is too large', indexOf({ name: 'x'.repeat(200_001), files: ['sso/login.ts'] })],
  ])('that %s has all its files', async (_what, broken) => {
    const group = await read({ ...files, 'sso/index.json': broken }, 'sso');
    expect(group?.title).toBe('sso');
    expect(pathsOf(group)).toEqual(['sso/draft.ts', 'sso/login.ts']);
  });

  test('keeps its name where none of the files is there, and has its own', async () => {
    const gone = { name: 'Single sign-on', files: ['sso/gone.ts'] };
    const group = await read({ ...files, 'sso/index.json': indexOf(gone) }, 'sso');
    expect(group?.title).toBe('Single sign-on');
    expect(pathsOf(group)).toEqual(['sso/draft.ts', 'sso/login.ts']);
  });
});

describe('a group without an index', () => {
  test('has its text files, also in folders, sorted', async () => {
    const group = await read(
      {
        'sso/b.rb': '',
        'sso/a.ts': '',
        'sso/app/Dockerfile': '',
        'sso/app/page.tsx': '',
        'sso/logo.png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0]),
        'sso/utf16.ts': Buffer.from('a', 'utf16le'),
        'sso/large.ts': 'x'.repeat(200_001),
        'sso/.env': 'TOKEN=1',
        'sso/node_modules/a.js': '',
        'ssot/c.ts': '',
      },
      'sso',
    );
    expect(group?.title).toBe('sso');
    expect(group?.files.map(({ path, language }) => [path, language])).toEqual([
      ['sso/a.ts', 'typescript'],
      ['sso/app/Dockerfile', 'dockerfile'],
      ['sso/app/page.tsx', 'tsx'],
      ['sso/b.rb', 'ruby'],
    ]);
  });

  test('has at most fifty', async () => {
    const many = Array.from({ length: 60 }, (_, number) => [`sso/${number + 100}.ts`, ''] as const);
    const paths = pathsOf(await read(Object.fromEntries(many), 'sso'));
    expect(paths).toEqual(many.slice(0, 50).map(([path]) => path));
  });

  test.each(['Sso', 'SSO', 'sso'])('is found in any case: %s', async (name) => {
    expect((await read({ 'Sso/a.ts': '' }, name))?.name).toBe('Sso');
  });
});

describe('nothing outside of the folder is read', () => {
  test.each([
    '..',
    '../private',
    'sso/../../private',
    'sso/..',
    '.',
    './sso',
    'sso/',
    '/sso',
    '/etc',
    'sso\\..\\..\\private',
    '%2e%2e',
    '%2e%2e%2fprivate',
    'sso\u0000',
    '',
    '*',
    '__proto__',
    'x'.repeat(60_000),
  ])('for a group called %j', async (group) => {
    expect(await read({ 'sso/a.ts': '' }, group)).toBeUndefined();
  });

  test.each([
    '../secret.ts',
    '../private/key.ts',
    'sso/../../secret.ts',
    '..\\secret.ts',
    '/etc/hostname',
    '//etc/hostname',
    'file:///etc/hostname',
    '%2e%2e/secret.ts',
    'sso/a.ts\u0000.png',
    '\u0000',
    '..',
    '.',
    '',
    'sso',
    'out.ts',
    'sso/out.ts',
    'sso/private/key.ts',
  ])('for a path of an index: %j', async (path) => {
    const folder = await examplesOf({
      'sso/a.ts': 'a',
      'sso/index.json': indexOf({ name: 'Sign-in', files: [path, 'sso/a.ts'] }),
    });
    await symlink(join(folder, '../secret.ts'), join(folder, 'out.ts'));
    await symlink(join(folder, '../secret.ts'), join(folder, 'sso/out.ts'));
    await symlink(join(folder, '../private'), join(folder, 'sso/private'));
    const group = await createCodeExamples(folder).read('sso');
    expect(group?.files).toEqual([{ path: 'sso/a.ts', language: 'typescript', text: 'a' }]);
  });

  test('for links: of a group, of a file, of an index', async () => {
    const folder = await examplesOf({ 'sso/a.ts': '', 'mfa/b.ts': '' });
    await write(folder, { '../index.json': indexOf({ name: SECRET, files: ['mfa/b.ts'] }) });
    await symlink(join(folder, '../private'), join(folder, 'private'));
    await symlink(join(folder, '../secret.ts'), join(folder, 'sso/out.ts'));
    await symlink(join(folder, 'mfa/b.ts'), join(folder, 'sso/inside.ts'));
    await symlink(join(folder, 'sso/circle.ts'), join(folder, 'sso/circle.ts'));
    await symlink(join(folder, '../index.json'), join(folder, 'mfa/index.json'));
    const examples = createCodeExamples(folder);
    expect(await examples.groups()).toEqual(['mfa', 'sso']);
    expect(await examples.read('private')).toBeUndefined();
    expect(pathsOf(await examples.read('sso'))).toEqual(['sso/a.ts', 'sso/inside.ts']);
    expect((await examples.read('mfa'))?.title).toBe('mfa');
  });
});

test.each([
  ['a/b.ts', 'typescript'],
  ['a/B.PY', 'python'],
  ['a.b/Gemfile', 'ruby'],
  ['a/b.unknown', ''],
  ['a.ts/b', ''],
  ['a/b.', ''],
  ['a/b.constructor', ''],
])('the language of %s is %j', (path, language) => {
  expect(languageOf(path)).toBe(language);
});
