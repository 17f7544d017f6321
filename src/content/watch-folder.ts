import { readdirSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { FSWatcher } from 'chokidar';
import type { WatchableSource } from '../core/content-source.ts';
import { chosenBy, isOthers } from './folder-source.ts';
import type { FolderOptions } from './folder-source.ts';

/** Editors write a file in several steps; this long, in milliseconds, after the last of them it is read. */
const SETTLE = 40;
/** The same where files come or go: chokidar takes 100 to tell of a deletion, which may be half of a move. */
const SETTLE_MOVES = 120;

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
  const timers = new Set<NodeJS.Timeout>();
  let telling: NodeJS.Timeout | undefined;
  const tell = (): void => {
    const files = [...changed];
    changed.clear();
    isMoving = false;
    onChange(files);
  };
  let isMoving = false;
  const note = (path: string, isEdit = false): void => {
    const file = relative(folder, path).split(sep).join('/');
    if (!isChosen(file)) return;
    changed.add(file);
    isMoving ||= !isEdit;
    clearTimeout(telling);
    telling = setTimeout(tell, isMoving ? SETTLE_MOVES : SETTLE);
  };
  const ignored = (path: string): boolean => relative(folder, path).split(sep).some(isOthers);
  // Only a server watches.
  const { watch } = await import('chokidar');
  const watcher = watch(folder, { ignoreInitial: true, followSymlinks: false, ignored });
  watcher.on('all', (event, told) => {
    const path = told.startsWith(folder) ? told : join(folder, told);
    if (event === 'addDir') later(timers, () => watchOverlooked(watcher, path, { ignored, note }));
    else if (event !== 'unlinkDir') note(path, event === 'change');
  });
  await new Promise<void>((resolve, reject) => {
    // Once it is ready, what cannot be watched any more is still served as it was read.
    watcher.once('ready', resolve).on('error', reject);
  });
  return {
    close: async () => {
      for (const timer of [telling, ...timers]) clearTimeout(timer);
      await watcher.close();
    },
  };
}

function later(timers: Set<NodeJS.Timeout>, act: () => void): void {
  const timer = setTimeout(() => {
    timers.delete(timer);
    act();
  }, SETTLE_MOVES);
  timers.add(timer);
}

/** chokidar lists a new folder before it watches it, so it overlooks what comes in between. */
function watchOverlooked(
  watcher: FSWatcher,
  folder: string,
  each: { ignored(path: string): boolean; note(path: string): void },
): void {
  const watched = watcher.getWatched()[resolve(folder)] ?? [];
  for (const entry of listed(folder)) {
    const path = join(folder, entry.name);
    if (watched.includes(entry.name) || each.ignored(path)) continue;
    watcher.add(path);
    if (entry.isDirectory()) watchOverlooked(watcher, path, each);
    else each.note(path);
  }
}

function listed(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return []; // It is gone again, and chokidar tells so.
  }
}
