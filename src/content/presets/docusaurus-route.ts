import { posix } from 'node:path';
import type { RoutedFile } from '../preset.ts';
import { withoutNumberPrefix } from './number-prefix.ts';

/** `GlobExcludeDefault` of `@docusaurus/utils/lib/globUtils.js`, and what a glob passes over. */
const UNPUBLISHED = /(?:^|\/)(?:[._]|__tests__\/)/u;
/** The router takes parentheses for a pattern, and finds no page there. */
const UNROUTED = /[()]/u;

/** The route of a page: `@docusaurus/plugin-content-docs/lib/{docs,slug}.js`. Its trailing slash is that of the default. */
export function docusaurusRoute({ file, slug, data }: RoutedFile): string | undefined {
  if (UNPUBLISHED.test(file) || data['draft'] === true) return undefined;
  const path = pathOf({ file, slug, data });
  return UNROUTED.test(path) ? undefined : path;
}

function pathOf({ file, slug, data }: Omit<RoutedFile, 'files' | 'at'>): string {
  const { dir, name } = posix.parse(posix.normalize(`/${file}`).slice(1));
  const short = data['parse_number_prefixes'] === false ? (part: string) => part : withoutNumberPrefix;
  const folder = dir.split('/').map(short).join('/');
  if (slug === '' && isCategoryIndex(name, dir)) return folder === '' ? '' : `${folder}/`;
  const last = slug === '' ? (ownName(data['id']) ?? short(name)) : decoded(slug);
  return posix.normalize(last.startsWith('/') ? last : `/${folder}/${last}`).replace(/^\/+/u, '');
}

/** `isCategoryIndex` of `docs.js`: the file that stands for its folder. */
function isCategoryIndex(name: string, dir: string): boolean {
  return ['index', 'readme', posix.basename(dir).toLowerCase()].includes(name.toLowerCase());
}

function ownName(id: unknown): string | undefined {
  return (typeof id === 'string' && id !== '') || typeof id === 'number' ? String(id) : undefined;
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}
