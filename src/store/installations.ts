import type { Installations } from '../core/store.ts';
import type { Database } from './database.ts';
import { seal, unseal } from './sealed.ts';
import { StoreError } from './store-error.ts';

/** The installations in a database. Without a key none can be saved or found, only removed. */
export function createInstallations({ db, calls }: Database, key: Buffer | undefined): Installations {
  return {
    save: ({ platform, workspace, data, at }) =>
      calls.run(`save the installation in ${platform} ${workspace}`, async () => {
        const row = { data: seal(data, needed(key), [platform, workspace]), at: at.getTime() };
        await db
          .insertInto('installations')
          .values({ platform, workspace, ...row })
          .onConflict((conflict) => conflict.columns(['platform', 'workspace']).doUpdateSet(row))
          .execute();
      }),

    find: (platform, workspace) =>
      calls.run(`read the installation in ${platform} ${workspace}`, async () => {
        const opening = needed(key);
        const row = await db
          .selectFrom('installations')
          .select('data')
          .where('platform', '=', platform)
          .where('workspace', '=', workspace)
          .executeTakeFirst();
        return row === undefined ? undefined : unseal(row.data, opening, [platform, workspace]);
      }),

    remove: (platform, workspace) =>
      calls.run(`remove the installation in ${platform} ${workspace}`, async () => {
        await db
          .deleteFrom('installations')
          .where('platform', '=', platform)
          .where('workspace', '=', workspace)
          .execute();
      }),
  };
}

function needed(key: Buffer | undefined): Buffer {
  if (key !== undefined) return key;
  throw new StoreError('ENCRYPTION_KEY must be set: tokens are kept encrypted only');
}
