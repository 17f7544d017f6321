import { pathOf } from './library.ts';
import type { Surroundings } from './library.ts';
import type { Page } from './page.ts';

/** The pages and folders of one collection, by their names. */
export interface Shelf {
  readonly collection: string;
  /** By file, with and without extension, and by path; of two that share a path, the one that is no `index`. */
  readonly pages: Names<Page>;
  /** By the path of their address on the site. */
  readonly site: Names<Page>;
  /** By path, without a slash at the end; the whole collection is the empty path. */
  readonly folders: Names<Folder>;
}

/** The first that is called so: to the letter, and whatever the case. */
export interface Names<Value> {
  readonly exact: ReadonlyMap<string, Value>;
  /** Keys are `folded`. */
  readonly folded: ReadonlyMap<string, Value>;
}

export interface Folder {
  readonly path: string;
  /** Paths of the pages right in it, sorted. */
  readonly pages: readonly string[];
  /** What is right in it, sorted: folders with `/` at the end, and pages that are no folder as well. */
  readonly below: readonly string[];
}

/** Where nothing is. */
export const NOWHERE: Surroundings = { siblings: [], children: [], parent: '', top: [] };

/** The most names of one list: all that a reader, or a model, would look through. */
const LISTED = 100;

const ASCII = /^[\0-\x7f]*$/u;

/** The tables of one collection, made once. */
export function createShelf(collection: string, pages: readonly Page[]): Shelf {
  return {
    collection,
    pages: namesOf([
      ...pages.map((page) => [page.path, page] as const),
      ...pages.map((page) => [page.file, page] as const),
      ...pages.map((page) => [bareOf(page), page] as const),
      ...pages.filter((page) => !isIndex(page)).map((page) => [pathOf(page), page] as const),
      ...pages.filter(isIndex).map((page) => [pathOf(page), page] as const),
      ...pages.filter((page) => bareOf(page) === 'index').map((page) => ['', page] as const),
    ]),
    site: namesOf(pages.map((page) => [sitePath(page.url), page] as const)),
    folders: foldersOf(pages),
  };
}

/** Upper and lower case, and the ways to write an accent, made one. */
export function folded(name: string): string {
  return (ASCII.test(name) ? name : name.normalize('NFC')).toLowerCase();
}

/** What stands around a page. */
export function aroundPage(page: Page, shelf: Shelf): Surroundings {
  if (bareOf(page) === 'index') return aroundFolder('', shelf);
  const path = pathOf(page);
  return { ...aroundFolder(path, shelf), siblings: beside(path, shelf) };
}

/** What stands around and in a folder. */
export function aroundFolder(path: string, shelf: Shelf): Surroundings {
  return {
    siblings: path === '' ? [] : beside(path, shelf),
    children: below(path, shelf),
    parent: parentOf(path),
    top: below('', shelf),
  };
}

/** What stands around a path at which there is nothing: the pages of the nearest folder above count as beside it. */
export function aroundGap(path: string, shelf: Shelf): Surroundings {
  const parent = nearestFolder(path, shelf);
  const pages = shelf.folders.exact.get(parent)?.pages ?? [];
  return { siblings: pages.slice(0, LISTED), children: [], parent, top: below('', shelf) };
}

/** The path of the deepest folder above a path that there is. */
export function nearestFolder(path: string, shelf: Shelf): string {
  for (let above = parentOf(path); above !== ''; above = parentOf(above)) {
    const folder = shelf.folders.exact.get(above) ?? shelf.folders.folded.get(folded(above));
    if (folder !== undefined) return folder.path;
  }
  return '';
}

function beside(path: string, { folders }: Shelf): string[] {
  const pages = folders.exact.get(parentOf(path))?.pages ?? [];
  return pages.filter((one) => one !== path).slice(0, LISTED);
}

function below(path: string, { folders }: Shelf): readonly string[] {
  return folders.exact.get(path)?.below.slice(0, LISTED) ?? [];
}

function foldersOf(pages: readonly Page[]): Names<Folder> {
  const contents = new Map<string, { pages: Set<string>; folders: Set<string> }>();
  const open = (path: string): { pages: Set<string>; folders: Set<string> } => {
    const known = contents.get(path);
    if (known !== undefined) return known;
    const made = { pages: new Set<string>(), folders: new Set<string>() };
    contents.set(path, made);
    if (path !== '') open(parentOf(path)).folders.add(path);
    return made;
  };
  open('');
  for (const page of pages) open(parentOf(pathOf(page))).pages.add(pathOf(page));
  return namesOf(
    Array.from(
      contents,
      ([path, inside]) => [path, { path, ...sorted(inside.pages, inside.folders) }] as const,
    ),
  );
}

function sorted(pages: ReadonlySet<string>, folders: ReadonlySet<string>): Omit<Folder, 'path'> {
  const alone = [...pages].filter((path) => !folders.has(path));
  return {
    pages: [...pages].sort(),
    below: [...Array.from(folders, (path) => `${path}/`), ...alone].sort(),
  };
}

function namesOf<Value>(entries: readonly (readonly [name: string, Value])[]): Names<Value> {
  const exact = new Map<string, Value>();
  const inAnyCase = new Map<string, Value>();
  for (const [name, value] of entries) {
    if (!exact.has(name)) exact.set(name, value);
    const key = folded(name);
    if (!inAnyCase.has(key)) inAnyCase.set(key, value);
  }
  return { exact, folded: inAnyCase };
}

function isIndex(page: Page): boolean {
  return pathOf(page) !== bareOf(page);
}

function bareOf({ file }: Page): string {
  return file.replace(/\.[^./]+$/u, '');
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function sitePath(url: string): string {
  if (!URL.canParse(url)) return url;
  const path = new URL(url).pathname.replace(/^\/+|\/+$/gu, '');
  return decodedOnce(path);
}

/** Percent-encoding read once; what is badly encoded stays as it is. */
export function decodedOnce(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
