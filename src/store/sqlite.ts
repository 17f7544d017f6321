import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import SqliteFile from 'better-sqlite3';
import { Kysely, SqliteDialect, SqliteDriver } from 'kysely';
import type { DatabaseConnection } from 'kysely';
import { createCalls } from './calls.ts';
import type { Database } from './database.ts';
import { migrate, MIGRATIONS } from './migrate.ts';
import { codeOf, reasonOf, StoreError } from './store-error.ts';
import type { Tables } from './tables.ts';

/** Milliseconds; the thread stands still meanwhile, since SQLite waits where it is called. */
const BUSY_TIMEOUT = 1000;

interface Patience {
  readonly attempts: number;
  /** Milliseconds between two. */
  readonly pause: number;
}

/** How long a start waits for another that has the file: half a minute. */
const STARTING: Patience = { attempts: 300, pause: 100 };
/** How long a transaction waits, without the thread standing still: as long as a statement of its own. */
const BEGINNING: Patience = { attempts: 100, pause: BUSY_TIMEOUT / 100 };

/** A database in a file, which is made, with its folder, where there is none. Rejects with a `StoreError`. */
export async function openSqlite(file: string, migrations = MIGRATIONS): Promise<Database> {
  try {
    const opened = openFile(file);
    const db = new Kysely<Tables>({ dialect: new FileDialect(opened) });
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

class FileDialect extends SqliteDialect {
  readonly #file: SqliteFile.Database;

  constructor(file: SqliteFile.Database) {
    super({ database: file });
    this.#file = file;
  }

  override createDriver(): SqliteDriver {
    return new FileDriver(this.#file);
  }
}

/**
 * Its transactions write from the start: halfway, waiting for another writer would not help any more. They end on the disk,
 * since what was posted and is forgotten after a power cut would be posted twice; a statement by itself does not wait for it.
 */
class FileDriver extends SqliteDriver {
  readonly #file: SqliteFile.Database;

  constructor(file: SqliteFile.Database) {
    super({ database: file });
    this.#file = file;
  }

  override beginTransaction(): Promise<void> {
    return patiently(BEGINNING, () => {
      this.#file.pragma('busy_timeout = 0');
      try {
        this.#file.pragma('synchronous = FULL');
        this.#file.exec('begin immediate');
      } finally {
        this.#file.pragma(`busy_timeout = ${BUSY_TIMEOUT}`);
      }
    });
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await super.commitTransaction(connection);
    this.#file.pragma('synchronous = NORMAL');
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await super.rollbackTransaction(connection);
    this.#file.pragma('synchronous = NORMAL');
  }
}

function openFile(file: string): SqliteFile.Database {
  mkdirSync(dirname(file), { recursive: true });
  // SQLite would make it readable for everybody; it gives its other files the mode of this one.
  closeSync(openSync(file, 'a', 0o600));
  return new SqliteFile(file, { timeout: 0 });
}

async function prepare(opened: SqliteFile.Database, migrating: () => Promise<void>): Promise<void> {
  await patiently(STARTING, () => opened.pragma('journal_mode = WAL'));
  await patiently(STARTING, () => opened.exec('begin immediate'));
  await migrating();
  opened.exec('commit');
  opened.pragma(`busy_timeout = ${BUSY_TIMEOUT}`);
}

/** Again and again while another process, or another start in this one, has the file. */
async function patiently({ attempts, pause }: Patience, action: () => unknown): Promise<void> {
  for (let left = attempts; ; left -= 1) {
    try {
      action();
      return;
    } catch (error) {
      if (!codeOf(error).startsWith('SQLITE_BUSY') || left === 0) throw error;
    }
    await sleep(pause);
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
