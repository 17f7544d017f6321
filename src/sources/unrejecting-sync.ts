import type { Synced, SyncOptions } from '../core/mirror.ts';

/** A sync that keeps its promise never to reject, whatever the disk does. */
export function unrejectingSync(
  folder: string,
  sync: (options: SyncOptions) => Promise<Synced>,
): (options: SyncOptions) => Promise<Synced> {
  return async (options) => {
    try {
      return await sync(options);
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      const remedy = 'see whether Signpost may write there, and whether there is room';
      return {
        kind: 'failed',
        reason: `${folder} cannot be brought up to date: ${said.slice(0, 300)}`,
        remedy,
        retryAfter: 0,
      };
    }
  };
}
