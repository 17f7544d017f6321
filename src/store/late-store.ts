import type { Store } from '../core/store.ts';
import { reasonOf, StoreError } from './store-error.ts';

/** Between two tries, in milliseconds. */
const PAUSE = 10_000;

export interface LateStoreOptions {
  /** Opens the database; rejects with why not. */
  readonly open: () => Promise<Store>;
  /** Why it could not be opened the first time, and when. */
  readonly reason: string;
  readonly failedAt: Date;
  readonly now: () => Date;
  /** Called once it is open. */
  readonly onOpen: () => void;
}

/**
 * A store whose database could not be opened at the start. Every call rejects with why, until a later one finds it there:
 * whenever something is wanted of it, it is tried again, at most once in ten seconds.
 */
export function createLateStore(options: LateStoreOptions): Store {
  const opened = opener(options);
  return {
    questions: {
      record: async (question) => (await opened()).questions.record(question),
      find: async (id) => (await opened()).questions.find(id),
    },
    feedback: { record: async (vote) => (await opened()).feedback.record(vote) },
    installations: {
      save: async (installation) => (await opened()).installations.save(installation),
      find: async (platform, workspace) => (await opened()).installations.find(platform, workspace),
      remove: async (platform, workspace) => (await opened()).installations.remove(platform, workspace),
    },
    claims: { claim: async (key, at) => (await opened()).claims.claim(key, at) },
    ...lateChangelogs(opened),
    close: async () => {
      const store = await opened().catch(() => undefined);
      await store?.close();
    },
  };
}

function lateChangelogs(
  opened: () => Promise<Store>,
): Pick<Store, 'feeds' | 'entries' | 'subscriptions' | 'deliveries'> {
  return {
    feeds: {
      all: async () => (await opened()).feeds.all(),
      find: async (feed) => (await opened()).feeds.find(feed),
      take: async (feed, now, until) => (await opened()).feeds.take(feed, now, until),
      save: async (state) => (await opened()).feeds.save(state),
    },
    entries: {
      merge: async (entries, seen) => (await opened()).entries.merge(entries, seen),
      unplanned: async (limit) => (await opened()).entries.unplanned(limit),
      latest: async (feeds, limit) => (await opened()).entries.latest(feeds, limit),
      counts: async () => (await opened()).entries.counts(),
    },
    subscriptions: {
      save: async (subscription) => (await opened()).subscriptions.save(subscription),
      remove: async (id) => (await opened()).subscriptions.remove(id),
      list: async (of) => (await opened()).subscriptions.list(of),
    },
    deliveries: {
      plan: async (entry, plan) => (await opened()).deliveries.plan(entry, plan),
      claim: async (claiming) => (await opened()).deliveries.claim(claiming),
      settle: async (post, settled, at) => (await opened()).deliveries.settle(post, settled, at),
      dead: async (limit) => (await opened()).deliveries.dead(limit),
      waiting: async () => (await opened()).deliveries.waiting(),
    },
  };
}

function opener({ open, now, onOpen, ...first }: LateStoreOptions): () => Promise<Store> {
  let { reason } = first;
  let failedAt = first.failedAt.getTime();
  let opening: Promise<Store> | undefined;
  const attempt = async (): Promise<Store> => {
    try {
      const store = await open();
      onOpen();
      return store;
    } catch (error) {
      reason = reasonOf(error);
      failedAt = now().getTime();
      opening = undefined;
      throw error;
    }
  };
  return () => {
    if (opening !== undefined) return opening;
    if (now().getTime() - failedAt < PAUSE) return Promise.reject(new StoreError(reason));
    opening = attempt();
    return opening;
  };
}
