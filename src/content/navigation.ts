import { isRecord } from './frontmatter.ts';

/** What the site's navigation says of a page. */
export interface NavigationEntry {
  readonly title: string;
  /** The titles above it, outermost first. */
  readonly trail: readonly string[];
}

/** By the page's URL. */
export type Navigation = ReadonlyMap<string, NavigationEntry>;

/** A navigation is a tree; nobody nests one this deep, but broken YAML may. */
const DEEPEST = 20;

/**
 * Reads the frontmatter of navigation files: `title`, and `links` of `title`, `url` and further `links`. `resolve` makes
 * their addresses absolute. The first place where a page stands counts.
 */
export function readNavigation(
  files: readonly Readonly<Record<string, unknown>>[],
  resolve: (url: string) => string | undefined,
): Navigation {
  const entries = new Map<string, NavigationEntry>();
  const visit = (node: unknown, trail: readonly string[]): void => {
    if (!isRecord(node) || trail.length > DEEPEST) return;
    const title = typeof node['title'] === 'string' ? node['title'].trim() : '';
    const url = typeof node['url'] === 'string' ? resolve(node['url']) : undefined;
    if (url !== undefined && title !== '' && !entries.has(url)) entries.set(url, { title, trail });
    const links: readonly unknown[] = Array.isArray(node['links']) ? node['links'] : [];
    for (const link of links) visit(link, title === '' ? trail : [...trail, title]);
  };
  for (const file of files) visit(file, []);
  return entries;
}
