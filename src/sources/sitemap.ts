import { XMLParser } from 'fast-xml-parser';

/** What a sitemap lists, in its order: pages, or further sitemaps. Addresses as they are written, which may be none. */
export type Sitemap =
  | { readonly kind: 'pages' | 'sitemaps'; readonly urls: readonly string[] }
  /** `what` goes on from the address: “is no sitemap”. */
  | { readonly kind: 'unreadable'; readonly what: string };

/** Prefixes of namespaces are whatever the generator likes; attributes say nothing in sitemaps. */
const parser = new XMLParser({
  ignoreAttributes: true,
  removeNSPrefix: true,
  parseTagValue: false,
  isArray: (name) => name === 'url' || name === 'sitemap',
});

/** Reads a sitemap in XML or, one address a line, in plain text: https://www.sitemaps.org/protocol.html */
export function readSitemap(text: string): Sitemap {
  const plain = text.replace(/^\uFEFF/u, '').trim();
  return plain.startsWith('<') ? readXml(plain) : readLines(plain);
}

const NONE: Sitemap = { kind: 'unreadable', what: 'is no sitemap' };

function readLines(text: string): Sitemap {
  const urls = text.split(/\s*\n\s*/u).filter((line) => line !== '');
  return urls.length > 0 && urls.every((url) => /^https?:\/\/\S+$/iu.test(url))
    ? { kind: 'pages', urls }
    : NONE;
}

function readXml(text: string): Sitemap {
  const root = parsed(text);
  if (root instanceof Error)
    return { kind: 'unreadable', what: `is no valid XML: ${root.message.split('\n', 1)[0] ?? ''}` };
  if (has(root, 'urlset')) return { kind: 'pages', urls: locationsIn(root.urlset, 'url') };
  if (has(root, 'sitemapindex')) return { kind: 'sitemaps', urls: locationsIn(root.sitemapindex, 'sitemap') };
  return NONE;
}

function parsed(text: string): unknown {
  try {
    return parser.parse(text);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function locationsIn(list: unknown, name: 'url' | 'sitemap'): string[] {
  const entries: unknown = has(list, name) ? list[name] : [];
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry: unknown) => {
    const location: unknown = has(entry, 'loc') ? entry.loc : '';
    return typeof location === 'string' && location.trim() !== '' ? [location.trim()] : [];
  });
}

function has<Key extends string>(value: unknown, key: Key): value is Record<Key, unknown> {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key);
}
