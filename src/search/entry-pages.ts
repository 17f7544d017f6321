import type { StoredEntry } from '../core/entry.ts';
import type { Page } from '../core/page.ts';

/** An entry with the page that it is searched as. */
export interface IndexedEntry {
  readonly entry: StoredEntry;
  readonly page: Page;
  /** All that the page is made of. */
  readonly text: string;
}

/** Makes pages of entries, in their order; an entry that says what it said before keeps its page, by which an index knows it. */
export function indexEntries(
  entries: readonly StoredEntry[],
  before: readonly IndexedEntry[] = [],
): readonly IndexedEntry[] {
  const earlier = new Map(before.map((one) => [keyOf(one.entry), one]));
  return entries.map((entry) => {
    const text = textOf(entry);
    const known = earlier.get(keyOf(entry));
    return { entry, text, page: known?.text === text ? known.page : pageOf(entry) };
  });
}

/** Ids are unique within a feed only. */
function keyOf({ feed, id }: StoredEntry): string {
  return JSON.stringify([feed, id]);
}

function textOf({ title, url, markdown, version, package: name, breaking, prerelease }: StoredEntry): string {
  return JSON.stringify([title, url, markdown, version, name, breaking, prerelease]);
}

/** A page with one section; what an entry says of itself in fields is found by its words too. */
function pageOf(entry: StoredEntry): Page {
  const { feed, title, url, markdown, version, breaking, prerelease } = entry;
  const marks = [breaking ? 'breaking change' : '', prerelease ? 'prerelease' : ''];
  return {
    collection: feed,
    file: '',
    path: '',
    version: '',
    locale: '',
    url,
    title,
    description: '',
    keywords: [entry.package, version, ...marks].filter((word) => word !== ''),
    trail: [feed],
    links: [],
    sections: [{ id: keyOf(entry), heading: title, level: 0, line: 1, trail: [feed], url, markdown }],
  };
}
