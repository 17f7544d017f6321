import type { Store } from '../core/store.ts';
import { rehearse } from '../notifications/dry-run.ts';
import type { Rehearsal } from '../notifications/dry-run.ts';
import { subscriptionId } from '../notifications/subscription-id.ts';
import { configuredSubscriptions, createFeeds } from './create-notifications.ts';
import type { FeedsOptions } from './create-notifications.ts';

export interface RehearseOptions extends FeedsOptions {
  readonly store: Store;
  readonly signal: AbortSignal;
}

/** Reads every feed of a config, and says what of it would be posted where; keeps and posts nothing. */
export async function rehearseFeeds({
  store,
  signal,
  ...options
}: RehearseOptions): Promise<readonly Rehearsal[]> {
  const { watched, http } = await createFeeds(options);
  const now = new Date();
  const kept = await store.subscriptions.list();
  const known = new Map(kept.map((one) => [one.id, one]));
  // Those of the config count as they stand in it, whether a server has taken them over yet or not.
  const configured = configuredSubscriptions(options.config).map((one) => {
    const id = subscriptionId(one);
    const at = known.get(id)?.at ?? new Date(0);
    return { ...one, id, origin: 'config' as const, by: '', at, paused: '' };
  });
  const ids = new Set(configured.map(({ id }) => id));
  const inChat = kept.filter(({ id, origin }) => origin === 'chat' && !ids.has(id));
  const subscriptions = [...configured, ...inChat];
  const all = watched.map((feed) => rehearse(feed, { store, subscriptions, now, signal }));
  return Promise.all(all).finally(() => http.close());
}
