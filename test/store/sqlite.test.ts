import { execFile } from 'node:child_process';
import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import SqliteFile from 'better-sqlite3';
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Store } from '../../src/core/store.ts';
import { createLog } from '../../src/log.ts';
import { MIGRATIONS } from '../../src/store/migrate.ts';
import { openStore } from '../../src/store/open-store.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { StoreError } from '../../src/store/store-error.ts';
import type { Tables } from '../../src/store/tables.ts';
import { migrationContract } from '../contracts/migrations.ts';
import type { MigratedDatabase } from '../contracts/migrations.ts';
import { KEY, rejection, storeContract } from '../contracts/store.ts';
import { folderWith } from '../folders.ts';

const log = createLog({ level: 'silent', secrets: [], destination: process.stderr });
const NOW = new Date('2026-03-01T12:00:00Z');

async function open(file: string, key: Buffer | undefined = KEY): Promise<Store> {
  const store = await openStore({ url: undefined, file, key, log });
  onTestFinished(() => store.close());
  return store;
}

/** Another program at the same file. */
function other(file: string): SqliteFile.Database {
  const opened = new SqliteFile(file);
  onTestFinished(() => {
    opened.close();
  });
  return opened;
}

async function empty(): Promise<MigratedDatabase> {
  const file = join(await folderWith({}), 'data', 'signpost.db');
  return {
    open: async (key) => {
      const store = await openStore({ url: undefined, file, key, log });
      onTestFinished(() => store.close());
      return store;
    },
    openWith: async (migrations) => {
      const database = await openSqlite(file, migrations);
      onTestFinished(() => database.db.destroy());
      return database;
    },
    rows: async (table) => other(file).prepare<[], Record<string, unknown>>(`select * from ${table}`).all(),
    run: async (sql) => void other(file).exec(sql),
  };
}

/** How soon SQLite has the disk keep what is committed: 1 for NORMAL, 2 for FULL. */
async function level(db: Kysely<Tables>): Promise<unknown[]> {
  return (await sql`pragma synchronous`.execute(db)).rows;
}

describe('a store in a file', () => {
  storeContract(empty);
  migrationContract(empty);

  test('makes its folder, and is for its owner alone', async () => {
    const file = join(await folderWith({}), 'new', 'data', 'signpost.db');
    const store = await open(file);
    await store.claims.claim('a', NOW);
    for (const suffix of ['', '-wal', '-shm']) {
      expect(((await stat(file + suffix)).mode & 0o777).toString(8)).toBe('600');
    }
  });

  test('keeps the mode that somebody gave the file', async () => {
    const file = join(await folderWith({}), 'signpost.db');
    await (await open(file)).close();
    await chmod(file, 0o640);
    await open(file);
    expect((await stat(file)).mode & 0o777).toBe(0o640);
  });

  test('has the disk keep a transaction at once, and everything else soon', async () => {
    const { openWith } = await empty();
    const { db } = await openWith(MIGRATIONS);
    const [FULL, NORMAL] = [[{ synchronous: 2 }], [{ synchronous: 1 }]];
    expect(await level(db)).toEqual(NORMAL);
    expect(await db.transaction().execute(level)).toEqual(FULL);
    expect(await level(db)).toEqual(NORMAL);
    await rejection(
      db.transaction().execute(() => {
        throw new Error('undone');
      }),
    );
    expect(await level(db)).toEqual(NORMAL);
  });

  test('lets a transaction wait for another that holds the file, while this process goes on', async () => {
    const file = join(await folderWith({}), 'signpost.db');
    const store = await open(file);
    const holder = other(file);
    holder.exec('begin immediate');
    setTimeout(() => holder.exec('commit'), 50);
    expect(await store.entries.merge([], { at: NOW, isOld: false })).toEqual({ added: 0, changed: 0 });
  });

  test('can be read by others while it is written to', async () => {
    const file = join(await folderWith({}), 'signpost.db');
    const store = await open(file);
    expect(other(file).pragma('journal_mode', { simple: true })).toBe('wal');
    const reader = other(file);
    reader.exec('begin; select * from claims');
    expect(await store.claims.claim('a', NOW)).toBe(true);
  });

  test('waits at the start while another has the file', async () => {
    const file = join(await folderWith({}), 'signpost.db');
    await (await open(file)).close();
    const holder = other(file);
    holder.exec('begin immediate');
    const opening = open(file);
    setTimeout(() => holder.exec('commit'), 250);
    expect(await (await opening).claims.claim('a', NOW)).toBe(true);
  });

  test('says so when another does not let go of the file, and goes on after', async () => {
    const file = join(await folderWith({}), 'signpost.db');
    const store = await open(file);
    const holder = other(file);
    holder.exec('begin immediate');
    const error = await rejection(store.claims.claim('a', NOW));
    expect(error).toBeInstanceOf(StoreError);
    expect(error.message).toBe(`cannot claim a message in the database ${file}: database is locked`);
    holder.exec('rollback');
    expect(await store.claims.claim('a', NOW)).toBe(true);
  });

  test('is one store to several processes that start at once', async () => {
    const file = join(await folderWith({}), 'signpost.db');
    const program = join(import.meta.dirname, 'claim-all.ts');
    const run = () => promisify(execFile)(process.execPath, ['--import', 'tsx', program, file]);
    const outputs = await Promise.all([run(), run()]);
    const claimed = outputs.flatMap(({ stdout }) => JSON.parse(stdout) as string[]);
    expect(claimed.sort()).toEqual(Array.from({ length: 100 }, (_, key) => String(key)).sort());
  });
});

