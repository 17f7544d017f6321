import type { FailureReply } from '../../core/reply.ts';
import type { ChangelogWords } from './changelog-words.ts';
import type { CommandWords } from './command-words.ts';
import type { HelpWords } from './help-words.ts';
import type { NoticeWords } from './notice-words.ts';

/** Signpost's own words in chats, in one language. What is handed to a function stands in its text as it is. */
export interface Words {
  readonly failures: Readonly<Record<Exclude<FailureReply['reason'], 'no-version'>, string>>;
  /** `versions` is a list in words. */
  readonly noVersion: (version: string, versions: string) => string;
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
  /** Above a reply that somebody asked for on behalf of another person. */
  readonly forPerson: (name: string) => string;
  readonly buttons: Readonly<Record<ButtonName, ButtonWords>>;
  readonly forum: ForumWords;
  readonly notices: NoticeWords;
  readonly help: HelpWords;
  readonly home: HomeWords;
  readonly commands: CommandWords;
  readonly changelog: ChangelogWords;
}

export type ButtonName =
  | 'share'
  | 'more'
  | 'helpful'
  | 'unhelpful'
  /** Slack: takes a reply away from the one who sees it. */
  | 'dismiss'
  /** Discord: takes a reply away from everybody. */
  | 'delete'
  /** A suggestion in a forum answers the post. */
  | 'solved'
  /** A suggestion in a forum does not; it goes away. */
  | 'wrong';

export interface ButtonWords {
  readonly label: string;
  /** What screen readers say instead of the label; at most 75 characters. */
  readonly spoken: string;
}

/** Suggestions under the posts of a forum. */
export interface ForumWords {
  /** Above the sections that may answer a new post. */
  readonly suggestion: string;
  readonly solvedBy: (name: string) => string;
}

/** The App Home of Slack. */
export interface HomeWords {
  readonly lead: string;
  readonly label: string;
  readonly placeholder: string;
}
