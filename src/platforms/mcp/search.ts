/** What one search asks, read. */
export interface Search {
  readonly query: string;
  /** Name of a collection or feed; empty for all. */
  readonly collection: string;
  readonly maxResults: number;
  readonly maxTokens: number;
  /** Number of the first result, from 0. */
  readonly offset: number;
}

/** What a cursor of a search belongs to. */
export function cursorOf({ query, collection }: Pick<Search, 'query' | 'collection'>): readonly string[] {
  return ['search', query, collection];
}
