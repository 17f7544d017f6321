import { describe, expect, test } from 'vitest';
import type { Announced } from '../../src/core/announcer.ts';
import { NO_FILTER } from '../../src/core/subscription.ts';
import { DAY, HOUR, SECOND, startDelivering } from './delivering.ts';
import type { Delivering } from './delivering.ts';
import { entry, entryNumber, subscription } from './examples.ts';
import { titlesOf } from './scripted-announcer.ts';

/** One channel that gets everything at once. */
async function startWithChannel(): Promise<Delivering> {
  const delivering = await startDelivering();
  await delivering.subscribe(subscription());
  return delivering;
}

/** The platform's own trouble, so many times. */
function troubles(count: number): Announced[] {
  return Array.from({ length: count }, () => ({ kind: 'again', reason: 'service_unavailable' }));
}

/** A channel whose first post was claimed by a process that died, and whose time is over. */
async function crash(): Promise<Delivering> {
  const delivering = await startWithChannel();
  const { store, publish, now, pass } = delivering;
  await publish(entry());
  const until = new Date(now().getTime() + 90 * SECOND);
  const claiming = { now: now(), until, owner: 'dead', platforms: ['slack'], burst: 5, digest: 20 };
  expect(await store.deliveries.claim(claiming)).toBeDefined();
  pass(90 * SECOND);
  return delivering;
}

/** A channel in which an entry was posted. */
async function posted(edits?: { days: number; times: number }): Promise<Delivering> {
  const delivering = await startDelivering(edits === undefined ? {} : { edits });
  await delivering.subscribe(subscription());
  await delivering.publish(entry());
  await delivering.deliverFor(2);
  return delivering;
}

function numbered(count: number, from = 1) {
  return Array.from({ length: count }, (_, number) => entryNumber(from + number));
}

describe('an entry', () => {
  test('is posted once in each channel that wants it', async () => {
    const { subscribe, publish, deliverFor, announcer } = await startDelivering();
    await subscribe(
      subscription({ channel: 'C0ONE' }),
      subscription({ channel: 'C0TWO' }),
      subscription({ channel: 'C0STABLE', filter: { ...NO_FILTER, releases: 'prerelease' } }),
      subscription({ channel: 'C0OTHER', feed: 'blog' }),
    );
    await publish(entry());
    await publish(entry());
    await deliverFor(3);
    expect(announcer.posted.map(({ place }) => place.channel).sort()).toEqual(['C0ONE', 'C0TWO']);
    expect(announcer.posted.map(titlesOf)).toEqual([['Acme SDK 2.1.0'], ['Acme SDK 2.1.0']]);
    expect(new Set(announcer.posted.map(({ id }) => id)).size).toBe(2);
    expect(announcer.searches).toBe(0);
  });

  test('that was there first is posted nowhere', async () => {
    const { store, publish, now, deliverAll, announcer } = await startWithChannel();
    await store.entries.merge([entry()], { at: now(), isOld: true });
    await publish();
    await deliverAll();
    expect(announcer.posted).toEqual([]);
  });

  test('that came before somebody subscribed is not posted', async () => {
    const { subscribe, publish, now, deliverAll, announcer } = await startDelivering();
    await publish(entry());
    await subscribe(subscription({ at: now() }));
    await publish(entry({ title: 'Edited' }));
    await deliverAll();
    expect(announcer.posted).toEqual([]);
  });

  test('waits a second for the one before in its channel, and not for other channels', async () => {
    const { subscribe, publish, pass, deliverAll, announcer } = await startDelivering();
    await subscribe(subscription({ channel: 'C0ONE' }), subscription({ channel: 'C0TWO' }));
    await publish(...numbered(2));
    expect(await deliverAll()).toBe(2);
    expect(announcer.posted.map(titlesOf)).toEqual([['Release 1'], ['Release 1']]);
    pass(SECOND - 1);
    expect(await deliverAll()).toBe(0);
    pass(1);
    expect(await deliverAll()).toBe(2);
  });

  test('comes after older ones, whatever the order of the feed', async () => {
    const { publish, deliverFor, announcer } = await startWithChannel();
    await publish(entryNumber(3), entryNumber(1), entryNumber(2));
    await deliverFor(4);
    expect(announcer.posted.flatMap(titlesOf)).toEqual(['Release 1', 'Release 2', 'Release 3']);
  });
});

