import { expect, test } from 'vitest';
import type { Store } from '../../src/core/store.ts';
import { createLateStore } from '../../src/store/late-store.ts';
import { claiming, entry, NO_UPDATES, subscription } from '../contracts/changelog-setup.ts';
import { memoryStore } from '../platforms/example.ts';

const START = new Date('2026-01-01T00:00:00Z').getTime();

/** A database that is down until it is mended, a clock, and how often somebody tried. */
function setup() {
  const state = { now: START, isDown: true, tries: 0, opened: 0 };
  const { store } = memoryStore();
  const late: Store = createLateStore({
    open: async () => {
      state.tries += 1;
      if (state.isDown) throw new Error('still down');
      return store;
    },
    reason: 'the database is down',
    failedAt: new Date(START),
    now: () => new Date(state.now),
    onOpen: () => (state.opened += 1),
  });
  return { state, late };
}

test('says why nothing is kept, and asks the database only now and then', async () => {
  const { state, late } = setup();
  await expect(late.claims.claim('a', new Date())).rejects.toThrow('the database is down');
  expect(state.tries).toBe(0);
  state.now += 10_000;
  await expect(late.claims.claim('a', new Date())).rejects.toThrow('still down');
  await expect(late.questions.find('q')).rejects.toThrow('still down');
  expect(state.tries).toBe(1);
});

test('is there once the database is, opened once however many ask at a time', async () => {
  const { state, late } = setup();
  state.isDown = false;
  state.now += 10_000;
  const claims = await Promise.all(['a', 'b', 'a'].map((key) => late.claims.claim(key, new Date())));
  expect(claims).toEqual([true, true, false]);
  expect(await late.installations.find('slack', 'T1')).toBeUndefined();
  expect([state.tries, state.opened]).toEqual([1, 1]);
});

test('hands on everything about changelogs once the database is there', async () => {
  const { state, late } = setup();
  await expect(late.deliveries.waiting()).rejects.toThrow('the database is down');
  state.isDown = false;
  state.now += 10_000;
  const now = new Date(START);
  const wanted = [{ subscription: 'C1:animals', dueAt: now }];
  expect(await late.feeds.take('animals', now, now)).toBe(true);
  await late.feeds.save({
    feed: 'animals',
    validators: { etag: '', lastModified: '' },
    readAt: now,
    nextAt: now,
    failures: 0,
    error: '',
  });
  expect(await late.feeds.all()).toEqual([await late.feeds.find('animals')]);
  await late.subscriptions.save(subscription('C1'));
  await late.entries.merge([entry('1')], { at: now, isOld: false });
  for (const one of await late.entries.unplanned(1))
    await late.deliveries.plan(one, { wanted, updates: NO_UPDATES });
  const post = await late.deliveries.claim(claiming(0));
  expect(post?.subscription).toEqual((await late.subscriptions.list())[0]);
  expect(post?.entries).toEqual(await late.entries.latest(['animals'], 1));
  const dead = { kind: 'dead', reason: 'bad', payload: '', nextAt: now } as const;
  expect(post && (await late.deliveries.settle(post, dead, now))).toBe(true);
  expect(await late.deliveries.dead(1)).toMatchObject([{ id: post?.id }]);
  expect(await late.subscriptions.remove('C1:animals')).toBe(true);
  expect(await late.entries.counts()).toEqual(new Map([['animals', 1]]));
});

test('is closed without a word while it is not there', async () => {
  const { late } = setup();
  await expect(late.close()).resolves.toBeUndefined();
});
