import { statSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Mirror, Synced, SyncOptions } from '../../src/core/mirror.ts';
import { createGitMirror } from '../../src/sources/git-mirror.ts';
import type { GitMirrorOptions } from '../../src/sources/git-mirror.ts';
import { folderWith } from '../folders.ts';

/** A mirror of the default branch in a new folder, of a repository on this machine where nothing else is said. */
export async function mirrorOf(
  options: Partial<GitMirrorOptions> & { readonly url: string },
): Promise<Mirror> {
  return createGitMirror({
    ref: '',
    path: '',
    folder: options.folder ?? (await folderWith({})),
    token: undefined,
    allowPrivate: true,
    environment: { PATH: '/usr/local/bin:/usr/bin:/bin' },
    ...options,
  });
}

export function syncOf(mirror: Mirror, options: Partial<SyncOptions> = {}): Promise<Synced> {
  return mirror.sync({ signal: new AbortController().signal, onProgress: () => undefined, ...options });
}

/** Path → text of all files, links followed. */
export async function filesBelow(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const places = entries.map(({ parentPath, name }) => join(parentPath, name));
  const pairs = places
    .filter((place) => !statSync(place).isDirectory())
    .map(async (place) => [place.slice(folder.length + 1), await readFile(place, 'utf8')] as const);
  return Object.fromEntries((await Promise.all(pairs)).sort(([a], [b]) => (a < b ? -1 : 1)));
}
