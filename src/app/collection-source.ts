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
  const root = await findPackage(source.package, from);
  const content =
    root === undefined
      ? createMissingPackageSource(name, source.package)
      : createFolderSource(folderOptions(join(root, source.path)));
  return { config, content, changes: undefined };
}
