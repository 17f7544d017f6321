import { posix } from 'node:path';
import type { SiteRules } from './collection-rules.ts';

/** The slugs that pages give themselves, by file. */
export type Slugs = ReadonlyMap<string, string>;

const MARKDOWN_FILE = /\.mdx?$/iu;
const SCHEME = /^[a-z][a-z\d+.-]*:/iu;
const SAFE_SCHEME = /^(?:https?|mailto|tel):/iu;

/** The absolute URL of a page, from its file's path or from the slug that it gives itself. */
export function pageUrl(file: string, rules: SiteRules, slugs: Slugs): string {
  const slug = slugs.get(file);
  if (slug !== undefined && /^https?:\/\//iu.test(slug)) return slug;
  const path = slug === undefined ? filePath(file, rules) : slugPath(file, slug);
  const url = path === '' ? rules.url : `${rules.url}/${encodePath(path)}`;
  return rules.trailingSlash && !url.endsWith('/') ? `${url}/` : url;
}

export interface LinkPlace {
  readonly file: string;
  readonly rules: SiteRules;
  readonly slugs: Slugs;
}

/** Where a link in a page leads, absolute; undefined where a reader cannot follow it. */
export function resolveLink(link: string, { file, rules, slugs }: LinkPlace): string | undefined {
  const url = link.trim();
  if (url === '') return undefined;
  if (SCHEME.test(url)) return SAFE_SCHEME.test(url) && URL.canParse(url) ? url : undefined;
  const page = pageUrl(file, rules, slugs);
  if (url.startsWith('//')) return absolute(url, page);
  const [path = '', rest = ''] = splitPath(url);
  const target = MARKDOWN_FILE.test(path) ? targetFile(path, file) : undefined;
  if (target !== undefined) return absolute(rest, pageUrl(target, rules, slugs));
  return absolute(path.startsWith('/') ? `${linkRoot(rules)}${url}` : url, page);
}

/** The URL below which links that begin with `/` lead, without a slash at the end. */
export function linkRoot({ linkRoot, url }: SiteRules): string {
  return linkRoot === '' ? new URL(url).origin : linkRoot;
}

function filePath(file: string, { index, extension }: SiteRules): string {
  const { dir, name } = posix.parse(file);
  if (index.includes(name)) return dir;
  return `${posix.join(dir, name)}${extension}`;
}

/** A slug that begins with `/` counts from the root of the collection, any other from the file's folder. */
function slugPath(file: string, slug: string): string {
  const path = slug.startsWith('/') ? slug : posix.join(posix.dirname(file), slug);
  return posix.normalize(`/${path}`).replace(/^\/+|\/+$/gu, '');
}

/**
 * The file that a link to a file means; a link from the root counts from the root of the collection. Undefined for one
 * outside of it, of which only the browser can tell where it is on the site.
 */
function targetFile(path: string, from: string): string | undefined {
  const decoded = decodedPath(path);
  const joined = decoded.startsWith('/') ? decoded.slice(1) : posix.join(posix.dirname(from), decoded);
  const target = posix.normalize(joined);
  return target.startsWith('../') ? undefined : target;
}

function decodedPath(path: string): string {
  try {
    return decodeURI(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}

function splitPath(url: string): string[] {
  const end = url.search(/[?#]/u);
  return end === -1 ? [url] : [url.slice(0, end), url.slice(end)];
}

/** As a browser would follow it, but without the slash that it puts behind a bare host. */
function absolute(url: string, base: string): string | undefined {
  if (!URL.canParse(url, base)) return undefined;
  const { href } = new URL(url, base);
  // A tab within `javascript:` hides the scheme from everyone but browsers.
  if (!SAFE_SCHEME.test(href)) return undefined;
  return url.endsWith('/') || base.endsWith('/') ? href : href.replace(/\/$/u, '');
}

/** Percent-encodes what cannot stand in the path of a URL. */
export function encodePath(path: string): string {
  return path
    .split('/')
    .map((segment) =>
      encodeURIComponent(segment).replace(/%(?:40|3A|24|26|2B|2C|3B|3D)/gu, decodeURIComponent),
    )
    .join('/');
}
