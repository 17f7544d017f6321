import type { OkAnswer } from '../http.ts';
import { decodeText } from '../http/decode-text.ts';
import { pageKey } from './page-key.ts';
import type { RoundPage } from './page-round.ts';

/**
 * A page of HTML as it is kept, behind a line that says where it is; undefined for anything else. Its canonical address is where it is,
 * if that is another way to write the same.
 */
export function readPage({ body, headers, url }: OkAnswer): RoundPage | undefined {
  const { contentType } = headers;
  if (contentType !== '' && !/^\s*(?:text\/html|application\/xhtml\+xml)\b/iu.test(contentType))
    return undefined;
  const html = decodeText(body, contentType).replaceAll('\u0000', '');
  const canonical = canonicalOf(html, url);
  const page = canonical !== undefined && isSamePage(canonical, url) ? canonical : url;
  return { url: page, text: `${baseLine(page)}\n${html}`, canonical };
}

/** What the page calls its canonical address, absolute; undefined where it names none. */
export function canonicalOf(html: string, url: string): string | undefined {
  for (const [link] of html.slice(0, HEAD).matchAll(/<link\s[^<>]*>/giu)) {
    const href = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/iu.exec(link);
    if (href === null || !/\srel\s*=\s*["']?(?:[^"'>]*\s)?canonical(?=["'\s/>])/iu.test(link)) continue;
    const address = (href[1] ?? href[2] ?? href[3] ?? '').trim().replaceAll('&amp;', '&');
    if (address !== '' && URL.canParse(address, url)) return new URL(address, url).href;
  }
  return undefined;
}

/** How far a page's head is looked for, in characters. */
const HEAD = 200_000;

function isSamePage(one: string, other: string): boolean {
  const [first, second] = [spelled(one), spelled(other)];
  return first !== undefined && first === second;
}

/** An address without what differs between ways to write the same: scheme, `www.`, query, `index.html`, `.html` and the slash at the end. */
function spelled(address: string): string | undefined {
  const key = pageKey(address);
  if (key === undefined) return undefined;
  const { hostname, port, pathname } = new URL(key);
  return `${hostname.replace(/^www\./u, '')}:${port}${pathname.replace(/\/index(?:\.html?)?$|\.html?$|\/$/iu, '')}`;
}

function baseLine(url: string): string {
  const { href } = new URL(url);
  const bare = href.replace(/#.*$/su, '').replaceAll('&', '&amp;').replaceAll('"', '%22');
  return `<base href="${bare}">`;
}
