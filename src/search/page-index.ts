import type { Page } from '../core/page.ts';
import { analysePage } from './analysis.ts';
import type { AnalysedPage, Terms } from './analysis.ts';
import { countPages } from './count-pages.ts';
import { changeOf } from './index-change.ts';
import type { Change } from './index-change.ts';
import { buildLatentSpace, NO_LATENT_SPACE, project } from './latent.ts';
import type { LatentSpace, WeightedTerms } from './latent.ts';
import { collectLinkTexts } from './link-texts.ts';
import type { LinkTexts } from './link-texts.ts';
import type { Language } from './languages/language.ts';
import { stopTerms } from './stop-terms.ts';
import { Vocabulary } from './vocabulary.ts';

/** Everything that ranking reads: the pages as numbers, and statistics over all of them. */
export interface PageIndex {
  /** The code of the language in which the pages were analysed. */
  readonly language: string;
  readonly pages: readonly Page[];
  readonly analysed: readonly AnalysedPage[];
  readonly vocabulary: Vocabulary;
  /** One entry a page. */
  readonly linkTexts: readonly LinkTexts[];
  /** The number of pages that hold a term, by term id. */
  readonly frequency: Int32Array;
  /** Inverse document frequency over pages, by term id; 0 for a term that no page holds. */
  readonly idf: Float32Array;
  /** 1 for the ids of stop words. */
  readonly stops: Uint8Array;
  /** The mean number of words of prose. */
  readonly sectionLength: number;
  readonly pageLength: number;
  readonly latent: LatentSpace;
  /** The number of pages that changed since the latent space was made. */
  readonly drift: number;
  /** One unit vector a page, `latent.dimensions` long. */
  readonly vectors: Float32Array;
}

/** A latent space serves until this share of the pages has changed since it was made, in one edit or in many. */
const LATENT_DRIFT = 0.1;

export interface IndexOptions {
  readonly language: Language;
  /** Whether the texts of links count for the pages that they lead to. */
  readonly linkText: boolean;
  /** Whether it is learnt which words keep the same company: it changes scores, not the confidence, and takes the longest. */
  readonly latent: boolean;
}

/** Analyses pages; takes from `previous`, of the same language, what it knows about those that have not changed. */
export function indexPages(
  pages: readonly Page[],
  { language, linkText, latent: isLatent }: IndexOptions,
  previous?: PageIndex,
): PageIndex {
  const vocabulary = previous?.vocabulary ?? new Vocabulary();
  const change = changeOf(pages, previous);
  const analysed = pages.map(
    (page, number) => change.analysedBefore(number) ?? analysePage(page, { language, vocabulary }),
  );
  const frequency = countPages(analysed, { size: vocabulary.size, change, previous });
  const idf = inverseFrequencies(frequency, pages.length);
  const stops = stopTerms(vocabulary, language, previous?.stops);
  const drift = (previous?.drift ?? 0) + change.fresh.length;
  const keep = previous !== undefined && drift <= previous.pages.length * LATENT_DRIFT;
  const weigh = (page: AnalysedPage): WeightedTerms => weighTerms(page, idf, stops);
  const space: Space = !isLatent
    ? { latent: NO_LATENT_SPACE, vectors: new Float32Array() }
    : keep
      ? movedVectors(analysed, { change, previous, weigh })
      : newSpace(analysed.map(weigh), vocabulary.size);
  return {
    language: language.code,
    pages,
    analysed,
    vocabulary,
    linkTexts: linkTextsOf(pages, {
      change,
      previous,
      terms: linkText ? { language, vocabulary } : undefined,
    }),
    frequency,
    idf,
    stops,
    ...meanLengths(analysed),
    ...space,
    drift: keep ? drift : 0,
  };
}

type Space = Pick<PageIndex, 'latent' | 'vectors'>;

function newSpace(texts: readonly WeightedTerms[], termCount: number): Space {
  const latent = latentSpaceOf(texts, termCount);
  return { latent, vectors: projectAll(texts, latent) };
}

