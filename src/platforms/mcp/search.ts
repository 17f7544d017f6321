/** What one search asks, read. */
export interface Search {
  readonly query: string;
  /** Name of a collection or feed; empty for all. */
  readonly collection: string;
  /** As the docs call it; empty for the default. */
  readonly version: string;
  /** The language that is preferred, as a BCP 47 tag; empty for the default. */
  readonly locale: string;
  readonly maxResults: number;
  readonly maxTokens: number;
  /** Number of the first result, from 0. */
  readonly offset: number;
}

/** What a cursor of a search belongs to. */
export function cursorOf({
  query,
  collection,
  version,
  locale,
}: Pick<Search, 'query' | 'collection' | 'version' | 'locale'>): readonly string[] {
  // A cursor that was given away before there were versions goes on to hold.
  return ['search', query, collection, ...(version === '' && locale === '' ? [] : [version, locale])];
}
