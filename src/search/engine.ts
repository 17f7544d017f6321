import type { Page } from '../core/page.ts';
import type { Found, Hit, SearchEngine, SearchOptions, SectionOnPage } from '../core/search-engine.ts';
import { buildSegments, findCandidates } from './candidates.ts';
import type { Segment } from './candidates.ts';
import { confidenceOf } from './confidence.ts';
import { createDirect } from './direct.ts';
import { createMatch } from './match-text.ts';
import { indexPages, inverseFrequency } from './page-index.ts';
import type { PageIndex } from './page-index.ts';
import { hasPhrases } from './phrases.ts';
import { readQuery } from './query.ts';
import type { Lexicon, ReadQuery } from './query.ts';
import { rankPages } from './rank.ts';
import type { RankedPage, TitleFit } from './rank.ts';
import { createSynonyms } from './synonyms.ts';
import { createWordTree } from './word-tree.ts';

/** What the config says about searching. */
export interface SearchSettings {
  /** Groups of words and phrases that say the same. */
  readonly synonyms: readonly (readonly string[])[];
  /** Whether the texts of links count for the pages that they lead to. */
  readonly linkText: boolean;
}

/** The parts of an engine that a snapshot keeps and a successor takes over. */
export interface EngineState {
  readonly index: PageIndex;
  readonly segments: readonly Segment[];
}

/** An engine with the state that a snapshot keeps. */
export interface MinisearchEngine extends SearchEngine {
  readonly state: EngineState;
  /** At most `limit` pages that hold words of a text, best first, each with how likely it is about that. */
  fitting(text: string, options: SearchOptions): readonly FittingPage[];
}

export interface FittingPage {
  readonly page: Page;
  /** As of the first hit of a search. */
  readonly confidence: number;
  readonly title: TitleFit;
  /** How many words of the text say something. */
  readonly words: number;
}

/** Candidates are looked for by the most telling words; the others only make the list of sections to sort longer. */
const CANDIDATE_WORDS = 3;
const CANDIDATE_PAGES = 250;

/** Pages that are ranked: the right one is among the first sixty candidates for 98 to 100 % of questions. */
const CANDIDATES = 60;

/** Indexes pages. `previous` makes it quick where most pages are the same objects as before. */
export function buildEngine(
  pages: readonly Page[],
  settings: SearchSettings,
  previous?: MinisearchEngine,
): MinisearchEngine {
  const index = indexPages(pages, { linkText: settings.linkText, latent: true }, previous?.state.index);
  return engineOf(
    { index, segments: buildSegments(pages, index.analysed, previous?.state.segments) },
    settings,
  );
}

/** An engine over a state that was built, or restored, before. */
export function engineOf(state: EngineState, settings: SearchSettings): MinisearchEngine {
  const { index } = state;
  const numbers = new Map(index.pages.map((page, number) => [page, number]));
  const sections = new Map(
    index.pages.flatMap((page) => page.sections.map((section) => [section.id, { page, section }])),
  );
  const lexicon = createLexicon(index, settings);
  const direct = createDirect(index.pages);

  const candidates = (query: ReadQuery, limit: number, accept: (page: number) => boolean): number[] => {
    const found = findCandidates(state.segments, tellingIds(query, index), {
      limit,
      accept: (page) => accept(numbers.get(page) ?? -1),
    });
    return Array.from(found, (page) => numbers.get(page) ?? -1);
  };
  const rank = (query: ReadQuery, collections: readonly string[], limit = CANDIDATES): RankedPage[] => {
    // A segment keeps pages that the index has no more.
    const isAsked = (number: number): boolean => {
      const page = index.pages[number];
      return page !== undefined && (collections.length === 0 || collections.includes(page.collection));
    };
    const isExact = (number: number): boolean =>
      isAsked(number) && hasPhrases(index.analysed[number], query.phrases);
    const exact = query.phrases.length > 0 ? candidates(query, limit, isExact) : [];
    return rankPages(index, query, exact.length > 0 ? exact : candidates(query, limit, isAsked));
  };

  return {
    state,
    pages: index.pages,
    section: (id) => sections.get(id),
    suggest: (text, options) => suggest(text, options, { index, lexicon, direct, rank }),
    search: (text, options) => search(text, options, { index, lexicon, direct, rank }),
    fitting: (text, { limit, collections }) => {
      const query = readQuery(text, lexicon);
      const words = query.concepts.length;
      return rank(query, collections, limit).flatMap(({ page: number, evidence, title }) => {
        const page = index.pages[number];
        const confidence = confidenceOf(evidence, query);
        return page === undefined ? [] : [{ page, confidence, title: title(), words }];
      });
    },
  };
}

interface Searching {
  readonly index: PageIndex;
  readonly lexicon: Lexicon;
  readonly direct: (question: string) => SectionOnPage | undefined;
  readonly rank: (query: ReadQuery, collections: readonly string[]) => RankedPage[];
}

function search(
  text: string,
  { limit, collections }: SearchOptions,
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
    match: createMatch(termWeights(query, index)),
  };
}

/** The best section of each fitting page, then further sections of the first; without a text, the pages most linked to. */
function suggest(
  text: string,
  { limit, collections }: SearchOptions,
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

function mostLinked(index: PageIndex, { limit, collections }: SearchOptions): readonly SectionOnPage[] {
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

/** The ids to look for candidates by: the rarest first, until they stand on some hundred pages. */
function tellingIds(query: ReadQuery, index: PageIndex): readonly number[] {
  const all = new Set(query.concepts.flatMap(({ alternatives }) => alternatives.flatMap((one) => one.ids)));
  const frequency = (id: number): number => index.frequency[id] ?? 0;
  const chosen: number[] = [];
  let pages = 0;
  for (const id of [...all].sort((a, b) => frequency(a) - frequency(b))) {
    if (chosen.length >= CANDIDATE_WORDS && pages >= CANDIDATE_PAGES) break;
    chosen.push(id);
    pages += frequency(id);
  }
  return chosen;
}

function createLexicon(index: PageIndex, settings: SearchSettings): Lexicon {
  const idf = (id: number): number => index.idf[id] ?? 0;
  return {
    id: (term) => index.vocabulary.id(term),
    idf,
    unknownIdf: inverseFrequency(1, index.pages.length),
    ...createWordTree(index.vocabulary, idf),
    synonyms: createSynonyms(settings.synonyms),
  };
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
