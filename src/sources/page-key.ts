import { parseUrl } from '../http/parse-url.ts';

/** Addresses of one page have one key: without fragment, user and the slash at the end. Undefined for what is no address of the web. */
export function pageKey(address: string, base?: string): string | undefined {
  const url = parseUrl(address, base === undefined ? undefined : parseUrl(base));
  if (url === undefined || (url.protocol !== 'http:' && url.protocol !== 'https:')) return undefined;
  url.hash = '';
  url.username = '';
  url.password = '';
  if (url.pathname !== '/') url.pathname = url.pathname.replace(/\/+$/u, '');
  return url.href;
}
