import type { Root } from 'mdast';
import type { Entry } from './entry.ts';
import { cutExcerpt } from './excerpt.ts';
import type { AnnouncedEntry } from './reply.ts';

export interface AnnouncedEntryOptions {
  /** What people call the feed. */
  readonly feed: string;
  readonly parse: (markdown: string) => Root;
  /** Budget of the excerpt, in characters of Markdown. */
  readonly budget: number;
}

/** An entry as it is shown; its notes are cut when they are first read. */
export function announcedEntry(entry: Entry, { feed, parse, budget }: AnnouncedEntryOptions): AnnouncedEntry {
  const { title, url, at, version, prerelease, breaking, image, markdown } = entry;
  return {
    feed,
    title,
    url,
    at,
    version,
    prerelease,
    breaking,
    package: entry.package,
    image,
    excerpt: cutExcerpt(markdown, { parse, match: () => [], budget }),
  };
}
