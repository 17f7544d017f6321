import type { AnalysedPage, AnalysedSection } from './analysis.ts';
import { cosine, project } from './latent.ts';
import type { PageIndex } from './page-index.ts';
import { QueryTerms } from './query-terms.ts';
import type { TermCounts } from './query-terms.ts';
import type { ReadQuery } from './query.ts';

/** A page, how well it fits, and its best section. */
export interface RankedPage {
  readonly page: number;
  readonly score: number;
  /** The number of the section on its page. */
  readonly section: number;
  readonly evidence: Evidence;
  /** The query's concepts that the page holds, by number. */
  readonly present: () => readonly number[];
  readonly title: () => TitleFit;
}

/** How a title and a query fit, by idf; each 0 to 1. */
export interface TitleFit {
  /** The share of the title that the query asks for. */
  readonly asked: number;
  /** The share of the query that the title holds. */
  readonly covered: number;
}

/** What tells an answer from the nearest miss; each 0 to 2. */
export interface Evidence {
  readonly page: number;
  readonly section: number;
}

/** How much an occurrence counts in each field, before saturation. */
const SECTION_FIELDS = { heading: 2.5, body: 1, names: 1, code: 0.5 } as const;
const PAGE_FIELDS = { title: 5, trail: 1, description: 2, path: 2, heading: 2, linkText: 2 } as const;
/** A title that the question covers, and that covers the question, but for rounding. */
const WHOLE = 0.99;
const SECTION_LENGTH = 0.6;
const PAGE_LENGTH = 0.5;

/** How much each sign counts; round, since fitted weights did no better on docs that they were not fitted to. */
const SIGNS = {
  page: 0.2,
  section: 0.3,
  secondSection: 0.3,
  /** How much of the title is asked for. */
  title: 0.3,
  /** How much of the question the title with its trail covers, times how much of the title is asked for. */
  titleWithTrail: 0.75,
  exactTitle: 1,
  exactPath: 0.5,
  exactLinkText: 0.3,
  /** The heading that is best covered, both ways. */
  heading: 1,
  description: 0.3,
  proximity: 0.3,
  /** Names of code that are there as they are asked for. */
  name: 1,
  latent: 0.75,
  /** A quarter of the logarithm of the number of pages that link here. */
  inbound: 0.5,
} as const;

/** Scores pages for a question; best first. */
export function rankPages(index: PageIndex, query: ReadQuery, candidates: Iterable<number>): RankedPage[] {
  const terms = new QueryTerms(index, query);
  const direction = project(index.latent, queryTerms(query));
  const ranked = Array.from(candidates, (page) => rankPage({ index, query, terms, direction }, page));
  return ranked.sort((a, b) => b.score - a.score || a.page - b.page);
}

interface Ranking {
  readonly index: PageIndex;
  readonly query: ReadQuery;
  readonly terms: QueryTerms;
  readonly direction: Float32Array;
}

function rankPage(ranking: Ranking, number: number): RankedPage {
  const { index, terms } = ranking;
  const page = analysedPage(index, number);
  const counts = terms.none();
  const { best, second, section, heading, proximity } = rankSections(ranking, number, counts);
  countPageFields(terms, page, counts);
  countLinkTexts(ranking, number, counts);
  const whole = terms.saturated(counts);
  const score =
    SIGNS.name * terms.shareThere(ranking.query.names, counts) +
    SIGNS.page * whole +
    SIGNS.section * best +
    SIGNS.secondSection * second +
    SIGNS.heading * heading +
    SIGNS.proximity * proximity +
    titleScore(ranking, page) +
    linkScore(ranking, number) +
    SIGNS.latent * Math.max(0, cosine(ranking.direction, index.vectors, number));
  return {
    page: number,
    score,
    section: isTitle(ranking, number) ? 0 : section,
    evidence: { page: whole, section: best },
    present: () => terms.present(counts),
    title: () => ({ asked: terms.shareOf(page.title), covered: coverageOf(terms, page.title) }),
  };
}

/** A page that is asked for by its title, and begins with a lead, is opened there. */
function isTitle({ index, query }: Ranking, number: number): boolean {
  return index.analysed[number]?.titleKey === query.key && hasLead(index, number);
}

function hasLead({ pages }: PageIndex, number: number): boolean {
  return pages[number]?.sections[0]?.level === 0;
}

function analysedPage({ analysed }: PageIndex, number: number): AnalysedPage {
  const page = analysed[number];
  if (page === undefined) throw new RangeError(`no page ${number} in the index`);
  return page;
}

interface RankedSections {
  readonly best: number;
  readonly second: number;
  readonly section: number;
  readonly heading: number;
  readonly proximity: number;
}

