import type { Entry } from './entry.ts';

/** Where the entries of a changelog come from. */
export interface Feed {
  readonly name: string;
  /** What is there now. Never rejects; what goes wrong is a `FailedReading`. */
  read(known: Validators, signal: AbortSignal): Promise<FeedReading>;
}

/** What a feed said of its last state, so that it is not sent again: https://www.rfc-editor.org/rfc/rfc9110#section-8.8 */
export interface Validators {
  /** Empty for none, also before the first reading. */
  readonly etag: string;
  readonly lastModified: string;
}

/** Of a feed that is read as if for the first time. */
export const NO_VALIDATORS: Validators = { etag: '', lastModified: '' };

export type FeedReading = UnchangedReading | EntriesReading | FailedReading;

/** Nothing has changed since the validators that were given. */
export interface UnchangedReading {
  readonly kind: 'unchanged';
}

export interface EntriesReading {
  readonly kind: 'entries';
  /** In the feed's order, each id once. */
  readonly entries: readonly Entry[];
  readonly validators: Validators;
  /** What was left out, and why; each a sentence that names the item. */
  readonly problems: readonly string[];
}

export interface FailedReading {
  readonly kind: 'failed';
  /** What went wrong and what to do about it; names the address or file, never a secret. */
  readonly reason: string;
  /** Whole seconds that the feed asks to wait; 0 where it does not say. */
  readonly retryAfter: number;
}
