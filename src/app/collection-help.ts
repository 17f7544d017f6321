import type { Config } from '../config/schema.ts';
import type { CollectionHelp } from '../core/reply.ts';

/** The collections of a config, as people are told of them before the docs are read, which may have further versions. */
export function docsHelp({ collections }: Config): readonly CollectionHelp[] {
  return collections.map(({ name, title, site, examples, version, versions, locale, locales }) => ({
    name,
    title,
    url: site.url,
    versions: versions ?? (version === '' ? [] : [version]),
    locales: [locale, ...locales],
    examples,
  }));
}

/** The feeds of a config, as people are told of them. */
export function feedsHelp({ feeds }: Config): readonly CollectionHelp[] {
  return feeds.map(({ name, title, link }, number) => ({
    name,
    title,
    url: link,
    versions: [],
    locales: [],
    // It asks all of them.
    examples: number === 0 ? ["What's new?"] : [],
  }));
}
