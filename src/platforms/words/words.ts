import type { FailureReply } from '../../core/reply.ts';

/** Signpost's own words in chats, in one language. */
export interface Words {
  readonly failures: Readonly<Record<FailureReply['reason'], string>>;
  readonly unsure: string;
  readonly nothing: string;
  /** Above the sections that come closest, where none answers. */
  readonly closest: string;
  /** Above the sections that come after the answer. */
  readonly further: string;
  readonly didYouMean: (question: string) => string;
  /** Which results these are, counted from 1. */
  readonly results: (first: number, last: number) => string;
  readonly readOn: string;
  readonly thanks: string;
  readonly sharedBy: (name: string) => string;
  readonly buttons: Readonly<Record<ButtonName, ButtonWords>>;
  readonly help: HelpWords;
  readonly home: HomeWords;
}

export type ButtonName = 'share' | 'more' | 'helpful' | 'unhelpful' | 'dismiss';

export interface ButtonWords {
  readonly label: string;
  /** What screen readers say instead of the label; at most 75 characters. */
  readonly spoken: string;
}

/** How to ask; what is typed stands apart, since it is shown as code. */
export interface HelpWords {
  readonly title: string;
  readonly lead: string;
  readonly byCommand: string;
  readonly question: string;
  readonly byMention: string;
  readonly byMessage: string;
  /** Before the name of what one chooses on a message. */
  readonly byShortcut: string;
  readonly shortcut: string;
  readonly within: string;
  readonly more: string;
  readonly collections: string;
  readonly examples: string;
}

export interface HomeWords {
  readonly lead: string;
  readonly label: string;
  readonly placeholder: string;
}
