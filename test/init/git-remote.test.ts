import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gitRemote } from '../../src/init/git-remote.ts';
import { folderWith } from '../folders.ts';

const HEAD = 'ref: refs/heads/trunk\n';

function configWith(url: string): string {
  return `[core]\n\tbare = false\n[remote "upstream"]\n\turl = https://github.com/other/x\n[remote "origin"]\n\turl = ${url}\n\tfetch = +refs\n[branch "url"]\n`;
}

test.each([
  'https://github.com/acme/docs.git',
  'https://someone:ghp_secret@github.com/acme/docs',
  'git@github.com:acme/docs.git',
  'ssh://git@github.com:22/acme/docs.git/',
])('%s is acme/docs on GitHub', async (url) => {
  const folder = await folderWith({ '.git/config': configWith(url), '.git/HEAD': HEAD });
  expect(await gitRemote(folder)).toEqual({
    host: 'github.com',
    owner: 'acme',
    name: 'docs',
    branch: 'trunk',
    path: '',
  });
});

test('the branch is the one that the host shows, and the path that in the repository', async () => {
  const folder = await folderWith({
    '.git/config': configWith('git@github.com:acme/docs'),
    '.git/HEAD': 'ref: refs/heads/fix/it\n',
    '.git/refs/remotes/origin/HEAD': 'ref: refs/remotes/origin/main\n',
    'site/pages/a.md': '# A\n',
  });
  expect(await gitRemote(join(folder, 'site/pages'))).toMatchObject({ branch: 'main', path: 'site/pages' });
});

test('a further work tree has the remote of its repository', async () => {
  const folder = await folderWith({
    'main/.git/config': configWith('git@github.com:acme/docs'),
    'main/.git/HEAD': HEAD,
    'main/.git/worktrees/b/commondir': '../..\n',
    'main/.git/worktrees/b/HEAD': 'ref: refs/heads/b\n',
  });
  await mkdir(join(folder, 'b'));
  const tree = await folderWith({ '.git': `gitdir: ${join(folder, 'main/.git/worktrees/b')}\n` });
  expect(await gitRemote(tree)).toMatchObject({ owner: 'acme', branch: 'b' });
});

test.each(['/srv/git/docs.git', '../docs', 'file:///srv/docs.git'])('%s is on no host', async (url) => {
  const folder = await folderWith({ '.git/config': configWith(url), '.git/HEAD': HEAD });
  expect(await gitRemote(folder)).toBeUndefined();
});
