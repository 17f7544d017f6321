import { join, resolve } from 'node:path';
import type { Config } from '../config/schema.ts';
import type { Environment } from '../config/secrets.ts';
import type { Store } from '../core/store.ts';
import type { Log } from '../log.ts';

export interface StoreAppOptions {
  readonly config: Config;
  /** What the config's paths are relative to. */
  readonly folder: string;
  readonly environment: Environment;
  readonly log: Log;
}

/** What outlives a restart. Where it cannot be opened the log says what to do, and questions are answered without it until it can. */
export async function openAppStore({ config, folder, environment, log }: StoreAppOptions): Promise<Store> {
  const { openStore } = await import('../store/open-store.ts');
  const { databaseUrl: url, encryptionKey: key } = environment.tokens;
  const file = join(resolve(folder, config.data), 'signpost.sqlite');
  const open = (): Promise<Store> => openStore({ url, file, key, log });
  try {
    return await open();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log.error(`nothing is kept, and feedback cannot be given: ${reason}`);
    const { createLateStore } = await import('../store/late-store.ts');
    const onOpen = (): void => log.info('the database can be opened now, and things are kept again');
    return createLateStore({ open, reason, failedAt: new Date(), now: () => new Date(), onOpen });
  }
}
