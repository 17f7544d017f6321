import { Migrator } from 'kysely';
import type { Kysely, Migration } from 'kysely';
import { firstTables } from './migrations/0001-first-tables.ts';
import { changelogs } from './migrations/0002-changelogs.ts';
import { StoreError } from './store-error.ts';
import type { Tables } from './tables.ts';

/** Every migration by name, in the order of their names. One that has been released is never changed. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-first-tables': firstTables,
  '0002-changelogs': changelogs,
};

const MIGRATION_TABLE = 'signpost_migrations';

/** Where Kysely keeps which migrations have run. */
type MigrationTable = Record<typeof MIGRATION_TABLE, { readonly name: string }>;

/**
 * Runs the migrations that have not run yet. PostgreSQL is locked meanwhile, and all run or none; on SQLite
 * both are for the caller to see to, with a transaction around it. Rejects where a newer program has been at
 * the database.
 */
export async function migrate(db: Kysely<Tables>, migrations = MIGRATIONS): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(migrations) },
    migrationTableName: MIGRATION_TABLE,
    migrationLockTableName: 'signpost_migration_lock',
  });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  await refuseNewer(db, migrations);
  throw error;
}

async function refuseNewer(db: Kysely<Tables>, migrations: Readonly<Record<string, Migration>>) {
  const found = await newestFound(db);
  if (found === undefined || Object.hasOwn(migrations, found)) return;
  const known = Object.keys(migrations).sort().at(-1) ?? 'none';
  throw new StoreError(
    `a newer Signpost has used it (it is at ${found}, this program knows up to ${known}); start that version, or restore a backup from before`,
  );
}

/** Undefined too where it cannot be asked: then the first error says more. */
async function newestFound(db: Kysely<Tables>): Promise<string | undefined> {
  const newest = db
    .withTables<MigrationTable>()
    .selectFrom(MIGRATION_TABLE)
    .select('name')
    .orderBy('name', 'desc')
    .limit(1);
  return newest.executeTakeFirst().then(
    (row) => row?.name,
    () => undefined,
  );
}
