import { chmod, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { feedContract } from '../contracts/feed.ts';
import { folderWith, write } from '../folders.ts';
import { feedIn, fixture, readOnce, reasonOf, rss } from './reading.ts';

feedContract(async () => {
  const folder = await folderWith({ 'CHANGELOG.md': await fixture('keep-a-changelog.md') });
  return { feed: feedIn(join(folder, 'CHANGELOG.md')), missing: feedIn(join(folder, 'gone.md')) };
});

test('a file is read by its ending, or as the settings say', async () => {
  const folder = await folderWith({
    'a.md': '## 1.0.0\n\n[relative](b.md)\n',
    'a.json': '[{"guid":"1","title":"a"}]',
    'a.xml': rss('<title>b</title>'),
    'a.txt': '## 2.0.0\n',
  });
  expect(await readOnce(feedIn(join(folder, 'a.md')))).toMatchObject({
    entries: [{ title: '1.0.0', markdown: 'relative' }],
  });
  expect(await readOnce(feedIn(join(folder, 'a.json')))).toMatchObject({ entries: [{ title: 'a' }] });
  expect(await readOnce(feedIn(join(folder, 'a.xml')))).toMatchObject({ entries: [{ title: 'b' }] });
  expect(await readOnce(feedIn(join(folder, 'a.txt'), { format: 'markdown' }))).toMatchObject({
    entries: [{ title: '2.0.0' }],
  });
});

test('a file that has changed, or is read by other settings, is read again', async () => {
  const folder = await folderWith({ 'a.md': '## 1.0.0\n' });
  const path = join(folder, 'a.md');
  const reading = await readOnce(feedIn(path));
  const known = reading.kind === 'entries' ? reading.validators : { etag: '', lastModified: '' };
  const { signal } = new AbortController();
  expect(await feedIn(path).read(known, signal)).toEqual({ kind: 'unchanged' });
  expect(await feedIn(path, { package: '@acme/sdk' }).read(known, signal)).toMatchObject({ kind: 'entries' });
  await write(folder, { 'a.md': '## 1.0.1\n' });
  expect(await feedIn(path).read(known, signal)).toMatchObject({ entries: [{ title: '1.0.1' }] });
});

test('a folder is all its changelogs, and one that is broken does not take the others away', async () => {
  const folder = await folderWith({
    'a.md': '# @acme/a\n\n## 1.0.0\n',
    'b.md': '## 1.0.0\n',
    'c.md': '## 1.0.0\n',
    'broken.json': '{',
    'list.json': '[{"guid":"1","title":"listed"}]',
    'ignored.txt': '## 2.0.0\n',
    'below/d.md': '## 3.0.0\n',
  });
  const reading = await readOnce(feedIn(folder));
  expect(reading).toMatchObject({
    kind: 'entries',
    entries: [{ package: '@acme/a' }, { title: '1.0.0' }, { title: '1.0.0' }, { title: 'listed' }],
    problems: [`${join(folder, 'broken.json')} is no JSON (mend the file, or set format)`],
  });
  expect(await readOnce(feedIn(folder, { format: 'json' }))).toMatchObject({
    entries: [{ title: 'listed' }],
  });
});

test('a file that cannot be read is a failure that names it and says what to do', async () => {
  const folder = await folderWith({
    'large.md': Buffer.alloc(5_000_001, 'a'),
    'empty/readme.txt': '',
    'broken.json': 'x',
    'a.md': '',
  });
  const path = (name: string): string => join(folder, name);
  expect(await reasonOf(feedIn(path('gone.md')))).toBe(
    `${path('gone.md')} is not there (mend source in the config, or restore it)`,
  );
  expect(await reasonOf(feedIn(path('large.md')))).toBe(
    `${path('large.md')} is larger than 5 MB (cut off what is old)`,
  );
  expect(await reasonOf(feedIn(path('empty')))).toContain('has no changelogs in it');
  expect(await reasonOf(feedIn(path('broken.json')))).toContain('is no JSON');
  expect(await reasonOf(feedIn(path('a.md')))).toContain('has no heading with a version or a date');
});

test.skipIf(process.getuid?.() === 0)('a file that may not be read is a failure', async () => {
  const folder = await folderWith({ 'a.md': '## 1.0.0\n' });
  await chmod(join(folder, 'a.md'), 0o000);
  expect(await reasonOf(feedIn(join(folder, 'a.md')))).toContain('may not be read');
  await rm(join(folder, 'a.md'));
});
