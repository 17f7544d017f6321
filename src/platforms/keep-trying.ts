import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../log.ts';

/** Pauses between tries, in milliseconds. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

export interface Trying {
  /** What is tried, as it begins a sentence. */
  readonly what: string;
  /** What went wrong and what to do, in a sentence. */
  readonly describe: (error: unknown) => string;
  /** Whether trying again is of no use. */
  readonly isFinal: (error: unknown) => boolean;
  readonly signal: AbortSignal;
  readonly log: Log;
}

/** Tries until it works. Rejects with what to do once it never will, and when it is told to end. */
export async function keepTrying<T>(attempt: () => Promise<T>, trying: Trying): Promise<T> {
  const { what, describe, isFinal, signal, log } = trying;
  for (let wait = FIRST_PAUSE; ; wait = Math.min(LONGEST_PAUSE, wait * 2)) {
    try {
      return await attempt();
    } catch (error) {
      const reason = describe(error);
      if (isFinal(error)) throw new Error(`${what} failed: ${reason}`, { cause: error });
      signal.throwIfAborted();
      log.warn(`${what} failed, and is tried again in ${wait / 1_000} s: ${reason}`);
    }
    await pause(wait, undefined, { signal });
  }
}
