import type { Page } from '../core/page.ts';
import { findCandidates } from './candidates.ts';
import type { Segment } from './candidates.ts';
import type { PageIndex } from './page-index.ts';
import { hasPhrases } from './phrases.ts';
import type { ReadQuery } from './query.ts';
import { rankPages } from './rank.ts';
import type { RankedPage } from './rank.ts';

/** Ranks the pages of some collections, or of all, best first; at most about `limit` of them. */
export type Ranker = (query: ReadQuery, collections: readonly string[], limit?: number) => RankedPage[];

/** Candidates are looked for by the most telling words; the others only make the list of sections to sort longer. */
const CANDIDATE_WORDS = 3;
const CANDIDATE_PAGES = 250;

/** Pages that are ranked: the right one is among the first sixty candidates for 98 to 100 % of questions. */
const CANDIDATES = 60;

/** Makes it for an index with its segments. */
export function createRanker({
  index,
  segments,
}: {
  readonly index: PageIndex;
  readonly segments: readonly Segment[];
}): Ranker {
  const numbers = new Map(index.pages.map((page, number) => [page, number]));
  // A segment keeps pages that the index has no more.
  const numberOf = (page: Page): number => numbers.get(page) ?? -1;
  return (query, collections, limit = CANDIDATES) => {
    const ids = tellingIds(query, index);
    const candidates = (accept: (page: number) => boolean): number[] =>
      Array.from(
        findCandidates(segments, ids, { limit, accept: (page) => accept(numberOf(page)) }),
        numberOf,
      );
    const isAsked = (number: number): boolean => isIn(index.pages[number], collections);
    const isExact = (number: number): boolean =>
      isAsked(number) && hasPhrases(index.analysed[number], query.phrases);
    const exact = query.phrases.length > 0 ? candidates(isExact) : [];
    return rankPages(index, query, exact.length > 0 ? exact : candidates(isAsked));
  };
}

/** Whether a page is one of these collections; none stands for all. */
export function isIn(page: Page | undefined, collections: readonly string[]): boolean {
  return page !== undefined && (collections.length === 0 || collections.includes(page.collection));
}

/** The ids to look for candidates by: the rarest first, until they stand on some hundred pages. */
function tellingIds(query: ReadQuery, index: PageIndex): readonly number[] {
  const alternatives = query.concepts.flatMap((concept) => concept.alternatives);
  const all = new Set(alternatives.flatMap(({ ids, isCompound }) => (isCompound === true ? [] : ids)));
  const frequency = (id: number): number => index.frequency[id] ?? 0;
  const chosen: number[] = [];
  let pages = 0;
  for (const id of [...all].sort((a, b) => frequency(a) - frequency(b))) {
    if (chosen.length >= CANDIDATE_WORDS && pages >= CANDIDATE_PAGES) break;
    chosen.push(id);
    pages += frequency(id);
  }
  return [...chosen, ...compoundIds(query, new Set(chosen))];
}

/** The compounds that hold the words that were chosen; they are rare, and would keep other words out. */
function compoundIds({ concepts }: ReadQuery, chosen: ReadonlySet<number>): readonly number[] {
  const asked = concepts.filter(({ alternatives }) => alternatives[0]?.ids.some((id) => chosen.has(id)));
  const ids = asked.flatMap(({ alternatives }) =>
    alternatives.flatMap((one) => (one.isCompound === true ? one.ids : [])),
  );
  return [...new Set(ids)].filter((id) => !chosen.has(id));
}
