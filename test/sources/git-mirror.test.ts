import { mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gitRepository, gitRepositoryIn } from '../fakes/git-server.ts';
import { folderWith, newFolder } from '../folders.ts';
import { filesBelow, mirrorOf, syncOf } from './git-mirrors.ts';

const UNCHANGED = { kind: 'synced', changed: [], warnings: [] };

describe('a copy of a git repository', () => {
  test('has the files of one folder, and all are told as new', async () => {
    const repository = await gitRepository({
      'docs/a.md': '# A\r\n',
      'docs/b/über uns.md': '# C\n',
      'docs/picture.PNG': 'PNG',
      'docs/.gitattributes': '*.md text eol=lf\n',
      'README.md': '# Docs\n',
    });
    const mirror = await mirrorOf({ url: repository.url, path: './docs/' });
    expect(await mirror.hasCopy()).toBe(false);
    expect(await syncOf(mirror)).toEqual({
      kind: 'synced',
      changed: ['.gitattributes', 'a.md', 'b/über uns.md'],
      warnings: [],
    });
    expect(await mirror.hasCopy()).toBe(true);
    expect(await filesBelow(mirror.folder)).toMatchObject({ 'b/über uns.md': '# C\n' });
  });

  test('is brought up to date by exactly what has changed in its folder', async () => {
    const repository = await gitRepository({
      'docs/same.md': 'same',
      'docs/other.md': 'one',
      'docs/gone.md': 'gone',
      'src/code.md': 'one',
    });
    const mirror = await mirrorOf({ url: repository.url, path: 'docs' });
    await syncOf(mirror);
    expect(await syncOf(mirror)).toEqual(UNCHANGED);

    await repository.commit({ 'src/code.md': 'two' });
    expect(await syncOf(mirror)).toEqual(UNCHANGED);

    await repository.commit({ 'docs/other.md': 'two', 'docs/new.md': 'new', 'docs/x.png': '2' }, [
      'docs/gone.md',
    ]);
    expect(await syncOf(mirror)).toEqual({
      kind: 'synced',
      changed: ['gone.md', 'new.md', 'other.md'],
      warnings: [],
    });
    expect(await filesBelow(mirror.folder)).toEqual({
      'new.md': 'new',
      'other.md': 'two',
      'same.md': 'same',
    });
    expect(await syncOf(mirror)).toEqual(UNCHANGED);
  });

  test('outlives the program, and is told apart from that of another ref, path or address', async () => {
    const repository = await gitRepository({ 'docs/a.md': 'a' });
    const folder = await folderWith({});
    const options = { url: repository.url, path: 'docs', ref: 'main', folder };
    await syncOf(await mirrorOf(options));
    expect(await (await mirrorOf({ ...options, path: 'docs/' })).hasCopy()).toBe(true);
    expect(await syncOf(await mirrorOf(options))).toEqual(UNCHANGED);
    for (const other of [{ ref: '' }, { path: '' }, { url: `${repository.url}/` }])
      expect(await (await mirrorOf({ ...options, ...other })).hasCopy()).toBe(false);
    expect(await syncOf(await mirrorOf({ ...options, path: '' }))).toMatchObject({ changed: ['docs/a.md'] });
  });

  test('is never seen half, and keeps its place', async () => {
    const before = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`old-${index}.md`, 'old']));
    const after = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`new-${index}.md`, 'new']));
    const repository = await gitRepository(before);
    const mirror = await mirrorOf({ url: repository.url });
    await syncOf(mirror);
    await repository.commit(after, Object.keys(before));
    const seen: string[][] = [];
    const state = { isDone: false };
    const sync = syncOf(mirror).finally(() => (state.isDone = true));
    while (!state.isDone) seen.push(await readdir(mirror.folder));
    expect(await sync).toMatchObject({ kind: 'synced' });
    seen.push(await readdir(mirror.folder));
    const states = new Set(seen.map((names) => names.sort().join(' ')));
    expect(states).toEqual(new Set([before, after].map((files) => Object.keys(files).sort().join(' '))));
  });

  test('may be empty', async () => {
    const repository = await gitRepository({ 'docs/a.png': 'a' });
    const mirror = await mirrorOf({ url: repository.url, path: 'docs' });
    expect(await syncOf(mirror)).toEqual(UNCHANGED);
    expect(await mirror.hasCopy()).toBe(true);
    expect(await filesBelow(mirror.folder)).toEqual({});
  });

  test('has what does not lead out of it, and no other repository', async () => {
    const repository = await gitRepository({ 'docs/a.md': 'a', 'docs/sub/b.md': 'b', 'secret.md': 'secret' });
    const links = { 'in.md': 'sub/b.md', 'out.md': '../secret.md', 'far.md': '/etc/hostname', 'no.md': 'no' };
    for (const [name, target] of Object.entries(links))
      await symlink(target, join(repository.work, 'docs', name));
    await repository.git('init', '--quiet', 'docs/other');
    await repository.git('-C', 'docs/other', 'commit', '--quiet', '--allow-empty', '--message', 'Other');
    await repository.commit({});
    const mirror = await mirrorOf({ url: repository.url, path: 'docs' });
    expect(await syncOf(mirror)).toEqual({
      kind: 'synced',
      changed: ['a.md', 'in.md', 'sub/b.md'],
      warnings: [
        'other is another repository, a submodule, and is left out',
        'far.md is a link that leads out of the folder or nowhere, and is left out',
        'no.md is a link that leads out of the folder or nowhere, and is left out',
        'out.md is a link that leads out of the folder or nowhere, and is left out',
      ],
    });
    expect(await filesBelow(mirror.folder)).toEqual({ 'a.md': 'a', 'in.md': 'b', 'sub/b.md': 'b' });
    await repository.commit({ 'docs/sub/b.md': 'other' });
    expect(await syncOf(mirror)).toMatchObject({ changed: ['in.md', 'sub/b.md'] });
  });

  test('runs nothing of the repository or of the user', async () => {
    const repository = await gitRepository({
      'a.md': 'a',
      '.gitattributes': '*.md filter=evil\n',
      '.gitmodules': '[submodule "x"]\n\tpath = x\n\turl = https://x.example/x.git\n',
    });
    const home = await folderWith({
      '.gitconfig': '[filter "evil"]\n\tsmudge = echo evil\n[core]\n\thooksPath = ~/hooks\n',
      'hooks/post-checkout': '#!/bin/sh\ntouch ~/ran\n',
    });
    const environment = { PATH: '/usr/local/bin:/usr/bin:/bin', HOME: home };
    const mirror = await mirrorOf({ url: repository.url, environment });
    await syncOf(mirror);
    expect(await filesBelow(mirror.folder)).toMatchObject({ 'a.md': 'a' });
    expect(await readdir(home)).toEqual(['.gitconfig', 'hooks']);
  });

  test('is made anew from what an earlier run has left half done', async () => {
    const repository = await gitRepository({ 'a.md': 'one' });
    const folder = await folderWith({});
    const mirror = await mirrorOf({ url: repository.url, folder });
    await syncOf(mirror);
    const kept = (await readdir(join(folder, 'git'))).find((name) => name.endsWith('.git')) ?? '';
    await writeFile(join(folder, 'git', kept, 'shallow.lock'), '');
    await mkdir(join(folder, 'git/copies/2/files/half'), { recursive: true });
    await repository.commit({ 'a.md': 'two' });
    expect(await syncOf(mirror)).toMatchObject({ kind: 'synced', changed: ['a.md'] });
    await rm(join(folder, 'git', kept), { recursive: true });
    await repository.commit({ 'b.md': 'b' });
    expect(await syncOf(mirror)).toMatchObject({ kind: 'synced', changed: ['b.md'] });
    expect(await filesBelow(mirror.folder)).toEqual({ 'a.md': 'two', 'b.md': 'b' });
  });

  test('tells how far it is', async () => {
    const repository = await gitRepository({ 'a.md': 'a', 'b.md': 'b' });
    const mirror = await mirrorOf({ url: repository.url });
    const progress: [number, number][] = [];
    await syncOf(mirror, { onProgress: (done, total) => progress.push([done, total]) });
    expect(progress.at(-1)).toEqual([2, 2]);
  });
});

