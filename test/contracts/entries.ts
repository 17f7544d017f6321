import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/core/entry.ts';
import { at, entry, NO_UPDATES, subscription } from './changelog-setup.ts';
import type { Changelogs } from './changelog-setup.ts';

const DAY = 86_400_000;

const WHOLE: Entry = {
  feed: 'animals',
  id: 'https://animals.example/?p=1',
  title: '日本 🙂 "zebra"',
  url: 'https://animals.example/zebra',
  at: at(-DAY),
  markdown: '**Stripes**\r\n\n'.repeat(5000),
  version: '1.2.0-beta.1',
  prerelease: true,
  breaking: true,
  package: '@animals/zebra',
  image: 'https://animals.example/zebra.png',
};

/** What every database has to do with entries. */
export function entriesContract(current: () => Changelogs): void {
  const keep = (entries: readonly Entry[], now = 0, isOld = false) =>
    current().store.entries.merge(entries, { at: at(now), isOld });
  const planAll = async () => {
    const { entries, deliveries } = current().store;
    const found = await entries.unplanned(1000);
    for (const one of found) await deliveries.plan(one, { wanted: [], updates: NO_UPDATES });
    return found;
  };

  describe('entries', () => {
    test('are kept with all they say', async () => {
      expect(await keep([WHOLE, entry('2')])).toEqual({ added: 2, changed: 0 });
      const { entries } = current().store;
      expect(await entries.latest(['animals'], 9)).toEqual([
        { ...entry('2'), seenAt: at(0), isOld: false },
        { ...WHOLE, seenAt: at(0), isOld: false },
      ]);
      expect(await entries.counts()).toEqual(new Map([['animals', 2]]));
    });

    test('of one id in two feeds are two', async () => {
      expect(await keep([entry('1'), entry('1', { feed: 'plants' })])).toEqual({ added: 2, changed: 0 });
      expect(await current().store.entries.counts()).toEqual(
        new Map([
          ['animals', 1],
          ['plants', 1],
        ]),
      );
    });

    test('that are known and say the same are neither new nor changed, nor written', async () => {
      await keep([WHOLE]);
      await planAll();
      const before = await current().database.rows('entries');
      expect(await keep([{ ...WHOLE }], 5)).toEqual({ added: 0, changed: 0 });
      expect(await keep([WHOLE], 6, true)).toEqual({ added: 0, changed: 0 });
      expect(await current().database.rows('entries')).toEqual(before);
    });

    test('are many at once', async () => {
      const many = Array.from({ length: 2500 }, (_, index) => entry(`e${index}`));
      expect(await keep(many)).toEqual({ added: 2500, changed: 0 });
      expect(await keep([...many, entry('one more')])).toEqual({ added: 1, changed: 0 });
      expect(await keep([])).toEqual({ added: 0, changed: 0 });
    });

    test.each<Partial<Entry>>([
      { title: 'Other' },
      { url: '' },
      { at: at(5) },
      { markdown: '' },
      { version: '1.2.0' },
      { prerelease: false },
      { breaking: false },
      { package: '' },
      { image: '' },
    ])('are to be planned again when %o is new', async (change) => {
      await keep([WHOLE]);
      await planAll();
      expect(await keep([{ ...WHOLE, ...change }], 1)).toEqual({ added: 0, changed: 1 });
      const [changed, ...more] = await planAll();
      expect(changed).toMatchObject({ ...WHOLE, ...change });
      expect(more).toEqual([]);
      expect(await planAll()).toEqual([]);
    });

    test('that are old are planned, until they change', async () => {
      await keep([entry('1'), entry('2')], 0, true);
      expect(await planAll()).toEqual([]);
      await keep([entry('1'), entry('2', { title: 'Other' })], 1);
      expect(await planAll()).toMatchObject([{ id: '2', isOld: true, seenAt: at(0) }]);
    });

    test('that become stable count as seen anew, and are not old any more', async () => {
      const beta = entry('1', { prerelease: true });
      await keep([beta, entry('2', { prerelease: true })], 0, true);
      await keep([{ ...beta, title: 'Other' }], 1);
      expect(await planAll()).toMatchObject([{ isOld: true, seenAt: at(0) }]);
      await keep([{ ...beta, title: 'Other', prerelease: false }], 2);
      expect(await planAll()).toMatchObject([{ id: '1', isOld: false, seenAt: at(2) }]);
      await keep([{ ...beta, title: 'Other', prerelease: true }], 3);
      expect(await planAll()).toMatchObject([{ isOld: false, seenAt: at(2) }]);
    });

    test('to be planned come oldest first, then as they came, no more than asked for', async () => {
      await keep([entry('now 1'), entry('now 2'), entry('old', { at: at(-DAY) })], 0);
      await keep([entry('later')], 5);
      await keep([entry('older', { at: at(-2 * DAY) }), entry('in between', { at: at(2) })], 10);
      const { entries } = current().store;
      const order = ['older', 'old', 'now 1', 'now 2', 'in between', 'later'];
      expect((await entries.unplanned(9)).map(({ id }) => id)).toEqual(order);
      expect((await entries.unplanned(2)).map(({ id }) => id)).toEqual(order.slice(0, 2));
      expect((await entries.latest(['animals'], 9)).map(({ id }) => id)).toEqual(order.toReversed());
    });

    test('that changed after they were looked at are planned again, and nothing is recorded', async () => {
      const { store, claim } = current();
      await keep([entry('1')]);
      const [before] = await store.entries.unplanned(1);
      await keep([entry('1', { title: 'Other' })], 1);
      if (before !== undefined)
        await store.deliveries.plan(before, {
          wanted: [{ subscription: 'C1:animals', dueAt: at(0) }],
          updates: NO_UPDATES,
        });
      expect(await store.entries.unplanned(9)).toMatchObject([{ title: 'Other' }]);
      expect(await claim(5)).toBeUndefined();
    });

    test('that are latest are of the feeds that were asked for', async () => {
      await keep(['1', '2', '3'].map((id, index) => entry(id, { at: at(index) })));
      await keep(['4', '5'].map((id, index) => entry(id, { at: at(index * 10), feed: 'plants' })));
      await keep([entry('6', { at: at(99), feed: 'secret' })]);
      const { entries } = current().store;
      const ids = async (feeds: readonly string[], limit: number) =>
        (await entries.latest(feeds, limit)).map(({ id }) => id);
      expect(await ids(['animals', 'plants'], 3)).toEqual(['5', '3', '2']);
      expect(await ids(['plants'], 9)).toEqual(['5', '4']);
      expect(await ids([], 9)).toEqual([]);
      expect(await ids(['unknown'], 9)).toEqual([]);
    });

    test('are added once when two replicas see them at the same time', async () => {
      const { store, database } = current();
      const other = await database.open();
      const some = Array.from({ length: 50 }, (_, index) => entry(`e${index}`));
      const merged = await Promise.all(
        [store, other, store, other].map(({ entries }) => entries.merge(some, { at: at(0), isOld: false })),
      );
      await other.close();
      expect(merged.reduce((sum, { added }) => sum + added, 0)).toBe(50);
      expect(await store.entries.counts()).toEqual(new Map([['animals', 50]]));
    });

    test('are posted with all they say', async () => {
      const { store, post, claimed } = current();
      await store.subscriptions.save(subscription('C1'));
      await post([WHOLE], ['C1:animals']);
      const claim = await claimed(0);
      expect(claim.entries).toEqual([{ ...WHOLE, seenAt: at(0), isOld: false }]);
    });
  });
}
