import { randomBytes } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { Client } from 'pg';

/** A PostgreSQL server with a database of our own. */
export interface PostgresServer {
  readonly url: string;
  /** Runs one or more statements on a connection of its own; the rows are the last statement's. */
  query(sql: string): Promise<Record<string, unknown>[]>;
  stop(): Promise<void>;
}

/** The server that TEST_DATABASE_URL names; without it PGlite, which is PostgreSQL in this process. */
export function startPostgres(): Promise<PostgresServer> {
  const url = process.env['TEST_DATABASE_URL'];
  return url === undefined ? startPGlite() : createDatabase(url);
}

async function createDatabase(admin: string): Promise<PostgresServer> {
  const name = `signpost_test_${randomBytes(6).toString('hex')}`;
  await query(admin, `create database ${name}`);
  const url = new URL(admin);
  url.pathname = name;
  return {
    url: url.href,
    query: (sql) => query(url.href, sql),
    stop: async () => void (await query(admin, `drop database ${name} with (force)`)),
  };
}

/** It has one session, which all connections take turns in. */
async function startPGlite(): Promise<PostgresServer> {
  const db = await PGlite.create();
  const server = new PGLiteSocketServer({ db, port: 0, host: '127.0.0.1', maxConnections: 50 });
  await server.start();
  const url = `postgres://postgres:secret@${server.getServerConn()}/postgres`;
  return {
    url,
    query: (sql) => query(url, sql),
    stop: async () => {
      await server.stop();
      await db.close();
    },
  };
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client(url);
  await client.connect();
  try {
    const results = [await client.query<Record<string, unknown>>(sql)].flat();
    return results.at(-1)?.rows ?? [];
  } finally {
    await client.end();
  }
}
