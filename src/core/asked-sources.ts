import type { CollectionHelp } from './reply.ts';

/** What a question asks beside the docs. */
export interface AskedSources {
  /** The feeds whose entries may be shown. */
  readonly feeds: readonly CollectionHelp[];
  /** Whether it names feeds, and no docs. */
  readonly isOnlyFeeds: boolean;
}

/** Finds the feeds among the names of collections and feeds; no names stand for all of both. */
export function askedSources(names: readonly string[], feeds: readonly CollectionHelp[]): AskedSources {
  const asked = names.length === 0 ? feeds : feeds.filter(({ name }) => names.includes(name));
  return { feeds: asked, isOnlyFeeds: names.length > 0 && asked.length === names.length };
}
