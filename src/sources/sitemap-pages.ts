import picomatch from 'picomatch';
import type { SyncFailure } from '../core/mirror.ts';
import { parseUrl } from '../http/parse-url.ts';
import { shownUrl } from '../http/shown-url.ts';
import { pageKey } from './page-key.ts';
import type { PoliteHttp } from './polite-http.ts';
import { readSitemap } from './sitemap.ts';
import { LARGEST_SITEMAP, sitemapText } from './sitemap-text.ts';

export interface SitemapPagesOptions {
  /** Of the sitemap. */
  readonly url: string;
  /** Globs of URL paths, such as `/docs/**`; empty for all. */
  readonly paths: readonly string[];
  /** The most pages that are taken. */
  readonly limit: number;
  readonly http: PoliteHttp;
  readonly signal: AbortSignal;
}

export type SitemapPages =
  /** Addresses by their keys, in the sitemap's order. `left` is how many more there would be. */
  | { readonly kind: 'listed'; readonly pages: ReadonlyMap<string, string>; readonly left: number }
  | SyncFailure;

/** More than any site has; what is more is none. */
const MOST_SITEMAPS = 1000;
const DEEPEST = 3;

/**
 * The pages on the sitemap's own host that it lists, itself or in further sitemaps of that host. Where one of them cannot be read, all
 * fails, since pages that it lists would seem to be gone.
 */
export async function sitemapPages(options: SitemapPagesOptions): Promise<SitemapPages> {
  const { url, limit } = options;
  const isChosen = chosenBy(options.paths);
  const pages = new Map<string, string>();
  const other = new Set<string>();
  let [left, own] = [0, ''];
  const open = [{ url, depth: 0 }];
  const seen = new Set<string>([url]);
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const sitemap = await fetchSitemap(next.url, options);
    if (sitemap.kind === 'failed') return sitemap;
    for (const listed of sitemap.urls) {
      const address = onHost(listed, url);
      if (address === undefined) other.add(hostOf(listed, url));
      else if (sitemap.kind === 'pages') {
        left += add(address, { pages, limit, isChosen });
        own ||= new URL(address).pathname;
      } else if (next.depth < DEEPEST && !seen.has(address) && seen.size < MOST_SITEMAPS) {
        seen.add(address);
        open.push({ url: address, depth: next.depth + 1 });
      }
    }
  }
  return pages.size === 0 ? noPages(options, { own, other }) : { kind: 'listed', pages, left };
}

interface Adding {
  readonly pages: Map<string, string>;
  readonly limit: number;
  readonly isChosen: (path: string) => boolean;
}

/** 1 for a page that is one too many. */
function add(address: string, { pages, limit, isChosen }: Adding): number {
  const key = pageKey(address);
  if (key === undefined || pages.has(key) || !isChosen(new URL(address).pathname)) return 0;
  if (pages.size >= limit) return 1;
  pages.set(key, address);
  return 0;
}

/** `/docs/**` chooses `/docs` and `/docs/` too. */
function chosenBy(paths: readonly string[]): (path: string) => boolean {
  if (paths.length === 0) return () => true;
  const matches = picomatch(
    paths.map((path) => (path.startsWith('/') ? path : `/${path}`)),
    { dot: true },
  );
  return (path) => matches(path) || (path !== '/' && matches(path.replace(/\/$/u, '')));
}

/** A page of the sitemap's host, by the sitemap's scheme; undefined for one of another host. */
function onHost(address: string, sitemap: string): string | undefined {
  const own = new URL(sitemap);
  const url = parseUrl(address, own);
  if (url === undefined || url.hostname !== own.hostname) return undefined;
  if (url.protocol !== own.protocol && url.port === '' && own.port === '') url.protocol = own.protocol;
  return url.host === own.host ? url.href : undefined;
}

function hostOf(address: string, sitemap: string): string {
  return parseUrl(address, new URL(sitemap))?.host ?? 'no host';
}

type Fetched = { readonly kind: 'pages' | 'sitemaps'; readonly urls: readonly string[] } | SyncFailure;

async function fetchSitemap(url: string, { http, signal }: SitemapPagesOptions): Promise<Fetched> {
  const answer = await http.get(url, { signal, maxBytes: LARGEST_SITEMAP, isNamed: true });
  switch (answer.kind) {
    case 'failed':
      return {
        kind: 'failed',
        reason: answer.reason,
        remedy: '',
        retryAfter: answer.retryAfter,
      };
    case 'ok': {
      const text = sitemapText(answer.body, answer.headers.contentType);
      if (text === undefined) return failed(url, 'is compressed, and cannot be unpacked');
      const sitemap = readSitemap(text);
      return sitemap.kind === 'unreadable' ? failed(url, sitemap.what) : sitemap;
    }
    default:
      return failed(url, 'says nothing');
  }
}

function failed(url: string, what: string): SyncFailure {
  const remedy = 'put the address of the sitemap into the config, often /sitemap.xml or /sitemap-index.xml';
  return { kind: 'failed', reason: `${shownUrl(url)} ${what}`, remedy, retryAfter: 0 };
}

/** What was listed and not taken. */
interface Unchosen {
  /** The path of the first page of the sitemap's own host; empty where there is none. */
  readonly own: string;
  /** Further hosts. */
  readonly other: ReadonlySet<string>;
}

function noPages({ url, paths }: SitemapPagesOptions, { own, other }: Unchosen): SyncFailure {
  const failed = (what: string, remedy: string): SyncFailure => ({
    kind: 'failed',
    reason: `${shownUrl(url)} ${what}`,
    remedy,
    retryAfter: 0,
  });
  if (own !== '')
    return failed(
      `lists no page that paths of the source chooses, but such as ${own}`,
      `mend ${paths.join(', ')} in the config`,
    );
  const elsewhere = [...other].slice(0, 3).join(', ');
  return elsewhere === ''
    ? failed('lists no page', 'see whether the site is published')
    : failed(`lists no page of its own host, but of ${elsewhere}`, 'name the sitemap by that host');
}
