import { Kysely, PostgresDialect } from 'kysely';
import { Client } from 'pg';
import type { Log } from '../log.ts';
import { createCalls } from './calls.ts';
import type { Database } from './database.ts';
import { migrate, MIGRATIONS } from './migrate.ts';
import { createPool } from './postgres-pool.ts';
import type { PoolOptions } from './postgres-pool.ts';
import { codeOf, reasonOf, StoreError } from './store-error.ts';
import type { Tables } from './tables.ts';

/** Milliseconds that a statement may take; at the start, another replica may be migrating. */
const PATIENCE = { running: 3000, starting: 60_000 } as const;

export interface PostgresOptions {
  readonly url: string;
  /** Connections at most. */
  readonly size: number;
  readonly log: Log;
}

/** A database on a PostgreSQL server, which must be reachable now. Rejects with a `StoreError`, which never has the password. */
export async function openPostgres(options: PostgresOptions, migrations = MIGRATIONS): Promise<Database> {
  const place = placeOf(options.url);
  const starting = open({ ...options, size: 1, patience: PATIENCE.starting });
  try {
    await migrate(starting, migrations);
  } catch (error) {
    const message = `cannot open ${place}: ${reasonOf(error)}${remedyFor(error)}`;
    throw new StoreError(message, { cause: error });
  } finally {
    await starting.destroy();
  }
  return { db: open({ ...options, patience: PATIENCE.running }), calls: createCalls(place) };
}

function open(options: PoolOptions): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: createPool(options) }) });
}

/** What an address names, as pg reads it, without user and password. */
function placeOf(url: string): string {
  try {
    const { host, port, database = '' } = new Client({ connectionString: url });
    return `PostgreSQL at ${host}:${port}, database ${database}`;
  } catch {
    // Without the cause, which holds the address and so the password.
    throw new StoreError(
      'DATABASE_URL is not the address of a PostgreSQL database; write postgres://user:password@host:5432/database, with characters such as # / % in the password percent-encoded',
    );
  }
}

function remedyFor(error: unknown): string {
  switch (codeOf(error)) {
    case '28P01':
    case '28000':
      return '; correct user and password in DATABASE_URL';
    case '3D000':
      return '; create that database, or correct its name in DATABASE_URL';
    case '3F000':
    case '42501':
      return '; its user must be allowed to create tables there';
    case '53300':
      return '; the server needs a higher max_connections, or fewer clients';
    default:
      return error instanceof StoreError ? '' : '; see that the server runs and that DATABASE_URL is right';
  }
}
