import type { Claims } from '../core/store.ts';
import type { Log } from '../log.ts';
import { within } from './within.ts';

/** Keys that are remembered in memory. Chats redeliver within minutes; a busy replica hears of fewer in that time. */
const KEPT = 10_000;

/** How long the store may take to say who was first, in milliseconds; nobody waits longer for an answer. */
const PATIENCE = 1_000;

export interface OnceOptions {
  readonly claims: Claims;
  readonly now: () => Date;
  readonly log: Log;
}

/** Whether a thing happens for the first time, whichever replica, event or retry brings it. */
export class Once {
  readonly #seen = new Set<string>();
  readonly #options: OnceOptions;

  constructor(options: OnceOptions) {
    this.#options = options;
  }

  /** True for the first caller with a key. Where the store does not answer, this replica's memory decides. */
  async isFirst(key: string): Promise<boolean> {
    // Before anything is awaited, so that no other event can come between.
    if (this.#seen.has(key)) return false;
    this.#remember(key);
    const { claims, now, log } = this.#options;
    try {
      return await within(PATIENCE, claims.claim(key, now()));
    } catch (error) {
      log.warn({ err: error }, 'the store does not say who was first, so memory does');
      return true;
    }
  }

  #remember(key: string): void {
    this.#seen.add(key);
    if (this.#seen.size <= KEPT) return;
    const [oldest] = this.#seen;
    if (oldest !== undefined) this.#seen.delete(oldest);
  }
}
