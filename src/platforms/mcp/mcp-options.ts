import type { CodeExamples } from '../../core/code-examples.ts';
import type { EntrySearch } from '../../core/entry-search.ts';
import type { StoredEntry } from '../../core/entry.ts';
import type { Library } from '../../core/library.ts';
import type { QueryCore } from '../../core/query.ts';
import type { AnnouncedEntry, CollectionHelp } from '../../core/reply.ts';
import type { Log } from '../../log.ts';

/** What the tools and resources are made of. */
export interface McpOptions {
  /** Before the names of the tools: `acme` makes `acme_search`. */
  readonly prefix: string;
  /** Whose docs these are. */
  readonly title: string;
  readonly version: string;
  readonly core: QueryCore;
  readonly library: Library;
  readonly examples: CodeExamples;
  /** The collections that are docs. */
  readonly collections: readonly CollectionHelp[];
  readonly feeds: readonly CollectionHelp[];
  /** The entries of the feeds; undefined until they are read. */
  readonly entries: () => EntrySearch | undefined;
  readonly show: (entry: StoredEntry) => AnnouncedEntry;
  readonly now: () => Date;
  readonly log: Log;
}
