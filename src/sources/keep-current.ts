import type { Mirror, SyncFailure, Synced } from '../core/mirror.ts';
import type { Log } from '../log.ts';

/** A mirror of a collection, and how often it is brought up to date. */
export interface KeptMirror {
  readonly collection: string;
  readonly mirror: Mirror;
  readonly everyMinutes: number;
}

export interface KeepCurrentOptions {
  readonly mirrors: readonly KeptMirror[];
  readonly log: Log;
  readonly now: () => Date;
  /** 0 to 1. */
  readonly random: () => number;
  readonly timers: Timers;
  /** Of a sync, for who waits for it; `total` is 0 while it is unknown. */
  readonly onProgress?: (collection: string, done: number, total: number) => void;
}

/** What time is kept by. */
export interface Timers {
  /** Acts once, after some milliseconds; gives what takes that back. */
  after(milliseconds: number, act: () => void): () => void;
}

/** Called with what a sync has changed, after it; the next sync of that mirror waits until it is through. */
export type OnChange = (collection: string, files: readonly string[]) => Promise<void> | void;

/** A mirror whose last sync failed; it is served as it was. */
export interface Failing {
  readonly collection: string;
  /** What is wrong. */
  readonly reason: string;
  /** What to do; empty where the reason says all. */
  readonly remedy: string;
  /** Whether there is a copy of before, which is served. */
  readonly hasCopy: boolean;
  /** When it failed first. */
  readonly since: Date;
}

/** What is not as it should be in a mirror that could be read. */
export interface MirrorWarning {
  readonly collection: string;
  /** What is wrong, and what to do. */
  readonly message: string;
}

