import type { Mirror, Synced, SyncOptions } from '../core/mirror.ts';
import type { Http } from '../http.ts';
import { shownUrl } from '../http/shown-url.ts';
import { readPage } from './copied-page.ts';
import { hasMirrorCopy, openMirrorCopy } from './mirror-copy.ts';
import { mirrorFile } from './mirror-file.ts';
import { readPages } from './page-round.ts';
import { createPoliteHttp } from './polite-http.ts';
import type { Sleep } from './polite-http.ts';
import { sitemapPages } from './sitemap-pages.ts';
import { unrejectingSync } from './unrejecting-sync.ts';

export interface SitemapMirrorOptions {
  /** Of the sitemap: XML, an index of sitemaps, or plain text, also compressed. */
  readonly url: string;
  /** Where the copy is kept; an absolute path. The folder belongs to the mirror alone. */
  readonly folder: string;
  /** Globs of URL paths, such as `/docs/**`; empty for all. */
  readonly paths: readonly string[];
  /** The most pages that are kept, the first of the sitemap. */
  readonly limit: number;
  /** Whether addresses of private networks are allowed. */
  readonly allowPrivate: boolean;
  readonly http: Pick<Http, 'get'>;
  /** How time passes between two requests; the system's by default. */
  readonly sleep?: Sleep;
}

const ACCEPT = 'text/html, application/xhtml+xml;q=0.9';

/**
 * The HTML pages that a site lists in its sitemap, each in a file `docs/install.html` that begins with a line `<base href="…">` of its
 * address. They are read as a guest should (`polite-http.ts`), and only what has changed; a sitemap that fails leaves all as it was.
 */
export function createSitemapMirror(options: SitemapMirrorOptions): Mirror {
  const { folder } = options;
  return {
    folder,
    hasCopy: () => hasMirrorCopy(folder, options.url),
    sync: unrejectingSync(folder, (syncing) => sync(options, syncing)),
  };
}

async function sync(options: SitemapMirrorOptions, syncing: SyncOptions): Promise<Synced> {
  const { folder, url, limit } = options;
  const http = createPoliteHttp(options);
  const listed = await sitemapPages({ ...options, http, signal: syncing.signal });
  if (listed.kind === 'failed') return listed;
  const copy = await openMirrorCopy(folder, url);
  const round = await readPages({
    ...syncing,
    pages: listed.pages,
    copy,
    http,
    accept: ACCEPT,
    fileOf,
    read: readPage,
  });
  if (round.kind === 'failed') return round;
  const changed = await copy.commit(round.keys);
  const tooMany = `${shownUrl(url)} lists ${listed.left + limit} pages, and limit takes the first ${limit} (raise limit)`;
  return { kind: 'synced', changed, warnings: [...round.warnings, ...(listed.left > 0 ? [tooMany] : [])] };
}

function fileOf(address: string): string {
  return mirrorFile(address, 'html');
}
