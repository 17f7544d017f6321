import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import SqliteFile from 'better-sqlite3';
import { CompiledQuery, Kysely, SqliteDialect, SqliteDriver } from 'kysely';
import type { DatabaseConnection } from 'kysely';
import { createCalls } from './calls.ts';
import type { Database } from './database.ts';
import { migrate, MIGRATIONS } from './migrate.ts';
import { codeOf, reasonOf, StoreError } from './store-error.ts';
import type { Tables } from './tables.ts';

/** Milliseconds; the thread stands still meanwhile, since SQLite waits where it is called. */
const BUSY_TIMEOUT = 1000;

/** How often, and how many milliseconds apart, a start waits for another that has the file: half a minute in all. */
const START = { attempts: 300, pause: 100 } as const;

/** A database in a file, which is made, with its folder, where there is none. Rejects with a `StoreError`. */
export async function openSqlite(file: string, migrations = MIGRATIONS): Promise<Database> {
  try {
    const opened = openFile(file);
    const db = new Kysely<Tables>({ dialect: new WritingDialect({ database: opened }) });
    await prepare(opened, () => migrate(db, migrations)).catch((error: unknown) => {
      opened.close();
      throw error;
    });
    return { db, calls: createCalls(`the database ${file}`) };
  } catch (error) {
    const message = `cannot open the database ${file}: ${reasonOf(error)}${remedyFor(codeOf(error))}`;
    throw new StoreError(message, { cause: error });
  }
}

/** Its transactions wait for another writer when they begin, not halfway, where waiting would not help any more. */
class WritingDialect extends SqliteDialect {
  readonly #config: ConstructorParameters<typeof SqliteDriver>[0];

  constructor(config: ConstructorParameters<typeof SqliteDriver>[0]) {
    super(config);
    this.#config = config;
  }

  override createDriver(): SqliteDriver {
    return new WritingDriver(this.#config);
  }
}

class WritingDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

function openFile(file: string): SqliteFile.Database {
  mkdirSync(dirname(file), { recursive: true });
  // SQLite would make it readable for everybody; it gives its other files the mode of this one.
  closeSync(openSync(file, 'a', 0o600));
  return new SqliteFile(file, { timeout: 0 });
}

async function prepare(opened: SqliteFile.Database, migrating: () => Promise<void>): Promise<void> {
  await patiently(() => opened.pragma('journal_mode = WAL'));
  // Every commit is on the disk: what was posted and is forgotten after a power cut would be posted twice.
  opened.pragma('synchronous = FULL');
  await patiently(() => opened.exec('begin immediate'));
  await migrating();
  opened.exec('commit');
  opened.pragma(`busy_timeout = ${BUSY_TIMEOUT}`);
}

/** Again and again while another process, or another start in this one, has the file. */
async function patiently(action: () => unknown): Promise<void> {
  for (let left: number = START.attempts; ; left -= 1) {
    try {
      action();
      return;
    } catch (error) {
      if (!codeOf(error).startsWith('SQLITE_BUSY') || left === 0) throw error;
    }
    await sleep(START.pause);
  }
}

function remedyFor(code: string): string {
  switch (code) {
    case 'SQLITE_NOTADB':
    case 'SQLITE_CORRUPT':
      return '; restore a backup, or move the file away and Signpost starts with an empty one';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_READONLY':
      return '; the file and its folder must be writable for the user that Signpost runs as';
    case 'ENOTDIR':
    case 'EEXIST':
    case 'EISDIR':
      return '; the path must lead through folders to a file';
    case 'SQLITE_BUSY':
      return '; another program holds it: end that one';
    case 'ERR_DLOPEN_FAILED':
      return '; it was built for another Node.js: run npm rebuild better-sqlite3';
    default:
      return '';
  }
}
