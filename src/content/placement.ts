import { posix } from 'node:path';
import type { SiteRules } from './collection-rules.ts';
import { encodePath } from './encode-path.ts';
import { isHtmlFile } from './html-site.ts';
import type { Edition, Preset, RoutedFile } from './preset.ts';
import { plain } from './presets/plain.ts';

/** Where a file is in its collection, and where its page is on the site. */
export interface Placed {
  readonly version: string;
  readonly locale: string;
  /** Of its edition, relative to the source: empty, or with a slash at the end. */
  readonly folder: string;
  /** The path by which the page is named. */
  readonly path: string;
  /** Absolute URL of its page; undefined where the site publishes none. */
  readonly url: string | undefined;
}

/** The places of all files of a collection. */
export interface Placement {
  /** Of any file, also one that is not there. */
  of(file: string): Placed;
  /** Whether a URL is one of a page. */
  has(url: string): boolean;
  /** The files, with their URLs, that are not where their path alone would put them. */
  readonly moved: readonly (readonly [file: string, url: string | undefined])[];
}

/** What of a file says where its page is. */
export interface PlacedFile {
  readonly file: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** As the frontmatter gives it, by the keys of the config; may be a whole URL. */
  readonly slug: string;
}

export interface PlacementRules {
  readonly site: SiteRules;
  readonly htmlSite: SiteRules;
  readonly preset: Preset;
  /** The default one first. */
  readonly editions: readonly Edition[];
}

interface InEdition {
  readonly edition: Edition;
  /** Relative to the edition's folder. */
  readonly inner: string;
}

/** Places all files of a collection. */
export function placeFiles(pages: readonly PlacedFile[], rules: PlacementRules): Placement {
  const editions = [...rules.editions].sort(
    (a, b) => b.folder.length - a.folder.length || b.suffix.length - a.suffix.length,
  );
  const editionOf = (file: string): InEdition | undefined => {
    const edition = editions.find((one) => file.startsWith(one.folder) && hasSuffix(file, one));
    return edition && { edition, inner: innerPath(file, edition) };
  };
  const siblings = filesOfEditions(pages, editionOf);
  const place = ({ file, data, slug }: PlacedFile): Placed => {
    const found = editionOf(file);
    if (found === undefined) return { version: '', locale: '', folder: '', path: file, url: undefined };
    const { edition, inner } = found;
    const { version, locale, folder } = edition;
    const files = siblings.get(edition) ?? new Set();
    const url = urlOf({ file: inner, data, slug, files, at: edition.at }, edition, rules);
    return { version, locale, folder, path: nameOf(found, rules.editions), url };
  };
  const placed = new Map(pages.map((page) => [page.file, place(page)]));
  const byPath = (file: string): Placed => place({ file, data: {}, slug: '' });
  const urls = new Set([...placed.values()].map(({ url }) => url));
  return {
    of: (file) => placed.get(file) ?? byPath(file),
    has: (url) => urls.has(url),
    moved: [...placed].flatMap(([file, { url }]) => (url === byPath(file).url ? [] : [[file, url] as const])),
  };
}

/** Undefined where the site publishes no page. */
function urlOf(page: RoutedFile, edition: Edition, rules: PlacementRules): string | undefined {
  if (/^https?:\/\//iu.test(page.slug)) return page.slug;
  const isHtml = isHtmlFile(page.file);
  const site = isHtml ? rules.htmlSite : siteOf(rules);
  const route = (isHtml ? plain : rules.preset).route(page, isHtml ? site : rules.site);
  return route === undefined ? undefined : urlAt(edition, route, site);
}

function siteOf({ site, preset }: PlacementRules): SiteRules {
  const isByRoute = preset.endsByRoute === true && site.trailingSlash === 'always';
  return isByRoute ? { ...site, trailingSlash: 'index' } : site;
}

function hasSuffix(file: string, { suffix }: Edition): boolean {
  return suffix === '' || posix.parse(file).name.endsWith(suffix);
}

function innerPath(file: string, { folder, suffix }: Edition): string {
  const inner = file.slice(folder.length);
  if (suffix === '') return inner;
  const { ext } = posix.parse(inner);
  return `${inner.slice(0, -(suffix.length + ext.length))}${ext}`;
}

function filesOfEditions(
  pages: readonly PlacedFile[],
  editionOf: (file: string) => InEdition | undefined,
): ReadonlyMap<Edition, ReadonlySet<string>> {
  const siblings = new Map<Edition, Set<string>>();
  for (const { file } of pages) {
    const found = editionOf(file);
    if (found === undefined) continue;
    const files = siblings.get(found.edition) ?? new Set();
    siblings.set(found.edition, files.add(found.inner));
  }
  return siblings;
}

/** The path in the edition; behind version and language where these are not the default. */
function nameOf({ edition: { version, locale }, inner }: InEdition, [first]: readonly Edition[]): string {
  const differs = [version === first?.version ? '' : version, locale === first?.locale ? '' : locale];
  return [...differs, inner].filter((part) => part !== '').join('/');
}

/** The absolute URL of a path below a place of the site. */
function urlAt({ at, isBase }: Edition, route: string, { url, extension, trailingSlash }: SiteRules): string {
  const joined = at === '' ? route : `${at}/${route}`;
  // Whatever a frontmatter says, it does not lead out of the site.
  const path = posix.normalize(`/${joined}`).slice(1);
  const bare = path.replace(/\/+$/u, '');
  const isFile = extension !== '' && bare.endsWith(extension);
  switch (trailingSlash) {
    case 'always':
      return isFile ? joinUrl(url, bare) : `${joinUrl(url, bare)}/`;
    case 'never':
      return isBase === true && /^\/*$/u.test(route) ? `${joinUrl(url, bare)}/` : joinUrl(url, bare);
    case 'index':
      return path === '' ? `${url}/` : joinUrl(url, path);
  }
}

function joinUrl(url: string, path: string): string {
  return path === '' ? url : `${url}/${encodePath(path)}`;
}
