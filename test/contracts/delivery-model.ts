import { expect } from 'vitest';
import type { ClaimedPost, Settled } from '../../src/core/changelog-store.ts';
import type { Store } from '../../src/core/store.ts';
import { at, claiming, entry, subscription } from './changelog-setup.ts';

/** Something that happens, at random. */
export type Step =
  /** An entry is new, or says something else, and these channels want it. */
  | { readonly kind: 'say'; readonly entry: number; readonly channels: readonly number[] }
  | { readonly kind: 'claim' }
  /** Of all that were ever claimed, also of those that have run out. */
  | { readonly kind: 'settle'; readonly which: number; readonly as: Settled['kind'] }
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'subscribe'; readonly channel: number };

/** What must be so of a store after some steps, whatever they were. */
export interface DeliveryModel {
  take(step: Step): Promise<void>;
  /** Sends all that is left; then each delivery that was planned has been made once, or is a dead letter. */
  finish(): Promise<void>;
}

const CHANNELS = ['C0', 'C1', 'C2'];
const LEASE = 60_000;

/** A claim as somebody holds it who may live or not. */
interface Held {
  readonly post: ClaimedPost;
  readonly until: number;
  settled: boolean;
}

export async function createDeliveryModel({
  entries,
  subscriptions,
  deliveries,
}: Store): Promise<DeliveryModel> {
  const planned = new Set<string>();
  const made: string[] = [];
  const contents = new Map<string, string>();
  const held: Held[] = [];
  let now = 0;
  let said = 0;

  async function say(number: number, channels: readonly number[]): Promise<void> {
    said += 1;
    const ids = channels.map((channel) => `C${channel}:animals`);
    await entries.merge([entry(`e${number}`, { title: `Says ${said}` })], { at: at(now), isOld: false });
    const wanted = ids.map((subscription) => ({ subscription, dueAt: at(now + (said % 3)) }));
    for (const one of await entries.unplanned(9))
      await deliveries.plan(one, { wanted, updates: { since: at(-1), most: 2 } });
    for (const id of ids) planned.add(`${id} e${number}`);
  }

  async function claim(): Promise<ClaimedPost | undefined> {
    const post = await deliveries.claim(claiming(now, { burst: 3, digest: 2 }));
    if (post === undefined) return undefined;
    const { channel } = post.subscription.place;
    const others = held.filter(
      (one) => !one.settled && one.until > now && one.post.subscription.place.channel === channel,
    );
    expect(others, 'a channel is claimed by two').toEqual([]);
    expect(contents.get(post.id) ?? keysOf(post).join(), 'a post has changed').toBe(keysOf(post).join());
    contents.set(post.id, keysOf(post).join());
    held.push({ post, until: now + LEASE, settled: false });
    return post;
  }

  async function settle(one: Held | undefined, kind: Settled['kind']): Promise<void> {
    if (one === undefined) return;
    const { post } = one;
    const settled = { kind, message: 'm', reason: 'because', payload: '', nextAt: at(now + 1000) } as Settled;
    const counted = await deliveries.settle(post, settled, at(now));
    const isLast = held.findLast((other) => other.post.id === post.id) === one;
    expect(counted && (one.settled || !isLast), 'a lost claim was settled').toBe(false);
    one.settled = true;
    if (counted && post.message === '' && (kind === 'sent' || kind === 'dead')) made.push(...keysOf(post));
  }

  const subscribe = (channel: string): Promise<void> => subscriptions.save(subscription(channel));
  for (const channel of CHANNELS) await subscribe(channel);
  return {
    take: async (step) => {
      switch (step.kind) {
        case 'say':
          return say(step.entry, step.channels);
        case 'claim':
          return void (await claim());
        case 'settle':
          return settle(held[held.length - 1 - (step.which % Math.max(1, held.length))], step.as);
        case 'wait':
          now += step.seconds * 1000;
          return;
        case 'subscribe':
          return subscribe(`C${step.channel}`);
      }
    },
    finish: async () => {
      for (const channel of CHANNELS) await subscribe(channel);
      now += 2 * LEASE;
      while ((await claim()) !== undefined) {
        await settle(held.at(-1), 'sent');
        now += 1000;
      }
      expect(made.toSorted()).toEqual([...planned].sort());
      expect(await deliveries.waiting()).toEqual(new Map());
    },
  };
}

function keysOf({ subscription, entries }: ClaimedPost): string[] {
  return entries.map(({ id }) => `${subscription.id} ${id}`);
}
