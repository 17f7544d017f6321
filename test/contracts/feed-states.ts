import { describe, expect, test } from 'vitest';
import type { FeedState } from '../../src/core/changelog-store.ts';
import { at } from './changelog-setup.ts';
import type { Changelogs } from './changelog-setup.ts';

const STATE: FeedState = {
  feed: 'animals',
  validators: { etag: '"v1"', lastModified: 'Sun, 01 Mar 2026 12:00:00 GMT' },
  readAt: at(0),
  nextAt: at(1000),
  failures: 0,
  error: '',
};

/** What every database has to do with the states of feeds. */
export function feedStatesContract(current: () => Changelogs): void {
  describe('the state of a feed', () => {
    test('is found as it was saved last', async () => {
      const { feeds } = current().store;
      expect(await feeds.find('animals')).toBeUndefined();
      await feeds.save({ ...STATE, readAt: undefined, failures: 3, error: 'it is down' });
      expect(await feeds.find('animals')).toMatchObject({ readAt: undefined, failures: 3 });
      await feeds.save(STATE);
      await feeds.save({ ...STATE, feed: 'aardvarks' });
      expect(await feeds.find('animals')).toEqual(STATE);
      expect((await feeds.all()).map(({ feed }) => feed)).toEqual(['aardvarks', 'animals']);
    });

    test('is not known before the first reading, also where somebody reads it', async () => {
      const { feeds } = current().store;
      expect(await feeds.take('animals', at(0), at(1000))).toBe(true);
      expect(await feeds.find('animals')).toBeUndefined();
      expect(await feeds.all()).toEqual([]);
    });

    test('says when it is due, to one of many who ask at the same time', async () => {
      const { store, database } = current();
      await store.feeds.save(STATE);
      const other = await database.open();
      const take = (now: number) =>
        Promise.all(
          Array.from({ length: 20 }, (_, index) =>
            (index % 2 === 0 ? store : other).feeds.take('animals', at(now), at(now + 1000)),
          ),
        );
      expect((await take(999)).filter(Boolean)).toHaveLength(0);
      expect((await take(1000)).filter(Boolean)).toHaveLength(1);
      expect((await take(1999)).filter(Boolean)).toHaveLength(0);
      // Whoever had taken it has not been heard of since.
      expect((await take(2000)).filter(Boolean)).toHaveLength(1);
      await other.close();
      expect(await store.feeds.find('animals')).toEqual({ ...STATE, nextAt: at(3000) });
    });

    test('that nobody knows yet is due, for one of many', async () => {
      const { feeds } = current().store;
      const taken = await Promise.all(Array.from({ length: 10 }, () => feeds.take('new', at(0), at(1000))));
      expect(taken.filter(Boolean)).toHaveLength(1);
    });
  });
}
