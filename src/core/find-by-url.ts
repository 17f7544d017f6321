import type { Page } from './page.ts';
import type { SectionOnPage } from './search-engine.ts';

/** Made once for the pages of an engine, which never change. */
const tables = new WeakMap<readonly Page[], ReadonlyMap<string, SectionOnPage>>();

/**
 * The section that an address leads to; its page's first one where the docs know no such anchor, undefined where they know
 * no such page. How the host is written, a query, `index.html` and a slash at the end make no difference.
 */
export function findByUrl(pages: readonly Page[], url: string): SectionOnPage | undefined {
  const asked = normalised(url);
  if (asked === undefined) return undefined;
  let table = tables.get(pages);
  if (table === undefined) tables.set(pages, (table = tableOf(pages)));
  return table.get(asked) ?? table.get(withoutFragment(asked));
}

function tableOf(pages: readonly Page[]): Map<string, SectionOnPage> {
  const table = new Map<string, SectionOnPage>();
  const add = (url: string, found: SectionOnPage): void => {
    const key = normalised(url);
    if (key !== undefined && !table.has(key)) table.set(key, found);
  };
  for (const page of pages) {
    const [first] = page.sections;
    if (first !== undefined) add(page.url, { page, section: first });
  }
  for (const page of pages) for (const section of page.sections) add(section.url, { page, section });
  return table;
}

/** Undefined where the text is no address of the web. */
function normalised(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  const path = url.pathname.replace(/\/index\.html?$/u, '/').replace(/\/+$/u, '');
  return `${url.host}${path}${decoded(url.hash)}`;
}

function withoutFragment(key: string): string {
  return key.split('#', 1)[0] ?? key;
}

/** `#f%C3%BCr` and `#für` are the same; what is badly encoded stays as it is. */
function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch (error) {
    if (error instanceof URIError) return hash;
    throw error;
  }
}
