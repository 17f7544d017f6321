import type { Excerpt } from './excerpt.ts';

/** What Signpost says, before any platform renders it. */
export type Reply = ResultsReply | SectionReply | HelpReply | FailureReply | EntriesReply | EntryReply;

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
  /** Entries of a changelog about the same that are fresh; newest first, mostly none. */
  readonly news: readonly AnnouncedEntry[];
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
  /** The versions that there are, the default first; empty where there are none. */
  readonly versions: readonly string[];
  /** The languages that there are, the default first. */
  readonly locales: readonly string[];
  /** Questions to try. */
  readonly examples: readonly string[];
}

/** Entries of changelogs, newest first. */
export interface EntriesReply {
  readonly kind: 'entries';
  /**
   * `latest`: what a feed has; `found`: what somebody searched for; `digest`: what came together since the last one, posted in
   * a channel.
   */
  readonly occasion: 'latest' | 'found' | 'digest';
  /** What was searched for; empty where nothing was. */
  readonly query: string;
  /** May be empty, but not in a digest. */
  readonly entries: readonly AnnouncedEntry[];
}

/** One entry of a changelog in full, as it is posted in a channel. */
export interface EntryReply {
  readonly kind: 'entry';
  readonly entry: AnnouncedEntry;
}

/** An entry as it is shown. */
export interface AnnouncedEntry {
  /** What people call the feed. */
  readonly feed: string;
  /** Plain text; never empty. */
  readonly title: string;
  /** Empty where it has no address. */
  readonly url: string;
  /** Undefined where the feed does not say. */
  readonly at: Date | undefined;
  readonly version: string;
  readonly prerelease: boolean;
  readonly breaking: boolean;
  readonly package: string;
  /** https address of a picture; empty for none. */
  readonly image: string;
  /** The notes, or the first of them; empty where there are none. Cut when first read: lists show titles only. */
  readonly excerpt: Excerpt;
}

/**
 * Why there is no answer. `gone`: the section asked for is in the docs no more; `no-version`: none of the collections asked for
 * has the version asked for.
 */
export type FailureReply =
  | { readonly kind: 'failure'; readonly reason: 'not-ready' | 'gone' | 'failed' }
  | {
      readonly kind: 'failure';
      readonly reason: 'no-version';
      readonly version: string;
      /** Those that there are, newest first. */
      readonly versions: readonly string[];
    };

export interface Answer {
  readonly id: string;
  readonly collection: string;
  readonly file: string;
  /** The version of the docs that it is of; empty where they have none. */
  readonly version: string;
  readonly url: string;
  readonly title: string;
  readonly trail: readonly string[];
  readonly excerpt: Excerpt;
  /** 0 where nothing was searched for. */
  readonly score: number;
  /** The words of the question that were matched. */
  readonly terms: readonly string[];
}