describe('a file that cannot be used', () => {
  const UNUSABLE = 'this is no database, whatever its name says '.repeat(100);

  test('is said to be none, and is left as it is', async () => {
    const folder = await folderWith({ 'signpost.db': UNUSABLE });
    const file = join(folder, 'signpost.db');
    const { message } = await rejection(open(file));
    expect(message).toMatch(
      /^cannot open the database .*signpost\.db: file is not a database; restore a backup, or/u,
    );
    expect(await readFile(file, 'utf8')).toBe(UNUSABLE);
  });

  test('is said to be damaged', async () => {
    const file = join(await folderWith({}), 'signpost.db');
    await (await open(file)).close();
    const bytes = await readFile(file);
    await writeFile(file, bytes.fill(0xff, 100, 8192));
    const { message } = await rejection(open(file));
    expect(message).toContain('malformed; restore a backup');
  });

  test('is one whose folder is a file', async () => {
    const file = join(await folderWith({ data: '' }), 'data', 'signpost.db');
    expect((await rejection(open(file))).message).toContain('the path must lead through folders to a file');
  });

  test('is a folder', async () => {
    const file = await folderWith({});
    expect((await rejection(open(file))).message).toContain('the path must lead through folders to a file');
  });

  test('is one in a folder that may not be written to', async () => {
    const folder = await folderWith({});
    await chmod(folder, 0o555);
    const file = join(folder, 'signpost.db');
    const { message } = await rejection(asNobody(() => open(file)));
    expect(message).toContain(`cannot open the database ${file}: EACCES`);
    expect(message).toContain('must be writable for the user that Signpost runs as');
  });

  test('is one that may not be written to', async () => {
    const folder = await folderWith({});
    await chmod(folder, 0o777);
    const file = join(folder, 'signpost.db');
    await (await open(file)).close();
    await chmod(file, 0o444);
    const { message } = await rejection(asNobody(() => open(file)));
    expect(message).toContain('must be writable for the user that Signpost runs as');
  });
});

/** Root may write everywhere, so it becomes nobody for a moment. */
async function asNobody<T>(action: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return action();
  process.seteuid?.(65_534);
  try {
    return await action();
  } finally {
    process.seteuid?.(0);
  }
}
