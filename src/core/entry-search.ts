import type { StoredEntry } from './entry.ts';

/** Searches the entries of changelogs, in memory. */
export interface EntrySearch {
  /** Entries about something, best first; never throws for any text. */
  search(query: string, options: EntrySearchOptions): FoundEntries;
  /** The same, but only entries whose title says what is asked; others may only mention it. */
  titled(query: string, options: EntrySearchOptions): FoundEntries;
  /** Newest first. */
  latest(options: EntrySearchOptions): readonly StoredEntry[];
}

export interface EntrySearchOptions {
  readonly limit: number;
  /** Only entries of these feeds; empty for all. */
  readonly feeds: readonly string[];
}

export interface FoundEntries {
  readonly entries: readonly StoredEntry[];
  /** 0 to 1: how likely it is that the first is about what was asked; comparable with the confidence of docs. */
  readonly confidence: number;
}
