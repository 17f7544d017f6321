import type { Edition, EditionOptions, EditionSource } from '../preset.ts';
import { suffixEditions } from './folder-editions.ts';

const CONFIGS = ['hugo', 'config', 'config/_default/hugo', 'config/_default/config'].flatMap((name) =>
  ['toml', 'yaml', 'yml', 'json'].map((extension) => `${name}.${extension}`),
);
/** In TOML, YAML and JSON alike. */
const IN_SUBFOLDER = /^\s*"?defaultContentLanguageInSubdir"?\s*[:=]\s*true\b/imu;

/**
 * Languages as folders of `content/`, or as ends of names. The default one is published at the root, unless `defaultContentLanguageInSubdir` of Hugo's config
 * says otherwise. Where the source is all of a Hugo project, only what lies in its `content/` is published.
 */
export async function hugoEditions(
  source: EditionSource,
  options: EditionOptions,
): Promise<readonly Edition[]> {
  const content = source.files.some((file) => file.startsWith('content/')) ? 'content/' : '';
  const files = source.files
    .filter((file) => file.startsWith(content))
    .map((file) => file.slice(content.length));
  const editions = await suffixEditions({ ...source, files }, options);
  const isInSubfolder = await hasDefaultInSubfolder(source);
  return editions.map((edition) => ({
    ...edition,
    folder: `${content}${edition.folder}`,
    at: placeOf(edition, options, isInSubfolder),
  }));
}

function placeOf({ at, folder, locale }: Edition, options: EditionOptions, isInSubfolder: boolean): string {
  if (locale !== options.locale) return at.toLowerCase();
  if (isInSubfolder) return folder === '' ? joined(options.routeBase, locale) : at.toLowerCase();
  const inner = folder.split('/').filter((part) => part !== '' && part !== locale);
  return joined(options.routeBase, inner.join('/').toLowerCase());
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('/');
}

async function hasDefaultInSubfolder(source: EditionSource): Promise<boolean> {
  const texts = await Promise.all(CONFIGS.map((file) => source.read(file)));
  return texts.some((text) => text !== undefined && IN_SUBFOLDER.test(text));
}
