import { parseChangelogJson } from './changelog-json.ts';
import { parseChangelog } from './changelog-markdown.ts';
import type { FeedFormat, FeedOptions } from './feed-options.ts';
import { parseFeed } from './parse-feed.ts';
import type { Parsed } from './parse-feed.ts';

export interface TextPlace {
  readonly format: Exclude<FeedFormat, 'auto'>;
  /** Where it was read, which relative addresses are relative to; empty for a file. */
  readonly url: string;
  /** Its name within a folder; empty for a single file or an address. */
  readonly file: string;
}

/** Reads a text as what the settings say that it is. */
export function parseText(text: string, { format, url, file }: TextPlace, options: FeedOptions): Parsed {
  const plain = text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n');
  switch (format) {
    case 'feed':
      return parseFeed(plain, url);
    case 'markdown':
      return parseChangelog(plain, { link: options.link, base: url, file });
    case 'json':
      return parseChangelogJson(plain, options.map, options.link || url);
  }
}
