import { createHash } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { GitFailure } from './git-failure.ts';

export interface GitCallOptions {
  readonly input?: string;
  readonly onProgress?: (done: number, total: number) => void;
  /** Variables beside those that every call has. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Calls git on one repository, and gives what it writes. Rejects with a `GitFailure`. */
export type Git = (args: readonly string[], options?: GitCallOptions) => Promise<string>;

/** A commit, and the name by which the server gives it. */
export interface Tip {
  readonly name: string;
  readonly commit: string;
}

/** So many packs slow git down; each change adds two. */
const MOST_PACKS = 100;

const KEPT_REF = 'refs/signpost/head';

/** Whole object ids, of SHA-1 and of SHA-256. */
const WHOLE_ID = /^(?:[\da-f]{40}|[\da-f]{64})$/u;

/** Where in a folder the repository of an address is kept; each has a place of its own. */
export function repositoryPlace(folder: string, url: string): string {
  return join(folder, `repository-${createHash('sha256').update(url).digest('hex').slice(0, 16)}.git`);
}

/** Makes sure that there is a bare repository that grows no further than it should. */
export async function openRepository(git: Git, place: string): Promise<void> {
  const packs = await readdir(join(place, 'objects', 'pack')).catch(() => []);
  if (packs.filter((name) => name.endsWith('.pack')).length > MOST_PACKS) await dropRepository(place);
  await mkdir(place, { recursive: true });
  await git(['init', '--bare', '--quiet', '--template=']);
}

export async function dropRepository(place: string): Promise<void> {
  await rm(place, { recursive: true, force: true });
}

/** Asks the server which commit a branch, a tag or, where `ref` is empty, its default branch has now. */
export async function findTip(git: Git, ref: string): Promise<Tip> {
  if (WHOLE_ID.test(ref)) return { name: ref, commit: ref };
  const names = namesOf(ref);
  const lines = (await git(['ls-remote', 'origin', ...names.flatMap((name) => [name, `${name}^{}`])])).split(
    '\n',
  );
  const found = new Map(
    lines.map((line): [string, string] => [line.slice(line.indexOf('\t') + 1), line.split('\t')[0] ?? '']),
  );
  for (const name of names) {
    const commit = found.get(`${name}^{}`) ?? found.get(name);
    if (commit !== undefined && WHOLE_ID.test(commit)) return { name, commit };
  }
  throw new GitFailure(noTip(ref));
}

function namesOf(ref: string): string[] {
  if (ref === '') return ['HEAD'];
  return ref.startsWith('refs/') ? [ref] : [`refs/heads/${ref}`, `refs/tags/${ref}`];
}

function noTip(ref: string): { what: string; remedy: string } {
  return ref === ''
    ? { what: 'is empty, or has no default branch', remedy: 'push something, or name a branch in source.ref' }
    : {
        what: `has no branch or tag “${ref}”`,
        remedy: 'mend source.ref in the config; a commit needs all digits of its hash',
      };
}

/** Fetches one commit and the names of its files, but no file; gives the commit that came. */
export async function fetchTip(
  git: Git,
  tip: Tip,
  onProgress: GitCallOptions['onProgress'],
): Promise<string> {
  await git(
    [
      'fetch',
      '--depth=1',
      '--filter=blob:none',
      '--no-tags',
      '--no-write-fetch-head',
      '--force',
      '--progress',
      'origin',
      `+${tip.name}:${KEPT_REF}`,
    ],
    onProgress === undefined ? {} : { onProgress },
  );
  return (await git(['rev-parse', '--verify', `${KEPT_REF}^{commit}`])).trim();
}

/** The object id of a folder in a commit; `path` is empty for the whole repository. */
export async function findTree(git: Git, commit: string, path: string): Promise<string> {
  if (path === '') return (await git(['rev-parse', '--verify', `${commit}^{tree}`])).trim();
  const found = await git(['ls-tree', '-z', '-d', '--full-tree', commit, '--', path]);
  const [, id] = /^\d+ tree ([\da-f]+)\t/u.exec(found) ?? [];
  if (id !== undefined) return id;
  throw new GitFailure({
    what: `has no folder “${path}” at ${commit.slice(0, 10)}`,
    remedy: 'mend source.path in the config',
  });
}
