import { posix } from 'node:path';
import type { SiteRules } from '../collection-rules.ts';
import type { Preset, RoutedFile } from '../preset.ts';
import { folderEditions } from './folder-editions.ts';

/** No generator in particular: a page's address is its file's path, or the slug in its frontmatter; ids follow the config's rules. */
export const plain: Preset = {
  defaults: {
    format: 'auto',
    links: 'host',
    site: { routeBase: '', extension: '', index: ['index'], trailingSlash: 'never' },
    anchors: {
      style: 'fragment',
      slug: 'github',
      depth: 6,
      duplicates: 'dash',
      customId: 'none',
      annotation: '',
    },
  },
  unify: (body) => body,
  route: ({ file, slug }: RoutedFile, rules: SiteRules) =>
    slug === '' ? filePath(file, rules) : slugPath(file, slug),
  headingIds: () => undefined,
  editions: folderEditions,
};

/** The path of a file without its extension, or its folder's where it stands for that. */
export function filePath(file: string, { index, extension }: SiteRules): string {
  const { dir, name } = posix.parse(file);
  if (index.includes(name)) return dir === '' ? '' : `${dir}/`;
  return `${posix.join('/', dir, name).slice(1)}${extension}`;
}

/** A slug that begins with `/` counts from the root of the edition, any other from the file's folder. */
export function slugPath(file: string, slug: string): string {
  const path = slug.startsWith('/') ? slug : posix.join(posix.dirname(file), slug);
  return posix.normalize(`/${path}`).replace(/^\/+/u, '');
}
