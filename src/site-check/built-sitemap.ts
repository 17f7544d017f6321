import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readSitemap } from '../sources/sitemap.ts';
import type { BuiltSite } from './built-site.ts';
import { listedPages } from './listed-pages.ts';
import type { ListedPages } from './listed-pages.ts';

/** What the sitemaps in a built folder list; one that cannot be read lists nothing. */
export async function builtSitemap({ folder, sitemaps }: BuiltSite): Promise<ListedPages | undefined> {
  const urls: string[] = [];
  for (const file of sitemaps) {
    const sitemap = readSitemap(await readFile(join(folder, file), 'utf8'));
    // What an index names lies beside it, and is in the list of files itself.
    if (sitemap.kind === 'pages') urls.push(...sitemap.urls);
  }
  return listedPages(urls);
}
