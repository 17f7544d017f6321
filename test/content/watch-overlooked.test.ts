import { EventEmitter } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createFolderWatch } from '../../src/content/watch-folder.ts';

/** A watcher that tells what a test says and nothing else: as chokidar under load, it overlooks what is in a new folder. */
class Scripted extends EventEmitter {
  readonly added: string[] = [];
  override once(event: string, listener: () => void): this {
    setImmediate(listener);
    return super.once(event, listener);
  }
  add(path: string): void {
    this.added.push(path);
  }
  getWatched(): Record<string, string[]> {
    return {};
  }
  async close(): Promise<void> {}
}

const watcher = vi.hoisted(() => ({ current: undefined as unknown }));
vi.mock('chokidar', () => ({ watch: () => watcher.current }));

interface Watched {
  readonly root: string;
  readonly batches: readonly string[][];
  readonly scripted: Scripted;
}

async function startWatching(): Promise<Watched> {
  const scripted = new Scripted();
  watcher.current = scripted;
  const root = await mkdtemp(join(tmpdir(), 'signpost-watch-'));
  const batches: string[][] = [];
  const options = { collection: 'docs', folder: root, include: ['**/*.md'], exclude: [], maxFileBytes: 1 };
  const watching = await createFolderWatch(options).watch((files) => batches.push([...files]));
  onTestFinished(async () => {
    await watching.close();
    await rm(root, { recursive: true });
  });
  return { root, batches, scripted };
}

test('what is saved in several steps, or moved, is told once, when it is over', async () => {
  const { root, batches, scripted } = await startWatching();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  for (let step = 0; step < 3; step += 1) {
    scripted.emit('all', 'change', join(root, 'a.md'));
    vi.advanceTimersByTime(39);
  }
  expect(batches).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(batches).toEqual([['a.md']]);
  scripted.emit('all', 'unlink', join(root, 'a.md'));
  // So long does chokidar take to tell of a deletion.
  vi.advanceTimersByTime(100);
  scripted.emit('all', 'add', join(root, 'guides/a.md'));
  vi.advanceTimersByTime(119);
  expect(batches).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(batches.slice(1)).toEqual([['a.md', 'guides/a.md']]);
});

test('what came into a new folder before it was watched is told, and watched from then on', async () => {
  const { root, batches, scripted } = await startWatching();
  await mkdir(join(root, 'x/y'), { recursive: true });
  await mkdir(join(root, 'x/node_modules'));
  await writeFile(join(root, 'x/y/z.md'), 'z');
  await writeFile(join(root, 'x/node_modules/a.md'), 'a');
  scripted.emit('all', 'addDir', join(root, 'x'));
  await vi.waitFor(() => expect(batches).toEqual([['x/y/z.md']]), { timeout: 60_000, interval: 5 });
  expect(scripted.added).toEqual([join(root, 'x/y'), join(root, 'x/y/z.md')]);
});