describe('digests', () => {
  test('come instead of a burst, the newest first, each entry once', async () => {
    const { publish, deliverFor, announcer } = await startWithChannel();
    await publish(...numbered(45));
    await deliverFor(5);
    expect(announcer.posted.map((post) => titlesOf(post).length)).toEqual([20, 20, 5]);
    expect(announcer.posted.flatMap(titlesOf).toSorted()).toEqual(
      numbered(45)
        .map(({ title }) => title)
        .toSorted(),
    );
    expect(announcer.posted.flatMap(titlesOf).slice(0, 2)).toEqual(['Release 20', 'Release 19']);
  });

  test('wait for their hour, and come alone, too', async () => {
    const { subscribe, publish, pass, deliverAll, announcer } = await startDelivering();
    await subscribe(subscription({ schedule: { kind: 'daily', hour: 15, zone: 'UTC' } }));
    await publish(entry());
    pass(3 * HOUR - 1);
    expect(await deliverAll()).toBe(0);
    pass(1);
    expect(await deliverAll()).toBe(1);
    expect(announcer.posted[0]?.announcement).toMatchObject({ kind: 'entries', occasion: 'digest' });
  });
});

describe('what the platform says', () => {
  test('to wait is waited for', async () => {
    const { publish, pass, deliverAll, announcer } = await startWithChannel();
    await publish(entry());
    announcer.next({ kind: 'wait', seconds: 30 });
    expect(await deliverAll()).toBe(1);
    pass(29 * SECOND);
    expect(await deliverAll()).toBe(0);
    pass(SECOND);
    expect(await deliverAll()).toBe(1);
    expect(announcer.posted).toHaveLength(1);
  });

  test('of its own trouble is tried again, with longer and longer pauses', async () => {
    const { publish, pass, deliverAll, announcer } = await startWithChannel();
    await publish(entry());
    announcer.next(...troubles(3));
    for (const seconds of [0, 5, 10, 20]) {
      pass(seconds * SECOND - 1);
      if (seconds > 0) expect(await deliverAll()).toBe(0);
      pass(1);
      expect(await deliverAll()).toBe(1);
    }
    expect(announcer.posted).toHaveLength(1);
  });

  test('for a day becomes a dead letter, and the channel goes on', async () => {
    const { publish, pass, deliverAll, announcer, store, log } = await startWithChannel();
    await publish(entry());
    announcer.next(...troubles(60));
    for (let hours = 0; hours < 30; hours += 1) {
      await deliverAll();
      pass(HOUR);
    }
    expect(await store.deliveries.dead(10)).toMatchObject([
      { titles: ['Acme SDK 2.1.0'], feed: 'releases', reason: 'tried for a day: service_unavailable' },
    ]);
    expect(log.join('\n')).toContain(
      'error: never posted, see signpost feeds: tried for a day: service_unavailable',
    );
  });

  test('of a message that it never takes becomes a dead letter with what was sent', async () => {
    const { publish, deliverFor, announcer, store } = await startWithChannel();
    announcer.next({ kind: 'invalid', reason: 'invalid_blocks', payload: '{"blocks":[]}' });
    await publish(...numbered(2));
    await deliverFor(3);
    expect(await store.deliveries.dead(10)).toMatchObject([
      { titles: ['Release 1'], payload: '{"blocks":[]}' },
    ]);
    expect(announcer.posted.map(titlesOf)).toEqual([['Release 2']]);
  });

  test('that it may not post pauses the subscription, tells who made it, and loses nothing', async () => {
    const { publish, subscribe, deliverFor, now, announcer, store } = await startWithChannel();
    announcer.next({ kind: 'refused', reason: 'not_in_channel' });
    await publish(...numbered(2));
    await deliverFor(3);
    expect(announcer.posted).toEqual([]);
    const pause = { feed: 'Releases', reason: 'not_in_channel' };
    expect(announcer.told).toEqual([{ person: 'U0ANA', place: subscription().place, pause }]);
    expect(await store.subscriptions.list()).toMatchObject([{ paused: 'not_in_channel' }]);
    await publish(entryNumber(3));
    await deliverFor(3);
    expect(announcer.posted).toEqual([]);
    await subscribe(subscription({ at: now() }));
    await deliverFor(5);
    expect(announcer.posted.flatMap(titlesOf)).toEqual(['Release 1', 'Release 2', 'Release 3']);
  });

  test('is told to nobody where the config has the subscription', async () => {
    const { publish, subscribe, deliverAll, announcer, log } = await startDelivering();
    await subscribe(subscription({ origin: 'config', by: '' }));
    announcer.next({ kind: 'refused', reason: 'is_archived' });
    await publish(entry());
    await deliverAll();
    expect(announcer.told).toEqual([]);
    expect(log.join('\n')).toContain(
      'error: nothing of releases is posted in C0RELEASES any more: is_archived',
    );
  });
});

