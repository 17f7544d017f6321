import { join, relative, sep } from 'node:path';
import type { WatchableSource } from '../core/content-source.ts';
import { chosenBy, isOthers } from './folder-source.ts';
import type { FolderOptions } from './folder-source.ts';

/** Editors write a file in several steps; this long, in milliseconds, after the last of them it is read. chokidar takes 100 to tell of a deletion. */
const SETTLE = 120;

/** Watches the files of a folder that the globs choose. */
export function createFolderWatch(options: FolderOptions): WatchableSource {
  return { watch: (onChange) => startWatching(options, onChange) };
}

async function startWatching(
  options: FolderOptions,
  onChange: (files: readonly string[]) => void,
): Promise<{ close(): Promise<void> }> {
  const { folder } = options;
  const isChosen = chosenBy(options);
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const tell = (): void => {
    const files = [...changed];
    changed.clear();
    onChange(files);
  };
  const ignored = (path: string): boolean => relative(folder, path).split(sep).some(isOthers);
  // Only a server watches.
  const { watch } = await import('chokidar');
  const watcher = watch(folder, { ignoreInitial: true, followSymlinks: false, ignored });
  watcher.on('all', (event, path) => {
    const file = relative(folder, path.startsWith(folder) ? path : join(folder, path))
      .split(sep)
      .join('/');
    if (event === 'addDir' || event === 'unlinkDir' || !isChosen(file)) return;
    changed.add(file);
    clearTimeout(timer);
    timer = setTimeout(tell, SETTLE);
  });
  await new Promise<void>((resolve, reject) => {
    // Once it is ready, what cannot be watched any more is still served as it was read.
    watcher.once('ready', resolve).on('error', reject);
  });
  return {
    close: async () => {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}
