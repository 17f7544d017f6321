import { readSitemap } from '../sources/sitemap.ts';
import { LARGEST_SITEMAP, sitemapText } from '../sources/sitemap-text.ts';
import type { PoliteHttp } from '../sources/polite-http.ts';
import { listedPages } from './listed-pages.ts';
import type { ListedPages } from './listed-pages.ts';

/** More than that are of sites that are much larger than their docs. */
const MOST_FILES = 20;

/** What the sitemap of a live site lists, where it has one at its root or at its host's; `root` is without a slash at the end. */
export async function liveSitemap(
  root: string,
  http: PoliteHttp,
  signal: AbortSignal,
): Promise<ListedPages | undefined> {
  const { origin } = new URL(root);
  const places = [`${root}/sitemap.xml`, `${root}/sitemap-index.xml`, `${origin}/sitemap.xml`];
  for (const place of new Set(places)) {
    const urls = await urlsIn(place, http, signal);
    const pages = listedPages(urls);
    if (pages !== undefined) return pages;
  }
  return undefined;
}

async function urlsIn(first: string, http: PoliteHttp, signal: AbortSignal): Promise<string[]> {
  const { origin } = new URL(first);
  const [open, urls] = [[first], [] as string[]];
  for (let read = 0; read < MOST_FILES; read += 1) {
    const url = open.shift();
    if (url === undefined) break;
    const sitemap = await sitemapAt(url, http, signal);
    if (sitemap?.kind === 'pages') urls.push(...sitemap.urls);
    // Only the site itself is asked.
    if (sitemap?.kind === 'sitemaps')
      open.push(...sitemap.urls.filter((one) => URL.canParse(one) && new URL(one).origin === origin));
  }
  return urls;
}

async function sitemapAt(
  url: string,
  http: PoliteHttp,
  signal: AbortSignal,
): Promise<ReturnType<typeof readSitemap> | undefined> {
  const answer = await http.get(url, { maxBytes: LARGEST_SITEMAP, signal });
  if (answer.kind !== 'ok') return undefined;
  const text = sitemapText(answer.body, answer.headers.contentType);
  return text === undefined ? undefined : readSitemap(text);
}
