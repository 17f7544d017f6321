import { absoluteUrl } from './absolute-url.ts';

/** Below this many pixels a picture is a sign or somebody's face, not a picture of something. */
export const SMALLEST_PICTURE = 64;

/** The absolute address of a picture in a text; GitHub's page about a file is no picture, the file is. Empty for none. */
export function imageUrl(address: string, base: string): string {
  return absoluteUrl(address, base).replace(/^(https:\/\/github\.com\/[^/]+\/[^/]+)\/blob\//u, '$1/raw/');
}

/** The absolute https address of a picture that chats can show, which are neither drawings nor badges; else empty. */
export function pictureAddress(address: string, base: string): string {
  const url = imageUrl(address, base);
  return url.startsWith('https:') && !/\.svg(?:[?#]|$)/iu.test(url) && !isBadge(url) ? url : '';
}

function isBadge(url: string): boolean {
  const { hostname, pathname } = new URL(url);
  return hostname === 'img.shields.io' || /\/badges?\//u.test(pathname);
}
