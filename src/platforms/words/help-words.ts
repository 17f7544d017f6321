/** How to ask; what is typed stands apart, since it is shown as code. */
export interface HelpWords {
  readonly title: string;
  readonly lead: string;
  /** Stands for what one types after the slash command. */
  readonly question: string;
  readonly byMessage: string;
  /** After `in:name`. */
  readonly within: string;
  /** After `version:v2`, or whatever version there is. */
  readonly ofVersion: string;
  /** The versions that a collection has, as a list in words. */
  readonly versions: (versions: string) => string;
  /** After `more`. */
  readonly more: string;
  readonly collections: string;
  readonly examples: string;
  readonly slack: WaysToAsk;
  readonly discord: WaysToAsk;
}

/** The ways to ask that are not the same on every platform. */
export interface WaysToAsk {
  /** After the slash command and a question. */
  readonly byCommand: string;
  readonly byMention: string;
  /** Before what one chooses on a message. */
  readonly byShortcut: string;
  readonly shortcut: string;
}
