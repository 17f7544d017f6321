import { expect, onTestFinished, test, vi } from 'vitest';
import type { Announcer } from '../../src/core/announcer.ts';
import type { EntrySearch } from '../../src/core/entry-search.ts';
import { NO_FILTER } from '../../src/core/subscription.ts';
import { EntryMemory } from '../../src/notifications/entry-memory.ts';
import { Notifier } from '../../src/notifications/notifier.ts';
import type { NotifierOptions } from '../../src/notifications/notifier.ts';
import { recordingLog, SECOND, startDelivering } from './delivering.ts';
import type { Delivering } from './delivering.ts';
import { entryNumber, shown } from './examples.ts';
import { titlesOf } from './scripted-announcer.ts';
import { scriptedFeed, watched } from './scripted-feed.ts';
import type { ScriptedFeed } from './scripted-feed.ts';

/** The notifier looks for what is due once a second. */
const WAIT = { timeout: 60_000, interval: 20 };

interface Notifying extends Delivering {
  readonly feed: ScriptedFeed;
  readonly memory: EntryMemory;
  readonly notifier: Notifier;
  readonly lines: string[];
}

/** A search that only knows what it was made of. */
function build(entries: readonly { title: string }[]): EntrySearch {
  return { titles: entries.map(({ title }) => title) } as never;
}

async function startNotifying(of: Partial<NotifierOptions> = {}): Promise<Notifying> {
  const delivering = await startDelivering();
  const { store, announcer, now } = delivering;
  const feed = scriptedFeed();
  const lines: string[] = [];
  const memory = new EntryMemory({ entries: store.entries, feeds: ['releases'], build });
  const place = { platform: 'slack', workspace: '', channel: 'C0RELEASES' };
  const notifier = new Notifier({
    feeds: [watched(feed)],
    configured: [{ place, feed: 'releases', filter: NO_FILTER, schedule: { kind: 'now' } }],
    store,
    memory,
    announcers: () => [announcer],
    show: shown,
    edits: { days: 7, times: 3 },
    burst: 5,
    log: recordingLog(lines),
    now,
    random: () => 0,
    ...of,
  });
  onTestFinished(() => notifier.stop());
  return { ...delivering, feed, memory, notifier, lines };
}

function titlesIn({ search }: EntryMemory): unknown {
  return search === undefined ? undefined : (search as unknown as { titles: string[] }).titles;
}

test('takes over the config, reads, keeps in mind, and posts what is new', async () => {
  const { feed, notifier, store, announcer, memory, pass } = await startNotifying();
  feed.has(entryNumber(1));
  notifier.start();
  notifier.start();
  await vi.waitFor(() => expect(titlesIn(memory)).toEqual(['Release 1']), WAIT);
  expect(await store.subscriptions.list()).toMatchObject([{ origin: 'config', feed: 'releases' }]);
  expect(announcer.posted).toEqual([]);
  feed.has(entryNumber(1), entryNumber(2));
  pass(16 * 60 * SECOND);
  await vi.waitFor(() => expect(announcer.posted.map(titlesOf)).toEqual([['Release 2']]), WAIT);
  await vi.waitFor(() => expect(titlesIn(memory)).toEqual(['Release 2', 'Release 1']), WAIT);
  expect(feed.known).toHaveLength(2);
});

test('says which feeds cannot be read, until they can', async () => {
  const { feed, notifier, pass } = await startNotifying();
  feed.fails('it answered with 500');
  notifier.start();
  await vi.waitFor(() => expect(notifier.failing).toEqual(['releases']), WAIT);
  feed.has();
  pass(3_600 * SECOND);
  await vi.waitFor(() => expect(notifier.failing).toEqual([]), WAIT);
});

test('posts nothing while no platform can, and then all', async () => {
  const announcers: Announcer[] = [];
  const started = await startNotifying({ announcers: () => announcers });
  const { feed, notifier, store, announcer, memory, pass } = started;
  notifier.start();
  await vi.waitFor(() => expect(titlesIn(memory)).toEqual([]), WAIT);
  // By then it is settled when the feed is read again.
  await vi.waitFor(async () => expect((await store.feeds.find('releases'))?.readAt).toBeDefined(), WAIT);
  feed.has(entryNumber(1));
  pass(16 * 60 * SECOND);
  await vi.waitFor(() => expect(titlesIn(memory)).toEqual(['Release 1']), WAIT);
  expect(announcer.posted).toEqual([]);
  announcers.push(announcer);
  await vi.waitFor(() => expect(announcer.posted.map(titlesOf)).toEqual([['Release 1']]), WAIT);
});

test('says once that the store cannot be reached', async () => {
  const { notifier, store, lines } = await startNotifying();
  await store.close();
  notifier.start();
  await vi.waitFor(() => expect(lines.join('\n')).toContain('could not read the subscriptions'), WAIT);
  expect(lines.filter((line) => line.startsWith('error'))).toHaveLength(1);
});

test('reads and sends nothing any more once it is stopped, and without feeds never starts', async () => {
  const { feed, notifier, memory, pass } = await startNotifying();
  notifier.start();
  await vi.waitFor(() => expect(titlesIn(memory)).toEqual([]), WAIT);
  await vi.waitFor(() => expect(feed.known).toHaveLength(1), WAIT);
  await notifier.stop();
  pass(3_600 * SECOND);
  expect(feed.known).toHaveLength(1);
  const idle = await startNotifying({ feeds: [] });
  idle.notifier.start();
  await idle.notifier.stop();
  expect(titlesIn(idle.memory)).toBeUndefined();
});
