import { readFile, readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The pages of a site that was built into a folder. */
export interface BuiltSite {
  readonly folder: string;
  /** Each page's path below the folder, decoded, with a slash in front and its file's name. */
  readonly pages: readonly string[];
  /** Each sitemap's path, relative to the folder. */
  readonly sitemaps: readonly string[];
  /** The page that a server gives for a decoded path; undefined where it has none. */
  served(path: string): string | undefined;
  /** The text of one of the pages. */
  read(page: string): Promise<string>;
}

/** A folder that can be no built site: what is wrong, and what to do. */
export interface NoBuiltSite {
  readonly what: string;
  readonly remedy: string;
}

const PAGE = /\.x?html?$/iu;
const SITEMAP = /^(?:[^/]+\/)?sitemap[^/]*\.xml$/iu;

/** Lists a built site once; files are told apart by case also where the disk does not. */
export async function openBuiltSite(folder: string): Promise<BuiltSite | NoBuiltSite> {
  const found: string[] = [];
  try {
    await listFiles({ root: folder, below: '', within: new Set() }, found);
  } catch (error) {
    return unreadable(folder, error);
  }
  const files = found.sort();
  // How a disk writes `ü` is not how an address does.
  const pages = new Map(
    files.filter((file) => PAGE.test(file)).map((file) => [`/${file}`.normalize('NFC'), file]),
  );
  if (pages.size === 0)
    return {
      what: `there is no page in ${folder}`,
      remedy: 'build the site, or name the folder that holds it',
    };
  return {
    folder,
    pages: [...pages.keys()],
    sitemaps: files.filter((file) => SITEMAP.test(file)),
    served: (path) => filesFor(path).find((file) => pages.has(file)),
    read: (page) => readFile(join(folder, pages.get(page) ?? page), 'utf8'),
  };
}

/** What servers of static files look for, in this order. */
function filesFor(path: string): string[] {
  if (path.endsWith('/') || path === '') return [`${path || '/'}index.html`, `${path || '/'}index.htm`];
  return [path, `${path}.html`, `${path}/index.html`, `${path}.htm`, `${path}/index.htm`];
}

interface Listing {
  readonly root: string;
  /** Relative to it: empty, or with a slash at the end. */
  readonly below: string;
  /** The folders that it is in, so that a link into one of them does not go round for ever. */
  readonly within: ReadonlySet<string>;
}

/** Such as `latest`, versions are often links to folders, and these are followed. */
async function listFiles({ root, below, within }: Listing, found: string[]): Promise<void> {
  const folder = join(root, below);
  const real = await realpath(folder);
  if (within.has(real)) return;
  const inside = new Set([...within, real]);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const file = `${below}${entry.name}`;
    const target = entry.isSymbolicLink() ? await linked(join(root, file)) : entry;
    if (target?.isDirectory() === true) await listFiles({ root, below: `${file}/`, within: inside }, found);
    else if (target?.isFile() === true) found.push(file);
  }
}

/** Undefined where the link leads nowhere. */
async function linked(path: string): Promise<{ isDirectory(): boolean; isFile(): boolean } | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (isErrorWith(error, 'ENOENT') || isErrorWith(error, 'ELOOP')) return undefined;
    throw error;
  }
}

function unreadable(folder: string, error: unknown): NoBuiltSite {
  const remedy = 'build the site, or name the folder that holds it';
  if (isErrorWith(error, 'ENOENT')) return { what: `there is no folder ${folder}`, remedy };
  if (isErrorWith(error, 'ENOTDIR')) return { what: `${folder} is a file, not a folder`, remedy };
  const reason = error instanceof Error ? error.message : String(error);
  return { what: `${folder} cannot be read: ${reason}`, remedy: 'see who may read it' };
}

function isErrorWith(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
