import { posix } from 'node:path';
import type { SiteRules } from '../collection-rules.ts';

/**
 * The path of a file's page: without the file's extension and with the site's, or its folder's, with a slash at its end, where the
 * file stands for that. It never leads above the root.
 */
export function safePath(file: string, { index, extension }: Pick<SiteRules, 'index' | 'extension'>): string {
  const path = posix.normalize(`/${file}`).slice(1);
  const { dir, name } = posix.parse(path);
  if (index.includes(name)) return dir === '' ? '' : `${dir}/`;
  return `${posix.join('/', dir, name).slice(1)}${extension}`;
}
