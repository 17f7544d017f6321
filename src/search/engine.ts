import type { Page } from '../core/page.ts';
import type { Found, Hit, SearchEngine, SearchOptions, SectionOnPage } from '../core/search-engine.ts';
import { buildSegments } from './candidates.ts';
import type { Segment } from './candidates.ts';
import { confidenceOf } from './confidence.ts';
import { createDirect } from './direct.ts';
import type { FindDirect } from './direct.ts';
import { english } from './languages/english.ts';
import type { Language } from './languages/language.ts';
import { createMatch } from './match-text.ts';
import { createLexicon } from './lexicon.ts';
import { indexPages } from './page-index.ts';
import type { PageIndex } from './page-index.ts';
import { readQuery } from './query.ts';
import type { Lexicon, ReadQuery } from './query.ts';
import type { RankedPage } from './rank.ts';
import { createRanker } from './ranker.ts';
import type { Ranker } from './ranker.ts';

/** What the config says about searching. */
export interface SearchSettings {
  /** Groups of words and phrases that say the same. */
  readonly synonyms: readonly (readonly string[])[];
  /** Whether the texts of links count for the pages that they lead to. */
  readonly linkText: boolean;
}

/** What an engine is made with. */
export interface EngineSettings extends SearchSettings {
  /** The language of all its pages; English where it is left out. See `loadLanguage`. */
  readonly language?: Language | undefined;
}

/** The parts of an engine that a snapshot keeps and a successor takes over. */
export interface EngineState {
  readonly index: PageIndex;
  readonly segments: readonly Segment[];
}

/** What is searched of one index, which knows nothing of versions and languages. */
export type EngineOptions = Pick<SearchOptions, 'limit' | 'collections'>;

/** An engine with the state that a snapshot keeps. */
export interface MinisearchEngine extends Omit<SearchEngine, 'editions' | 'search' | 'suggest'> {
  search(query: string, options: EngineOptions): Found;
  suggest(text: string, options: EngineOptions): readonly SectionOnPage[];
  readonly state: EngineState;
}

/** Indexes pages. `previous` makes it quick where most pages are the same objects as before, and the language is. */
export function buildEngine(
  pages: readonly Page[],
  settings: EngineSettings,
  previous?: MinisearchEngine,
): MinisearchEngine {
  const { linkText, language = english } = settings;
  const before = previous?.state.index.language === language.code ? previous.state : undefined;
  const index = indexPages(pages, { language, linkText, latent: true }, before?.index);
  return engineOf({ index, segments: buildSegments(pages, index.analysed, before?.segments) }, settings);
}

/** An engine over a state that was built, or restored, before, in the same language. */
export function engineOf(
  state: EngineState,
  { synonyms, language = english }: EngineSettings,
): MinisearchEngine {
  const { index } = state;
  const lexicon = createLexicon(index, { synonyms, language });
  // Most questions need none, and a page that changed should not wait for it.
  let sections: SectionTable | undefined;
  const direct = createDirect(index.pages);
  const rank = createRanker(state);
  return {
    state,
    pages: index.pages,
    section: (id) => (sections ??= sectionTable(index.pages)).get(id),
    suggest: (text, options) => suggest(text, options, { index, lexicon, direct, rank }),
    search: (text, options) => search(text, options, { index, lexicon, direct, rank }),
  };
}

type SectionTable = ReadonlyMap<string, SectionOnPage>;

/** By id. */
function sectionTable(pages: readonly Page[]): SectionTable {
  return new Map(pages.flatMap((page) => page.sections.map((section) => [section.id, { page, section }])));
}

interface Searching {
  readonly index: PageIndex;
  readonly lexicon: Lexicon;
  readonly direct: FindDirect;
  readonly rank: Ranker;
}

function search(
  text: string,
  { limit, collections }: EngineOptions,
  { index, lexicon, direct, rank }: Searching,
): Found {
  const query = readQuery(text, lexicon);
  const ranked = rank(query, collections);
  const hits = ranked.slice(0, limit + 1).flatMap((place) => hitOf(place, index, query));
  const named = direct(text);
  const [best] = ranked;
  const wanted =
    named !== undefined && (collections.length === 0 || collections.includes(named.page.collection));
  const first: Hit[] = wanted
    ? [{ ...named, score: Math.max(1, 2 * (best?.score ?? 0)), terms: [text.trim()] }]
    : [];
  const rest = wanted ? hits.filter((hit) => hit.page !== named.page) : hits;
  return {
    hits: [...first, ...rest].slice(0, limit),
    confidence: wanted ? 1 : best === undefined ? 0 : confidenceOf(best.evidence, query),
    didYouMean: query.didYouMean,
    match: createMatch(termWeights(query, index), lexicon.language),
  };
}

/** The best section of each fitting page, then further sections of the first; without a text, the pages most linked to. */
function suggest(
  text: string,
  { limit, collections }: EngineOptions,
  searching: Searching,
): readonly SectionOnPage[] {
  const { index, lexicon, rank } = searching;
  const query = readQuery(text, lexicon, true);
  if (query.concepts.length === 0) return mostLinked(index, { limit, collections });
  const places = rank(query, collections).flatMap((place) => placeOf(place, index));
  const [first] = places;
  if (first === undefined) return [];
  const further = first.page.sections.filter((section) => section !== first.section);
  return [...places, ...further.map((section) => ({ page: first.page, section }))].slice(0, limit);
}

function mostLinked(index: PageIndex, { limit, collections }: EngineOptions): readonly SectionOnPage[] {
  return index.pages
    .map((page, number) => ({ page, inbound: index.linkTexts[number]?.inbound ?? 0 }))
    .filter(({ page }) => collections.length === 0 || collections.includes(page.collection))
    .sort((a, b) => b.inbound - a.inbound)
    .slice(0, limit)
    .flatMap(({ page }) => page.sections.slice(0, 1).map((section) => ({ page, section })));
}

function placeOf({ page: number, section: sectionNumber }: RankedPage, index: PageIndex): SectionOnPage[] {
  const page = index.pages[number];
  const section = page?.sections[sectionNumber];
  return page === undefined || section === undefined ? [] : [{ page, section }];
}

function hitOf(ranked: RankedPage, index: PageIndex, query: ReadQuery): Hit[] {
  const terms = ranked.present().flatMap((number) => query.concepts[number]?.surface ?? []);
  return placeOf(ranked, index).map((place) => ({ ...place, score: ranked.score, terms }));
}

function termWeights(query: ReadQuery, index: PageIndex): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const { alternatives, idf } of query.concepts) {
    for (const id of alternatives.flatMap(({ ids }) => tellingOf(ids, index))) {
      const term = index.vocabulary.terms[id] ?? '';
      weights.set(term, Math.max(weights.get(term) ?? 0, Math.min(idf, index.idf[id] ?? 0)));
    }
  }
  return weights;
}

/** Of a phrase, such as a synonym, the words that say something: a mark on each “for” would mark everything. */
function tellingOf(ids: readonly number[], { stops }: PageIndex): readonly number[] {
  return ids.length > 1 ? ids.filter((id) => stops[id] !== 1) : ids;
}
