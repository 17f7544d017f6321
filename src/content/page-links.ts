import type { RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { PageLink } from '../core/page.ts';

/** The links of a page to places of its own site, each once. */
export function pageLinks(nodes: readonly RootContent[], siteUrl: string): PageLink[] {
  const links = linksOf(nodes, siteUrl);
  return [...new Map(links.map((link) => [`${link.text} ${link.url}`, link])).values()];
}

function linksOf(nodes: readonly RootContent[], siteUrl: string): PageLink[] {
  return nodes.flatMap((node): PageLink[] => {
    if (node.type !== 'link') return 'children' in node ? linksOf(node.children, siteUrl) : [];
    const text = toString(node).replace(/\s+/gu, ' ').trim();
    return text !== '' && isWithin(node.url, siteUrl) ? [{ text, url: node.url }] : [];
  });
}

/** Whether a URL stands below another, and not only begins with the same letters. */
function isWithin(url: string, siteUrl: string): boolean {
  return url.startsWith(siteUrl) && /^(?:[/?#]|$)/u.test(url.slice(siteUrl.length));
}
