import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What opening the docs took, in a process of its own. */
export interface StartUp {
  readonly fromSnapshot: boolean;
  /** From the start of the process until the docs were ready, in milliseconds: on the clock, and of processor time. */
  readonly wall: number;
  readonly cpu: number;
  /** Resident memory in bytes: when ready, and after the questions. */
  readonly memory: number;
  readonly memoryAfter: number;
}

/** The built program, since that is what people start. */
export const DIST = pathToFileURL(join(import.meta.dirname, '../../dist')).href;

const PROGRAM = `
  import { readFileSync } from 'node:fs';
  const [{ createApp }, { loadConfig }, { createLog }] = await Promise.all(
    ['app/docs-app.js', 'config/load.js', 'log.js'].map((file) => import('${DIST}/' + file)));
  const loaded = await loadConfig(process.argv[1]);
  let fromSnapshot = false;
  const destination = { write: (line) => { fromSnapshot ||= line.includes('"fromSnapshot":true'); } };
  const log = createLog({ level: 'info', secrets: [], destination });
  const config = { ...loaded.config, data: process.argv[2] };
  const app = await createApp({ ...loaded, config, log, snapshot: true, thread: true, onProgress: () => {},
    mirrors: undefined, questions: undefined, entries: () => undefined });
  await app.open();
  const wall = performance.now();
  const { user, system } = process.cpuUsage();
  const memory = process.memoryUsage.rss();
  for (const text of JSON.parse(readFileSync(0, 'utf8')))
    app.core.ask({ text, id: '', platform: '', workspace: '', place: '', asker: '', visibility: 'private', collections: [], version: '', locale: '' });
  process.stdout.write(JSON.stringify({
    fromSnapshot, wall, cpu: (user + system) / 1000, memory, memoryAfter: process.memoryUsage.rss() }));
`;

/** Opens the docs of a config, with its index kept in `data`, and asks questions. */
export function startUp(config: string, data: string, questions: readonly string[]): StartUp {
  const args = ['--input-type=module', '--eval', PROGRAM, config, data];
  return JSON.parse(
    execFileSync(process.execPath, args, { input: JSON.stringify(questions), encoding: 'utf8' }),
  ) as StartUp;
}