interface Moving {
  readonly change: Change;
  readonly previous: PageIndex;
  readonly weigh: (page: AnalysedPage) => WeightedTerms;
}

/** Among fewer pages than this, one that changes makes words of others more or less telling, and all are placed again. */
const MANY_PAGES = 1_000;

/** Pages keep their places in the space; of many, how telling a word is changes little by a few others. */
function movedVectors(analysed: readonly AnalysedPage[], { change, previous, weigh }: Moving): Space {
  const { latent } = previous;
  const { dimensions } = latent;
  const vectors = new Float32Array(analysed.length * dimensions);
  analysed.forEach((page, number) => {
    const before = change.numberBefore(number);
    const vector =
      before === undefined || analysed.length < MANY_PAGES
        ? project(latent, weigh(page))
        : previous.vectors.subarray(before * dimensions, (before + 1) * dimensions);
    vectors.set(vector, number * dimensions);
  });
  return { latent, vectors };
}

interface LinkTextsOptions {
  readonly change: Change;
  readonly previous: PageIndex | undefined;
  /** Undefined where the texts do not count. */
  readonly terms: Terms | undefined;
}

/** Most changes of a page leave its links and its addresses as they are. */
function linkTextsOf(
  pages: readonly Page[],
  { change, previous, terms }: LinkTextsOptions,
): readonly LinkTexts[] {
  return previous !== undefined && change.isLinkedAsBefore
    ? previous.linkTexts
    : collectLinkTexts(pages, terms);
}

function latentSpaceOf(texts: readonly WeightedTerms[], termCount: number): LatentSpace {
  return texts.length === 0 ? NO_LATENT_SPACE : buildLatentSpace(texts, termCount);
}

function inverseFrequencies(frequency: Int32Array, pageCount: number): Float32Array {
  const idf = new Float32Array(frequency.length);
  for (let id = 0; id < idf.length; id += 1) idf[id] = inverseFrequency(frequency[id] ?? 0, pageCount);
  return idf;
}

/** Okapi's inverse document frequency in the form that is never negative. */
export function inverseFrequency(frequency: number, pageCount: number): number {
  return frequency === 0 ? 0 : Math.log(1 + (pageCount - frequency + 0.5) / (frequency + 0.5));
}

function weighTerms(page: AnalysedPage, idf: Float32Array, stops: Uint8Array): WeightedTerms {
  const counts = new Map<number, number>();
  const count = (field: Int32Array, by: number): void => {
    for (const id of field) if (stops[id] !== 1) counts.set(id, (counts.get(id) ?? 0) + by);
  };
  count(page.title, 2);
  count(page.trail, 1);
  count(page.description, 1);
  for (const section of page.sections) {
    count(section.heading, 2);
    count(section.body, 1);
    count(section.names, 0.5);
    count(section.code, 0.25);
  }
  const ids = Int32Array.from(counts.keys());
  const weights = Float32Array.from(ids, (id) => Math.log1p(counts.get(id) ?? 0) * (idf[id] ?? 0));
  const length = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0)) || 1;
  return { ids, weights: weights.map((weight) => weight / length) };
}

function projectAll(texts: readonly WeightedTerms[], latent: LatentSpace): Float32Array {
  const vectors = new Float32Array(texts.length * latent.dimensions);
  texts.forEach((text, index) => vectors.set(project(latent, text), index * latent.dimensions));
  return vectors;
}

function meanLengths(analysed: readonly AnalysedPage[]): { sectionLength: number; pageLength: number } {
  let [words, sections] = [0, 0];
  for (const page of analysed) {
    sections += page.sections.length;
    for (const { body } of page.sections) words += body.length;
  }
  return {
    sectionLength: Math.max(1, words / Math.max(1, sections)),
    pageLength: Math.max(1, words / Math.max(1, analysed.length)),
  };
}
