import type { EntrySearch, EntrySearchOptions, FoundEntries } from '../core/entry-search.ts';
import { dateOf } from '../core/entry.ts';
import type { StoredEntry } from '../core/entry.ts';
import { buildSegments } from './candidates.ts';
import type { Segment } from './candidates.ts';
import { confidenceOf } from './confidence.ts';
import type { EngineSettings } from './engine.ts';
import { indexEntries } from './entry-pages.ts';
import type { IndexedEntry } from './entry-pages.ts';
import { english } from './languages/english.ts';
import { createLexicon } from './lexicon.ts';
import { indexPages } from './page-index.ts';
import type { PageIndex } from './page-index.ts';
import { readQuery } from './query.ts';
import type { Lexicon, ReadQuery } from './query.ts';
import { rankPages } from './rank.ts';
import type { RankedPage } from './rank.ts';
import { createRanker, isIn } from './ranker.ts';
import type { Ranker } from './ranker.ts';

/** What a successor takes over. */
interface EntriesState {
  readonly entries: readonly IndexedEntry[];
  readonly index: PageIndex;
  readonly segments: readonly Segment[];
}

/** So many more candidates are ranked than entries are wanted: the index proposes them by a rougher measure. */
const SPARE = 60;
/** The newest entries with a word of the question in their titles that are looked at. */
const TITLES = 200;
/** An entry that is less sure than this share of the best one only shares a word with it. */
const FITTING = 0.5;
/** Of entries that fit nearly as well as the best one, the newest comes first. */
const AS_GOOD = 0.9;
/** A title is about what is asked where this share of it is asked for, or where it holds nearly all of several words. */
const TITLED = { asked: 0.5, covered: 0.79, words: 2 } as const;

const states = new WeakMap<EntrySearch, EntriesState>();

/** Indexes entries as the docs are. `previous` makes it quick where most entries say the same as before. */
export function buildEntrySearch(
  entries: readonly StoredEntry[],
  { synonyms, language = english }: EngineSettings,
  previous?: EntrySearch,
): EntrySearch {
  const earlier = previous && states.get(previous);
  const before = earlier?.index.language === language.code ? earlier : undefined;
  const indexed = indexEntries(entries.toSorted(byDate), before?.entries);
  const pages = indexed.map(({ page }) => page);
  // Entries are told apart by confidence and date, not by scores, so nothing is indexed that only scores need.
  const index = indexPages(pages, { language, linkText: false, latent: false }, before?.index);
  const segments = buildSegments(pages, index.analysed, before?.segments);
  const searching: Searching = {
    entries: indexed.map(({ entry }) => entry),
    index,
    lexicon: createLexicon(index, { synonyms, language }),
    rank: createRanker({ index, segments }),
    titles: titleTerms(index),
  };
  const built: EntrySearch = {
    search: (query, options) => search(query, options, searching),
    titled: (query, options) => titled(query, options, searching),
    latest: (options) => latest(searching.entries, options),
  };
  states.set(built, { entries: indexed, index, segments });
  return built;
}

interface Searching {
  /** Newest first, each the page of the same number. */
  readonly entries: readonly StoredEntry[];
  readonly index: PageIndex;
  readonly lexicon: Lexicon;
  readonly rank: Ranker;
  /** The numbers of the entries whose title holds a term, by its id. */
  readonly titles: ReadonlyMap<number, readonly number[]>;
}

function search(
  text: string,
  { limit, feeds }: EntrySearchOptions,
  { entries, lexicon, rank }: Searching,
): FoundEntries {
  const query = readQuery(text, lexicon);
  return chosen(rank(query, feeds, limit + SPARE), { query, entries, limit });
}

function titled(
  text: string,
  { limit, feeds }: EntrySearchOptions,
  { entries, index, lexicon, titles }: Searching,
): FoundEntries {
  // A word that titles do not hold is more likely one of the docs than a misspelt one.
  const query = readQuery(text, { ...lexicon, similar: () => [] });
  const ids = query.concepts.flatMap(({ alternatives }) => alternatives.flatMap((one) => one.ids));
  const holding = new Set(ids.flatMap((id) => titles.get(id) ?? []));
  const asked = [...holding].filter((number) => isIn(index.pages[number], feeds)).sort((a, b) => a - b);
  const ranked = rankPages(index, query, asked.slice(0, TITLES));
  return chosen(
    ranked.filter((page) => isTitled(page, query)),
    { query, entries, limit },
  );
}

function isTitled({ title }: RankedPage, { concepts }: ReadQuery): boolean {
  const { asked, covered } = title();
  return asked >= TITLED.asked || (concepts.length >= TITLED.words && covered >= TITLED.covered);
}

interface Choosing {
  readonly query: ReadQuery;
  readonly entries: readonly StoredEntry[];
  readonly limit: number;
}

function chosen(ranked: readonly RankedPage[], { query, entries, limit }: Choosing): FoundEntries {
  const found = ranked.flatMap(({ page, evidence }) => {
    const entry = entries[page];
    return entry === undefined ? [] : [{ entry, confidence: confidenceOf(evidence, query) }];
  });
  const most = Math.max(0, ...found.map(({ confidence }) => confidence));
  const isBest = ({ confidence }: { confidence: number }): boolean => confidence >= most * AS_GOOD;
  const best = found.filter(isBest).sort((a, b) => byDate(a.entry, b.entry));
  const others = found
    .filter((one) => !isBest(one) && one.confidence >= most * FITTING)
    .sort((a, b) => b.confidence - a.confidence);
  return {
    entries: [...best, ...others].slice(0, limit).map(({ entry }) => entry),
    confidence: best[0]?.confidence ?? 0,
  };
}

function latest(newest: readonly StoredEntry[], { limit, feeds }: EntrySearchOptions): StoredEntry[] {
  const found: StoredEntry[] = [];
  for (const entry of newest) {
    if (found.length >= limit) break;
    if (feeds.length === 0 || feeds.includes(entry.feed)) found.push(entry);
  }
  return found;
}

function titleTerms({ analysed, stops }: PageIndex): ReadonlyMap<number, readonly number[]> {
  const titles = new Map<number, number[]>();
  analysed.forEach(({ title }, number) => {
    for (const id of new Set(title)) {
      if (stops[id] === 1) continue;
      const holding = titles.get(id);
      if (holding === undefined) titles.set(id, [number]);
      else holding.push(number);
    }
  });
  return titles;
}

function byDate(a: StoredEntry, b: StoredEntry): number {
  return dateOf(b).getTime() - dateOf(a).getTime();
}
