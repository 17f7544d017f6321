import type { RdfFeed, RssFeed } from 'feedsmith';
import { absoluteUrl } from './absolute-url.ts';
import type { FeedItem } from './feed-item.ts';
import { htmlOrPlainNotes } from './html-to-markdown.ts';
import { imageOf } from './media-image.ts';
import { readDate } from './read-date.ts';
import { hintOf } from './release-link.ts';
import { titleOfHtml } from './text-of-html.ts';

/** The items of RSS 0.9x and 2.0: https://www.rssboard.org/rss-specification */
export function rssItems(feed: RssFeed.Feed<string>, url: string): FeedItem[] {
  const home = absoluteUrl(feed.link ?? '', url) || url;
  return (feed.items ?? []).map((item): FeedItem => {
    const link = absoluteUrl(item.link ?? '', home) || permalink(item.guid);
    return {
      guid: item.guid?.value ?? '',
      link,
      title: titleOfHtml(item.title ?? ''),
      at: dated(item.pubDate, item.dc?.dates?.[0]),
      notes: () => htmlOrPlainNotes(item.content?.encoded ?? item.description ?? '', link || home),
      release: hintOf(link),
      image: imageOf(item.media, item.enclosures ?? [], link || home),
    };
  });
}

/** The items of RSS 1.0, which is RDF: https://web.resource.org/rss/1.0/spec */
export function rdfItems(feed: RdfFeed.Feed<string>, url: string): FeedItem[] {
  const home = absoluteUrl(feed.link ?? '', url) || url;
  return (feed.items ?? []).map((item): FeedItem => {
    const link = absoluteUrl(item.link ?? '', home);
    return {
      guid: item.rdf?.about ?? '',
      link,
      title: titleOfHtml(item.title ?? ''),
      at: dated(item.dc?.dates?.[0], undefined),
      notes: () => htmlOrPlainNotes(item.content?.encoded ?? item.description ?? '', link || home),
      release: hintOf(link),
      image: imageOf(item.media, [], link || home),
    };
  });
}

/** A guid is an address unless it says that it is none. */
function permalink(guid: RssFeed.Guid | undefined): string {
  return guid?.isPermaLink === false ? '' : absoluteUrl(guid?.value ?? '', '');
}

function dated(first: string | undefined, second: string | undefined): Date | undefined {
  return readDate(first ?? '') ?? readDate(second ?? '');
}
