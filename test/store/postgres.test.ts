import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Store } from '../../src/core/store.ts';
import { createLog } from '../../src/log.ts';
import { openStore } from '../../src/store/open-store.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { migrationContract } from '../contracts/migrations.ts';
import type { MigratedDatabase } from '../contracts/migrations.ts';
import { KEY, rejection, storeContract } from '../contracts/store.ts';
import { startTcpProxy } from '../fakes/tcp-proxy.ts';
import type { TcpProxy } from '../fakes/tcp-proxy.ts';
import { startPostgres } from './postgres-servers.ts';
import type { PostgresServer } from './postgres-servers.ts';

const NOW = new Date('2026-03-01T12:00:00Z');
const PASSWORD = 'hunter2-never-shown';

let server: PostgresServer;
const logged: string[] = [];
const log = createLog({
  level: 'trace',
  secrets: [],
  destination: { write: (line) => void logged.push(line) },
});

beforeAll(async () => {
  server = await startPostgres();
});

afterAll(() => server.stop());

async function open(url: string, key: Buffer | undefined = KEY): Promise<Store> {
  const store = await openStore({ url, file: '', key, log });
  onTestFinished(() => store.close());
  return store;
}

async function empty(): Promise<MigratedDatabase> {
  await server.query('drop schema public cascade; create schema public');
  const { url } = server;
  return {
    open: async (key) => {
      const store = await openStore({ url, file: '', key, log });
      onTestFinished(() => store.close());
      return store;
    },
    openWith: async (migrations) => {
      const database = await openPostgres({ url, size: 2, log }, migrations);
      onTestFinished(() => database.db.destroy());
      return database;
    },
    rows: (table) => server.query(`select * from ${table}`),
    run: async (sql) => void (await server.query(sql)),
  };
}

describe('a store in PostgreSQL', () => {
  storeContract(empty);
  migrationContract(empty);
});

/** The server's address through a proxy. */
async function proxied(): Promise<{ proxy: TcpProxy; url: string }> {
  const url = new URL(server.url);
  const proxy = await startTcpProxy({ host: url.hostname, port: Number(url.port) });
  onTestFinished(() => proxy.stop());
  url.host = `127.0.0.1:${proxy.port}`;
  return { proxy, url: url.href };
}

describe('a database that goes away', () => {
  test('makes calls reject, not the process end, and they work again once it is back', async () => {
    await empty();
    const { proxy, url } = await proxied();
    const { claims } = await open(url);
    await Promise.all(['a', 'b', 'c'].map((key) => claims.claim(key, NOW)));
    proxy.cut();
    for (const key of ['d', 'e', 'f']) {
      const error = await rejection(claims.claim(key, NOW));
      expect(error).toBeInstanceOf(StoreError);
      expect(error.message).toContain(
        `cannot claim a message in PostgreSQL at 127.0.0.1:${proxy.port}, database`,
      );
    }
    proxy.restore();
    expect(await claims.claim('g', NOW)).toBe(true);
    expect(await claims.claim('a', NOW)).toBe(false);
  });

  test('in the middle of calls makes each of them settle', async () => {
    await empty();
    const { proxy, url } = await proxied();
    const { claims } = await open(url);
    const calls = Array.from({ length: 50 }, (_, key) => claims.claim(String(key), NOW));
    await Promise.race(calls);
    proxy.cut();
    expect((await Promise.allSettled(calls)).map(({ status }) => status)).toContain('rejected');
    proxy.restore();
    expect(await claims.claim('after', NOW)).toBe(true);
  });

  test('without a word makes a call reject in the end, and the next takes a new connection', async () => {
    await empty();
    const { proxy, url } = await proxied();
    const { claims } = await open(url);
    await claims.claim('a', NOW);
    proxy.silence();
    expect((await rejection(claims.claim('b', NOW))).message).toContain('timeout');
    expect(await claims.claim('c', NOW)).toBe(true);
  });

  test('does not keep a store from closing', async () => {
    await empty();
    const { proxy, url } = await proxied();
    const store = await open(url);
    await store.claims.claim('a', NOW);
    proxy.silence();
    await store.close();
    await rejection(store.claims.claim('b', NOW));
  });

  test('is logged, without the password', async () => {
    await empty();
    const { proxy, url } = await proxied();
    await (await open(url)).claims.claim('a', NOW);
    logged.length = 0;
    proxy.cut();
    await expect.poll(() => logged.join('')).toContain('a connection to the database was lost');
    expect(logged.join('')).not.toContain(new URL(server.url).password);
  });

  test.runIf(process.env['TEST_DATABASE_URL'])('when its sessions are ended, is back at once', async () => {
    await empty();
    const { claims } = await open(server.url);
    await Promise.all(['a', 'b', 'c'].map((key) => claims.claim(key, NOW)));
    await server.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    await expect.poll(() => claims.claim('d', NOW).catch(() => false)).toBe(true);
  });

  test.runIf(process.env['TEST_DATABASE_URL'])('while others hold a lock too long, says so', async () => {
    const { open } = await empty();
    const { claims } = await open(KEY);
    const holder = new Client(server.url);
    onTestFinished(() => holder.end());
    await holder.connect();
    await holder.query('begin; lock table claims');
    expect((await rejection(claims.claim('a', NOW))).message).toContain('timeout');
    await holder.query('commit');
    expect(await claims.claim('b', NOW)).toBe(true);
  });
});