/** Scores each section on its own words, and adds its counts to those of the page. */
function rankSections(ranking: Ranking, pageNumber: number, pageCounts: TermCounts): RankedSections {
  const { index, terms } = ranking;
  const page = analysedPage(index, pageNumber);
  // The lead's heading is the page's title, which speaks for every section of it, unless it is all that is asked for.
  const first = hasLead(index, pageNumber) ? 1 : 0;
  const words = page.sections.reduce((sum, section) => sum + section.body.length, 0);
  const pageNorm = 1 - PAGE_LENGTH + (PAGE_LENGTH * words) / index.pageLength;
  // The same three for all sections: this loop is most of what a question costs.
  const [inHeading, inBody, counts] = [terms.none(), terms.none(), terms.none()];
  let [best, second, telling, chosen, heading, proximity] = [0, 0, 0, 0, 0, 0];
  page.sections.forEach((section, number) => {
    const found = terms.count(section.heading, inHeading.fill(0), 1);
    if (!countBody(terms, section, inBody.fill(0)) && !found) return;
    const norm = 1 - SECTION_LENGTH + (SECTION_LENGTH * section.body.length) / index.sectionLength;
    for (let slot = 0; slot < counts.length; slot += 1) {
      const [body, head] = [inBody[slot] ?? 0, inHeading[slot] ?? 0];
      counts[slot] = body / norm + SECTION_FIELDS.heading * head;
      pageCounts[slot] = (pageCounts[slot] ?? 0) + (body + PAGE_FIELDS.heading * head) / pageNorm;
    }
    const score = terms.saturated(counts);
    if (score > best) [second, best] = [best, score];
    else if (score > second) second = score;
    const fit = found ? terms.coverage(inHeading) * terms.shareOf(section.heading) : 0;
    heading = Math.max(heading, fit);
    const own = score + (number < first && fit < WHOLE ? 0 : SIGNS.heading * fit);
    if (own > telling) [telling, chosen] = [own, number];
    proximity = Math.max(proximity, terms.proximity(section.body));
  });
  return { best, second, section: chosen, heading, proximity };
}

/** True when the section holds any term of the query. */
function countBody(terms: QueryTerms, section: AnalysedSection, counts: TermCounts): boolean {
  const inBody = terms.count(section.body, counts, SECTION_FIELDS.body);
  const inNames = terms.count(section.names, counts, SECTION_FIELDS.names);
  return terms.count(section.code, counts, SECTION_FIELDS.code) || inBody || inNames;
}

function countPageFields(terms: QueryTerms, page: AnalysedPage, counts: TermCounts): void {
  terms.count(page.title, counts, PAGE_FIELDS.title);
  terms.count(page.trail, counts, PAGE_FIELDS.trail);
  terms.count(page.description, counts, PAGE_FIELDS.description);
  terms.count(page.path, counts, PAGE_FIELDS.path);
}

/** Each further link counts less. */
function countLinkTexts({ index, terms }: Ranking, number: number, counts: TermCounts): void {
  const texts = index.linkTexts[number]?.terms;
  const found = terms.none();
  if (texts === undefined || !terms.count(texts, found, 1)) return;
  for (let slot = 0; slot < found.length; slot += 1)
    counts[slot] = (counts[slot] ?? 0) + PAGE_FIELDS.linkText * Math.log1p(found[slot] ?? 0);
}

function titleScore({ query, terms }: Ranking, page: AnalysedPage): number {
  const asked = terms.shareOf(page.title);
  return (
    SIGNS.title * asked +
    (asked > 0 ? SIGNS.titleWithTrail * asked * coverageOf(terms, page.title, page.trail) : 0) +
    SIGNS.description * coverageOf(terms, page.description) +
    (page.titleKey === query.key ? SIGNS.exactTitle : 0) +
    (page.pathKey === query.key ? SIGNS.exactPath : 0)
  );
}

function coverageOf(terms: QueryTerms, ...fields: readonly Int32Array[]): number {
  const counts = terms.none();
  const found = fields.map((field) => terms.count(field, counts, 1));
  return found.includes(true) ? terms.coverage(counts) : 0;
}

function linkScore({ index, query }: Ranking, number: number): number {
  const links = index.linkTexts[number];
  if (links === undefined) return 0;
  return (
    (SIGNS.inbound * Math.log1p(links.inbound)) / 4 + (links.keys.has(query.key) ? SIGNS.exactLinkText : 0)
  );
}

function queryTerms(query: ReadQuery): { ids: Int32Array; weights: Float32Array } {
  const firsts = query.concepts.flatMap(({ alternatives, idf }) =>
    (alternatives[0]?.ids ?? []).map((id) => ({ id, idf })),
  );
  return {
    ids: Int32Array.from(firsts, ({ id }) => id),
    weights: Float32Array.from(firsts, ({ idf }) => idf),
  };
}
