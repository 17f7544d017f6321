import type { BuiltSite } from './built-site.ts';
import { knownPaths } from './known-paths.ts';
import type { LinkTarget } from './link-target.ts';
import type { ListedPages } from './listed-pages.ts';
import { pageFacts } from './page-facts.ts';
import type { Site } from './site.ts';
import { encodedPath, keyOf, pathOf } from './site-path.ts';

export interface BuiltPagesOptions {
  /** Absolute URL of the site's root, its base included, without a slash at the end. */
  readonly root: string;
  /** The folder, as messages name it. */
  readonly name: string;
  readonly targets: readonly LinkTarget[];
  readonly sitemap: ListedPages | undefined;
}

/** A built folder as the site of a collection. */
export function builtPages(build: BuiltSite, { root, name, targets, sitemap }: BuiltPagesOptions): Site {
  const below = knownPaths(build.pages);
  const base = publishedAt(root, targets, (path) => below.formsOf(path).length > 0);
  return {
    root,
    name,
    isBuilt: true,
    sitemap,
    known: knownPaths(build.pages.map((page) => `${base}${addressed(page, '')}`)),
    look: async ({ url }) => {
      const path = stripped(pathOf(url), base);
      const served = build.served(path);
      const page = served ?? below.formsOf(path)[0];
      if (page === undefined) return { kind: 'missing' };
      const facts = await readFacts(build, page);
      if (typeof facts === 'string') return { kind: 'unread', reason: facts };
      const movedTo =
        served === undefined ? new URL(encodedPath(`${base}${addressed(page, path)}`), url).href : '';
      return { kind: 'page', facts, movedTo };
    },
  };
}

/** A text is why the page cannot be read. */
async function readFacts(build: BuiltSite, page: string): Promise<ReturnType<typeof pageFacts> | string> {
  try {
    return pageFacts(await build.read(page));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `${page} of the build cannot be read: ${reason} (see who may read it)`;
  }
}

/**
 * The path at which the folder is published: what most pages are found without, of the beginnings of the root's path.
 * Generators leave their base out of the folder, and what else `site.url` ends in may be a folder in it.
 */
function publishedAt(root: string, targets: readonly LinkTarget[], has: (path: string) => boolean): string {
  const segments = pathOf(root)
    .split('/')
    .filter((segment) => segment !== '');
  const paths = targets.map(({ url }) => pathOf(url));
  let best = { base: `/${segments.join('/')}`.replace(/\/$/u, ''), found: -1 };
  for (let length = segments.length; length >= 0; length -= 1) {
    const base = segments
      .slice(0, length)
      .map((segment) => `/${segment}`)
      .join('');
    const found = paths.filter((path) => has(stripped(path, base))).length;
    if (found > best.found) best = { base, found };
  }
  return best.base;
}

/** What is not below the base is looked for as it is. */
function stripped(path: string, base: string): string {
  return path === base || path.startsWith(`${base}/`) ? path.slice(base.length) : path;
}

/** `/a/index.html` → `/a/`; `/a.html` → `/a` where no extension was asked for. */
function addressed(page: string, asked: string): string {
  if (/\/index\.x?html?$/iu.test(page)) return page.slice(0, page.lastIndexOf('/') + 1);
  return /\.x?html?$/iu.test(asked) ? page : keyOf(page);
}
