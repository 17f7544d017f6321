import { mkdir } from 'node:fs/promises';
import type { LookupFunction } from 'node:net';
import { join, posix } from 'node:path';
import type { Mirror, Synced, SyncFailure, SyncOptions } from '../core/mirror.ts';
import { readGitAddress } from './git-address.ts';
import type { GitAddress } from './git-address.ts';
import { DISK_FULL, GitFailure } from './git-failure.ts';
import type { GitTrouble } from './git-failure.ts';
import { changedFiles, checkOut, keepInside, listFiles, readListing, writeListing } from './git-files.ts';
import { followMove } from './git-redirect.ts';
import {
  dropRepository,
  fetchTip,
  findTip,
  findTree,
  openRepository,
  repositoryPlace,
} from './git-repository.ts';
import type { Git, Tip } from './git-repository.ts';
import { openGit } from './git-session.ts';
import { keptCopies } from './kept-copy.ts';
import type { KeptCopies, KeptCopy } from './kept-copy.ts';

export interface GitMirrorOptions {
  /** Address of the repository: https, http, ssh or `user@host:path`; file where private addresses are allowed. */
  readonly url: string;
  /** A branch, a tag or a whole commit hash; empty for the default branch. */
  readonly ref: string;
  /** The folder within the repository; empty or `.` for all of it. */
  readonly path: string;
  /** Where the copy is kept, for this mirror alone; an absolute path. */
  readonly folder: string;
  /** Goes to the host of `url` only. */
  readonly token: string | undefined;
  /** Whether the address may lead into a private network, or to this machine. */
  readonly allowPrivate: boolean;
  /** What of the environment git may know: where programs and people's files are. */
  readonly environment: Readonly<Record<string, string>>;
  /** Milliseconds that a sync may take; half an hour by default. */
  readonly timeoutMs?: number;
  /** How host names become addresses; the system's by default. */
  readonly lookup?: LookupFunction;
  /** Whether an IP address is of the internet; `isPublicAddress` by default. */
  readonly isPublic?: (address: string) => boolean;
}

const TIMEOUT_MS = 30 * 60_000;

const MOST_REDIRECTS = 5;

/** A copy of a folder of a git repository: the one commit that a ref has, without history, by the `git` program. */
export function createGitMirror(options: GitMirrorOptions): Mirror {
  const copies = keptCopies(join(options.folder, 'git'));
  const wanted = { url: options.url, ref: options.ref, path: folderPath(options.path) };
  return {
    folder: copies.files,
    hasCopy: async () => (await copies.current(wanted)) !== undefined,
    sync: (sync) => syncAt(options, { copies, wanted, sync }),
  };
}

/** `./docs/` → `docs`, `.` → ``. */
function folderPath(path: string): string {
  const normal = posix.normalize(path).replace(/^\/+|\/+$/gu, '');
  return normal === '.' ? '' : normal;
}

interface Work {
  readonly copies: KeptCopies;
  readonly wanted: Omit<KeptCopy, 'commit' | 'tree'>;
  readonly sync: SyncOptions;
}

/** One sync: what fails becomes a value here. */
async function syncAt(options: GitMirrorOptions, work: Work): Promise<Synced> {
  const address = readGitAddress(options.url);
  if ('what' in address) return failed('the address in source.git', address);
  const timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
  const timeout = AbortSignal.timeout(timeoutMs);
  const signal = AbortSignal.any([work.sync.signal, timeout]);
  const place = repositoryPlace(join(options.folder, 'git'), options.url);
  try {
    checkWanted(work.wanted);
    await mkdir(join(options.folder, 'git'), { recursive: true });
    return await following(address, async (at) =>
      update(await openGit({ ...options, at, address, place, signal, timeout, timeoutMs }), place, work),
    );
  } catch (error) {
    return failed(address.shown, expected(error));
  }
}

function failed(what: string, trouble: GitTrouble): SyncFailure {
  const { remedy, retryAfter = 0 } = trouble;
  return { kind: 'failed', reason: `${what} ${trouble.what}`, remedy, retryAfter };
}

/** What git would take for an option, a pattern or a way out. https://git-scm.com/docs/git-check-ref-format */
const NO_REF = /^[-/]|\.\.|[\p{Cc}\s~^:?*[\\]/u;
const NO_PATH = /(?:^|\/)\.\.(?:\/|$)|\p{Cc}/u;

function checkWanted({ ref, path }: Work['wanted']): void {
  if (NO_REF.test(ref))
    throw new GitFailure({
      what: 'cannot have such a ref',
      remedy: 'name a branch, a tag or a commit in source.ref',
    });
  if (NO_PATH.test(path))
    throw new GitFailure({
      what: 'has no such path',
      remedy: 'name a folder of the repository in source.path',
    });
}

/** What the disk says is expected too. */
function expected(error: unknown): GitTrouble {
  if (error instanceof GitFailure) return error;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') return DISK_FULL;
  return {
    what: `cannot be kept (${String(code ?? error)})`,
    remedy: 'give Signpost the right to write below the folder data',
  };
}

async function following(address: GitAddress, attempt: (at: GitAddress) => Promise<Synced>): Promise<Synced> {
  let at = address;
  for (let redirects = 0; redirects < MOST_REDIRECTS; redirects += 1) {
    try {
      return await attempt(at);
    } catch (error) {
      if (!(error instanceof GitFailure) || error.movedTo === '') throw error;
      at = followMove(at, error.movedTo);
    }
  }
  throw new GitFailure({
    what: `redirects more than ${MOST_REDIRECTS} times`,
    remedy: 'put the address where it really is into source.git',
  });
}

const UNCHANGED: Synced = { kind: 'synced', changed: [], warnings: [] };

async function update(git: Git, place: string, work: Work): Promise<Synced> {
  const before = await work.copies.current(work.wanted);
  const find = async (): Promise<Tip> => {
    await openRepository(git, place);
    return findTip(git, work.wanted.ref);
  };
  const bring = async (): Promise<Synced> => {
    const tip = await find();
    return before?.commit === tip.commit ? UNCHANGED : bringNew(git, { ...work, place, tip, before });
  };
  try {
    return await bring();
  } catch (error) {
    if (!(error instanceof GitFailure) || !error.isUnclear) throw error;
    // What an earlier run has left half done is in the way.
    await dropRepository(place);
    return bring();
  }
}

interface News extends Work {
  readonly place: string;
  readonly tip: Tip;
  readonly before: KeptCopy | undefined;
}

/** Fetches what is new, writes it beside the current copy, and swaps them. */
async function bringNew(git: Git, { copies, wanted, sync, place, tip, before }: News): Promise<Synced> {
  const { onProgress } = sync;
  const commit = await fetchTip(git, tip, onProgress);
  const tree = await findTree(git, commit, wanted.path);
  const copy: KeptCopy = { ...wanted, commit, tree };
  if (before?.tree === tree) {
    await copies.note(copy);
    return UNCHANGED;
  }
  const listed = await listFiles(git, tree);
  const target = await copies.begin();
  await checkOut(git, { tree, files: listed, target, index: join(place, 'checkout.index'), onProgress });
  const { files, targets, warnings } = await keepInside(listed, target);
  const old = before === undefined ? [] : readListing(await copies.listing());
  await copies.swap(target, copy, writeListing(files));
  return { kind: 'synced', changed: changedFiles(old, files, targets), warnings };
}
