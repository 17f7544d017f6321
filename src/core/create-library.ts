import { findByUrl } from './find-by-url.ts';
import type { Library, Named } from './library.ts';
import { createNearestPages } from './nearest-pages.ts';
import type { NearestPages } from './nearest-pages.ts';
import type { Page, Section } from './page.ts';
import type { SearchEngine } from './search-engine.ts';
import { sectionAt, sectionBelow } from './section-at.ts';
import {
  aroundFolder,
  aroundGap,
  aroundPage,
  createShelf,
  decodedOnce,
  folded,
  nearestFolder,
  NOWHERE,
} from './shelf.ts';
import type { Folder, Shelf } from './shelf.ts';

export interface LibraryOptions {
  /** Undefined until the index is ready. */
  readonly engine: () => SearchEngine | undefined;
}

/** What is looked into, made once for an engine. */
interface Tables {
  readonly engine: SearchEngine;
  /** In the order of the collections. */
  readonly shelves: readonly Shelf[];
  readonly nearest: NearestPages;
}

/** Where something is looked for. */
interface Search {
  readonly tables: Tables;
  /** Those that may be looked into. */
  readonly shelves: readonly Shelf[];
  readonly collections: readonly string[];
}

/** A path that a reference may mean: its segments joined, without `.`, and what stood behind `#`. */
interface AskedPath {
  readonly path: string;
  readonly anchor: string;
}

/** One name to look for on one shelf. */
interface Place {
  readonly shelf: Shelf;
  readonly name: string;
}

/** No path and no address of docs is longer. */
const LONGEST = 1000;
/** The levels of headings that a section can stand below, itself included. */
const HEADINGS = 6;

/** The library of the docs that are indexed. It opens no file: whatever a reference says, it is only looked up in tables. */
export function createLibrary({ engine }: LibraryOptions): Library {
  const made = new WeakMap<SearchEngine, Tables>();
  const tablesOf = (current: SearchEngine): Tables => {
    const known = made.get(current) ?? createTables(current);
    made.set(current, known);
    return known;
  };
  return {
    get isReady() {
      return engine() !== undefined;
    },
    pages: (collections) => pagesOf(engine()?.pages ?? [], collections),
    find: (reference, collections) => {
      const current = engine();
      if (current === undefined) return { kind: 'unknown', nearest: [], around: NOWHERE };
      const tables = tablesOf(current);
      const shelves = tables.shelves.filter(({ collection }) => isAsked(collection, collections));
      return find(reference.trim(), { tables, shelves, collections });
    },
  };
}

function createTables(engine: SearchEngine): Tables {
  const pages = new Map<string, Page[]>();
  for (const page of engine.pages) {
    const others = pages.get(page.collection);
    if (others === undefined) pages.set(page.collection, [page]);
    else others.push(page);
  }
  const shelves = Array.from(pages, ([collection, own]) => createShelf(collection, own));
  return { engine, shelves, nearest: createNearestPages(engine) };
}

function pagesOf(pages: readonly Page[], collections: readonly string[]): readonly Page[] {
  if (collections.length === 0) return pages;
  return pages.filter(({ collection }) => isAsked(collection, collections));
}

function isAsked(collection: string, collections: readonly string[]): boolean {
  return collections.length === 0 || collections.includes(collection);
}

function find(asked: string, search: Search): Named {
  const known =
    asked.length > LONGEST
      ? undefined
      : (byId(asked, search) ?? (isUrl(asked) ? byUrl(asked, search) : byPath(asked, search)));
  return known ?? unknown(asked, search);
}

function byId(id: string, search: Search): Named | undefined {
  const found = search.tables.engine.section(id);
  return found && named(found.page, found.section, search);
}

