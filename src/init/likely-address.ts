import type { FoundSite } from './found-site.ts';
import type { GitRemote } from './git-remote.ts';
import type { Project } from './project.ts';
import { folderOf, within } from './project-paths.ts';
import { readSettings } from './read-settings.ts';
import { textAt } from './value-at.ts';

/** Where a site is published. */
export interface LikelyAddress {
  /** Absolute, without a slash at the end. */
  readonly url: string;
  /** Path below it, such as `/project`; empty for none. */
  readonly base: string;
  /** What it was taken from: a file, or `preview` for the generator's own preview, where nothing tells. */
  readonly from: string;
  /** Whether the generator itself is told so; all else is a guess. */
  readonly isSure: boolean;
}

/** What a site's generator says of its address, else what other files of the repository make likely. */
export async function likelyAddress(
  project: Project,
  site: FoundSite,
  remote: GitRemote | undefined,
): Promise<LikelyAddress> {
  const told = site.url === undefined ? undefined : placeOf(site.url, site.base);
  if (told !== undefined && !isPlaceholder(told.url)) return { ...told, from: site.file, isSure: true };
  const base = placeOf('http://localhost', site.base ?? (told === undefined ? '' : site.url))?.base ?? '';
  const guess = await guessed(project, { site, base, remote });
  if (guess !== undefined) return { ...guess, isSure: false };
  return { url: `http://localhost:${site.previewPort}`, base, from: 'preview', isSure: false };
}

interface Clues {
  readonly site: FoundSite;
  readonly base: string;
  readonly remote: GitRemote | undefined;
}

type Guess = Omit<LikelyAddress, 'isSure'>;

async function guessed(project: Project, { site, base, remote }: Clues): Promise<Guess | undefined> {
  const root = folderOf(site.file.replace(/\.vitepress\/.*$/u, 'x'));
  return (
    (await fromCname(project, { root, site, base })) ??
    (await fromManifest(project, root, base)) ??
    (await fromReadTheDocs(project, { site, base, remote })) ??
    fromGithubPages(base, remote)
  );
}

/** GitHub Pages are told by this file at which domain they are. */
async function fromCname(
  project: Project,
  { root, site, base }: { root: string; site: FoundSite; base: string },
): Promise<Guess | undefined> {
  const docs = site.collections[0]?.folder ?? '';
  const folders = [root, `${root}/static`, `${root}/public`, docs, `${docs}/public`];
  for (const folder of new Set(folders)) {
    const file = within(folder.replace(/^\/+/u, ''), 'CNAME');
    const domain = (await project.read(file))?.trim();
    if (domain !== undefined && /^[a-z0-9.-]+\.[a-z]{2,}$/iu.test(domain))
      return { url: `https://${domain}`, base, from: file };
  }
  return undefined;
}

/** Where the code is hosted is not where its docs are. */
const CODE_HOSTS = /(?:^|\.)(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|npmjs\.com)$/u;

async function fromManifest(project: Project, root: string, base: string): Promise<Guess | undefined> {
  for (const folder of new Set([root, ''])) {
    const file = within(folder, 'package.json');
    const homepage = textAt(await readSettings(project, file), 'homepage');
    if (homepage === undefined || !/^https?:/u.test(homepage) || !URL.canParse(homepage)) continue;
    const { hostname, origin, pathname } = new URL(homepage);
    const path = pathname.replace(/\/+$/u, '');
    // A path that is not the site's own is that of a page.
    if (!CODE_HOSTS.test(hostname) && !isPlaceholder(origin) && (path === '' || path === base))
      return { url: origin, base, from: file };
  }
  return undefined;
}

async function fromReadTheDocs(project: Project, { site, base, remote }: Clues): Promise<Guess | undefined> {
  const file = ['.readthedocs.yaml', '.readthedocs.yml'];
  const isThere = (await Promise.all(file.map((one) => project.read(one)))).some((one) => one !== undefined);
  if (!isThere || remote === undefined || !['MkDocs', 'Sphinx'].includes(site.generator)) return undefined;
  const name = remote.name.toLowerCase().replace(/[^a-z0-9]+/gu, '-');
  return { url: `https://${name}.readthedocs.io/en/latest`, base, from: '.readthedocs.yaml' };
}

/** A base that is the repository's name is that of its GitHub Pages. */
function fromGithubPages(base: string, remote: GitRemote | undefined): Guess | undefined {
  if (remote?.host !== 'github.com' || base !== `/${remote.name}`) return undefined;
  return { url: `https://${remote.owner.toLowerCase()}.github.io`, base, from: '.git/config' };
}

/** Undefined where it is no address; a base that the address ends in already is not said twice. */
export function placeOf(
  address: string,
  base: string | undefined,
): { url: string; base: string } | undefined {
  const whole = /^[a-z]+:\/\//iu.test(address) ? address : `https://${address.replace(/^\/+/u, '')}`;
  if (!/^https?:\/\//iu.test(whole) || !URL.canParse(whole)) return undefined;
  const { origin, pathname } = new URL(whole);
  const path = decoded(pathname).replace(/\/+$/u, '');
  const below = base === undefined ? '' : `/${pathOf(base).replace(/^\/+|\/+$/gu, '')}`.replace(/\/$/u, '');
  return {
    url: `${origin}${path.endsWith(below) ? path.slice(0, path.length - below.length) : path}`,
    base: below,
  };
}

/** The path of an address, or a path. */
function pathOf(address: string | undefined): string {
  if (address === undefined) return '';
  return /^[a-z]+:\/\//iu.test(address) && URL.canParse(address) ? new URL(address).pathname : address;
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}

/** What starters have until somebody writes an address, and what leads to one machine only. */
function isPlaceholder(url: string): boolean {
  const { hostname } = new URL(url);
  return (
    /(?:^|\.)example(?:\.(?:com|org|net))?$|\.(?:invalid|test|local)$|^your-|^my-site\./iu.test(hostname) ||
    /^(?:localhost|127\.0\.0\.1|0\.0\.0\.0)$|^\[/u.test(hostname) ||
    !hostname.includes('.')
  );
}
