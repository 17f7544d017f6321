import type { SiteRules } from '../collection-rules.ts';
import type { Preset, RoutedFile } from '../preset.ts';
import { folderEditions } from './folder-editions.ts';
import { unifyMintlify } from './mintlify-dialect.ts';
import { mintlifyHeadingIds } from './mintlify-ids.ts';
import { safePath } from './safe-path.ts';

/**
 * Mintlify. Routes: `slug/pagePathToSlug.js`, `slug/replaceSlashIndex.js` and `mintIgnore.js` of `@mintlify/common/dist`; what `docs.json`
 * does not name is a page too.
 */
export const mintlify: Preset = {
  defaults: {
    format: 'mdx',
    links: 'base',
    site: { routeBase: '', extension: '', index: ['index'], trailingSlash: 'never' },
    anchors: {
      style: 'fragment',
      slug: 'mintlify',
      depth: 6,
      duplicates: 'dash-two',
      customId: 'curly',
      annotation: '',
    },
  },
  unify: unifyMintlify,
  route,
  headingIds: mintlifyHeadingIds,
  editions: folderEditions,
};

const UNPUBLISHED =
  /(?:^|\/)(?:\.|node_modules\/|(?:README|LICENSE|CHANGELOG|CONTRIBUTING)\.md$)|^snippets\/|\.draft\.mdx?$/iu;

function route({ file, data }: RoutedFile, { index, extension }: SiteRules): string | undefined {
  // A page with an address of its own is an entry of the navigation that leads elsewhere.
  if (UNPUBLISHED.test(file) || typeof data['url'] === 'string') return undefined;
  return safePath(file, { index, extension });
}
