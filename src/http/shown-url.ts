import { parseUrl } from './parse-url.ts';

/** A URL as people may see it: without user, password and fragment, and with `…` for what its query says. */
export function shownUrl(url: URL | string): string {
  const parsed = typeof url === 'string' ? parseUrl(url) : url;
  if (parsed === undefined) return 'an address that is none';
  const query = [...parsed.searchParams.keys()].map((key) => `${encodeURIComponent(key)}=…`).join('&');
  return `${parsed.protocol}//${parsed.host}${parsed.pathname}${query === '' ? '' : `?${query}`}`;
}
