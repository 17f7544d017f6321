import { basename, join, resolve } from 'node:path';
import type { CollectionConfig, Config } from '../config/schema.ts';
import { siteRoot } from '../content/site-rules.ts';
import type { Page } from '../core/page.ts';
import { createHttp } from '../http.ts';
import { addressOf, isPublicAddress } from '../http/public-address.ts';
import { checkBuiltLinks, checkLiveLinks } from '../site-check/check-links.ts';
import type { CheckLinksOptions, LinksCheck } from '../site-check/check-links.ts';
import { createPoliteHttp } from '../sources/polite-http.ts';
import { userAgentOf } from './user-agent.ts';

export interface CheckAppLinksOptions extends Pick<CheckLinksOptions, 'signal' | 'onProgress'> {
  readonly config: Config;
  /** The config's file, and what its paths are relative to. */
  readonly file: string;
  readonly folder: string;
  readonly version: string;
  readonly pages: readonly Page[];
  /** The collections that are checked. */
  readonly collections: readonly CollectionConfig[];
  /** The folder of a built site, relative to the working directory; undefined for the site on the web. */
  readonly dist: string | undefined;
  /** How many pages of the web are looked at at most. */
  readonly limit: number;
}

/** Compares pages and sections of a config's collections with their sites. */
export async function checkAppLinks(options: CheckAppLinksOptions): Promise<LinksCheck> {
  const { pages, signal, onProgress, dist } = options;
  const collections = options.collections.map(({ name, site }) => ({ name, root: siteRoot(site) }));
  const common = { collections, pages, signal, onProgress };
  if (dist !== undefined) return checkBuiltLinks({ ...common, folder: resolve(dist), name: dist });
  return checkOnWeb(options, common);
}

async function checkOnWeb(
  { config, file, folder, version, limit }: CheckAppLinksOptions,
  common: CheckLinksOptions,
): Promise<LinksCheck> {
  const userAgent = userAgentOf(config, version);
  const http = createHttp({ userAgent });
  const httpOf = (root: string): ReturnType<typeof createPoliteHttp> =>
    createPoliteHttp({ http, userAgent, allowPrivate: saysPrivate(new URL(root).hostname) });
  const keptIn = join(resolve(folder, config.data), `site-check-${basename(file)}.json`);
  try {
    return await checkLiveLinks({ ...common, httpOf, limit, keptIn });
  } finally {
    await http.close();
  }
}

/** Whether an address says by itself that it is of a private network. */
function saysPrivate(hostname: string): boolean {
  const address = addressOf(hostname);
  return address === undefined ? /(?:^|\.)localhost\.?$/iu.test(hostname) : !isPublicAddress(address);
}
