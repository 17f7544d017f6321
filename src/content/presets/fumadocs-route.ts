import { posix } from 'node:path';
import type { RoutedFile } from '../preset.ts';

const UNPUBLISHED = /(?:^|\/)\./u;
const GROUP = /^\(.+\)$/u;
/** `page.cn.mdx` beside `page.mdx` is its translation. */
const TRANSLATED = /^(.*)\.[a-z]{2}(?:-[A-Za-z]{2,4})?(\.mdx?)$/u;

/** The route of a page: `getSlugs` and `slugsPlugin` of `fumadocs-core/src/source/plugins/slugs.ts`. */
export function fumadocsRoute({ file, files }: RoutedFile): string | undefined {
  const [, name, extension] = TRANSLATED.exec(file) ?? [];
  const isTranslation = name !== undefined && files.has(`${name}${extension}`);
  if (UNPUBLISHED.test(file) || isTranslation || GROUP.test(posix.parse(file).name)) return undefined;
  const path = pathOf(file);
  if (posix.parse(file).name !== 'index' || !takenPaths(files).has(path)) return path;
  return path === '' ? 'index' : `${path}/index`;
}

function pathOf(file: string): string {
  const { dir, name } = posix.parse(posix.normalize(`/${file}`).slice(1));
  const folders = dir.split('/').filter((folder) => folder !== '' && !GROUP.test(folder));
  return [...folders, ...(name === 'index' ? [] : [name])].join('/');
}

const taken = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();

/** The paths of all pages that are no index. */
function takenPaths(files: ReadonlySet<string>): ReadonlySet<string> {
  const known = taken.get(files);
  if (known !== undefined) return known;
  const pages = [...files].filter((file) => /\.mdx?$/iu.test(file) && posix.parse(file).name !== 'index');
  const paths = new Set(pages.map((file) => pathOf(file)));
  taken.set(files, paths);
  return paths;
}
