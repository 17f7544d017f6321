import { createHash } from 'node:crypto';

/** What an item says that can tell it from others; each empty where it does not say. */
export interface Traits {
  /** What the feed calls it: `guid`, `id`, or `rdf:about`. */
  readonly guid: string;
  readonly link: string;
  readonly title: string;
  readonly at: Date | undefined;
}

/**
 * Gives each item of one reading its id, 32 hexadecimal digits: of its guid, else its link, else title and date. Items that
 * share a guid though their links differ, as generators with a broken guid make them, go by guid and link. The name of the
 * feed is no part of it.
 */
export function identify(items: readonly Traits[]): readonly string[] {
  const links = linksByGuid(items);
  return items.map(({ guid, link, title, at }) => {
    if (guid !== '')
      return (links.get(guid)?.size ?? 0) > 1 ? hash('guid+link', guid, link) : hash('guid', guid);
    return link === '' ? hash('title+date', title, at?.toISOString() ?? '') : hash('link', link);
  });
}

function linksByGuid(items: readonly Traits[]): Map<string, Set<string>> {
  const links = new Map<string, Set<string>>();
  for (const { guid, link } of items) {
    const known = links.get(guid) ?? new Set();
    links.set(guid, known.add(link));
  }
  return links;
}

function hash(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
