import { Worker } from 'node:worker_threads';
import type { Config } from '../config/schema.ts';
import type { Progress } from '../core/docs-index.ts';

/** Whose index the thread makes. */
export interface IndexTask {
  readonly config: Config;
  readonly file: string;
  /** What the config's paths are relative to. */
  readonly folder: string;
}

export interface IndexThread {
  /** Resolves once the index is made and kept, or cannot be kept; rejects when the thread fails. */
  readonly done: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Makes and keeps the index of a config on a thread of its own. The garbage of parsing, many times as large as the index,
 * goes with the thread, and meanwhile this one is free to serve.
 */
export function startIndexThread(
  { config, file, folder }: IndexTask,
  onProgress: (progress: Progress) => void,
): IndexThread {
  const task: IndexTask = { config, file, folder };
  // Flags of this thread, such as a script to evaluate, are not the other's.
  const worker = new Worker(new URL('thread-program.js', import.meta.url), {
    workerData: task,
    execArgv: [],
  });
  const done = new Promise<void>((resolve, reject) => {
    worker.on('message', onProgress);
    worker.once('error', reject);
    worker.once('exit', () => resolve());
  });
  return {
    done,
    stop: async () => {
      await worker.terminate();
    },
  };
}
