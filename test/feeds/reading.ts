import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { Entry } from '../../src/core/entry.ts';
import type { Feed, FeedReading } from '../../src/core/feed.ts';
import { createFeed } from '../../src/feeds/create-feed.ts';
import { entriesOf } from '../../src/feeds/entries-of.ts';
import type { Entries } from '../../src/feeds/entries-of.ts';
import type { EntryMap, FeedOptions } from '../../src/feeds/feed-options.ts';
import type { Parsed } from '../../src/feeds/parse-feed.ts';
import { parseText } from '../../src/feeds/parse-text.ts';
import { createHttp } from '../../src/http.ts';
import type { HttpOptions } from '../../src/http.ts';

export const MAP: EntryMap = {
  entries: '',
  id: 'guid',
  title: 'title',
  date: 'date',
  notes: 'changes',
  url: 'url',
  version: 'version',
  package: 'package',
  image: 'image',
};

const SETTINGS = { name: 'acme', format: 'auto', map: MAP, link: '', package: '' } as const;

/** Where the texts of tests were found. */
export const URL_OF_FEED = 'https://acme.example/feed';

/** A feed on a server of a test, which is on loopback. */
export function feedAt(
  url: string,
  options: Partial<FeedOptions> = {},
  http: Partial<HttpOptions> = {},
): Feed {
  const client = createHttp({ userAgent: 'Signpost/1.2.3', timeoutMs: 60_000, ...http });
  onTestFinished(() => client.close());
  return createFeed({ ...SETTINGS, source: { kind: 'url', url, private: true }, ...options }, client);
}

/** A feed on disk. */
export function feedIn(path: string, options: Partial<FeedOptions> = {}): Feed {
  const noHttp = { get: () => Promise.reject(new Error('a file is not read over HTTP')) };
  return createFeed({ ...SETTINGS, source: { kind: 'file', path }, ...options }, noHttp);
}

/** Reads a feed of whose state nothing is known. */
export function readOnce(feed: Feed): Promise<FeedReading> {
  return feed.read({ etag: '', lastModified: '' }, new AbortController().signal);
}

/** Why a reading failed. */
export async function reasonOf(feed: Feed): Promise<string> {
  const reading = await readOnce(feed);
  expect(reading.kind).toBe('failed');
  return reading.kind === 'failed' ? reading.reason : '';
}

/** Reads a text that was found at `URL_OF_FEED`. */
export async function readText(
  text: string,
  format: 'feed' | 'markdown' | 'json',
  options: Partial<FeedOptions> = {},
): Promise<Entries> {
  const settings: FeedOptions = {
    ...SETTINGS,
    source: { kind: 'url', url: URL_OF_FEED, private: false },
    ...options,
  };
  const parsed: Parsed = parseText(text, { format, url: URL_OF_FEED, file: '' }, settings);
  if (parsed.kind === 'failed') return { entries: [], problems: [`${parsed.what} (${parsed.remedy})`] };
  return entriesOf(parsed.items, settings);
}

/** The entries of a text without problems. */
export async function entriesOfText(...args: Parameters<typeof readText>): Promise<readonly Entry[]> {
  const { entries, problems } = await readText(...args);
  expect(problems).toEqual([]);
  return entries;
}

/** Texts that are shaped as generators write them. */
export function fixture(name: string): Promise<string> {
  return readFile(join(import.meta.dirname, '../fixtures/feeds', name), 'utf8');
}

/** An RSS feed of items in XML. */
export function rss(...items: readonly string[]): string {
  const all = items.map((item) => `<item>${item}</item>`).join('');
  return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Acme</title><link>https://acme.example/</link>${all}</channel></rss>`;
}
