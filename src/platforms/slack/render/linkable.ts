import { LIMITS } from './limits.ts';

/** An address as Slack takes it for a link; undefined for what is none, leads elsewhere than to the web or a mailbox, or is too long. */
export function linkable(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { href, protocol } = new URL(url);
  if (!['http:', 'https:', 'mailto:'].includes(protocol)) return undefined;
  const address = /[\s"\\<>`{}|^\p{C}]/u.test(url) ? href : url;
  return address.length <= LIMITS.url ? address : undefined;
}
