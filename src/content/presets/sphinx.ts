import { posix } from 'node:path';
import type { SiteRules } from '../collection-rules.ts';
import type { Preset, RoutedFile } from '../preset.ts';
import { folderEditions } from './folder-editions.ts';
import { sphinxIds } from './sphinx-ids.ts';
import { unifyMyst } from './myst-dialect.ts';

/**
 * Sphinx with Markdown read by MyST-Parser. Sources: `render_heading` and `render_myst_target` in
 * `myst_parser/mdit_to_docutils/base.py`, `make_id` and `set_id` in `docutils/nodes.py`, `StandaloneHTMLBuilder` and
 * `DirectoryHTMLBuilder` in `sphinx/builders`. For the builder `dirhtml`, set `extension` to nothing and `trailingSlash` to true.
 */
export const sphinx: Preset = {
  defaults: {
    format: 'markdown',
    links: 'base',
    site: { routeBase: '', extension: '.html', index: ['index'], trailingSlash: 'index' },
    anchors: {
      style: 'fragment',
      slug: 'docutils',
      depth: 6,
      duplicates: 'dash',
      customId: 'none',
      annotation: '',
    },
  },
  unify: unifyMyst,
  route,
  headingIds: sphinxIds,
  editions: folderEditions,
};

function route({ file }: RoutedFile, { index, extension }: SiteRules): string | undefined {
  const { dir, name } = posix.parse(posix.normalize(`/${file}`).slice(1));
  if (/^_build(?:\/|$)/u.test(dir)) return undefined;
  if (extension !== '') return posix.join(dir, `${name}${extension}`);
  if (!index.includes(name)) return posix.join(dir, `${name}/`);
  return dir === '' ? '' : `${dir}/`;
}
