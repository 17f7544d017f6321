import type { Page } from '../core/page.ts';
import type { Problem } from '../core/problem.ts';

/** A picture, a download: what stands beside the pages is none of ours to know. */
const ASSET = /^[a-z]+:\/\/[^/?#]+\/[^?#]*\.(?!html?$)[a-z][a-z\d]*$/iu;

/** Links within the docs that lead to no page or section of theirs, once a page. */
export function findDeadLinks(pages: readonly Page[]): Problem[] {
  const places = new Set(
    pages.flatMap(({ url, sections }) => [key(url), ...sections.map((one) => key(one.url))]),
  );
  return pages.flatMap(({ collection, file, links }) => {
    const dead = links.filter(({ url }) => !places.has(key(url)) && !ASSET.test(key(url)));
    const keys = dead.map(({ url }) => key(url));
    const once = dead.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
    return once.map(({ url, text }): Problem => {
      const onPage = places.has(key(url.replace(/#.*$/u, '')));
      return {
        severity: 'warning',
        collection,
        file,
        line: 0,
        message: `the link “${text}” leads to ${url}, and ${onPage ? 'that page has no such section' : 'no page is there'}`,
        remedy: 'mend the link',
      };
    });
  });
}

/** One place may be written with a slash or a query, and its fragment percent-encoded or not. */
function key(url: string): string {
  const plain = url.replace(/\?[^#]*/u, '').replace(/\/(?=#|$)/u, '');
  try {
    return decodeURI(plain);
  } catch (error) {
    if (error instanceof URIError) return plain;
    throw error;
  }
}
