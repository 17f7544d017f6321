import { expect, test } from 'vitest';
import { NO_FILTER } from '../../src/core/subscription.ts';
import type { Subscription } from '../../src/core/subscription.ts';
import { takeOver } from '../../src/notifications/configured.ts';
import type { Configured } from '../../src/notifications/configured.ts';
import { startDelivering } from './delivering.ts';
import { subscription } from './examples.ts';

function configured(of: Partial<Configured> = {}): Configured {
  const place = { platform: 'slack', workspace: '', channel: 'C0RELEASES' };
  return { place, feed: 'releases', filter: NO_FILTER, schedule: { kind: 'now' }, ...of };
}

const MONDAY = new Date('2026-06-01T00:00:00Z');
const TUESDAY = new Date('2026-06-02T00:00:00Z');

async function startTakingOver() {
  const { store, subscribe } = await startDelivering();
  const { subscriptions } = store;
  const take = async (list: readonly Configured[], at = MONDAY): Promise<readonly Subscription[]> => {
    await takeOver(list, subscriptions, at);
    return subscriptions.list();
  };
  return { take, subscribe };
}

test('a new one begins now, and an old one goes on from where it was', async () => {
  const { take } = await startTakingOver();
  expect(await take([configured()])).toMatchObject([{ origin: 'config', at: MONDAY, by: '', paused: '' }]);
  expect(await take([configured()], TUESDAY)).toMatchObject([{ at: MONDAY }]);
});

test('a filter that has changed counts for what comes from now on', async () => {
  const { take } = await startTakingOver();
  await take([configured()]);
  const filter = { ...NO_FILTER, breaking: true };
  expect(await take([configured({ filter })], TUESDAY)).toMatchObject([{ filter, at: MONDAY }]);
});

test('one that the config has no more ends, and those of the chat stay', async () => {
  const { take, subscribe } = await startTakingOver();
  await subscribe(subscription({ channel: 'C0CHAT' }));
  await take([configured()]);
  expect((await take([])).map(({ place }) => place.channel)).toEqual(['C0CHAT']);
});

test('the config takes the place of the chat', async () => {
  const { take, subscribe } = await startTakingOver();
  await subscribe(subscription());
  expect(await take([configured()])).toMatchObject([{ origin: 'config', by: '' }]);
});

test('one that was paused is tried anew', async () => {
  const { take, subscribe } = await startTakingOver();
  await subscribe(subscription({ origin: 'config', by: '', paused: 'not_in_channel' }));
  expect(await take([configured()])).toMatchObject([{ paused: '' }]);
});
