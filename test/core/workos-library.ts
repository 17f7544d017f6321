import { join } from 'node:path';
import { loadConfig } from '../../src/config/load.ts';
import { Collection } from '../../src/content/collection.ts';
import { createFolderSource } from '../../src/content/folder-source.ts';
import { findPackage } from '../../src/content/package-source.ts';
import { createLibrary } from '../../src/core/create-library.ts';
import type { Library } from '../../src/core/library.ts';
import type { Page } from '../../src/core/page.ts';
import { createFakeEngine } from '../fakes/search-engine.ts';

const CONFIG = join(import.meta.dirname, '../../config/workos.yaml');

export interface WorkosLibrary {
  readonly library: Library;
  readonly pages: readonly Page[];
  /** All that the package can open, navigation too. */
  readonly files: readonly string[];
}

/** The docs of the default config, read from the installed package. */
export async function workosLibrary(): Promise<WorkosLibrary> {
  const loaded = await loadConfig(CONFIG);
  const rules = loaded.kind === 'config' ? loaded.config.collections[0] : undefined;
  if (rules?.source.kind !== 'package') throw new Error(`${CONFIG} reads no package`);
  const root = await findPackage(rules.source.package, import.meta.dirname);
  if (root === undefined) throw new Error('run npm install');
  const options = { ...rules, collection: rules.name, folder: join(root, rules.source.path) };
  const source = createFolderSource(options);
  const collection = new Collection(source, rules);
  await collection.read();
  const pages = await collection.build();
  const engine = createFakeEngine(pages);
  return { library: createLibrary({ engine: () => engine }), pages, files: (await source.list()).files };
}
