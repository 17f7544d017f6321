import type { SectionOnPage } from '../core/search-engine.ts';
import type { Page } from '../core/page.ts';
import { linkKey } from './link-texts.ts';

/** Finds the section that a question names by its URL, its path on the site, or its file. */
export type FindDirect = (question: string) => SectionOnPage | undefined;

/** The longest question that can be a path. */
const PATH_LIMIT = 500;

/** Makes the lookup, whose table is built for the first question that may be one; a path that several pages share names none of them. */
export function createDirect(pages: readonly Page[]): FindDirect {
  let places: Places | undefined;
  return (question) => {
    const text = question.trim();
    if (text.length > PATH_LIMIT || /\s/u.test(text) || !/[/.]/u.test(text)) return undefined;
    const table = (places ??= placesOf(pages));
    const asked = text.replace(/^<|>$/gu, '').replace(/\?[^#]*/u, '');
    return [asked, asked.replace(/#.*$/u, '')]
      .map((form) => table.get(linkKey(form).replace(/^\/+/u, '')))
      .find((place) => place !== undefined);
  };
}

/** Undefined for a name of several pages. */
type Places = ReadonlyMap<string, SectionOnPage | undefined>;

function placesOf(pages: readonly Page[]): Places {
  const places = new Map<string, SectionOnPage | undefined>();
  const add = (key: string, place: SectionOnPage): void => {
    const taken = places.get(key);
    places.set(key, places.has(key) && taken?.page !== place.page ? undefined : (taken ?? place));
  };
  for (const page of pages) {
    for (const section of [...page.sections].sort((a, b) => a.level - b.level)) {
      for (const key of urlKeys(section.url)) add(key, { page, section });
    }
    const [section] = page.sections;
    if (section === undefined) continue;
    for (const key of [...urlKeys(page.url), ...fileKeys(page.file)]) add(key, { page, section });
  }
  return places;
}

/** A URL under all the names that a person may give it: whole, and its path with the site's folder or without. */
function urlKeys(url: string): string[] {
  const key = linkKey(url);
  const segments = key.split('/');
  return segments.length > 1
    ? [key, segments.slice(1).join('/'), segments.slice(2).join('/')].filter((name) => name !== '')
    : [key];
}

/** A file by its path, with its extension or without, and by its name alone. */
function fileKeys(file: string): string[] {
  return [file, file.replace(/\.\w+$/u, ''), ...(file.includes('/') ? [file.replace(/^.*\//u, '')] : [])];
}
