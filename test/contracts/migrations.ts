import { sql } from 'kysely';
import type { Migration } from 'kysely';
import { expect, test } from 'vitest';
import type { Database } from '../../src/store/database.ts';
import { MIGRATIONS } from '../../src/store/migrate.ts';
import { KEY, rejection } from './store.ts';
import type { EmptyDatabase } from './store.ts';

export interface MigratedDatabase extends EmptyDatabase {
  /** Opens it as a program would that has these migrations, and closes it when the test is over. */
  openWith(migrations: Readonly<Record<string, Migration>>): Promise<Database>;
}

const NOW = new Date('2026-03-01T12:00:00Z');

const NEXT = '9999-animals';

const withNext = {
  ...MIGRATIONS,
  [NEXT]: {
    up: async (db) => {
      await db.schema.createTable('animals').addColumn('name', 'text').execute();
      await db.schema.alterTable('claims').addColumn('animal', 'text').execute();
    },
  } satisfies Migration,
};

/** What every database has to do at the start. */
export function migrationContract(empty: () => Promise<MigratedDatabase>): void {
  test('a database is brought up to date from an older state, and keeps what it had', async () => {
    const { open, openWith, rows } = await empty();
    await (await open(KEY)).claims.claim('a', NOW);
    await openWith(withNext);
    expect((await rows('claims')).map(({ key, animal }) => [key, animal])).toEqual([['a', null]]);
    expect(await rows('animals')).toEqual([]);
  });

  test('each migration runs once', async () => {
    const { open, rows } = await empty();
    await open(KEY);
    const before = await rows('signpost_migrations');
    await open(KEY);
    expect(await rows('signpost_migrations')).toEqual(before);
    expect(before.map(({ name }) => name)).toEqual(Object.keys(MIGRATIONS));
  });

  test('a database that a newer Signpost has used is refused, and left as it is', async () => {
    const { open, openWith, rows } = await empty();
    await openWith(withNext);
    const { message } = await rejection(open(KEY));
    expect(message).toContain('a newer Signpost has used it');
    expect(message).toContain(`it is at ${NEXT}, this program knows up to ${Object.keys(MIGRATIONS).at(-1)}`);
    expect(await rows('animals')).toEqual([]);
  });

  test('a migration that fails leaves everything as it was', async () => {
    const { open, openWith, rows } = await empty();
    await open(KEY);
    const failing: Migration = {
      up: async (db) => {
        await sql`create table half (name text)`.execute(db);
        throw new Error('no more');
      },
    };
    expect((await rejection(openWith({ ...MIGRATIONS, '9999-half': failing }))).message).toContain('no more');
    await rejection(rows('half'));
    const store = await open(KEY);
    expect(await store.claims.claim('a', NOW)).toBe(true);
  });

  test('several that start at once on an empty database all come up', async () => {
    const { open, rows } = await empty();
    const stores = await Promise.all([open(KEY), open(KEY), open(KEY)]);
    const claimed = await Promise.all(stores.map((store) => store.claims.claim('a', NOW)));
    expect(claimed.filter(Boolean)).toHaveLength(1);
    expect(await rows('signpost_migrations')).toHaveLength(Object.keys(MIGRATIONS).length);
  });
}
