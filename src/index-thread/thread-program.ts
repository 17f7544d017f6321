import { parentPort, workerData } from 'node:worker_threads';
import { createApp } from '../app/docs-app.ts';
import type { IndexTask } from './index-thread.ts';
import { createLog } from '../log.ts';

/** The program of the thread that `index-thread.ts` starts: opens the docs, which keeps their index, and ends. */
const log = createLog({ level: 'silent', secrets: [], destination: process.stderr });
const app = await createApp({
  ...(workerData as IndexTask),
  log,
  snapshot: true,
  thread: false,
  mirrors: undefined,
  questions: undefined,
  entries: () => undefined,
  // oxlint-disable-next-line require-post-message-target-origin -- a thread has no origin
  onProgress: (progress) => parentPort?.postMessage(progress),
});
await app.open();
await app.close();
