import { knownPaths } from './known-paths.ts';
import type { KnownPaths } from './known-paths.ts';
import { pathOf } from './site-path.ts';

/** What a site's sitemaps list. */
export interface ListedPages {
  /** The origins of the addresses. */
  readonly origins: ReadonlySet<string>;
  readonly paths: KnownPaths;
}

/** The pages of some sitemaps; what is no address of the web is left out. Undefined where nothing is left. */
export function listedPages(urls: readonly string[]): ListedPages | undefined {
  const addresses = urls.filter((url) => /^https?:/iu.test(url) && URL.canParse(url));
  if (addresses.length === 0) return undefined;
  const origins = new Set(addresses.map((url) => new URL(url).origin));
  return { origins, paths: knownPaths(new Set(addresses.map(pathOf))) };
}
