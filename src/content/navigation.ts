import { isRecord } from './frontmatter.ts';

/** What the site's navigation says of a page. */
export interface NavigationEntry {
  readonly title: string;
  /** The titles above it, outermost first. */
  readonly trail: readonly string[];
}

/** What the navigation says of the page at a URL, with or without a slash at its end. */
export type Navigation = (url: string) => NavigationEntry | undefined;

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
    const key = withoutSlash(url ?? '');
    if (key !== '' && title !== '' && !entries.has(key)) entries.set(key, { title, trail });
    const links: readonly unknown[] = Array.isArray(node['links']) ? node['links'] : [];
    for (const link of links) visit(link, title === '' ? trail : [...trail, title]);
  };
  for (const file of files) visit(file, []);
  return (url) => entries.get(withoutSlash(url));
}

function withoutSlash(url: string): string {
  return url.replace(/\/$/u, '');
}
