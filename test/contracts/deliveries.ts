import { describe, expect, test } from 'vitest';
import type { Schedule } from '../../src/core/subscription.ts';
import { at, claiming, entry, idsOf, subscription } from './changelog-setup.ts';
import type { Changelogs } from './changelog-setup.ts';

const MINUTE = 60_000;
const DAILY: Schedule = { kind: 'daily', hour: 9, zone: 'UTC' };

/** So many entries, whose dates are the other way round than their order. */
const entries = (count: number) =>
  Array.from({ length: count }, (_, index) => entry(`e${index}`, { at: at(-index) }));

/** What every database has to do with deliveries. */
export function deliveriesContract(current: () => Changelogs): void {
  const subscribe = async (...channels: string[]) => {
    for (const channel of channels) await current().store.subscriptions.save(subscription(channel));
  };
  /** What is claimed and sent, one after the other, until nothing is due. */
  const sendAll = async (now: number) => {
    const posts = [];
    for (let post = await current().claim(now); post; post = await current().claim(now)) {
      posts.push({ kind: post.kind, subscription: post.subscription.id, ids: idsOf(post) });
      expect(await current().sent(post, now)).toBe(true);
    }
    return posts;
  };

  describe('a delivery', () => {
    test('is claimed with all that is needed to send it', async () => {
      await subscribe('C1');
      await current().post([entry('1')], ['C1:animals']);
      const claim = claiming(3);
      const { store } = current();
      expect(await store.deliveries.claim(claim)).toEqual({
        id: expect.stringMatching(/^[0-9a-f]{32}$/u),
        owner: claim.owner,
        subscription: subscription('C1'),
        kind: 'entry',
        entries: [{ ...entry('1'), seenAt: at(0), isOld: false }],
        message: '',
        attempts: 0,
        startedAt: at(3),
      });
    });

    test('is made once, however often it is planned', async () => {
      const { store, post } = current();
      await subscribe('C1', 'C2');
      await post([entry('1')], ['C1:animals']);
      await store.entries.merge([entry('1', { title: 'Other' })], { at: at(1), isOld: false });
      await post([], ['C1:animals', 'C2:animals']);
      expect((await sendAll(1)).map((one) => one.subscription).sort()).toEqual(['C1:animals', 'C2:animals']);
      await store.entries.merge([entry('1', { title: 'Third' })], { at: at(2), isOld: false });
      await post([], ['C1:animals', 'C2:animals']);
      expect(await sendAll(2)).toEqual([]);
    });

    test('is made once when two replicas plan it at the same time', async () => {
      const { store, database } = current();
      const channels = Array.from({ length: 20 }, (_, index) => `C${index}`);
      await subscribe(...channels);
      await store.entries.merge(entries(5), { at: at(0), isOld: false });
      const unplanned = await store.entries.unplanned(9);
      const other = await database.open();
      const wanted = channels.map((channel) => ({ subscription: `${channel}:animals`, dueAt: at(0) }));
      const plan = (list: typeof wanted) => ({ wanted: list, updates: { since: at(0), most: 0 } });
      await Promise.all([
        ...unplanned.map((one) => store.deliveries.plan(one, plan(wanted))),
        ...unplanned.map((one) => other.deliveries.plan(one, plan(wanted.toReversed()))),
      ]);
      await other.close();
      expect(await database.rows('deliveries')).toHaveLength(100);
      expect(await store.entries.unplanned(9)).toEqual([]);
    });

    test('waits until it is due', async () => {
      await subscribe('C1');
      await current().post([entry('1')], ['C1:animals'], { due: 10 });
      expect(await current().claim(9)).toBeUndefined();
      expect(await current().claim(10)).toBeDefined();
    });

    test('is not claimed for a platform that cannot post now', async () => {
      const { store, post, claim } = current();
      await subscribe('C1');
      await store.subscriptions.save(subscription('D1', { platform: 'discord' }));
      await post([entry('1')], ['C1:animals', 'D1:animals']);
      expect(await claim(0, { platforms: [] })).toBeUndefined();
      const only = await claim(0, { platforms: ['discord'] });
      expect(only?.subscription.place.platform).toBe('discord');
      expect(await claim(0, { platforms: ['discord'] })).toBeUndefined();
      expect(await claim(0)).toBeDefined();
    });

    test('waits for as long as it has not been sent', async () => {
      const { store, post, claimed, sent } = current();
      await subscribe('C1', 'C2');
      await post([entry('1'), entry('2')], ['C1:animals', 'C2:animals']);
      const { waiting } = store.deliveries;
      expect([...(await waiting())].sort()).toEqual([
        ['C1:animals', 2],
        ['C2:animals', 2],
      ]);
      const first = await claimed(0);
      expect([...(await waiting()).values()]).toEqual([2, 2]);
      await sent(first, 0);
      expect([...(await waiting()).values()].sort()).toEqual([1, 2]);
      await sendAll(0);
      expect(await waiting()).toEqual(new Map());
    });
  });

  describe('a channel', () => {
    test('gets one post at a time', async () => {
      const { store, post, claim, claimed, sent } = current();
      await subscribe('C1');
      await store.subscriptions.save(subscription('C1', { feed: 'plants' }));
      await post([entry('1')], ['C1:animals']);
      await post([entry('2', { feed: 'plants' })], ['C1:plants']);
      const first = await claimed(0);
      expect(await claim(0)).toBeUndefined();
      expect(await sent(first, 1)).toBe(true);
      expect(await claim(1)).toBeDefined();
    });

    test('takes the next post when whoever sent the last one said so', async () => {
      const { post, claim, claimed, settle } = current();
      await subscribe('C1', 'C2');
      await post([entry('1'), entry('2')], ['C1:animals']);
      await settle(await claimed(0), { kind: 'sent', nextAt: at(1000) }, 0);
      await post([entry('3')], ['C1:animals', 'C2:animals'], { now: 1 });
      expect((await claim(999))?.subscription.id).toBe('C2:animals');
      expect(await claim(999)).toBeUndefined();
      expect(idsOf(await claim(1000))).toEqual(['2']);
    });

    test('first gets what was begun, then updates, then what has waited longest', async () => {
      const { store, post, claimed, settle, sent } = current();
      const updates = { since: at(-1), most: 9 };
      for (const feed of ['animals', 'plants', 'rocks'])
        await store.subscriptions.save(subscription('C1', { feed }));
      await post([entry('a')], ['C1:animals']);
      await sent(await claimed(0), 0);
      await post([entry('p', { feed: 'plants' })], ['C1:plants'], { due: 5, updates });
      await post([entry('r', { feed: 'rocks' })], ['C1:rocks'], { due: 4, updates });
      await settle(await claimed(4), { kind: 'again', nextAt: at(5) }, 4);
      await store.entries.merge([entry('a', { title: 'Other' })], { at: at(4), isOld: false });
      await post([entry('a2')], ['C1:animals'], { now: 3, updates });
      const order = [];
      for (const _ of [1, 2, 3, 4]) {
        const next = await claimed(9);
        order.push([...(idsOf(next) ?? []), next.message]);
        await sent(next, 9, 'm2');
      }
      expect(order).toEqual([
        ['r', ''],
        ['a', 'm1'],
        ['a2', ''],
        ['p', ''],
      ]);
    });

    test('of another subscription goes on where one is refused', async () => {
      const { store, post, claimed, claim, settle } = current();
      await subscribe('C1');
      await store.subscriptions.save(subscription('C1', { feed: 'plants' }));
      await post([entry('1'), entry('2')], ['C1:animals']);
      await post([entry('3', { feed: 'plants' })], ['C1:plants'], { now: 1 });
      const refused = await claimed(1);
      expect(await settle(refused, { kind: 'refused', reason: 'not in the channel' }, 2)).toBe(true);
      expect(await store.subscriptions.list()).toMatchObject([
        { feed: 'animals', paused: 'not in the channel' },
        { feed: 'plants', paused: '' },
      ]);
      expect(idsOf(await claim(2))).toEqual(['3']);
      expect((await store.deliveries.waiting()).get('C1:animals')).toBe(2);
    });
  });

  describe('a post', () => {
    test('is one entry, oldest first, while fewer than a burst are due', async () => {
      await subscribe('C1');
      await current().post(entries(4), ['C1:animals']);
      expect((await sendAll(0)).map(({ kind, ids }) => [kind, ids])).toEqual([
        ['entry', ['e3']],
        ['entry', ['e2']],
        ['entry', ['e1']],
        ['entry', ['e0']],
      ]);
    });

    test('is a digest in a burst, with no more than asked for', async () => {
      await subscribe('C1');
      await current().post(entries(12), ['C1:animals']);
      await current().post([entry('not due')], ['C1:animals'], { due: 9 });
      const first = await current().claimed(0, { burst: 5, digest: 7 });
      expect([first.kind, idsOf(first)]).toEqual(['digest', ['e11', 'e10', 'e9', 'e8', 'e7', 'e6', 'e5']]);
      await current().sent(first, 0);
      const second = await current().claimed(0, { burst: 5, digest: 4 });
      expect([second.kind, idsOf(second)]).toEqual(['digest', ['e4', 'e3', 'e2', 'e1']]);
      await current().sent(second, 0);
      const third = await current().claimed(0);
      expect([third.kind, idsOf(third)]).toEqual(['entry', ['e0']]);
    });

    test('is a digest of all that is due where the subscription wants that, also of one', async () => {
      await current().store.subscriptions.save(subscription('C1', { schedule: DAILY }));
      await current().post([entry('b'), entry('a'), entry('c')], ['C1:animals']);
      await current().post([entry('d')], ['C1:animals'], { due: 9 });
      expect((await sendAll(0)).map(({ kind, ids }) => [kind, ids])).toEqual([['digest', ['b', 'a', 'c']]]);
      expect((await sendAll(9)).map(({ kind, ids }) => [kind, ids])).toEqual([['digest', ['d']]]);
    });

    test('carries the same entries for whoever takes it up after a crash, as they are then', async () => {
      const { store, post, claim, claimed, sent } = current();
      await subscribe('C1');
      await post(entries(6), ['C1:animals']);
      const first = await claimed(0);
      await store.entries.merge([entry('e5', { title: 'Other', at: at(-5) })], { at: at(1), isOld: false });
      await post([entry('older', { at: at(-99) })], ['C1:animals'], { now: 1 });
      expect(await claim(MINUTE - 1)).toBeUndefined();
      const second = await claimed(MINUTE);
      expect(second).toMatchObject({ id: first.id, kind: 'digest', attempts: 1, startedAt: at(0) });
      expect(idsOf(second)).toEqual(idsOf(first));
      expect(second.entries[0]?.title).toBe('Other');
      expect(await sent(first, MINUTE)).toBe(false);
      const third = await claimed(2 * MINUTE);
      expect(third).toMatchObject({ id: first.id, attempts: 2 });
      expect(await sent(second, 2 * MINUTE)).toBe(false);
      expect(await sent(third, 2 * MINUTE)).toBe(true);
      expect(await sent(third, 2 * MINUTE)).toBe(false);
      expect(idsOf(await claim(2 * MINUTE))).toEqual(['older']);
    });

    test('is settled late by whoever claimed it, as long as nobody else has', async () => {
      const { post, claim, claimed, sent } = current();
      await subscribe('C1');
      await post([entry('1')], ['C1:animals']);
      expect(await sent(await claimed(0), 5 * MINUTE)).toBe(true);
      expect(await claim(9 * MINUTE)).toBeUndefined();
    });

    test('that is to be sent again waits, then is the same', async () => {
      const { post, claim, claimed, settle } = current();
      await subscribe('C1');
      await post([entry('1'), entry('2')], ['C1:animals']);
      const first = await claimed(0);
      expect(await settle(first, { kind: 'again', nextAt: at(500) }, 0)).toBe(true);
      expect(await claim(499)).toBeUndefined();
      const second = await claimed(500);
      expect(second).toMatchObject({ id: first.id, attempts: 1, startedAt: at(0), message: '' });
      expect(second.owner).not.toBe(first.owner);
      await settle(second, { kind: 'again', nextAt: at(600) }, 500);
      expect(await claimed(600)).toMatchObject({ id: first.id, attempts: 2, startedAt: at(0) });
    });

    test('that is refused is undone: its entries wait, and are posted anew', async () => {
      const { store, post, claim, claimed, settle } = current();
      await subscribe('C1');
      await post(entries(7), ['C1:animals']);
      const first = await claimed(0);
      expect(await settle(first, { kind: 'refused' }, 0)).toBe(true);
      expect(await claim(MINUTE)).toBeUndefined();
      expect(await store.deliveries.waiting()).toEqual(new Map([['C1:animals', 7]]));
      await subscribe('C1');
      const second = await claimed(MINUTE);
      expect(second.id).not.toBe(first.id);
      expect(second.attempts).toBe(0);
      expect(idsOf(second)).toEqual(idsOf(first));
    });

    test('that is dead is never sent, and is listed with what was sent', async () => {
      const { store, post, claim, claimed, settle } = current();
      await subscribe('C1', 'C2');
      await post([entry('b'), entry('a'), entry('c'), entry('d'), entry('e')], ['C1:animals']);
      const dead = await claimed(0);
      const letter = { kind: 'dead', reason: 'invalid_blocks', payload: '{"a":1}', nextAt: at(9) } as const;
      expect(await settle(dead, letter, 5)).toBe(true);
      expect(await claim(MINUTE)).toBeUndefined();
      await post([entry('f')], ['C1:animals', 'C2:animals'], { now: 6 });
      expect((await claim(8))?.subscription.id).toBe('C2:animals');
      const next = await claimed(9);
      expect(idsOf(next)).toEqual(['f']);
      await settle(next, { kind: 'dead', reason: 'too old' }, 10);
      await store.subscriptions.remove('C1:animals');
      const place = { platform: 'slack', workspace: 'T1', channel: 'C1' };
      expect(await store.deliveries.dead(9)).toEqual([
        {
          id: next.id,
          place,
          feed: 'animals',
          titles: ['Entry f'],
          reason: 'too old',
          payload: '',
          at: at(10),
        },
        {
          id: dead.id,
          place,
          feed: 'animals',
          titles: ['Entry b', 'Entry a', 'Entry c', 'Entry d', 'Entry e'],
          reason: 'invalid_blocks',
          payload: '{"a":1}',
          at: at(5),
        },
      ]);
      expect((await store.deliveries.dead(1)).map(({ id }) => id)).toEqual([next.id]);
    });

    test('that nobody knows is not settled', async () => {
      const { store, post, claimed } = current();
      await subscribe('C1');
      await post([entry('1')], ['C1:animals']);
      const { id, owner } = await claimed(0);
      const sent = { kind: 'sent', message: 'm', nextAt: at(0) } as const;
      expect(await store.deliveries.settle({ id: 'f'.repeat(32), owner }, sent, at(0))).toBe(false);
      expect(await store.deliveries.settle({ id, owner: 'somebody else' }, sent, at(0))).toBe(false);
      expect(await store.deliveries.settle({ id, owner }, sent, at(0))).toBe(true);
    });
  });
}
