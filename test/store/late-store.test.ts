import { expect, test } from 'vitest';
import type { Store } from '../../src/core/store.ts';
import { createLateStore } from '../../src/store/late-store.ts';
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

test('is closed without a word while it is not there', async () => {
  const { late } = setup();
  await expect(late.close()).resolves.toBeUndefined();
});
