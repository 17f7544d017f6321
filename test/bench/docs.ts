import { createApp } from '../../src/app/docs-app.ts';
import { loadConfig } from '../../src/config/load.ts';
import type { Config } from '../../src/config/schema.ts';
import type { Page } from '../../src/core/page.ts';
import { createLog } from '../../src/log.ts';

export interface Docs {
  readonly config: Config;
  readonly pages: readonly Page[];
}

/** The pages of a config file, read and made anew. */
export async function readDocs(file: string): Promise<Docs> {
  const result = await loadConfig(file);
  if (result.kind === 'problems') throw new Error(`${file}: ${result.problems[0]?.message ?? ''}`);
  const log = createLog({ level: 'error', secrets: [], destination: process.stderr });
  const app = await createApp({
    ...result,
    log,
    snapshot: false,
    thread: false,
    mirrors: undefined,
    questions: undefined,
    entries: () => undefined,
    onProgress: () => undefined,
  });
  await app.open();
  return { config: result.config, pages: app.pages };
}
