import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import SqliteFile from 'better-sqlite3';
import { Client } from 'pg';
import type { Store } from '../../src/core/store.ts';
import { createLog } from '../../src/log.ts';
import { openStore } from '../../src/store/open-store.ts';
import { at, claiming, entry, NO_UPDATES, subscription } from '../contracts/changelog-setup.ts';
import { newFolder } from '../folders.ts';
import { startPostgres } from '../store/postgres-servers.ts';
import { table } from './table.ts';
import { ratio } from './timing.ts';

const ENTRIES = 40;
const CHANNELS = 20;
const DELIVERIES = ENTRIES * CHANNELS;

const INSERT = 'insert into bare (id, state) values';
const UPDATE = "update bare set state = 'sent' where id =";

/** A database on which the store and its peer take turns. */
interface BenchDatabase {
  readonly name: string;
  open(): Promise<Store>;
  /** What no delivery can do without: a row that is inserted and one that is updated, each with a commit of its own. */
  bare(id: number): Promise<void>;
  stop(): Promise<void>;
}

/** Deliveries a second through the store, from planned to settled, beside bare statements on the same database. */
export async function benchDeliveries(): Promise<string> {
  const databases = [await startFile()];
  if (process.env['TEST_DATABASE_URL'] !== undefined) databases.push(await startServer());
  const rows = [];
  for (const database of databases) rows.push(...(await benchDatabase(database)));
  return table(['deliveries', 'database', 'number', 'a second', 'time to the bare statements'], rows);
}

async function benchDatabase({ name, open, bare, stop }: BenchDatabase): Promise<string[][]> {
  const store = await open();
  for (let channel = 0; channel < CHANNELS; channel += 1)
    await store.subscriptions.save(subscription(`C${channel}`));
  const peer = await timed(async () => {
    for (let id = 0; id < DELIVERIES; id += 1) await bare(id);
  });
  // Neither the first nor the last word: one kind before the other warms the other up.
  const posts = await timed(() => deliver(store, 'a', Infinity));
  const digests = await timed(() => deliver(store, 'b', 5));
  await store.close();
  await stop();
  const row = (what: string, time: number): string[] => [
    what,
    name,
    String(DELIVERIES),
    ((1000 * DELIVERIES) / time).toFixed(0),
    time === peer ? '' : ratio(time, peer),
  ];
  return [
    row('bare INSERT and UPDATE, a commit each', peer),
    row('Signpost: plan, claim, settle; a post each', posts),
    row('Signpost: plan, claim, settle; in digests of up to 20', digests),
  ];
}

/** Plans new entries for all channels, then claims and settles until nothing waits. */
async function deliver({ entries, deliveries }: Store, prefix: string, burst: number): Promise<void> {
  const added = Array.from({ length: ENTRIES }, (_, index) => entry(`${prefix}${index}`));
  await entries.merge(added, { at: at(0), isOld: false });
  const wanted = Array.from({ length: CHANNELS }, (_, channel) => ({
    subscription: `C${channel}:animals`,
    dueAt: at(0),
  }));
  for (const one of await entries.unplanned(ENTRIES))
    await deliveries.plan(one, { wanted, updates: NO_UPDATES });
  const own = { burst: Math.min(burst, DELIVERIES + 1), digest: 20 };
  for (
    let post = await deliveries.claim(claiming(0, own));
    post !== undefined;
    post = await deliveries.claim(claiming(0, own))
  )
    await deliveries.settle(post, { kind: 'sent', message: post.id, nextAt: at(0) }, at(0));
}

async function timed(run: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

const log = createLog({ level: 'error', secrets: [], destination: process.stderr });

async function startFile(): Promise<BenchDatabase> {
  const folder = await newFolder();
  const file = join(folder, 'signpost.sqlite');
  const peer = new SqliteFile(join(folder, 'bare.sqlite'));
  peer.pragma('journal_mode = WAL');
  peer.pragma('synchronous = FULL');
  peer.exec('create table bare (id integer primary key, state text)');
  const [insert, update] = [peer.prepare(`${INSERT} (?, 'waiting')`), peer.prepare(`${UPDATE} ?`)];
  return {
    name: 'SQLite',
    open: () => openStore({ url: undefined, file, key: undefined, log }),
    bare: async (id) => {
      insert.run(id);
      update.run(id);
    },
    stop: async () => {
      peer.close();
      await rm(folder, { recursive: true });
    },
  };
}

async function startServer(): Promise<BenchDatabase> {
  const { url, query, stop } = await startPostgres();
  await query('create table bare (id integer primary key, state text)');
  const peer = new Client(url);
  await peer.connect();
  return {
    name: 'PostgreSQL',
    open: () => openStore({ url, file: '', key: undefined, log }),
    bare: async (id) => {
      await peer.query(`${INSERT} ($1, 'waiting')`, [id]);
      await peer.query(`${UPDATE} $1`, [id]);
    },
    stop: async () => {
      await peer.end();
      await stop();
    },
  };
}
