import { join, resolve } from 'node:path';
import type { CollectionConfig } from '../config/schema.ts';
import { createFolderSource } from '../content/folder-source.ts';
import type { FolderOptions } from '../content/folder-source.ts';
import { createMissingPackageSource, findPackage } from '../content/package-source.ts';
import { createFolderWatch } from '../content/watch-folder.ts';
import { gitCopy } from '../sources/kept-copy.ts';
import type { ContentSource, WatchableSource } from '../core/content-source.ts';

/** The docs of a collection on disk; a package does not change while the program runs. */
export interface CollectionSource {
  readonly config: CollectionConfig;
  readonly content: ContentSource;
  readonly changes: WatchableSource | undefined;
}

/** Where the paths of a config lead. */
export interface Places {
  /** What the config's paths are relative to. */
  readonly folder: string;
  /** As the config has it. */
  readonly data: string;
}

/** The docs of a collection. */
export async function collectionSource(config: CollectionConfig, places: Places): Promise<CollectionSource> {
  const { name, source } = config;
  const folder = await sourceFolder(config, places);
  if (folder === undefined)
    return {
      config,
      content: createMissingPackageSource(name, source.kind === 'package' ? source.package : ''),
      changes: undefined,
    };
  const options: FolderOptions = { ...chosenFiles(config), collection: name, folder };
  const isCopy = source.kind !== 'folder' && source.kind !== 'package';
  const content = isCopy ? emptyUntilThere(options) : createFolderSource(options);
  return { config, content, changes: source.kind === 'folder' ? createFolderWatch(options) : undefined };
}

/** A copy that is not there yet, or has nothing in it, is no problem of its own: whoever makes it says why. */
function emptyUntilThere(options: FolderOptions): ContentSource {
  const content = createFolderSource(options);
  return {
    read: content.read,
    list: async () => {
      const { files, problems } = await content.list();
      return { files, problems: files.length === 0 ? [] : problems };
    },
  };
}

/** What a mirror of the web holds is chosen by what it was told to read. */
function chosenFiles({
  source,
  include,
  exclude,
  maxFileBytes,
}: CollectionConfig): Pick<FolderOptions, 'include' | 'exclude' | 'maxFileBytes'> {
  const isWeb = source.kind === 'sitemap' || source.kind === 'llms';
  return { include: isWeb ? ['**/*.html', '**/*.md'] : include, exclude, maxFileBytes };
}

/** Where a collection's files are; undefined where they are in a package that is not installed. */
export async function sourceFolder(
  { name, source }: Pick<CollectionConfig, 'name' | 'source'>,
  { folder, data }: Places,
): Promise<string | undefined> {
  switch (source.kind) {
    case 'folder':
      return resolve(folder, source.folder);
    case 'package': {
      const root = await findPackage(source.package, folder);
      return root === undefined ? undefined : join(root, source.path);
    }
    case 'git':
      return gitCopy(mirrorFolder(name, { folder, data }));
    case 'sitemap':
    case 'llms':
      return webCopy(mirrorFolder(name, { folder, data }), source.kind);
  }
}

/** Where pages of the web are kept, apart from what the collection was before. */
export function webCopy(folder: string, kind: 'sitemap' | 'llms'): string {
  return join(folder, kind);
}

/** Where the copy of a collection that lies elsewhere is kept, and whatever belongs to it. */
export function mirrorFolder(name: string, { folder, data }: Places): string {
  return join(resolve(folder, data), 'sources', name);
}
