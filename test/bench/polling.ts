import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Agent, fetch } from 'undici';
import { createFeed } from '../../src/feeds/create-feed.ts';
import { createHttp } from '../../src/http.ts';
import { createLog } from '../../src/log.ts';
import { poll } from '../../src/notifications/poll.ts';
import type { WatchedFeed } from '../../src/notifications/poll.ts';
import { openStore } from '../../src/store/open-store.ts';
import { newFolder } from '../folders.ts';
import { table } from './table.ts';
import { milliseconds, percentile, ratio } from './timing.ts';

const FEEDS = 1_000;
/** As many as the notifier reads at the same time. */
const AT_ONCE = 8;
const ROUNDS = 5;

const MAP = {
  entries: '',
  id: 'guid',
  title: 'title',
  date: 'date',
  notes: 'changes',
  url: 'url',
  version: 'version',
  package: 'package',
  image: 'image',
};

/** One poll of 1,000 feeds that have not changed, beside bare conditional requests by the same client. */
export async function benchPolling(): Promise<string> {
  const served = await serve();
  const folder = await newFolder();
  const log = createLog({ level: 'silent', secrets: [], destination: process.stderr });
  const file = join(folder, 'signpost.sqlite');
  const store = await openStore({ url: undefined, file, key: undefined, log });
  const http = createHttp({ userAgent: 'Signpost/bench' });
  const agent = new Agent({ connections: AT_ONCE });
  let now = Date.now();
  const signal = new AbortController().signal;
  const options = { ...store, log, now: () => new Date(now), random: () => 0, signal };
  const watched = Array.from({ length: FEEDS }, (_, number): WatchedFeed => {
    const name = `feed-${number}`;
    const source = { kind: 'url', url: `${served.url}/${name}`, private: true } as const;
    const feed = createFeed({ name, source, format: 'auto', map: MAP, link: '', package: '' }, http);
    return { feed, title: name, key: name, every: 15, maxAge: 30 };
  });
  const ours: number[] = [];
  const bare: number[] = [];
  await atOnce(watched, (one) => poll(one, options));
  for (let round = 0; round < ROUNDS; round += 1) {
    bare.push(await timed(watched, ({ feed }) => get(`${served.url}/${feed.name}`, agent)));
    now += 3_600_000;
    ours.push(await timed(watched, (one) => poll(one, options)));
  }
  await Promise.all([http.close(), agent.close(), store.close()]);
  served.close();
  await rm(folder, { recursive: true, force: true });
  return report(ours, bare);
}

function report(ours: readonly number[], bare: readonly number[]): string {
  const [poll, requests] = [percentile(ours, 0.5), percentile(bare, 0.5)];
  const row = (what: string, time: number): string[] => [
    what,
    milliseconds(time),
    milliseconds(time / FEEDS),
    ratio(time, requests),
  ];
  const rows = [row('a poll, with the store', poll), row('bare conditional requests', requests)];
  return `## Polling ${FEEDS} feeds that answer 304\n\n${table(['', 'all', 'each', 'beside bare'], rows)}`;
}

/** A server whose feeds have one entry, and never change. */
async function serve(): Promise<{ url: string; close(): void }> {
  const item = '<item><title>One</title><guid>1</guid></item>';
  const feed = `<rss version="2.0"><channel><title>Acme</title>${item}</channel></rss>`;
  const server = createServer((request, response) => {
    const isKnown = request.headers['if-none-match'] === '"1"';
    response.writeHead(isKnown ? 304 : 200, { etag: '"1"', 'content-type': 'application/rss+xml' });
    response.end(isKnown ? '' : feed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => void server.close() };
}

async function get(url: string, dispatcher: Agent): Promise<void> {
  const response = await fetch(url, { dispatcher, headers: { 'if-none-match': '"1"' } });
  await response.arrayBuffer();
}

/** The milliseconds that it takes for all of them. */
async function timed<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await atOnce(items, work);
  return performance.now() - start;
}

async function atOnce<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<void> {
  const queue = items.values();
  const worker = async (): Promise<void> => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
