import { appendFile, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createFolderWatch } from '../../src/content/watch-folder.ts';

/** Longer than a change takes to be told. */
const QUIET = 400;
const WAIT = { timeout: 60_000, interval: 10 };

let root: string;
let batches: string[][];
let watching: { close(): Promise<void> };

async function startWatching(): Promise<void> {
  const options = {
    collection: 'docs',
    folder: root,
    include: ['**/*.md'],
    exclude: ['drafts/**'],
    maxFileBytes: 1,
  };
  batches = [];
  watching = await createFolderWatch(options).watch((files) => batches.push([...files].sort()));
}

/** Waits until these files were told, and a while for others that must not come; in how many batches is up to the machine. */
async function told(files: readonly string[]): Promise<string[]> {
  await vi.waitFor(() => expect(batches.flat()).toEqual(expect.arrayContaining([...files])), WAIT);
  await wait(QUIET);
  return [...new Set(batches.flat())].sort();
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'signpost-watch-'));
  await mkdir(join(root, 'guides'));
  await writeFile(join(root, 'a.md'), 'a');
  await writeFile(join(root, 'guides/b.md'), 'b');
  await startWatching();
});

afterEach(async () => {
  await watching.close();
  await rm(root, { recursive: true, force: true });
});

describe('a folder that is watched', () => {
  test('tells nothing of what is there already', async () => {
    await wait(QUIET);
    expect(batches).toEqual([]);
  });

  test.each<[string, () => Promise<void>, string[]]>([
    ['a save', () => writeFile(join(root, 'guides/b.md'), 'changed'), ['guides/b.md']],
    ['a new file', () => writeFile(join(root, 'new.md'), 'new'), ['new.md']],
    ['a deleted file', () => rm(join(root, 'a.md')), ['a.md']],
    [
      'a save by renaming',
      async () => {
        await writeFile(join(root, 'a.md.tmp'), 'changed');
        await rename(join(root, 'a.md.tmp'), join(root, 'a.md'));
      },
      ['a.md'],
    ],
    ['a moved file', () => rename(join(root, 'a.md'), join(root, 'guides/a.md')), ['a.md', 'guides/a.md']],
    [
      'a new folder',
      async () => {
        await mkdir(join(root, 'x/y'), { recursive: true });
        await writeFile(join(root, 'x/y/z.md'), 'z');
      },
      ['x/y/z.md'],
    ],
    ['a deleted folder', () => rm(join(root, 'guides'), { recursive: true }), ['guides/b.md']],
    [
      'a burst of saves',
      async () => {
        for (let count = 0; count < 10; count += 1) {
          await appendFile(join(root, 'a.md'), 'x');
          await writeFile(join(root, `n${count}.md`), 'x');
        }
      },
      ['a.md', ...Array.from({ length: 10 }, (_, count) => `n${count}.md`)],
    ],
  ])('tells of %s, and of nothing else', async (_what, change, expected) => {
    await change();
    expect(await told(expected)).toEqual(expected);
  });

  test('tells of a change while it is awaited', async () => {
    await writeFile(join(root, 'a.md'), 'changed');
    await vi.waitFor(() => expect(batches.flat()).toContain('a.md'), WAIT);
  });

  test('tells nothing of files that are no pages', async () => {
    await mkdir(join(root, 'drafts'));
    await mkdir(join(root, 'node_modules/x'), { recursive: true });
    await writeFile(join(root, 'drafts/a.md'), 'x');
    await writeFile(join(root, 'node_modules/x/a.md'), 'x');
    await writeFile(join(root, 'a.txt'), 'x');
    await wait(QUIET);
    expect(batches).toEqual([]);
  });

  test('tells nothing once it is closed', async () => {
    await writeFile(join(root, 'a.md'), 'changed');
    const closing = watching.close();
    const before = batches.length;
    await closing;
    await wait(QUIET);
    expect(batches).toHaveLength(before);
  });
});
