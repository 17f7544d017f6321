import type { JsonFeed } from 'feedsmith';
import { absoluteUrl } from './absolute-url.ts';
import type { FeedItem } from './feed-item.ts';
import { htmlNotes } from './html-to-markdown.ts';
import { imageOf } from './media-image.ts';
import { plainNotes } from './notes.ts';
import type { Notes } from './notes.ts';
import { pictureAddress } from './picture-address.ts';
import { readDate } from './read-date.ts';
import { hintOf } from './release-link.ts';
import { plainTitle } from './text-of-html.ts';

type JsonItem = JsonFeed.Item<string>;

/** The items of JSON Feed: https://www.jsonfeed.org/version/1.1/ */
export function jsonFeedItems(feed: JsonFeed.Feed<string>, url: string): FeedItem[] {
  const home = absoluteUrl(feed.home_page_url ?? '', url) || url;
  return (feed.items ?? []).map((item): FeedItem => {
    const link = absoluteUrl(item.url ?? '', home) || absoluteUrl(item.external_url ?? '', home);
    const base = link || home;
    return {
      guid: item.id ?? '',
      link,
      title: plainTitle(item.title ?? ''),
      at: readDate(item.date_published ?? '') ?? readDate(item.date_modified ?? ''),
      notes: () => notesOfItem(item, base),
      release: hintOf(link),
      image: pictureOf(item, base),
    };
  });
}

function notesOfItem({ content_html: html, content_text: text, summary }: JsonItem, base: string): Notes {
  return html === undefined ? plainNotes(text ?? summary ?? '') : htmlNotes(html, base);
}

function pictureOf({ image, banner_image: banner, attachments = [] }: JsonItem, base: string): string {
  const own = [image, banner].map((address) => pictureAddress(address ?? '', base)).find((url) => url !== '');
  const attached = attachments.map(({ url = '', mime_type: type = '' }) => ({ url, type }));
  return own ?? imageOf(undefined, attached, base);
}
