import { setTimeout as pause } from 'node:timers/promises';
import type { Announcer } from '../core/announcer.ts';
import type { StoredEntry } from '../core/entry.ts';
import type { AnnouncedEntry } from '../core/reply.ts';
import type { Store } from '../core/store.ts';
import type { Log } from '../log.ts';
import { takeOver } from './configured.ts';
import type { Configured } from './configured.ts';
import { deliver } from './deliver.ts';
import type { EntryMemory } from './entry-memory.ts';
import { plan } from './plan.ts';
import type { Edits } from './plan.ts';
import { poll } from './poll.ts';
import type { WatchedFeed } from './poll.ts';

export interface NotifierOptions {
  readonly feeds: readonly WatchedFeed[];
  readonly configured: readonly Configured[];
  readonly store: Pick<Store, 'feeds' | 'entries' | 'subscriptions' | 'deliveries'>;
  readonly memory: EntryMemory;
  /** Those of the platforms that can post now. */
  readonly announcers: () => readonly Announcer[];
  readonly show: (entry: StoredEntry) => AnnouncedEntry;
  readonly edits: Edits;
  /** So many entries or more at once become one digest. */
  readonly burst: number;
  readonly log: Log;
  readonly now: () => Date;
  /** 0 to 1. */
  readonly random: () => number;
}

const SECOND = 1_000;

/** How often is looked for what is due. */
const TICK = SECOND;
/** How often is looked for what other replicas have kept. */
const REFRESH = 60 * SECOND;
/** After a failure of the store. */
const REST = 5 * SECOND;

/** What is under way when it is stopped has so long to come to its end. */
const GRACE = 2 * SECOND;

/** Feeds that are read, and posts that are sent, at the same time. */
const READERS = 8;
const SENDERS = 4;

/** Reads feeds and posts what is new, until it is stopped. */
export class Notifier {
  readonly #options: NotifierOptions;
  readonly #ending = new AbortController();
  /** When each feed is due, as far as this replica knows; the store decides. */
  readonly #due = new Map<string, number>();
  readonly #failing = new Set<string>();
  /** Whether something was read that is not searched yet. */
  #hasNews = false;
  #running: Promise<unknown> | undefined;

  constructor(options: NotifierOptions) {
    this.#options = options;
  }

  /** Names of the feeds whose last reading failed. */
  get failing(): readonly string[] {
    return [...this.#failing];
  }

  /** Begins at once, and returns at once. */
  start(): void {
    if (this.#options.feeds.length === 0) return;
    this.#running ??= this.#run();
  }

  /** Resolves once nothing is read or sent any more, or what is under way takes too long: that is taken up at the next start. */
  async stop(): Promise<void> {
    this.#ending.abort();
    await Promise.race([this.#running, pause(GRACE, undefined, { ref: false })]);
  }

  async #run(): Promise<void> {
    const { configured, store, memory, now } = this.#options;
    await this.#untilDone('read the subscriptions of the config', () =>
      takeOver(configured, store.subscriptions, now()),
    );
    await this.#untilDone('read the entries', () => memory.refresh());
    await Promise.all([
      this.#again('read feeds', TICK, () => this.#readDue()),
      this.#again('plan deliveries', TICK, () => this.#plan()),
      this.#again('look for new entries', REFRESH, () => memory.refreshIfGrown()),
      ...Array.from({ length: SENDERS }, () => this.#again('post entries', TICK, () => this.#deliverDue())),
    ]);
  }

  async #readDue(): Promise<void> {
    const now = this.#options.now().getTime();
    const due = this.#options.feeds.filter(({ key }) => (this.#due.get(key) ?? 0) <= now);
    const queue = due.values();
    await Promise.all(Array.from({ length: READERS }, () => this.#readAll(queue)));
  }

  async #readAll(queue: Iterable<WatchedFeed>): Promise<void> {
    for (const watched of queue) {
      if (this.#ending.signal.aborted) return;
      await this.#read(watched);
    }
  }

  async #read(watched: WatchedFeed): Promise<void> {
    const { store, log, now, random } = this.#options;
    const { signal } = this.#ending;
    const { hasNews, nextAt, failures } = await poll(watched, { ...store, log, now, random, signal });
    this.#due.set(watched.key, nextAt.getTime());
    this.#hasNews ||= hasNews;
    if (failures === 0) this.#failing.delete(watched.feed.name);
    else this.#failing.add(watched.feed.name);
  }

  /** Also what a replica has left that died. */
  async #plan(): Promise<void> {
    const { store, memory } = this.#options;
    await plan({ ...this.#options, ...store });
    if (!this.#hasNews) return;
    this.#hasNews = false;
    try {
      await memory.refresh();
    } catch (error) {
      this.#hasNews = true;
      throw error;
    }
  }

  async #deliverDue(): Promise<void> {
    const options = { ...this.#options, ...this.#options.store };
    while (!this.#ending.signal.aborted && (await deliver(options)));
  }

  /** Does it again and again, with a pause; a failure is logged, and what it was about is done later. */
  async #again(what: string, rest: number, work: () => Promise<void>): Promise<void> {
    const { signal } = this.#ending;
    let failed = '';
    while (!signal.aborted) {
      try {
        await work();
        failed = '';
      } catch (error) {
        failed = this.#report(what, error, failed);
      }
      await pause(failed === '' ? rest : Math.max(rest, REST), undefined, { signal }).catch(() => undefined);
    }
  }

  async #untilDone(what: string, work: () => Promise<void>): Promise<void> {
    const { signal } = this.#ending;
    let failed = '';
    while (!signal.aborted) {
      try {
        await work();
        return;
      } catch (error) {
        failed = this.#report(what, error, failed);
      }
      await pause(REST, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Once for each reason. */
  #report(what: string, error: unknown, before: string): string {
    const reason = error instanceof Error ? error.message : String(error);
    if (reason !== before)
      this.#options.log.error({ err: error }, `could not ${what}, which is tried again: ${reason}`);
    return reason;
  }
}
