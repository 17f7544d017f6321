import { posix } from 'node:path';
import type { SiteRules } from './collection-rules.ts';
import type { Placement } from './placement.ts';

const MARKDOWN_FILE = /\.mdx?$/iu;
const SCHEME = /^[a-z][a-z\d+.-]*:/iu;
const SAFE_SCHEME = /^(?:https?|mailto|tel):/iu;

export interface LinkPlace {
  readonly file: string;
  readonly rules: SiteRules;
  readonly placement: Placement;
}

/** Where a link in a page leads, absolute; undefined where a reader cannot follow it. */
export function resolveLink(link: string, { file, rules, placement }: LinkPlace): string | undefined {
  const url = link.trim();
  if (url === '') return undefined;
  if (SCHEME.test(url)) return SAFE_SCHEME.test(url) && URL.canParse(url) ? url : undefined;
  const page = placement.of(file).url ?? rules.url;
  if (url.startsWith('//')) return absolute(url, page);
  const [path = '', rest = ''] = splitPath(url);
  const target = MARKDOWN_FILE.test(path) ? targetFile(path, file, placement) : undefined;
  if (target !== undefined) {
    const found = placement.of(target).url;
    return found === undefined ? undefined : absolute(rest, found);
  }
  const found = absolute(path.startsWith('/') ? `${rules.linkRoot}${path}` : path, page);
  return found === undefined ? undefined : absolute(rest, withExtension(found, rules, placement));
}

/** Sites whose pages end in `.html` are linked to without it, and put it there. */
function withExtension(url: string, { extension }: SiteRules, placement: Placement): string {
  return extension !== '' && !placement.has(url) && placement.has(url + extension) ? url + extension : url;
}

/**
 * The file that a link to a file means; a link from the root counts from the root of the edition. Undefined for one outside of the
 * collection, of which only the browser can tell where it is on the site.
 */
function targetFile(path: string, from: string, placement: Placement): string | undefined {
  const decoded = decodedPath(path);
  const joined = decoded.startsWith('/')
    ? `${placement.of(from).folder}${decoded.slice(1)}`
    : posix.join(posix.dirname(from), decoded);
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