describe('a ref', () => {
  const shared = { root: '', url: '' };

  beforeAll(async () => {
    const { root, url } = await gitRepositoryIn(await newFolder(), { 'a.md': 'a' });
    Object.assign(shared, { root, url });
  });

  afterAll(() => rm(shared.root, { recursive: true }));

  test('is a branch, a tag of either kind, a whole commit or the default branch', async () => {
    const repository = await gitRepository({ 'a.md': 'first' });
    const first = await repository.git('rev-parse', 'HEAD');
    await repository.git('tag', 'light');
    await repository.git('tag', '--annotate', '--message', 'One', 'v1');
    await repository.git('push', '--quiet', '--tags');
    await repository.git('checkout', '--quiet', '-b', 'release/2.x');
    await repository.commit({ 'a.md': 'second' });
    await repository.git('checkout', '--quiet', 'main');
    await repository.commit({ 'a.md': 'third' });
    const refs = {
      v1: 'first',
      light: 'first',
      [first]: 'first',
      'release/2.x': 'second',
      main: 'third',
      '': 'third',
      'refs/tags/v1': 'first',
    };
    for (const [ref, text] of Object.entries(refs)) {
      const mirror = await mirrorOf({ url: repository.url, ref });
      expect(await syncOf(mirror)).toMatchObject({ kind: 'synced' });
      expect(await filesBelow(mirror.folder)).toEqual({ 'a.md': text });
    }
  });

  test.each([
    [{ ref: 'mian' }, 'has no branch or tag “mian”', 'source.ref'],
    [{ ref: 'abcdef0' }, 'has no branch or tag “abcdef0”', 'a commit needs all digits of its hash'],
    [
      { ref: 'a'.repeat(40) },
      'does not have that commit, or gives no single commits and files',
      'source.ref',
    ],
    [{ ref: '--upload-pack=touch x' }, 'cannot have such a ref', 'source.ref'],
    [{ ref: 'main:refs/heads/x' }, 'cannot have such a ref', 'source.ref'],
    [{ path: 'dosc' }, /has no folder “dosc” at [\da-f]{10}$/u, 'source.path'],
    [{ path: 'a.md' }, /has no folder “a.md” at [\da-f]{10}$/u, 'source.path'],
    [{ path: '../elsewhere' }, 'has no such path', 'source.path'],
  ])('or path that is not there is told, and what to do: %j', async (options, what, remedy) => {
    const { url } = shared;
    const mirror = await mirrorOf({ url, ...options });
    expect(await syncOf(mirror)).toEqual({
      kind: 'failed',
      reason: expect.stringMatching(typeof what === 'string' ? `${url} ${what}` : what) as string,
      remedy: expect.stringContaining(remedy) as string,
      retryAfter: 0,
    });
    expect(await mirror.hasCopy()).toBe(false);
  });
});
