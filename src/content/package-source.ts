import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { SourceError } from '../core/content-source.ts';
import type { ContentSource } from '../core/content-source.ts';

/** The folder of an installed npm package, looked for as Node does from a folder upwards; undefined where it is not installed. */
export async function findPackage(name: string, from: string): Promise<string | undefined> {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    const info = await stat(join(candidate, 'package.json')).catch(() => undefined);
    if (info?.isFile() === true) return candidate;
    if (dirname(folder) === folder) return undefined;
  }
}

/** A collection in a package that is not installed: empty, with a problem that says so. */
export function createMissingPackageSource(collection: string, name: string): ContentSource {
  const message = `the package ${name} is not installed`;
  const remedy = `npm install ${name}`;
  return {
    list: async () => ({
      files: [],
      problems: [{ severity: 'error', collection, file: '', line: 0, message, remedy }],
    }),
    read: async (file) => {
      throw new SourceError(file, message, { remedy });
    },
  };
}
