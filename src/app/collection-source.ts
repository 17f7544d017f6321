import { join, resolve } from 'node:path';
import type { CollectionConfig } from '../config/schema.ts';
import { createFolderSource } from '../content/folder-source.ts';
import type { FolderOptions } from '../content/folder-source.ts';
import { createMissingPackageSource, findPackage } from '../content/package-source.ts';
import { createFolderWatch } from '../content/watch-folder.ts';
import type { ContentSource, WatchableSource } from '../core/content-source.ts';

/** The docs of a collection on disk; a package does not change while the program runs. */
export interface CollectionSource {
  readonly config: CollectionConfig;
  readonly content: ContentSource;
  readonly changes: WatchableSource | undefined;
}

/** The docs of a collection, relative to the config's folder. */
export async function collectionSource(config: CollectionConfig, from: string): Promise<CollectionSource> {
  const { name, source, include, exclude, maxFileBytes } = config;
  const folderOptions = (folder: string): FolderOptions => ({
    collection: name,
    folder,
    include,
    exclude,
    maxFileBytes,
  });
  if (source.kind === 'folder') {
    const inFolder = folderOptions(resolve(from, source.folder));
    return { config, content: createFolderSource(inFolder), changes: createFolderWatch(inFolder) };
  }
  const folder = await sourceFolder(config, from);
  const content =
    folder === undefined
      ? createMissingPackageSource(name, source.package)
      : createFolderSource(folderOptions(folder));
  return { config, content, changes: undefined };
}

/** Where a collection's files are; undefined where they are in a package that is not installed. */
export async function sourceFolder(
  { source }: Pick<CollectionConfig, 'source'>,
  from: string,
): Promise<string | undefined> {
  if (source.kind === 'folder') return resolve(from, source.folder);
  const root = await findPackage(source.package, from);
  return root === undefined ? undefined : join(root, source.path);
}
