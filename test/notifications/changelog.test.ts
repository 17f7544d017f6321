import { describe, expect, test } from 'vitest';
import type { Changelog, ChangelogPlace } from '../../src/core/changelog.ts';
import type { StoredEntry } from '../../src/core/entry.ts';
import type { EntrySearch } from '../../src/core/entry-search.ts';
import { createChangelog } from '../../src/notifications/changelog.ts';
import { startDelivering } from './delivering.ts';
import type { Delivering } from './delivering.ts';
import { entryNumber, shown, subscription } from './examples.ts';

const FEEDS = [
  { name: 'releases', title: 'Releases' },
  { name: 'blog', title: 'The Blog' },
  { name: 'secret', title: 'Secret' },
];

const HERE: ChangelogPlace = {
  platform: 'slack',
  workspace: 'T0ACME',
  channel: 'C0RELEASES',
  seen: ['releases', 'blog'],
  by: 'U0ANA',
};
const ONE: ChangelogPlace = { ...HERE, seen: ['releases'] };

/** Finds entries whose title has the text. */
function memoryOf(entries: readonly StoredEntry[]): EntrySearch {
  const newest = entries.toReversed();
  const seen = (feeds: readonly string[]) => newest.filter(({ feed }) => feeds.includes(feed));
  const search: EntrySearch['search'] = (query, { feeds, limit }) => {
    const found = seen(feeds).filter(({ title }) => title.includes(query));
    // The best first is not the newest first.
    return { entries: found.toReversed().slice(0, limit), confidence: 1 };
  };
  return { search, titled: search, latest: ({ feeds, limit }) => seen(feeds).slice(0, limit) };
}

function kept(number: number, feed = 'releases'): StoredEntry {
  return { ...entryNumber(number, { feed }), seenAt: new Date('2026-06-01T00:00:00Z'), isOld: false };
}

interface Started extends Delivering {
  readonly changelog: Changelog;
}

async function start(entries: readonly StoredEntry[] | undefined = []): Promise<Started> {
  const delivering = await startDelivering();
  const { store, now } = delivering;
  const memory = memoryOf(entries);
  const log = { error: () => undefined } as never;
  const { subscriptions } = store;
  const common = { feeds: FEEDS, subscriptions, show: shown, now, log };
  return { ...delivering, changelog: createChangelog({ ...common, entries: () => memory }) };
}

describe('entries', () => {
  const entries = [kept(1), kept(2, 'blog'), kept(3, 'secret'), ...[4, 5, 6, 7, 8].map((n) => kept(n))];

  test('the latest of all feeds that are seen, five at most', async () => {
    const { changelog } = await start(entries);
    const result = await changelog.latest('', HERE);
    expect(result).toMatchObject({ kind: 'entries', occasion: 'latest' });
    expect(result.kind === 'entries' && result.entries.map(({ title }) => title)).toEqual(
      [8, 7, 6, 5, 4].map((n) => `Release ${n}`),
    );
  });

  test.each(['blog', 'Blog', 'The Blog', ' the blog '])('the latest of %o', async (named) => {
    const { changelog } = await start(entries);
    expect(await changelog.latest(named, HERE)).toMatchObject({ entries: [{ title: 'Release 2' }] });
  });

  test('of a feed that is not seen here there is nothing', async () => {
    const { changelog } = await start(entries);
    const which = { kind: 'which-feed', named: 'secret', feeds: FEEDS.slice(0, 2) };
    expect(await changelog.latest('secret', HERE)).toEqual(which);
    expect(await changelog.preview('secret', HERE)).toEqual(which);
    expect(await changelog.subscribe({ feed: 'secret', terms: '' }, HERE)).toEqual(which);
    expect(await changelog.search('3', HERE)).toMatchObject({ entries: [] });
  });

  test('that were searched for, newest first', async () => {
    const { changelog } = await start(entries);
    const found = await changelog.search('Release', HERE);
    expect(found).toMatchObject({ kind: 'entries', occasion: 'found', query: 'Release' });
    expect(found.kind === 'entries' && found.entries.map(({ title }) => title)).toEqual(
      [6, 5, 4, 2, 1].map((n) => `Release ${n}`),
    );
    expect(await changelog.search(' ', HERE)).toMatchObject({ occasion: 'latest' });
  });

  test('the preview is the newest one as it would be posted', async () => {
    const { changelog } = await start(entries);
    expect(await changelog.preview('releases', HERE)).toMatchObject({
      kind: 'entry',
      entry: { title: 'Release 8', feed: 'Releases' },
    });
    expect(await changelog.preview('', HERE)).toMatchObject({ kind: 'which-feed', named: '' });
    expect(await changelog.preview('', ONE)).toMatchObject({ kind: 'entry' });
  });

  test('a feed without entries has no preview', async () => {
    const { changelog } = await start([]);
    expect(await changelog.preview('blog', HERE)).toEqual({ kind: 'no-entry', feed: 'The Blog' });
  });

  test('where no feed is seen, there is no changelog', async () => {
    const { changelog } = await start(entries);
    const nowhere = { ...HERE, seen: [] };
    expect(await changelog.latest('', nowhere)).toEqual({ kind: 'no-feeds' });
    expect(await changelog.search('x', nowhere)).toEqual({ kind: 'no-feeds' });
    expect(await changelog.subscribe({ feed: '', terms: '' }, nowhere)).toEqual({ kind: 'no-feeds' });
  });
});

