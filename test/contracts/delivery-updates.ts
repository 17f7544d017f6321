import { describe, expect, test } from 'vitest';
import { at, entry, idsOf, subscription } from './changelog-setup.ts';
import type { Changelogs } from './changelog-setup.ts';

const MINUTE = 60_000;
const ID = 'C1:animals';
/** Posts that were made in the last hour before the tests began, or since; twice each. */
const UPDATES = { since: at(-60 * MINUTE), most: 2 };

/** What every database has to do where an entry changes that has been posted, or is on its way. */
export function deliveryUpdatesContract(current: () => Changelogs): void {
  /** Plans what one entry says from now on. */
  const says = (title: string, now: number, updates = UPDATES) =>
    current().post([entry('1', { title })], [ID], { now, updates });
  const subscribed = async () => {
    await current().store.subscriptions.save(subscription('C1'));
    await says('First', 0);
    return current().claimed(0);
  };

  describe('an entry that changes', () => {
    test('has its post updated, which is the same with a message', async () => {
      const post = await subscribed();
      const { sent, claim, claimed } = current();
      await sent(post, 0, 'm1');
      await says('Second', 10);
      const update = await claimed(10);
      expect(update).toMatchObject({
        id: post.id,
        kind: 'entry',
        message: 'm1',
        attempts: 0,
        startedAt: at(10),
      });
      expect(update.entries).toMatchObject([{ title: 'Second' }]);
      expect(await sent(update, 11, 'm1')).toBe(true);
      expect(await claim(11)).toBeUndefined();
    });

    test('has its post updated so many times, and no more', async () => {
      const post = await subscribed();
      const { sent, claim, claimed } = current();
      await sent(post, 0);
      for (const title of ['Second', 'Third']) {
        await says(title, 10);
        await sent(await claimed(10), 10);
      }
      await says('Fourth', 20);
      expect(await claim(20)).toBeUndefined();
    });

    test('has no post updated that is too old', async () => {
      const post = await subscribed();
      const { sent, claim } = current();
      await sent(post, 5);
      await says('Second', 10, { since: at(5), most: 9 });
      expect(await claim(10)).toBeUndefined();
      await says('Third', 11, { since: at(4), most: 9 });
      expect(await claim(11)).toBeDefined();
    });

    test('back to what a post shows has it left alone', async () => {
      const post = await subscribed();
      const { store, sent, claim } = current();
      await sent(post, 0);
      await store.entries.merge([entry('1', { title: 'Second' })], { at: at(1), isOld: false });
      await says('First', 2);
      expect(await claim(2)).toBeUndefined();
    });

    test('before it is posted is posted as it is then, once', async () => {
      const { store, claim, claimed, sent } = current();
      await store.subscriptions.save(subscription('C1'));
      await says('First', 0);
      await says('Second', 1);
      const post = await claimed(1);
      expect(post.entries).toMatchObject([{ title: 'Second' }]);
      await sent(post, 1);
      expect(await claim(2)).toBeUndefined();
    });

    test('while it is being sent has its post updated after', async () => {
      const post = await subscribed();
      const { sent, claimed, claim } = current();
      await says('Second', 1);
      expect(await claim(2)).toBeUndefined();
      await sent(post, 2);
      const update = await claimed(2);
      expect(update).toMatchObject({ id: post.id, message: 'm1', entries: [{ title: 'Second' }] });
      await says('Third', 3);
      await sent(update, 3);
      const second = await claimed(3);
      expect(second).toMatchObject({ id: post.id, entries: [{ title: 'Third' }] });
      await says('Fourth', 4);
      await sent(second, 4);
      expect(await claim(4)).toBeUndefined();
    });

    test('between two attempts has its post updated after, since the first may have been seen', async () => {
      const post = await subscribed();
      const { sent, claimed, claim } = current();
      await says('Second', 1);
      const again = await claimed(MINUTE);
      expect(again).toMatchObject({ id: post.id, message: '', attempts: 1 });
      await sent(again, MINUTE);
      expect(await claimed(MINUTE)).toMatchObject({ id: post.id, message: 'm1' });
      expect(await claim(MINUTE)).toBeUndefined();
    });

    test('while an update is tried again has that show what it says then', async () => {
      const post = await subscribed();
      const { sent, claimed, claim, settle } = current();
      await sent(post, 0);
      await says('Second', 1);
      await settle(await claimed(1), { kind: 'again', nextAt: at(2) }, 1);
      await says('Third', 2);
      const again = await claimed(2);
      expect(again).toMatchObject({ message: 'm1', attempts: 1, entries: [{ title: 'Third' }] });
      await sent(again, 2);
      expect(await claim(2)).toBeUndefined();
    });

    test('has no digest updated', async () => {
      const { store, post, claimed, claim, sent } = current();
      await store.subscriptions.save(subscription('C1'));
      await post(
        Array.from({ length: 5 }, (_, index) => entry(String(index))),
        [ID],
      );
      await sent(await claimed(0), 0);
      await says('Second', 1);
      expect(await claim(1)).toBeUndefined();
    });

    test('has no post updated of a subscription that is gone', async () => {
      const post = await subscribed();
      const { store, sent, claim } = current();
      await sent(post, 0);
      await says('Second', 1);
      await store.subscriptions.remove(ID);
      expect(await claim(1)).toBeUndefined();
      await says('Third', 2);
      await store.subscriptions.save(subscription('C1', { id: 'new' }));
      expect(await claim(2)).toBeUndefined();
    });
  });

  describe('an update', () => {
    test('that is refused pauses the subscription, and posts nothing twice', async () => {
      const post = await subscribed();
      const { store, sent, claimed, claim, settle } = current();
      await sent(post, 0);
      await says('Second', 1);
      await settle(await claimed(1), { kind: 'refused' }, 1);
      expect(await claim(2)).toBeUndefined();
      expect(await store.deliveries.waiting()).toEqual(new Map());
      await store.subscriptions.save(subscription('C1'));
      const update = await claimed(2);
      expect(update).toMatchObject({ id: post.id, message: 'm1', entries: [{ title: 'Second' }] });
      await sent(update, 2);
      expect(await claim(2)).toBeUndefined();
    });

    test('that is dead is listed, and not tried again', async () => {
      const post = await subscribed();
      const { store, sent, claimed, claim, settle } = current();
      await sent(post, 0);
      await says('Second', 1);
      await settle(await claimed(1), { kind: 'dead', reason: 'bad', payload: '{}' }, 1);
      expect(await store.deliveries.dead(9)).toMatchObject([
        { id: post.id, titles: ['Second'], reason: 'bad' },
      ]);
      await says('Third', 2);
      expect(await claim(2)).toBeUndefined();
    });

    test('that a crash interrupts is taken up, before anything new', async () => {
      const post = await subscribed();
      const { sent, claimed, post: plan } = current();
      await sent(post, 0);
      await says('Second', 1);
      const first = await claimed(1);
      await plan([entry('2')], [ID], { now: 2 });
      const second = await claimed(1 + MINUTE);
      expect(second).toMatchObject({ id: post.id, message: 'm1', attempts: 1, startedAt: at(1) });
      expect(await sent(first, 1 + MINUTE)).toBe(false);
      await sent(second, 1 + MINUTE);
      expect(idsOf(await claimed(1 + MINUTE))).toEqual(['2']);
    });
  });
}
