import type { Edition, EditionOptions, EditionSource, Preset } from '../preset.ts';
import { folderEditions } from './folder-editions.ts';

/** Where a generator's docs lie in a repository of a site. */
export interface SiteLayout {
  /** Names of the files that configure the generator, without extension: they stand in the site's folder. */
  readonly configs: readonly string[];
  /** Where the docs can be below it, each with a slash at its end. */
  readonly folders: readonly string[];
}

const ENDS = ['ts', 'js', 'mjs', 'cjs', 'mts', 'cts'];

/** Editions in folders, as `inner` finds them; where the source is all of a site, below the folder of its docs. */
export function siteEditions(
  { configs, folders }: SiteLayout,
  inner: Preset['editions'] = folderEditions,
): Preset['editions'] {
  return async (source: EditionSource, options: EditionOptions) => {
    const folder = folders.find((one) => source.files.some((file) => file.startsWith(one)));
    if (folder === undefined || !(await hasConfig(source, configs))) return inner(source, options);
    const files = source.files.flatMap((file) =>
      file.startsWith(folder) ? [file.slice(folder.length)] : [],
    );
    const read = (file: string): Promise<string | undefined> => source.read(`${folder}${file}`);
    const editions = await inner({ files, read }, options);
    return editions.map((one): Edition => ({ ...one, folder: `${folder}${one.folder}` }));
  };
}

async function hasConfig(source: EditionSource, configs: readonly string[]): Promise<boolean> {
  for (const config of configs)
    for (const end of ENDS) if ((await source.read(`${config}.${end}`)) !== undefined) return true;
  return false;
}