describe('after an attempt that nobody heard of', () => {
  test('nobody takes it up before its time is over', async () => {
    const { pass, deliverAll } = await crash();
    pass(-SECOND);
    expect(await deliverAll()).toBe(0);
  });

  test('its post is found, and not made again', async () => {
    const { deliverFor, announcer } = await crash();
    announcer.finds({ kind: 'found', message: 'message 0' });
    await deliverFor(3);
    expect(announcer.posted).toEqual([]);
    expect(announcer.searches).toBe(1);
  });

  test('it is posted where no post is found', async () => {
    const { deliverFor, announcer } = await crash();
    await deliverFor(3);
    expect(announcer.posted.map(titlesOf)).toEqual([['Acme SDK 2.1.0']]);
  });

  test('it is posted, and the log says so, where nobody can look', async () => {
    const { deliverFor, announcer, log } = await crash();
    announcer.finds({ kind: 'unknown', reason: 'missing_scope' });
    await deliverFor(3);
    expect(announcer.posted).toHaveLength(1);
    expect(log.join('\n')).toMatch(/warn: an earlier attempt may have got through.*missing_scope/);
  });

  test('it waits until somebody can look', async () => {
    const { deliverFor, announcer } = await crash();
    announcer.finds({ kind: 'again', reason: 'ECONNRESET' });
    await deliverFor(3);
    expect(announcer.posted).toEqual([]);
    announcer.finds({ kind: 'found', message: 'message 0' });
    await deliverFor(30);
    expect(announcer.posted).toEqual([]);
  });
});

describe('an entry that changes', () => {
  const edited = entry({ markdown: 'Webhooks are signed, and retried.' });

  test('changes its post', async () => {
    const { publish, deliverFor, announcer } = await posted();
    await publish(edited);
    await deliverFor(2);
    expect(announcer.posted).toHaveLength(1);
    expect(announcer.updated).toMatchObject([
      { message: 'message 1', post: { announcement: { kind: 'entry' } } },
    ]);
    expect(announcer.updated[0]?.post.id).toBe(announcer.posted[0]?.id);
  });

  test('before it was posted is posted as it is now', async () => {
    const { publish, deliverFor, announcer } = await startWithChannel();
    await publish(entry());
    await publish(entry({ title: 'Better' }));
    await deliverFor(2);
    expect(announcer.posted.map(titlesOf)).toEqual([['Better']]);
    expect(announcer.updated).toEqual([]);
  });

  test('too often, too late, or where nobody wants that, changes nothing', async () => {
    const often = await posted({ days: 7, times: 1 });
    for (const markdown of ['One', 'Two', 'Three']) {
      await often.publish(entry({ markdown }));
      await often.deliverFor(2);
    }
    expect(often.announcer.updated).toHaveLength(1);
    const late = await posted();
    late.pass(8 * DAY);
    await late.publish(edited);
    await late.deliverFor(2);
    expect(late.announcer.updated).toEqual([]);
    const never = await posted({ days: 7, times: 0 });
    await never.publish(edited);
    await never.deliverFor(2);
    expect(never.announcer.updated).toEqual([]);
  });

  test('leaves its post as it is where the platform does not take the change', async () => {
    const { publish, deliverFor, announcer, store } = await posted();
    announcer.next({ kind: 'invalid', reason: 'msg_too_long', payload: '{}' });
    await publish(edited);
    await deliverFor(3);
    expect(await store.deliveries.dead(10)).toEqual([]);
    await publish(entry({ markdown: 'Short.' }));
    await deliverFor(3);
    expect(announcer.updated).toHaveLength(1);
  });

  test('from a prerelease to a stable release changes the post where there is one, and is news elsewhere', async () => {
    const { subscribe, publish, pass, deliverFor, announcer } = await startDelivering();
    const stable = { ...NO_FILTER, releases: 'stable' } as const;
    await subscribe(
      subscription({ channel: 'C0ALL' }),
      subscription({ channel: 'C0STABLE', filter: stable }),
    );
    await publish(entry({ prerelease: true }));
    await deliverFor(2);
    expect(announcer.posted.map(({ place }) => place.channel)).toEqual(['C0ALL']);
    pass(DAY);
    await publish(entry({ prerelease: false }));
    await deliverFor(2);
    expect(announcer.posted.map(({ place }) => place.channel)).toEqual(['C0ALL', 'C0STABLE']);
    expect(announcer.updated.map(({ post }) => post.place.channel)).toEqual(['C0ALL']);
  });
});
