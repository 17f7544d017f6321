/** One item of a changelog. */
export interface Entry {
  /** Name of the feed. */
  readonly feed: string;
  /** Unique within the feed, and the same when the feed edits the title or the date. */
  readonly id: string;
  /** Plain text; never empty. */
  readonly title: string;
  /** Where it can be read, over http or https; empty where it has no address of its own. */
  readonly url: string;
  /** When it was published; undefined where the feed does not say. */
  readonly at: Date | undefined;
  /** The notes, as normalised GitHub-flavoured Markdown with absolute links; may be empty. */
  readonly markdown: string;
  /** Semantic version without `v`; empty where it has none. */
  readonly version: string;
  readonly prerelease: boolean;
  /** Whether it says that something breaks. */
  readonly breaking: boolean;
  /** The package that it is about; empty where it is about no single one. */
  readonly package: string;
  /** https address of a picture; empty for none. */
  readonly image: string;
}

/** An entry as it is kept. */
export interface StoredEntry extends Entry {
  /** When it was first seen, or became a stable release. */
  readonly seenAt: Date;
  /** True for what was there when the feed was read for the first time, which nobody is told of. */
  readonly isOld: boolean;
}

/** What names an entry. */
export type EntryKey = Pick<Entry, 'feed' | 'id'>;

/** When an entry was published, as far as that is known. */
export function dateOf({ at, seenAt }: Pick<StoredEntry, 'at' | 'seenAt'>): Date {
  return at ?? seenAt;
}
