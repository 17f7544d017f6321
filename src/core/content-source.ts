import type { Problem } from './problem.ts';

/** Reads the files of one collection. */
export interface ContentSource {
  /** The paths that the collection's globs choose, sorted, relative to its root, with `/`. */
  list(): Promise<SourceListing>;
  /**
   * The text of one file. Rejects with a `SourceError` when it cannot be served (vanished, unreadable,
   * not UTF-8, over the size cap).
   */
  read(file: string): Promise<string>;
}

export interface SourceListing {
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

/** A source that can tell which of its files changed while the program runs. */
export interface WatchableSource {
  /** Calls back with the changed paths, relative to the root, in batches. Resolves once it is watching. */
  watch(onChange: (files: readonly string[]) => void): Promise<{ close(): Promise<void> }>;
}

/** A file that cannot be served, and what to do about it. */
export class SourceError extends Error {
  readonly file: string;
  readonly remedy: string;

  constructor(file: string, message: string, options: { remedy: string; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.name = 'SourceError';
    this.file = file;
    this.remedy = options.remedy;
  }
}
