import type { Excerpt } from './excerpt.ts';

/** What Signpost says, before any platform renders it. */
export type Reply = ResultsReply | SectionReply | HelpReply | FailureReply;

/** `answered`: the first answer is it; `unsure`: it may be; `nothing`: the answers are only the closest headings. */
export type Outcome = 'answered' | 'unsure' | 'nothing';

/** Sections found for a question. */
export interface ResultsReply {
  readonly kind: 'results';
  /** The question as it was searched for. */
  readonly query: string;
  readonly outcome: Outcome;
  /** 0 to 1. */
  readonly confidence: number;
  /** Best first; from `offset` on. */
  readonly answers: readonly Answer[];
  readonly offset: number;
  /** True when there are further answers after these. */
  readonly more: boolean;
  /** A better spelling of the question; empty when there is none. */
  readonly didYouMean: string;
  /** Time from question to reply. */
  readonly tookMs: number;
}

/** One section, asked for by its id. */
export interface SectionReply {
  readonly kind: 'section';
  readonly answer: Answer;
}

/** How to ask. */
export interface HelpReply {
  readonly kind: 'help';
  readonly collections: readonly CollectionHelp[];
}

export interface CollectionHelp {
  readonly name: string;
  readonly title: string;
  readonly url: string;
  /** Questions to try. */
  readonly examples: readonly string[];
}

/** Why there is no answer. `gone`: the section asked for is in the docs no more. */
export interface FailureReply {
  readonly kind: 'failure';
  readonly reason: 'not-ready' | 'gone' | 'failed';
}

export interface Answer {
  readonly id: string;
  readonly collection: string;
  readonly file: string;
  readonly url: string;
  readonly title: string;
  readonly trail: readonly string[];
  readonly excerpt: Excerpt;
  /** 0 where nothing was searched for. */
  readonly score: number;
  /** The words of the question that were matched. */
  readonly terms: readonly string[];
}