export interface KeepingCurrent {
  /** Syncs the mirrors that have no copy yet, and resolves once all have been tried. Nothing is told of them. */
  bringMissing(): Promise<void>;
  /** The same of all mirrors. */
  bringAll(): Promise<void>;
  /** Goes on with all of them, until it is closed. */
  start(onChange: OnChange): void;
  /** Syncs a mirror at once, or once more where it is at it. False where there is none of the collection. */
  trigger(collection: string): boolean;
  failing(): readonly Failing[];
  /** What the last sync of each that succeeded left out, or kept as it was. */
  warnings(): readonly MirrorWarning[];
  /** Ends syncs, and resolves once they have ended. */
  close(): Promise<void>;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** So much of a pause is left to chance, so that many replicas and mirrors do not ask all at once. */
const JITTER = 0.1;

/** Pause after the first failure; each further one doubles it, up to what is usual between two syncs, or an hour. */
const FIRST_REST = 30 * SECOND;
const LONGEST_REST = 60 * MINUTE;

/** How often a long sync says how far it is. */
const PROGRESS_EVERY = 10 * SECOND;

/** The timers of the system. */
export const systemTimers: Timers = {
  after: (milliseconds, act) => {
    const timer = setTimeout(act, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** Keeps mirrors current: each by itself, one sync at a time, and those that fail are tried again later. */
export function keepCurrent({ mirrors, ...options }: KeepCurrentOptions): KeepingCurrent {
  const ending = new AbortController();
  const kept = new Map(
    mirrors.map((one) => [one.collection, new Keeper(one, { ...options, signal: ending.signal })]),
  );
  const all = [...kept.values()];
  return {
    bringMissing: async () => {
      await Promise.all(all.map((keeper) => keeper.bringMissing()));
    },
    bringAll: async () => {
      await Promise.all(all.map((keeper) => keeper.bring()));
    },
    start: (onChange) => {
      for (const keeper of all) keeper.start(onChange);
    },
    trigger: (collection) => {
      kept.get(collection)?.trigger();
      return kept.has(collection);
    },
    failing: () => all.flatMap((keeper) => keeper.failing ?? []),
    warnings: () => all.flatMap((keeper) => keeper.warnings),
    close: async () => {
      ending.abort();
      await Promise.all(all.map((keeper) => keeper.ended()));
    },
  };
}

type KeeperOptions = Omit<KeepCurrentOptions, 'mirrors'> & { readonly signal: AbortSignal };

/** Keeps one mirror current. */
class Keeper {
  readonly #kept: KeptMirror;
  readonly #options: KeeperOptions;
  #onChange: OnChange | undefined;
  #cancel: () => void = () => undefined;
  #isRunning = false;
  #syncing: Promise<void> = Promise.resolve();
  /** Whether it was asked for while it ran, or before it was started. */
  #isAsked = false;
  #failures = 0;
  #failing: Failing | undefined;
  #warnings: readonly string[] = [];
  /** Milliseconds; set by the last sync, or 0 where there was none. */
  #pause = 0;
  /** Changed, and not taken in yet, since that failed. */
  readonly #untold = new Set<string>();

  constructor(kept: KeptMirror, options: KeeperOptions) {
    this.#kept = kept;
    this.#options = options;
    options.signal.addEventListener('abort', () => this.#cancel(), { once: true });
  }

  get failing(): Failing | undefined {
    return this.#failing;
  }

  get warnings(): readonly MirrorWarning[] {
    const { collection } = this.#kept;
    return this.#warnings.map((message) => ({ collection, message }));
  }

  async bringMissing(): Promise<void> {
    if (!(await this.#kept.mirror.hasCopy())) await this.bring();
  }

  async bring(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    await this.#sync();
    this.#isRunning = false;
    // Who starts after this reads all of it.
    if (this.#onChange === undefined) this.#untold.clear();
    else this.trigger();
  }

  start(onChange: OnChange): void {
    if (this.#options.signal.aborted) return;
    this.#onChange = onChange;
    if (this.#isAsked || this.#pause === 0) this.trigger();
    else this.#schedule();
  }

  trigger(): void {
    if (this.#options.signal.aborted) return;
    this.#isAsked = true;
    if (this.#isRunning || this.#onChange === undefined) return;
    this.#cancel();
    void this.#run();
  }

  /** Resolves once no sync is under way; whether it was taken in is not waited for. */
  ended(): Promise<void> {
    return this.#syncing;
  }

  /** Syncs as long as it is asked for. */
  async #run(): Promise<void> {
    const { signal } = this.#options;
    this.#isRunning = true;
    while (this.#isAsked && !signal.aborted) {
      this.#isAsked = false;
      await this.#sync();
      await this.#tell();
    }
    this.#isRunning = false;
    if (!signal.aborted) this.#schedule();
  }

  #schedule(): void {
    this.#cancel = this.#options.timers.after(this.#pause, () => this.trigger());
  }

  #sync(): Promise<void> {
    this.#syncing = this.#syncOnce();
    return this.#syncing;
  }

  async #syncOnce(): Promise<void> {
    const { signal } = this.#options;
    const synced = await this.#kept.mirror.sync({ signal, onProgress: this.#progress() });
    if (signal.aborted) return;
    if (synced.kind === 'failed') this.#fail(synced, await this.#kept.mirror.hasCopy());
    else this.#succeed(synced);
  }

  #succeed({ changed, warnings }: Extract<Synced, { kind: 'synced' }>): void {
    const { collection, everyMinutes } = this.#kept;
    const { log, random } = this.#options;
    // Each is said once, however often the site is read.
    const told = new Set(this.#warnings);
    for (const warning of warnings) if (!told.has(warning)) log.warn(`${collection}: ${warning}`);
    this.#warnings = warnings;
    if (this.#failing !== undefined) log.info(`${collection} can be read again`);
    if (changed.length > 0) log.info(`${collection}: new, changed or gone files: ${changed.length}`);
    for (const file of changed) this.#untold.add(file);
    this.#failures = 0;
    this.#failing = undefined;
    this.#pause = jittered(everyMinutes * MINUTE, random());
  }

  #fail({ reason, remedy, retryAfter }: SyncFailure, hasCopy: boolean): void {
    const { collection, everyMinutes } = this.#kept;
    const { log, now, random } = this.#options;
    const what = `${collection} cannot be ${hasCopy ? 'brought up to date' : 'read'}`;
    if (this.#failing?.reason !== reason)
      log.warn(`${what}: ${reason}${remedy === '' ? '' : ` (${remedy})`}`);
    this.#failing = { collection, reason, remedy, hasCopy, since: this.#failing?.since ?? now() };
    const longest = Math.min(Math.max(everyMinutes * MINUTE, FIRST_REST), LONGEST_REST);
    const rest = Math.min(FIRST_REST * 2 ** this.#failures, longest);
    this.#failures += 1;
    this.#pause = jittered(Math.max(rest, retryAfter * SECOND), random());
  }

  async #tell(): Promise<void> {
    const files = [...this.#untold];
    if (files.length === 0 || this.#options.signal.aborted) return;
    try {
      await this.#onChange?.(this.#kept.collection, files);
      this.#untold.clear();
    } catch (error) {
      const what = `what is new in ${this.#kept.collection} was not taken in, which is tried again`;
      this.#options.log.error({ err: error }, what);
    }
  }

  #progress(): (done: number, total: number) => void {
    const { log, now, onProgress } = this.#options;
    let told = now().getTime();
    return (done, total) => {
      onProgress?.(this.#kept.collection, done, total);
      const time = now().getTime();
      if (time - told < PROGRESS_EVERY) return;
      told = time;
      log.info(`${this.#kept.collection}: ${done}${total > 0 ? ` of ${total}` : ''} are read`);
    };
  }
}

/** Never earlier than was asked for. */
function jittered(milliseconds: number, chance: number): number {
  return Math.round(milliseconds * (1 + JITTER * chance));
}
