import { setTimeout as pause } from 'node:timers/promises';

/** What has begun and not ended. */
export class UnderWay {
  readonly #running = new Set<Promise<unknown>>();

  /** Runs something, and remembers it until it ends. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    const running = work();
    this.#running.add(running);
    try {
      return await running;
    } finally {
      this.#running.delete(running);
    }
  }

  /** Resolves once nothing runs any more, or after some milliseconds. */
  async settled(limit: number): Promise<void> {
    if (this.#running.size === 0) return;
    const waiting = new AbortController();
    await Promise.race([
      Promise.allSettled(this.#running),
      pause(limit, undefined, { signal: waiting.signal }).catch(() => undefined),
    ]);
    waiting.abort();
  }
}
