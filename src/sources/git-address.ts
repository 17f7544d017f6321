import { parseUrl } from '../http/parse-url.ts';
import { shownUrl } from '../http/shown-url.ts';

/** Where a git repository is. */
export interface GitAddress {
  readonly protocol: GitProtocol;
  /** As git takes it; without a password. */
  readonly url: string;
  /** Lower case, and without brackets; empty for a folder of this machine. */
  readonly host: string;
  /** 0 where the address names none. */
  readonly port: number;
  /** Empty where the address names none. */
  readonly user: string;
  /** As people may see it. */
  readonly shown: string;
}

export type GitProtocol = 'https' | 'http' | 'ssh' | 'file';

/** An address that cannot be used: what is wrong with it, and what to do. */
export interface BadGitAddress {
  readonly what: string;
  readonly remedy: string;
}

const PROTOCOLS: Readonly<Record<string, GitProtocol>> = {
  'https:': 'https',
  'http:': 'http',
  'ssh:': 'ssh',
  'git+ssh:': 'ssh',
  'file:': 'file',
};

/** `git@github.com:acme/docs.git`. https://git-scm.com/docs/git-clone#_git_urls */
const SCP_LIKE = /^(?:(?<user>[\w.-]+)@)?(?<host>[a-z0-9][a-z0-9._-]*):(?!\/\/)(?<path>[^:\s-][^:\s]*)$/iu;

const HOST = /^(?:\[[\da-f:.]+\]|[a-z0-9][a-z0-9._-]*)$/iu;

/** Reads the address of a repository in any form that git has for what Signpost may read: https, http, ssh and file. */
export function readGitAddress(text: string): GitAddress | BadGitAddress {
  const scp = SCP_LIKE.exec(text)?.groups;
  if (scp !== undefined) {
    const { user = '', host = '' } = scp;
    return { protocol: 'ssh', url: text, host: host.toLowerCase(), port: 0, user, shown: text };
  }
  const url = parseUrl(text);
  const protocol = url === undefined ? undefined : PROTOCOLS[url.protocol];
  if (url === undefined || protocol === undefined) return UNKNOWN;
  if (url.password !== '')
    return { what: 'holds a password', remedy: 'take it out of the address, and put it into GIT_TOKEN' };
  if (protocol !== 'file' && (!HOST.test(url.hostname) || url.pathname === '/')) return UNKNOWN;
  return {
    protocol,
    url: protocol === 'file' ? text : url.href.replace(/^git\+/u, ''),
    host: url.hostname.replace(/^\[|\]$/gu, '').toLowerCase(),
    port: Number(url.port),
    user: url.username,
    shown: shownUrl(url),
  };
}

const UNKNOWN: BadGitAddress = {
  what: 'is no address of a git repository that Signpost can read',
  remedy: 'use one such as https://github.com/acme/docs.git or git@github.com:acme/docs.git',
};

/**
 * What is the same for all addresses of one repository, over https and ssh, with and without `.git`, user and port;
 * undefined where the address is none.
 */
export function repositoryKey(text: string): string | undefined {
  const scp = SCP_LIKE.exec(text)?.groups;
  const url = scp === undefined ? parseUrl(text) : undefined;
  const host = scp?.['host'] ?? url?.hostname;
  const path = scp?.['path'] ?? url?.pathname;
  if (host === undefined || path === undefined) return undefined;
  const bare = path.replace(/^\/+|\/+$/gu, '').replace(/\.git$/iu, '');
  return bare === '' ? undefined : `${host}/${bare}`.toLowerCase();
}
