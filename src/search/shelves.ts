import { defaultEditions } from '../core/default-editions.ts';
import type { Editions } from '../core/editions.ts';
import type { Page } from '../core/page.ts';
import type { Found, SearchEngine, SearchOptions, SectionOnPage } from '../core/search-engine.ts';
import { chosenLocale } from './chosen-locale.ts';
import { buildEngine, engineOf } from './engine.ts';
import type { EngineState, MinisearchEngine, SearchSettings } from './engine.ts';
import { loadLanguage } from './languages/load-language.ts';

/** Which pages a shelf holds: those in a language, of a version or of none. */
export interface ShelfName {
  /** Empty for the default version of each collection. */
  readonly version: string;
  readonly locale: string;
}

/** Docs that are searched together: an index of its own, so that other versions and languages do not weigh on its ranking. */
export interface Shelf extends ShelfName {
  readonly engine: MinisearchEngine;
}

/** An engine with the shelves that a snapshot keeps. */
export interface ShelvedEngine extends SearchEngine {
  readonly shelves: readonly Shelf[];
}

export interface ShelvedDocs {
  readonly pages: readonly Page[];
  readonly editions: readonly Editions[];
}

/** Indexes pages, a shelf for each version and language. `previous` makes it quick where most pages are the same objects as before. */
export async function buildShelves(
  { pages, editions }: ShelvedDocs,
  settings: SearchSettings,
  previous?: ShelvedEngine,
): Promise<ShelvedEngine> {
  const shelves: Shelf[] = [];
  for (const name of shelfNames(pages, editions)) {
    const own = pages.filter((page) => isOn(page, name, editions));
    const before = previous?.shelves.find((shelf) => isCalled(shelf, name))?.engine;
    const language = await loadLanguage(name.locale);
    shelves.push({ ...name, engine: buildEngine(own, { ...settings, language }, before) });
  }
  return shelvedEngine(shelves, editions);
}

/** An engine over shelves that were built before. */
export async function restoreShelves(
  stored: readonly (ShelfName & { readonly state: EngineState })[],
  editions: readonly Editions[],
  settings: SearchSettings,
): Promise<ShelvedEngine> {
  const shelves = await Promise.all(
    stored.map(async ({ version, locale, state }) => {
      const language = await loadLanguage(locale);
      return { version, locale, engine: engineOf(state, { ...settings, language }) };
    }),
  );
  return shelvedEngine(shelves, editions);
}

function shelvedEngine(shelves: readonly Shelf[], editions: readonly Editions[]): ShelvedEngine {
  const pages = [...new Set(shelves.flatMap(({ engine }) => engine.pages))];
  const searching: Searching = { shelves, editions };
  return {
    shelves,
    editions,
    pages,
    section: (id) => firstOf(shelves, ({ engine }) => engine.section(id)),
    search: (query, options) => search(query, options, searching),
    suggest: (text, options) => suggest(text, options, searching),
  };
}

interface Searching {
  readonly shelves: readonly Shelf[];
  readonly editions: readonly Editions[];
}

function search(query: string, options: SearchOptions, searching: Searching): Found {
  const found = chosenShelves(options, searching).map(({ engine, collections }) =>
    engine.search(query, { limit: options.limit, collections }),
  );
  const [best = NOTHING, ...others] = found.sort((a, b) => b.confidence - a.confidence);
  if (others.length === 0) return best;
  const hits = found.flatMap((one) => one.hits).sort((a, b) => b.score - a.score);
  return { ...best, hits: hits.slice(0, options.limit) };
}

const NOTHING: Found = { hits: [], confidence: 0, didYouMean: '', match: () => [] };

function suggest(text: string, options: SearchOptions, searching: Searching): readonly SectionOnPage[] {
  const { limit } = options;
  const found = chosenShelves(options, searching).map(({ engine, collections }) =>
    engine.suggest(text, { limit, collections }),
  );
  // The best of each shelf come first, since no score tells one shelf's from another's.
  return Array.from({ length: limit }, (_, rank) => found.flatMap((list) => list[rank] ?? []))
    .flat()
    .slice(0, limit);
}

interface Chosen {
  readonly engine: MinisearchEngine;
  /** Empty for all that the shelf holds. */
  readonly collections: readonly string[];
}

/** The shelves that hold the version asked for, each with the collections that are searched in its language. */
function chosenShelves(
  { collections, version, locale }: SearchOptions,
  { shelves, editions }: Searching,
): Chosen[] {
  const asked = editions.filter(
    ({ collection }) => collections.length === 0 || collections.includes(collection),
  );
  const name = isDefault(version, editions) ? '' : version;
  const wanted = (version === '' ? defaultEditions(asked) : asked).map((one) => ({
    name: one.collection,
    locale: chosenLocale(locale, one.locales),
  }));
  return shelves
    .filter((shelf) => shelf.version === name)
    .flatMap(({ engine, locale: language }) => {
      const own = wanted.filter((one) => one.locale === language).map((one) => one.name);
      if (own.length === 0) return [];
      return [{ engine, collections: own.length === editions.length ? [] : own }];
    });
}

/** The default version of each collection first, then each other version, in every language that has pages of it. */
function shelfNames(pages: readonly Page[], editions: readonly Editions[]): ShelfName[] {
  const versions = new Set(editions.flatMap((one) => one.versions));
  const locales = new Set(editions.flatMap((one) => one.locales));
  const others = [...versions].filter((version) => !isDefault(version, editions));
  return ['', ...others].flatMap((version) =>
    Array.from(locales, (locale) => ({ version, locale })).filter((name) =>
      pages.some((page) => isOn(page, name, editions)),
    ),
  );
}

/** Whether asking for a version is asking for what is there by default. */
function isDefault(version: string, editions: readonly Editions[]): boolean {
  const versioned = editions.filter(({ versions }) => versions.length > 0);
  return versioned.every(({ versions }) => versions[0] === version) || version === '';
}

/** What has no version is on the shelf of each. */
function isOn(page: Page, { version, locale }: ShelfName, editions: readonly Editions[]): boolean {
  if (page.locale !== locale) return false;
  if (page.version === '') return true;
  const wanted =
    version || editions.find(({ collection }) => collection === page.collection)?.versions[0] || '';
  return page.version === wanted;
}

function isCalled(shelf: ShelfName, { version, locale }: ShelfName): boolean {
  return shelf.version === version && shelf.locale === locale;
}

function firstOf<Item, Result>(
  items: readonly Item[],
  read: (item: Item) => Result | undefined,
): Result | undefined {
  for (const item of items) {
    const result = read(item);
    if (result !== undefined) return result;
  }
  return undefined;
}
