import { pathOf } from '../../core/library.ts';
import type { Page } from '../../core/page.ts';
import type { McpOptions } from './mcp-options.ts';

/** Schemes that URL parsers read by rules of their own: https://url.spec.whatwg.org/#special-scheme */
const SPECIAL = /^(?:ftp|file|https?|wss?)$/u;

/** The scheme of the resources: the prefix of the tools, as far as a scheme can be called so (RFC 3986, section 3.1). */
export function schemeOf(prefix: string): string {
  const scheme = prefix.replaceAll('_', '-');
  return SPECIAL.test(scheme) ? `${scheme}-docs` : scheme;
}

/** `acme://docs/sso/attributes`. */
export function resourceUri(page: Pick<Page, 'collection' | 'path'>, prefix: string): string {
  const path = pathOf(page).split('/').map(encodeURIComponent).join('/');
  return `${schemeOf(prefix)}://${page.collection}/${path}`;
}

export interface ResourceAddress {
  readonly collection: string;
  readonly path: string;
  /** Empty for the beginning. */
  readonly cursor: string;
}

/** Undefined for what is no address of a resource. */
export function readResourceUri(uri: string, prefix: string): ResourceAddress | undefined {
  if (!URL.canParse(uri)) return undefined;
  const { protocol, host, pathname, searchParams } = new URL(uri);
  const path = decoded(pathname.replace(/^\//u, ''));
  if (protocol !== `${schemeOf(prefix)}:` || path === undefined) return undefined;
  return { collection: host, path, cursor: searchParams.get('cursor') ?? '' };
}

/** The page that a resource is; undefined where there is none of exactly this address, or none that may be shown. */
export function pageOfResource(
  { collection, path }: ResourceAddress,
  { library, collections }: Pick<McpOptions, 'library' | 'collections'>,
): Page | undefined {
  if (!collections.some(({ name }) => name === collection)) return undefined;
  return library.pages([collection]).find((page) => page.collection === collection && pathOf(page) === path);
}

/** Undefined for what is badly encoded. */
function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
