import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Config } from './config/schema.ts';
import type { Kept, Progress, Snapshots } from './core/docs-index.ts';
import { startIndexThread } from './index-thread/index-thread.ts';
import type { Log } from './log.ts';
import type { ShelvedEngine } from './search/shelves.ts';
import { canSaveSnapshot, loadSnapshot, saveSnapshot } from './search/snapshot.ts';

export interface SnapshotsOptions {
  readonly config: Config;
  readonly file: string;
  /** What the config's paths are relative to. */
  readonly folder: string;
  readonly log: Log;
  readonly onProgress: (progress: Progress) => void;
  /** Whether an index of many files may be made on a thread of its own. */
  readonly thread: boolean;
}

/** Nothing is kept. */
export const NO_SNAPSHOTS: Snapshots<ShelvedEngine> = {
  load: async () => undefined,
  save: async () => undefined,
};

/** Making the index of fewer files takes less time than starting a thread. */
const THREAD_FILES = 100;

/** One snapshot for each config file; its key holds everything that the index is made from. */
export function snapshotsOf(
  options: SnapshotsOptions,
  closing: (() => Promise<unknown>)[],
): Snapshots<ShelvedEngine> {
  const { config, file, folder, log } = options;
  const path = join(resolve(folder, config.data), `index-${hashOf(resolve(file)).slice(0, 8)}.snapshot`);
  const made = hashOf(JSON.stringify([config.collections, config.search, programState()]));
  const keyOf = (key: string): string => `${made}\n${key}`;
  const load = async (key: string, isNew: boolean): Promise<Kept<ShelvedEngine> | undefined> => {
    const engine = await loadSnapshot(path, keyOf(key), config.search);
    return engine === undefined ? undefined : { engine, isNew };
  };
  return {
    load: async (key, files) => {
      const kept = await load(key, false);
      if (kept !== undefined || !options.thread || files < THREAD_FILES) return kept;
      // What the thread cannot hand over would have to be made twice.
      if (!(await canSaveSnapshot(path))) return undefined;
      const thread = startIndexThread(options, options.onProgress);
      closing.push(() => thread.stop());
      await thread.done;
      return load(key, true);
    },
    save: async (key, engine) => {
      try {
        await saveSnapshot(path, keyOf(key), engine);
      } catch (error) {
        log.warn(error instanceof Error ? error.message : String(error));
      }
    },
  };
}

/** The rooms that an index is made in. */
const MAKERS = ['content', 'core', 'search'];

/** Changes with the program's own files, so that no index outlives the code that made it. */
function programState(): string[] {
  return MAKERS.flatMap((room) => {
    const folder = join(import.meta.dirname, room);
    return readdirSync(folder, { encoding: 'utf8', recursive: true }).map((name) => {
      const { size, mtimeMs } = statSync(join(folder, name));
      return `${room}/${name} ${size} ${mtimeMs}`;
    });
  });
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
