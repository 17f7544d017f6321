import { parseAtomFeed, parseJsonFeed, parseRdfFeed, parseRssFeed } from 'feedsmith';
import { atomItems } from './atom-items.ts';
import { MOST_ITEMS } from './feed-item.ts';
import type { FeedItem } from './feed-item.ts';
import { textKind } from './feed-formats.ts';
import type { TextKind } from './feed-formats.ts';
import { feedOfPage } from './feed-of-page.ts';
import { jsonFeedItems } from './json-feed-items.ts';
import { rdfItems, rssItems } from './rss-items.ts';
import { shownUrl } from '../http/shown-url.ts';

export type Parsed = ParsedItems | NotParsed;

export interface ParsedItems {
  readonly kind: 'items';
  readonly items: readonly FeedItem[];
}

/** A text that has no items; `what` continues a sentence that begins with where it was read. */
export interface NotParsed {
  readonly kind: 'failed';
  readonly what: string;
  readonly remedy: string;
}

/** Reads RSS, Atom or JSON Feed; `url` is where it was found, which relative addresses are relative to. */
export function parseFeed(text: string, url: string): Parsed {
  const kind = textKind(text);
  if (kind === 'html' || kind === 'entities' || kind === 'other') return noFeed(kind, text, url);
  try {
    return { kind: 'items', items: itemsOf(kind, text, url) };
  } catch (error) {
    // feedsmith throws errors of several kinds, and what nests too deep throws one of the stack.
    if (error instanceof Error) return broken(kind);
    throw error;
  }
}

/** One more than is kept, so that it shows that there are more. */
const LIMIT = { maxItems: MOST_ITEMS + 1 };

type FeedKind = Exclude<TextKind, 'html' | 'entities' | 'other'>;

function itemsOf(kind: FeedKind, text: string, url: string): FeedItem[] {
  switch (kind) {
    case 'rss':
      return rssItems(parseRssFeed(text, LIMIT), url);
    case 'rdf':
      return rdfItems(parseRdfFeed(text, LIMIT), url);
    case 'atom':
      return atomItems(parseAtomFeed(text, LIMIT), url);
    case 'json':
      return jsonFeedItems(parseJsonFeed(text, LIMIT), url);
  }
}

function broken(kind: FeedKind): NotParsed {
  if (kind === 'json')
    return {
      kind: 'failed',
      what: 'is JSON, but no JSON Feed',
      remedy: 'set format: json and say in map where it has what, or use the address of a feed',
    };
  return {
    kind: 'failed',
    what: 'is a feed that cannot be read, since its XML is broken',
    remedy: 'nothing to do unless it lasts; then tell who runs it',
  };
}

function noFeed(kind: 'html' | 'entities' | 'other', text: string, url: string): NotParsed {
  switch (kind) {
    case 'html':
      return page(feedOfPage(text, url));
    case 'entities':
      return {
        kind: 'failed',
        what: 'is XML that declares entities of its own, which is not read',
        remedy: 'ask who runs it for a feed without a DOCTYPE',
      };
    case 'other':
      return {
        kind: 'failed',
        what: 'is no feed: neither RSS, nor Atom, nor JSON Feed',
        remedy: 'use the address of a feed, or set format: markdown for a CHANGELOG.md',
      };
  }
}

function page(feed: string): NotParsed {
  const what = 'is a web page, no feed';
  if (feed === '') return { kind: 'failed', what, remedy: 'use the address of a feed' };
  return { kind: 'failed', what, remedy: `the page says that its feed is ${shownUrl(feed)}; use that` };
}