/** An address, also of the Markdown beside a page, which many sites serve for models. */
function byUrl(url: string, search: Search): Named | undefined {
  const { pages } = search.tables.engine;
  const found = findByUrl(pages, url) ?? findByUrl(pages, url.replace(/\.mdx?(?=$|[?#])/iu, ''));
  if (found === undefined) return undefined;
  const { page, section } = found;
  // The first section stands for its page, also where the anchor is unknown to the site.
  const isPage = section === page.sections[0];
  return named(page, isPage ? sectionAt(page, new URL(url).hash.slice(1)) : section, search);
}

function byPath(asked: string, search: Search): Named | undefined {
  const paths = pathsOf(asked).filter(({ path }) => !path.split('/').includes('..'));
  return (
    firstOf(paths, ({ path, anchor }) => pageAt(path, anchor, search)) ??
    firstOf(paths, ({ path }) => folderAt(path, search)) ??
    firstOf(paths, ({ path }) => sectionOfPath(path, search)) ??
    byUrl(`https://${asked}`, search)
  );
}

function pageAt(path: string, anchor: string, search: Search): Named | undefined {
  const page = pageNamed(path, search.shelves);
  return page && named(page, sectionAt(page, anchor), search);
}

function pageNamed(path: string, shelves: readonly Shelf[]): Page | undefined {
  const places = placesOf(path, shelves);
  return (
    firstOf(places, ({ shelf, name }) => shelf.pages.exact.get(name)) ??
    firstOf(places, ({ shelf, name }) => shelf.pages.folded.get(folded(name))) ??
    firstOf(places, ({ shelf, name }) => shelf.site.folded.get(folded(name)))
  );
}

function folderAt(path: string, { shelves }: Search): Named | undefined {
  const places = placesOf(path, shelves);
  return (
    firstOf(places, ({ shelf, name }) => folderOf(shelf, shelf.folders.exact.get(name))) ??
    firstOf(places, ({ shelf, name }) => folderOf(shelf, shelf.folders.folded.get(folded(name))))
  );
}

function folderOf(shelf: Shelf, folder: Folder | undefined): Named | undefined {
  return folder && { kind: 'folder', path: folder.path, around: aroundFolder(folder.path, shelf) };
}

/** A section whose address has a path of its own, `page/section/subsection`, as some sites have it. */
function sectionOfPath(path: string, search: Search): Named | undefined {
  const segments = path.split('/');
  const shallowest = Math.max(1, segments.length - HEADINGS);
  for (let depth = segments.length - 1; depth >= shallowest; depth--) {
    const page = pageNamed(segments.slice(0, depth).join('/'), search.shelves);
    const section = page && sectionBelow(page, segments.slice(depth).join('/'));
    if (page !== undefined && section !== undefined) return named(page, section, search);
  }
  return undefined;
}

/** Undefined where the page belongs to a collection that was not asked for. */
function named(page: Page, section: Section | undefined, { shelves }: Search): Named | undefined {
  const shelf = shelves.find(({ collection }) => collection === page.collection);
  if (shelf === undefined) return undefined;
  const around = aroundPage(page, shelf);
  return section === undefined ? { kind: 'page', page, around } : { kind: 'section', page, section, around };
}

function unknown(asked: string, { tables, shelves, collections }: Search): Named {
  const beginning = asked.slice(0, LONGEST);
  const path = isUrl(beginning) ? new URL(beginning).pathname : beginning;
  const meant = pathsOf(path).at(-1)?.path ?? '';
  const gap = withoutExtension(
    meant
      .split('/')
      .filter((segment) => segment !== '..')
      .join('/'),
  );
  const places = readingsOf(gap, shelves);
  const [place] = places
    .map((one) => ({ ...one, depth: nearestFolder(one.name, one.shelf).length }))
    .sort((a, b) => b.depth - a.depth);
  const own = places.at(-1)?.name ?? gap;
  return {
    kind: 'unknown',
    nearest: tables.nearest(own, collections),
    around: place === undefined ? NOWHERE : aroundGap(place.name, place.shelf),
  };
}

function isUrl(text: string): boolean {
  return /^https?:\/\//iu.test(text) && URL.canParse(text);
}

/** As it is, without query and anchor, and with its percent-encoding read once. */
function pathsOf(asked: string): AskedPath[] {
  const [, bare = '', anchor = ''] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/su.exec(asked) ?? [];
  const whole = { path: plainPath(asked), anchor: '' };
  if (bare === '' && asked !== '') return [whole];
  return [whole, { path: plainPath(bare), anchor }, { path: plainPath(decodedOnce(bare)), anchor }];
}

function plainPath(path: string): string {
  const segments = path.replaceAll('\\', '/').split('/');
  return segments.filter((segment) => segment !== '' && segment !== '.').join('/');
}

/** The names that a path may mean, best first. */
function placesOf(path: string, shelves: readonly Shelf[]): Place[] {
  const bare = withoutExtension(path);
  const forms = new Set([path, bare, bare.replace(/(?:^|\/)index$/iu, '')]);
  return [...forms].flatMap((form) => readingsOf(form, shelves));
}

/** A path on each shelf, and what follows a collection's name on that one. No path at all is the first shelf. */
function readingsOf(path: string, shelves: readonly Shelf[]): Place[] {
  if (path === '') return shelves.slice(0, 1).map((shelf) => ({ shelf, name: '' }));
  const [first = '', ...rest] = path.split('/');
  const own = shelves.filter(({ collection }) => folded(collection) === folded(first));
  return [
    ...shelves.map((shelf) => ({ shelf, name: path })),
    ...own.map((shelf) => ({ shelf, name: rest.join('/') })),
  ];
}

function withoutExtension(path: string): string {
  return path.replace(/(?<=[^/])\.(?:mdx?|html?)$/iu, '');
}

function firstOf<Item, Result>(
  items: readonly Item[],
  find: (item: Item) => Result | undefined,
): Result | undefined {
  for (const item of items) {
    const result = find(item);
    if (result !== undefined) return result;
  }
  return undefined;
}
