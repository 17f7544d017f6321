import { describe, expect, test } from 'vitest';
import { poll } from '../../src/notifications/poll.ts';
import type { WatchedFeed } from '../../src/notifications/poll.ts';
import { HOUR, recordingLog, SECOND, startDelivering } from './delivering.ts';
import type { Delivering } from './delivering.ts';
import { entry, entryNumber, subscription } from './examples.ts';
import { scriptedFeed, watched } from './scripted-feed.ts';
import type { ScriptedFeed } from './scripted-feed.ts';

const MINUTE = 60 * SECOND;

interface Polling extends Delivering {
  readonly feed: ScriptedFeed;
  readonly lines: string[];
  /** Reads the feed where it is due, plans, and gives titles of what would be delivered then. */
  pollOnce(of?: Partial<WatchedFeed>): Promise<boolean>;
  posted(): Promise<string[]>;
}

async function startPolling(): Promise<Polling> {
  const delivering = await startDelivering({ burst: 20 });
  const { store, now } = delivering;
  await delivering.subscribe(subscription());
  const feed = scriptedFeed();
  const lines: string[] = [];
  const log = recordingLog(lines);
  const signal = new AbortController().signal;
  const options = { ...store, log, now, random: () => 0, signal };
  return {
    ...delivering,
    feed,
    lines,
    pollOnce: async (of) => {
      const { hasNews } = await poll(watched(feed, of), options);
      await delivering.publish();
      return hasNews;
    },
    posted: async () => {
      await delivering.deliverFor(20);
      return delivering.announcer.posted.flatMap(({ announcement }) =>
        announcement.kind === 'entry' ? [announcement.entry.title] : [],
      );
    },
  };
}

describe('what is news', () => {
  test('the first reading keeps all and posts nothing; then what is new is posted', async () => {
    const { feed, pollOnce, posted, pass, store } = await startPolling();
    feed.has(entryNumber(1), entryNumber(2));
    expect(await pollOnce()).toBe(true);
    expect(await store.entries.counts()).toEqual(new Map([['releases', 2]]));
    expect(await posted()).toEqual([]);
    pass(15 * MINUTE);
    feed.has(entryNumber(1), entryNumber(2), entryNumber(3));
    expect(await pollOnce()).toBe(true);
    expect(await posted()).toEqual(['Release 3']);
  });

  test('an empty feed was read, too', async () => {
    const { feed, pollOnce, posted, pass } = await startPolling();
    expect(await pollOnce()).toBe(false);
    pass(15 * MINUTE);
    feed.has(entryNumber(1));
    await pollOnce();
    expect(await posted()).toEqual(['Release 1']);
  });

  test('a feed that failed at first is read for the first time after that', async () => {
    const { feed, pollOnce, posted, pass } = await startPolling();
    feed.fails('no such host');
    await pollOnce();
    pass(HOUR);
    feed.has(entryNumber(1));
    await pollOnce();
    expect(await posted()).toEqual([]);
  });

  test('what is dated long ago is kept and not posted; without a date, or a limit, it is', async () => {
    const { feed, pollOnce, posted, pass, store, now } = await startPolling();
    await pollOnce();
    pass(15 * MINUTE);
    const daysAgo = (days: number) => new Date(now().getTime() - days * 24 * HOUR);
    feed.has(
      entryNumber(1, { at: daysAgo(31) }),
      entryNumber(2, { at: daysAgo(29) }),
      entryNumber(3, { at: undefined }),
    );
    await pollOnce();
    expect((await posted()).toSorted()).toEqual(['Release 2', 'Release 3']);
    expect(await store.entries.counts()).toEqual(new Map([['releases', 3]]));
    pass(15 * MINUTE);
    feed.has(entryNumber(4, { at: daysAgo(3_000) }));
    await pollOnce({ maxAge: 0 });
    expect(await posted()).toContain('Release 4');
  });

  test('without dates, the last of the feed is posted first', async () => {
    const { feed, pollOnce, posted, pass } = await startPolling();
    await pollOnce();
    pass(15 * MINUTE);
    feed.has(...[3, 2, 1].map((number) => entryNumber(number, { at: undefined })));
    await pollOnce();
    expect(await posted()).toEqual(['Release 1', 'Release 2', 'Release 3']);
  });

  test('another address is read for the first time', async () => {
    const { feed, pollOnce, posted, pass } = await startPolling();
    await pollOnce();
    pass(15 * MINUTE);
    feed.has(entryNumber(1));
    await pollOnce({ key: 'releases elsewhere' });
    expect(await posted()).toEqual([]);
    expect(feed.known.at(-1)).toEqual({ etag: '', lastModified: '' });
  });

  test('the same entry is no news, whatever its title and date', async () => {
    const { feed, pollOnce, posted, pass } = await startPolling();
    await pollOnce();
    for (const of of [{}, { title: 'Renamed' }, { at: new Date('2026-06-01T00:00:00Z') }]) {
      pass(15 * MINUTE);
      feed.has(entry(of));
      await pollOnce();
    }
    expect(await posted()).toEqual(['Acme SDK 2.1.0']);
  });
});

describe('when it is read', () => {
  test('as often as the config says, and told what it had', async () => {
    const { feed, pollOnce, pass } = await startPolling();
    feed.has(entryNumber(1));
    await pollOnce();
    await pollOnce();
    expect(feed.known).toHaveLength(1);
    pass(15 * MINUTE);
    expect(await pollOnce()).toBe(false);
    expect(feed.known).toEqual([
      { etag: '', lastModified: '' },
      { etag: '"1"', lastModified: '' },
    ]);
  });

  test('more and more seldom while it fails, and at once as often again', async () => {
    const { feed, pollOnce, pass, store, now } = await startPolling();
    await pollOnce();
    feed.fails('it answered with 500');
    const pauses: number[] = [];
    pass(15 * MINUTE);
    for (let failures = 0; failures < 7; failures += 1) {
      await pollOnce();
      const nextAt = (await store.feeds.find('releases'))?.nextAt.getTime() ?? 0;
      pauses.push((nextAt - now().getTime()) / MINUTE);
      pass(nextAt - now().getTime());
    }
    expect(pauses).toEqual([15, 30, 60, 120, 240, 360, 360]);
    feed.has(entryNumber(1));
    await pollOnce();
    expect(await store.feeds.find('releases')).toMatchObject({ failures: 0, error: '' });
  });

  test('not before it asks to', async () => {
    const { feed, pollOnce, store, now } = await startPolling();
    feed.fails('it answered with 429', 7_200);
    await pollOnce();
    const state = await store.feeds.find('releases');
    expect((state?.nextAt.getTime() ?? 0) - now().getTime()).toBe(2 * HOUR);
    expect(state).toMatchObject({ failures: 1, error: 'it answered with 429', readAt: undefined });
  });

  test('by one of those who would', async () => {
    const { feed, pollOnce } = await startPolling();
    await Promise.all([pollOnce(), pollOnce(), pollOnce()]);
    expect(feed.known).toHaveLength(1);
  });
});

test('a failure is told once, and as an error when it lasts', async () => {
  const { feed, pollOnce, pass, lines } = await startPolling();
  feed.fails('no such host');
  for (let failures = 0; failures < 5; failures += 1) {
    await pollOnce();
    pass(6 * HOUR);
  }
  feed.has();
  await pollOnce();
  expect(lines.filter((line) => !line.startsWith('debug'))).toEqual([
    'warn: releases cannot be read: no such host',
    'error: releases cannot be read: no such host',
    'info: the feed can be read again',
  ]);
});
