import type { EntrySearch, EntrySearchOptions, FoundEntries } from '../core/entry-search.ts';
import { dateOf } from '../core/entry.ts';
import type { StoredEntry } from '../core/entry.ts';
import type { Page } from '../core/page.ts';
import { buildSegments } from './candidates.ts';
import { engineOf } from './engine.ts';
import type { FittingPage, MinisearchEngine, SearchSettings } from './engine.ts';
import { indexPages } from './page-index.ts';

/** What a successor takes over. */
interface EntriesState {
  readonly engine: MinisearchEngine;
  /** Every entry with the page that it is searched as, by its key. */
  readonly known: ReadonlyMap<string, Indexed>;
}

interface Indexed {
  readonly entry: StoredEntry;
  readonly page: Page;
}

/** Entries are short, and the newest of those that fit are wanted: more of them are ranked than pages of docs. */
const CANDIDATES = 500;
/** An entry that is as sure as this share of the best one only shares a word with it. */
const FITTING = 0.5;
/** Of entries that fit nearly as well as the best one, the newest comes first. */
const AS_GOOD = 0.9;
/** A title is about what is asked where this share of it is asked for, or where it holds nearly all of several words. */
const TITLED = { asked: 0.5, covered: 0.79, words: 2 } as const;

const states = new WeakMap<EntrySearch, EntriesState>();

/** Indexes entries by the engine of the docs. `previous` makes it quick where most entries say the same as before. */
export function buildEntrySearch(
  entries: readonly StoredEntry[],
  settings: SearchSettings,
  previous?: EntrySearch,
): EntrySearch {
  const before = previous && states.get(previous);
  const known = indexedEntries(entries, before?.known);
  const indexed = [...known.values()];
  const pages = indexed.map(({ page }) => page);
  const engine = buildEntryEngine(pages, settings, before?.engine);
  const byPage = new Map(indexed.map(({ entry, page }) => [page, entry]));
  const newest = indexed.map(({ entry }) => entry).sort(byDate);
  const built: EntrySearch = {
    search: (query, options) => search(query, options, { engine, byPage }),
    latest: ({ limit, feeds }) => newest.filter(({ feed }) => isAsked(feeds, feed)).slice(0, limit),
  };
  states.set(built, { engine, known });
  return built;
}

/** Entries are told apart by confidence and date, not by scores, so nothing is indexed that only scores need. */
function buildEntryEngine(
  pages: readonly Page[],
  settings: SearchSettings,
  previous: MinisearchEngine | undefined,
): MinisearchEngine {
  const index = indexPages(pages, { linkText: false, latent: false }, previous?.state.index);
  const segments = buildSegments(pages, index.analysed, previous?.state.segments);
  return engineOf({ index, segments }, settings);
}

interface Searching {
  readonly engine: MinisearchEngine;
  readonly byPage: ReadonlyMap<Page, StoredEntry>;
}

interface Fitting extends FittingPage {
  readonly entry: StoredEntry;
}

function search(
  query: string,
  { limit, feeds }: EntrySearchOptions,
  { engine, byPage }: Searching,
): FoundEntries {
  const fitting = engine
    .fitting(query, { limit: CANDIDATES, collections: feeds })
    .flatMap((one): Fitting[] => {
      const entry = byPage.get(one.page);
      return entry === undefined ? [] : [{ ...one, entry }];
    });
  const most = Math.max(0, ...fitting.map(({ confidence }) => confidence));
  const best = fitting.filter(({ confidence }) => confidence >= most * AS_GOOD);
  best.sort((a, b) => byDate(a.entry, b.entry));
  const others = fitting.filter((one) => one.confidence >= most * FITTING && !best.includes(one));
  others.sort((a, b) => b.confidence - a.confidence);
  const [first] = best;
  return {
    entries: [...best, ...others].slice(0, limit).map(({ entry }) => entry),
    confidence: first?.confidence ?? 0,
    isTitled: first !== undefined && isTitled(first),
  };
}

function isTitled({ title, words }: FittingPage): boolean {
  return title.asked >= TITLED.asked || (words >= TITLED.words && title.covered >= TITLED.covered);
}

function isAsked(feeds: readonly string[], feed: string): boolean {
  return feeds.length === 0 || feeds.includes(feed);
}

function byDate(a: StoredEntry, b: StoredEntry): number {
  return dateOf(b).getTime() - dateOf(a).getTime();
}

/** An entry that says what it said before keeps its page, by which the engine knows it. */
function indexedEntries(
  entries: readonly StoredEntry[],
  earlier: ReadonlyMap<string, Indexed> = new Map(),
): ReadonlyMap<string, Indexed> {
  return new Map(
    entries.map((entry) => {
      const key = keyOf(entry);
      const before = earlier.get(key);
      const isSame = before !== undefined && textOf(before.entry) === textOf(entry);
      return [key, { entry, page: isSame ? before.page : pageOf(entry) }];
    }),
  );
}

/** Ids are unique within a feed only. */
function keyOf({ feed, id }: StoredEntry): string {
  return JSON.stringify([feed, id]);
}

/** All that the page of an entry is made of. */
function textOf({ title, url, markdown, version, package: name, breaking, prerelease }: StoredEntry): string {
  return JSON.stringify([title, url, markdown, version, name, breaking, prerelease]);
}

/** An entry as a page with one section. */
function pageOf(entry: StoredEntry): Page {
  const { feed, title, url, markdown, version, breaking, prerelease } = entry;
  const marks = [breaking ? 'breaking change' : '', prerelease ? 'prerelease' : ''];
  return {
    collection: feed,
    file: '',
    url,
    title,
    description: '',
    keywords: [entry.package, version, ...marks].filter((word) => word !== ''),
    trail: [feed],
    links: [],
    sections: [{ id: keyOf(entry), heading: title, level: 0, line: 1, trail: [feed], url, markdown }],
  };
}
