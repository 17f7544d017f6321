import type { Element } from 'hast';
import { absoluteUrl } from './absolute-url.ts';
import { elementsOf, parseHtml } from './parse-html.ts';

const TYPES = new Set([
  'application/rss+xml',
  'application/atom+xml',
  'application/rdf+xml',
  'application/feed+json',
]);

/** Where a page that links to its feed does so, in characters. */
const HEAD = 100_000;

/** The feed that a page names, as browsers find it; empty for none. */
export function feedOfPage(html: string, url: string): string {
  const root = parseHtml(html.slice(0, HEAD));
  if (root === undefined) return '';
  const feeds = elementsOf(root).filter(isFeedLink);
  return (
    feeds
      .map(({ properties }) => absoluteUrl(String(properties['href'] ?? ''), url))
      .find((feed) => feed !== '') ?? ''
  );
}

function isFeedLink({ tagName, properties }: Element): boolean {
  const { rel, type } = properties;
  return tagName === 'link' && Array.isArray(rel) && rel.includes('alternate') && TYPES.has(String(type));
}
