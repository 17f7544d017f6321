import { describe, expect, test } from 'vitest';
import type { Subscription } from '../../src/core/subscription.ts';
import { at, entry, idsOf, subscription } from './changelog-setup.ts';
import type { Changelogs } from './changelog-setup.ts';

const WHOLE: Subscription = {
  id: 's1',
  place: { platform: 'discord', workspace: 'G1', channel: 'C1' },
  feed: 'animals',
  filter: {
    packages: ['@a/b', 'c'],
    words: ['two words', '日本'],
    releases: 'stable',
    range: '>= 2',
    breaking: true,
  },
  schedule: { kind: 'weekly', day: 7, hour: 0, zone: 'Europe/Berlin' },
  origin: 'config',
  by: '',
  at: at(0),
  paused: '',
};

const OTHER: Omit<Subscription, 'id' | 'place' | 'feed'> = {
  filter: { ...WHOLE.filter, words: [] },
  schedule: { kind: 'daily', hour: 9, zone: 'UTC' },
  origin: 'chat',
  by: 'U2',
  at: at(5),
  paused: 'because',
};

/** What every database has to do with subscriptions. */
export function subscriptionsContract(current: () => Changelogs): void {
  describe('subscriptions', () => {
    test('are listed as they were saved, by channel and feed', async () => {
      const { subscriptions } = current().store;
      const all = [
        WHOLE,
        subscription('C1'),
        subscription('C1', { feed: 'plants' }),
        subscription('C2', { feed: 'aardvarks' }),
      ];
      for (const one of all.toReversed()) await subscriptions.save(one);
      expect(await subscriptions.list()).toEqual(all);
      expect(await subscriptions.list({ platform: 'slack', channel: 'C1' })).toEqual(all.slice(1, 3));
      expect(await subscriptions.list({ platform: 'slack', channel: 'C9' })).toEqual([]);
    });

    test('replace the one of the same channel and feed, and take its id', async () => {
      const { subscriptions } = current().store;
      await subscriptions.save(WHOLE);
      const place = { ...WHOLE.place, workspace: 'G2' };
      await subscriptions.save({ ...WHOLE, ...OTHER, place, id: 's2' });
      expect(await subscriptions.list()).toEqual([{ ...WHOLE, ...OTHER, place }]);
    });

    test('are one where several replicas make it at the same time', async () => {
      const { store, database } = current();
      const other = await database.open();
      await Promise.all(
        Array.from({ length: 10 }, (_, index) =>
          (index % 2 === 0 ? store : other).subscriptions.save({ ...WHOLE, id: `s${index}` }),
        ),
      );
      await other.close();
      expect(await store.subscriptions.list()).toHaveLength(1);
    });

    test('are gone once they are removed, others not', async () => {
      const { subscriptions } = current().store;
      await subscriptions.save(subscription('C1'));
      await subscriptions.save(subscription('C2'));
      expect(await subscriptions.remove('C1:animals')).toBe(true);
      expect(await subscriptions.remove('C1:animals')).toBe(false);
      expect((await subscriptions.list()).map(({ id }) => id)).toEqual(['C2:animals']);
    });

    test('that are removed get nothing of what waited for them, also when they are made anew', async () => {
      const { store, post, claim } = current();
      await store.subscriptions.save(subscription('C1'));
      await post([entry('1'), entry('2')], ['C1:animals']);
      await store.subscriptions.remove('C1:animals');
      expect(await claim(0)).toBeUndefined();
      await store.subscriptions.save(subscription('C1'));
      expect(await claim(0)).toBeUndefined();
      expect(await store.deliveries.waiting()).toEqual(new Map());
    });

    test('that are gone get nothing that was planned too late', async () => {
      const { store, post, claim } = current();
      await post([entry('1')], ['C1:animals']);
      await store.subscriptions.save(subscription('C1'));
      expect(await claim(0)).toBeUndefined();
    });

    test('that are removed leave nothing of a post that was to be sent again', async () => {
      const { store, post, claim, claimed, settle } = current();
      await store.subscriptions.save(subscription('C1'));
      await post([entry('1')], ['C1:animals']);
      await settle(await claimed(0), { kind: 'again', nextAt: at(10) }, 0);
      await store.subscriptions.remove('C1:animals');
      expect(await claim(10)).toBeUndefined();
    });

    test('that are removed while a post is being sent have it sent, but not again', async () => {
      const { store, post, claim, claimed, settle, sent } = current();
      for (const channel of ['C1', 'C2', 'C3']) {
        await store.subscriptions.save(subscription(channel));
        await post([entry(channel)], [`${channel}:animals`]);
      }
      const [first, second, third] = [await claimed(0), await claimed(0), await claimed(0)];
      for (const { subscription } of [first, second, third])
        expect(await store.subscriptions.remove(subscription.id)).toBe(true);
      expect(await sent(first, 1)).toBe(true);
      expect(await settle(second, { kind: 'again' }, 1)).toBe(true);
      expect(await settle(third, { kind: 'refused' }, 1)).toBe(true);
      for (const { subscription } of [first, second, third]) await store.subscriptions.save(subscription);
      expect(await claim(2)).toBeUndefined();
      expect((await current().database.rows('deliveries')).map(({ state }) => state).sort()).toEqual([
        'dropped',
        'dropped',
        'sent',
      ]);
    });

    test('that are removed while a post is being sent by somebody who dies do not get it', async () => {
      const { store, post, claim, claimed } = current();
      await store.subscriptions.save(subscription('C1'));
      await store.subscriptions.save(subscription('C1', { feed: 'plants' }));
      await post([entry('1')], ['C1:animals']);
      await claimed(0);
      await store.subscriptions.remove('C1:animals');
      await store.entries.merge([entry('2', { feed: 'plants' })], { at: at(0), isOld: false });
      await post([], ['C1:plants']);
      expect(idsOf(await claimed(60_000))).toEqual(['2']);
      await store.subscriptions.save(subscription('C1'));
      expect(await claim(120_000)).toMatchObject({ attempts: 1, subscription: { feed: 'plants' } });
    });

    test('that are paused get nothing, until they are saved anew', async () => {
      const { store, post, claim, claimed } = current();
      await store.subscriptions.save(subscription('C1'));
      await post([entry('1')], ['C1:animals']);
      await store.subscriptions.save(subscription('C1', { paused: 'because' }));
      await post([entry('2')], ['C1:animals']);
      expect(await claim(0)).toBeUndefined();
      expect(await store.deliveries.waiting()).toEqual(new Map([['C1:animals', 2]]));
      await store.subscriptions.save(subscription('C1', { id: 'other' }));
      expect(await claimed(0)).toMatchObject({ subscription: { id: 'C1:animals' }, entries: [{ id: '1' }] });
    });
  });
}
