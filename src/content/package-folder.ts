import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The folder of an installed npm package, looked for as Node does from a folder upwards; undefined where it is not installed. */
export async function findPackage(name: string, from: string): Promise<string | undefined> {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    const info = await stat(join(candidate, 'package.json')).catch(() => undefined);
    if (info?.isFile() === true) return candidate;
    if (dirname(folder) === folder) return undefined;
  }
}
