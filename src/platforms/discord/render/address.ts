import { INVITE } from './escape.ts';
import { LIMITS } from './limits.ts';

/** What would end the address, or begin a spoiler. */
const UNSAFE = /[\s"'\\<>`{}|^()[\]\p{C}]/gu;

/** An address as it may stand in a link; undefined for what leads elsewhere than to the web, invites, or is too long. */
export function linkable(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { href, protocol } = new URL(url);
  if (!['http:', 'https:'].includes(protocol) || href.search(INVITE) !== -1) return undefined;
  const address = href.replace(UNSAFE, percent);
  return address.length <= LIMITS.url ? address : undefined;
}

/** Where a picture is, as Discord fetches it; undefined for what is not on the web with https, or too long. */
export function pictureAddress(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { href, protocol } = new URL(url);
  return protocol === 'https:' && href.length <= LIMITS.mediaUrl ? href : undefined;
}

function percent(character: string): string {
  const code = encodeURIComponent(character);
  return code === character ? `%${character.charCodeAt(0).toString(16).toUpperCase()}` : code;
}
