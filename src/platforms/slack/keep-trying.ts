import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../../log.ts';
import { describeError, isFinal } from './slack-errors.ts';

/** Pauses between tries, in milliseconds. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

export interface Trying {
  /** What is tried, as it begins a sentence. */
  readonly what: string;
  /** The variable that holds the token that is used. */
  readonly token: string;
  readonly signal: AbortSignal;
  readonly log: Log;
}

/** Tries until it works. Rejects with what to do once it never will, and when it is told to end. */
export async function keepTrying<T>(attempt: () => Promise<T>, trying: Trying): Promise<T> {
  const { what, token, signal, log } = trying;
  for (let wait = FIRST_PAUSE; ; wait = Math.min(LONGEST_PAUSE, wait * 2)) {
    try {
      return await attempt();
    } catch (error) {
      const reason = describeError(error, token);
      if (isFinal(error)) throw new Error(`${what} failed: ${reason}`, { cause: error });
      signal.throwIfAborted();
      log.warn(`${what} failed, and is tried again in ${wait / 1_000} s: ${reason}`);
    }
    await pause(wait, undefined, { signal });
  }
}