describe('subscribing', () => {
  test('has a feed posted here, and says what comes', async () => {
    const { changelog, store, now } = await start();
    const result = await changelog.subscribe({ feed: 'releases', terms: 'stable weekly friday' }, HERE);
    const wanted = {
      filter: { releases: 'stable' },
      schedule: { kind: 'weekly', day: 5, hour: 9, zone: 'UTC' },
    };
    expect(result).toMatchObject({
      kind: 'subscribed',
      isNew: true,
      subscription: { feed: 'Releases', ...wanted },
    });
    const { platform, workspace, channel } = HERE;
    expect(await store.subscriptions.list()).toMatchObject([
      { place: { platform, workspace, channel }, feed: 'releases', by: 'U0ANA', at: now(), ...wanted },
    ]);
  });

  test('again replaces the filter', async () => {
    const { changelog, store } = await start();
    await changelog.subscribe({ feed: 'releases', terms: 'stable' }, HERE);
    expect(await changelog.subscribe({ feed: 'Releases', terms: 'breaking' }, HERE)).toMatchObject({
      isNew: false,
    });
    expect(await store.subscriptions.list()).toMatchObject([{ filter: { releases: 'all', breaking: true } }]);
  });

  test('needs no name where one feed is seen', async () => {
    const { changelog } = await start();
    expect(await changelog.subscribe({ feed: '', terms: '' }, ONE)).toMatchObject({ kind: 'subscribed' });
    expect(await changelog.subscribe({ feed: '', terms: '' }, HERE)).toMatchObject({ kind: 'which-feed' });
  });

  test('refuses what it does not understand, and keeps nothing', async () => {
    const { changelog, store } = await start();
    expect(await changelog.subscribe({ feed: 'blog', terms: 'daily 9:30' }, HERE)).toMatchObject({
      kind: 'bad-term',
      term: '9:30',
    });
    expect(await store.subscriptions.list()).toEqual([]);
  });

  test('does not touch what the config says', async () => {
    const { changelog, subscribe } = await start();
    await subscribe(subscription({ origin: 'config', by: '' }));
    const inConfig = { kind: 'in-config', feed: 'Releases' };
    expect(await changelog.subscribe({ feed: 'releases', terms: '' }, HERE)).toEqual(inConfig);
    expect(await changelog.unsubscribe('releases', HERE)).toEqual(inConfig);
  });
});

describe('unsubscribing', () => {
  test('ends one, by its name or as the only one', async () => {
    const { changelog, subscribe, store } = await start();
    await subscribe(subscription(), subscription({ feed: 'blog' }), subscription({ channel: 'C0ELSE' }));
    expect(await changelog.unsubscribe('', HERE)).toEqual({
      kind: 'not-subscribed',
      named: '',
      feeds: FEEDS.slice(0, 2),
    });
    expect(await changelog.unsubscribe('The blog', HERE)).toEqual({ kind: 'unsubscribed', feed: 'The Blog' });
    expect(await changelog.unsubscribe('', HERE)).toEqual({ kind: 'unsubscribed', feed: 'Releases' });
    expect(await changelog.unsubscribe('', HERE)).toEqual({ kind: 'not-subscribed', named: '', feeds: [] });
    expect((await store.subscriptions.list()).map(({ place }) => place.channel)).toEqual(['C0ELSE']);
  });
});

test('the list has what comes here, from the chat and the config', async () => {
  const { changelog, subscribe } = await start();
  await subscribe(
    subscription({ paused: 'is_archived' }),
    subscription({ feed: 'blog', origin: 'config', by: '' }),
    subscription({ feed: 'gone from the config' }),
    subscription({ channel: 'C0ELSE' }),
  );
  const { kind, ...list } = await changelog.list(HERE);
  expect(kind).toBe('subscriptions');
  expect(list).toMatchObject({
    subscriptions: [
      { feed: 'The Blog', origin: 'config', by: '' },
      { feed: 'Releases', origin: 'chat', by: 'U0ANA', paused: 'is_archived' },
    ],
  });
});

test('while what is kept cannot be reached, everything says so', async () => {
  const { changelog, store } = await start();
  await store.close();
  expect(await changelog.list(HERE)).toEqual({ kind: 'failed' });
  expect(await changelog.subscribe({ feed: 'blog', terms: '' }, HERE)).toEqual({ kind: 'failed' });
});
