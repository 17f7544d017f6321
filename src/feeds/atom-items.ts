import type { AtomFeed } from 'feedsmith';
import { absoluteUrl } from './absolute-url.ts';
import type { FeedItem } from './feed-item.ts';
import { htmlNotes, htmlOrPlainNotes } from './html-to-markdown.ts';
import { markdownNotes } from './markdown-notes.ts';
import { imageOf } from './media-image.ts';
import { NO_NOTES, plainNotes } from './notes.ts';
import type { Notes } from './notes.ts';
import { readDate } from './read-date.ts';
import { hintOf } from './release-link.ts';
import { plainTitle, titleOfHtml } from './text-of-html.ts';

type AtomEntry = AtomFeed.Entry<string>;

/** The entries of Atom: https://www.rfc-editor.org/rfc/rfc4287 */
export function atomItems(feed: AtomFeed.Feed<string>, url: string): FeedItem[] {
  const home = rebased(feed.xml?.base, url);
  return (feed.entries ?? []).map((entry): FeedItem => {
    const near = rebased(entry.xml?.base, home);
    const link = linkOf(entry, near);
    const base = entry.xml?.base === undefined ? link || near : near;
    return {
      guid: entry.id ?? '',
      link,
      title: titleOf(entry.title),
      at: readDate(entry.published ?? '') ?? readDate(entry.updated ?? ''),
      notes: () => notesOfEntry(entry, base),
      release: hintOf(link),
      image: imageOf(entry.media, enclosuresOf(entry), base),
    };
  });
}

function rebased(base: string | undefined, url: string): string {
  return absoluteUrl(base ?? '', url) || url;
}

/** The page that shows an entry; an id that is an address is where it was first. */
function linkOf({ links = [], id = '' }: AtomEntry, base: string): string {
  const alternates = links.filter(({ rel = 'alternate' }) => rel === 'alternate');
  const page = alternates.find(({ type }) => type === 'text/html') ?? alternates[0];
  return absoluteUrl(page?.href ?? '', base) || absoluteUrl(id, '');
}

function titleOf(title: AtomFeed.Text | undefined): string {
  const { value = '', type = 'text' } = title ?? {};
  return type === 'text' ? plainTitle(value) : titleOfHtml(value);
}

function notesOfEntry({ content, summary }: AtomEntry, base: string): Notes {
  const text = [content, summary].find((text) => text?.value !== undefined);
  return text?.value === undefined
    ? NO_NOTES
    : typedNotes(text.value, text.type, rebased(text.xml?.base, base));
}

/** Without a type it should be plain text, but generators forget to say that it is HTML. */
function typedNotes(value: string, type: string | undefined, base: string): Notes {
  switch (type?.toLowerCase()) {
    case undefined:
      return htmlOrPlainNotes(value, base);
    case 'html':
    case 'xhtml':
    case 'text/html':
    case 'application/xhtml+xml':
      return htmlNotes(value, base);
    case 'text/markdown':
      return markdownNotes(value, base);
    case 'text':
    case 'text/plain':
      return plainNotes(value);
    default:
      return NO_NOTES;
  }
}

function enclosuresOf({ links = [] }: AtomEntry): { readonly url?: string; readonly type?: string }[] {
  return links
    .filter(({ rel }) => rel === 'enclosure')
    .map(({ href = '', type = '' }) => ({ url: href, type }));
}
