import type { Editions } from './editions.ts';
import type { Page, Section } from './page.ts';

/** Searches the sections of an index. Immutable and synchronous: re-indexing builds a new one. */
export interface SearchEngine {
  /** Every page of the index, of all versions and languages. */
  readonly pages: readonly Page[];
  /** Of each collection. */
  readonly editions: readonly Editions[];
  /** The best sections, one page after another; never throws for any text. */
  search(query: string, options: SearchOptions): Found;
  /** Sections whose titles complete what somebody is typing, best first. */
  suggest(text: string, options: SearchOptions): readonly SectionOnPage[];
  /** The section with this id; undefined when the docs have it no more. */
  section(id: string): SectionOnPage | undefined;
}

export interface SearchOptions {
  /** The most hits wanted, at least 1. */
  readonly limit: number;
  /** Only these collections; empty for all. */
  readonly collections: readonly string[];
  /** Only this version, and what has none; empty for each collection's default. A collection that has others only is left out. */
  readonly version: string;
  /** The language that is preferred, as a BCP 47 tag; a collection that has no docs in it is searched in its default. */
  readonly locale: string;
}

export interface SectionOnPage {
  readonly page: Page;
  readonly section: Section;
}

export interface Found {
  /** Best first. */
  readonly hits: readonly Hit[];
  /** 0 to 1: how likely it is that the best hit answers the question; comparable between questions. */
  readonly confidence: number;
  /** The query with its misspelt words replaced by words that the docs know; empty when there is none. */
  readonly didYouMean: string;
  /** Where a text holds the words of the query, in order, not overlapping. */
  readonly match: MatchText;
}

export interface Hit extends SectionOnPage {
  readonly score: number;
  /** The words of the query that this section or its page holds, as they were asked. */
  readonly terms: readonly string[];
}

export type MatchText = (text: string) => readonly Span[];

/** A stretch of a text that matches the query, in UTF-16 units, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** How telling the matched word is, above 0: its inverse document frequency. */
  readonly weight: number;
}
