import { lstat, realpath, rm } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Git, GitCallOptions } from './git-repository.ts';

/** A file of a folder in a repository. */
export interface GitFile {
  /** Relative to the folder. */
  readonly path: string;
  /** `100644`, `100755`, `120000` for a link, `160000` for another repository. */
  readonly mode: string;
  /** Object id: the same one has the same contents. */
  readonly id: string;
}

/** What never holds docs, and is large. */
const NO_DOCS =
  /\.(?:png|jpe?g|gif|webp|avif|ico|bmp|tiff?|psd|mp4|m4v|mov|webm|avi|mp3|wav|ogg|woff2?|ttf|otf|eot|zip|gz|tgz|bz2|xz|7z|jar|exe|dll|wasm)$/iu;

const LINK = '120000';
const SUBMODULE = '160000';

/** The files below a folder, links and submodules too, but for pictures, films, fonts and archives. */
export async function listFiles(git: Git, tree: string): Promise<GitFile[]> {
  return readListing(await git(['ls-tree', '-r', '-z', tree])).filter(({ path }) => !NO_DOCS.test(path));
}

/** Reads what `ls-tree -z` and `writeListing` write. */
export function readListing(text: string): GitFile[] {
  return text.split('\0').flatMap((line) => {
    const [, mode, id, path] = /^(\d+) \w+ ([\da-f]+)\t(.+)$/su.exec(line) ?? [];
    return mode === undefined || id === undefined || path === undefined ? [] : [{ path, mode, id }];
  });
}

export function writeListing(files: readonly GitFile[]): string {
  return files.map(({ mode, id, path }) => `${mode} ${kindOf(mode)} ${id}\t${path}\0`).join('');
}

function kindOf(mode: string): string {
  return mode === SUBMODULE ? 'commit' : 'blob';
}

export interface CheckOut {
  /** Object id of the folder. */
  readonly tree: string;
  readonly files: readonly GitFile[];
  /** An empty folder. */
  readonly target: string;
  /** Where git keeps its list of files meanwhile. */
  readonly index: string;
  readonly onProgress: GitCallOptions['onProgress'];
}

/** Fetches the objects that it reads the ids of, and nothing that goes with them. */
const FETCH_FILES = [
  '-c',
  'fetch.negotiationAlgorithm=noop',
  'fetch',
  '--no-tags',
  '--no-write-fetch-head',
  '--filter=blob:none',
  '--progress',
  '--stdin',
  'origin',
];

/** Writes files as they are in the repository; what is missing of them is fetched at once. */
export async function checkOut(
  git: Git,
  { tree, files, target, index, onProgress }: CheckOut,
): Promise<void> {
  const real = files.filter(({ mode }) => mode !== SUBMODULE);
  const ids = await missing(git, tree, real);
  if (ids.length > 0)
    await git(FETCH_FILES, {
      input: `${ids.join('\n')}\n`,
      ...(onProgress === undefined ? {} : { onProgress }),
    });
  await rm(index, { force: true });
  const env = { GIT_INDEX_FILE: index, GIT_WORK_TREE: target };
  await git(['update-index', '-z', '--index-info'], { env, input: writeListing(real) });
  await git(['checkout-index', '--all', '--quiet'], { env });
  await rm(index, { force: true });
}

/** Object ids of files that are not here yet. */
async function missing(git: Git, tree: string, files: readonly GitFile[]): Promise<string[]> {
  const lines = (await git(['rev-list', '--objects', '--missing=print', '--no-walk', tree])).split('\n');
  const absent = new Set(lines.flatMap((line) => (line.startsWith('?') ? [line.slice(1)] : [])));
  return [...new Set(files.map(({ id }) => id))].filter((id) => absent.has(id));
}

/** What is in a folder after all. */
export interface KeptFiles {
  readonly files: readonly GitFile[];
  /** Path of each link → path of what it leads to. */
  readonly targets: ReadonlyMap<string, string>;
  readonly warnings: readonly string[];
}

/** Deletes the links that lead out of a folder or nowhere. */
export async function keepInside(files: readonly GitFile[], folder: string): Promise<KeptFiles> {
  const targets = new Map<string, string>();
  const left = new Map(
    files
      .filter(({ mode }) => mode === SUBMODULE)
      .map(({ path }) => [path, `${path} is another repository, a submodule, and is left out`]),
  );
  const root = await realpath(folder);
  for (const { path } of files.filter(({ mode }) => mode === LINK)) {
    const place = join(folder, path);
    // Where the disk knows no links, it is a file that holds where it leads.
    if (!(await lstat(place)).isSymbolicLink()) continue;
    const real = await realpath(place).catch(() => '');
    if (real.startsWith(root + sep)) targets.set(path, relative(root, real).split(sep).join('/'));
    else {
      await rm(place);
      left.set(path, `${path} is a link that leads out of the folder or nowhere, and is left out`);
    }
  }
  return { files: files.filter(({ path }) => !left.has(path)), targets, warnings: [...left.values()] };
}

/** Paths that are new, other or gone, sorted; of a link also where what it leads to is. */
export function changedFiles(
  before: readonly GitFile[],
  after: readonly GitFile[],
  targets: ReadonlyMap<string, string>,
): string[] {
  const old = new Map(before.map(({ path, mode, id }) => [path, `${mode} ${id}`]));
  const fresh = new Map(after.map(({ path, mode, id }) => [path, `${mode} ${id}`]));
  const paths = [...new Set([...old.keys(), ...fresh.keys()])];
  const changed = new Set(paths.filter((path) => old.get(path) !== fresh.get(path)));
  for (const [link, target] of targets) if (changed.has(target)) changed.add(link);
  return [...changed].sort();
}
