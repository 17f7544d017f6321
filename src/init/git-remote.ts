import { readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';

/** Where a folder is on a host of git repositories. */
export interface GitRemote {
  readonly host: string;
  readonly owner: string;
  readonly name: string;
  /** The branch that the host shows; the one that is checked out where it is not known. */
  readonly branch: string;
  /** The folder's path in the repository; empty for the root. */
  readonly path: string;
}

/** Reads the remote of the repository that a folder lies in, from the files that git keeps; git is not run. */
export async function gitRemote(folder: string): Promise<GitRemote | undefined> {
  const root = await repositoryOf(folder);
  if (root === undefined) return undefined;
  const kept = await keptIn(root);
  const url = remoteUrl((await text(join(kept.common, 'config'))) ?? '');
  const address = url === undefined ? undefined : addressOf(url);
  if (address === undefined) return undefined;
  return { ...address, branch: await branchOf(kept), path: relative(root, folder).replaceAll('\\', '/') };
}

async function repositoryOf(folder: string): Promise<string | undefined> {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (await stat(join(at, '.git')).catch(() => undefined)) return at;
    if (dirname(at) === at) return undefined;
  }
}

interface Kept {
  /** What is this work tree's own. */
  readonly own: string;
  /** What all work trees share. */
  readonly common: string;
}

/** `.git` of a further work tree or of a submodule is a file that names a folder: gitrepository-layout(5). */
async function keptIn(root: string): Promise<Kept> {
  const link = /^gitdir: (.+)$/mu.exec((await text(join(root, '.git'))) ?? '')?.[1];
  const own = link === undefined ? join(root, '.git') : resolve(root, link.trim());
  const common = (await text(join(own, 'commondir')))?.trim();
  return { own, common: common === undefined ? own : resolve(own, common) };
}

/** That of `origin`, else the first. */
function remoteUrl(config: string): string | undefined {
  const urls = new Map<string, string>();
  let section = '';
  for (const line of config.split('\n')) {
    section = /^\s*\[remote "([^"]+)"\]/u.exec(line)?.[1] ?? (/^\s*\[/u.test(line) ? '' : section);
    const url = /^\s*url\s*=\s*(\S+)/u.exec(line)?.[1];
    if (section !== '' && url !== undefined && !urls.has(section)) urls.set(section, url);
  }
  return urls.get('origin') ?? [...urls.values()][0];
}

/** `https://host/owner/name.git`, `git@host:owner/name.git`; whatever else stands in it, such as a token, is left behind. */
function addressOf(url: string): Pick<GitRemote, 'host' | 'owner' | 'name'> | undefined {
  const match =
    /^(?:(?:https?|ssh|git):\/\/(?:[^@/]*@)?([^/:]+)(?::\d+)?\/|(?:[^@/]*@)([^/:]+):)([^?#]+?)\/([^/?#]+?)(?:\.git)?\/?$/u.exec(
      url,
    );
  const [, first, second, owner, name] = match ?? [];
  const host = first ?? second;
  if (host === undefined || owner === undefined || name === undefined) return undefined;
  return { host: host.toLowerCase(), owner, name };
}

const HEAD = /^ref: refs\/(?:heads|remotes\/origin)\/(\S+)/u;

async function branchOf({ own, common }: Kept): Promise<string> {
  const shown = HEAD.exec((await text(join(common, 'refs/remotes/origin/HEAD'))) ?? '')?.[1];
  return shown ?? HEAD.exec((await text(join(own, 'HEAD'))) ?? '')?.[1] ?? 'main';
}

async function text(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    // No file, or a folder: nothing is known from it.
    return undefined;
  }
}