describe('a database that cannot be reached', () => {
  test.each([
    [
      'nobody listens',
      `postgres://signpost:${PASSWORD}@127.0.0.1:1/animals`,
      'PostgreSQL at 127.0.0.1:1, database animals: connect ECONNREFUSED',
    ],
    [
      'there is no such host',
      `postgresql://signpost:${PASSWORD}@nowhere.invalid/animals`,
      'PostgreSQL at nowhere.invalid:5432, database animals',
    ],
  ])('is named, with what to do: %s', async (_, url, place) => {
    const error = await rejection(open(url));
    expect(error).toBeInstanceOf(StoreError);
    expect(error.message).toContain(`cannot open ${place}`);
    expect(error.message).toContain('see that the server runs and that DATABASE_URL is right');
    expectNoPassword(error);
  });

  test('is one that takes the connection and never answers', async () => {
    const silent = createServer();
    await once(silent.listen(0, '127.0.0.1'), 'listening');
    onTestFinished(() => void silent.close());
    const { port } = silent.address() as AddressInfo;
    const error = await rejection(open(`postgres://signpost:${PASSWORD}@127.0.0.1:${port}/animals`));
    expect(error.message).toContain('timeout');
    expectNoPassword(error);
  });

  test.each([
    `postgres://signpost:${PASSWORD}/x#@127.0.0.1:5432/animals`,
    `postgres://signpost:${PASSWORD}@127.0.0.1:port/animals`,
  ])('is one whose address cannot be read (%#)', async (url) => {
    const error = await rejection(open(url));
    expect(error.message).toContain('DATABASE_URL is not the address of a PostgreSQL database');
    expectNoPassword(error);
  });

  test.each([`mysql://signpost:${PASSWORD}@127.0.0.1/animals`, `file:${PASSWORD}`, ''])(
    'is one of another kind (%#)',
    async (url) => {
      const error = await rejection(open(url));
      expect(error.message).toContain('DATABASE_URL must begin with postgres://');
      expectNoPassword(error);
    },
  );

  test.runIf(process.env['TEST_DATABASE_URL'])('is one that does not take this password', async () => {
    const url = new URL(server.url);
    url.password = PASSWORD;
    const error = await rejection(open(url.href));
    expect(error.message).toContain('; correct user and password in DATABASE_URL');
    expectNoPassword(error);
  });

  test.runIf(process.env['TEST_DATABASE_URL'])('is one that is not there', async () => {
    const url = new URL(server.url);
    url.pathname = 'nowhere';
    const error = await rejection(open(url.href));
    expect(error.message).toContain('; create that database, or correct its name in DATABASE_URL');
  });

  test.runIf(process.env['TEST_DATABASE_URL'])('is one where no table may be made', async () => {
    const { run } = await empty();
    const user = new URL(server.url).pathname.slice(1);
    await run(`create role ${user} login password '${PASSWORD}'`);
    const url = new URL(server.url);
    url.username = user;
    url.password = PASSWORD;
    const error = await rejection(open(url.href));
    await run(`drop role ${user}`);
    expect(error.message).toContain('; its user must be allowed to create tables there');
    expectNoPassword(error);
  });
});

function expectNoPassword(error: Error): void {
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(PASSWORD);
}
