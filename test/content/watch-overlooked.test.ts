import { EventEmitter } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { createFolderWatch } from '../../src/content/watch-folder.ts';

/** A watcher that, as chokidar under load, tells of a new folder and overlooks what is in it. */
class Overlooking extends EventEmitter {
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

test('what came into a new folder before it was watched is told, and watched from then on', async () => {
  const overlooking = new Overlooking();
  watcher.current = overlooking;
  const root = await mkdtemp(join(tmpdir(), 'signpost-watch-'));
  const batches: string[][] = [];
  const options = { collection: 'docs', folder: root, include: ['**/*.md'], exclude: [], maxFileBytes: 1 };
  const watching = await createFolderWatch(options).watch((files) => batches.push([...files]));
  await mkdir(join(root, 'x/y'), { recursive: true });
  await mkdir(join(root, 'x/node_modules'));
  await writeFile(join(root, 'x/y/z.md'), 'z');
  await writeFile(join(root, 'x/node_modules/a.md'), 'a');
  overlooking.emit('all', 'addDir', join(root, 'x'));
  await vi.waitFor(() => expect(batches).toEqual([['x/y/z.md']]), { timeout: 10_000, interval: 5 });
  expect(overlooking.added).toEqual([join(root, 'x/y'), join(root, 'x/y/z.md')]);
  await watching.close();
  await rm(root, { recursive: true });
});
