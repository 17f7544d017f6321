import type { NamedWords } from './command-words.ts';

/** What Signpost says about changelogs, in one language. What is handed to a function stands in its text as it is. */
export interface ChangelogWords {
  /** Name of the command; lower case, 1 to 32 letters, digits, `-` or `_`, as Discord takes it. */
  readonly command: NamedWords;
  /** What one can do with it: the names and descriptions of its subcommands, at most 100 characters each. */
  readonly actions: Readonly<Record<ChangelogAction, NamedWords>>;
  readonly options: Readonly<Record<ChangelogOption, NamedWords>>;
  /** Names of choices, at most 100 characters each. */
  readonly choices: Readonly<Record<ChangelogChoice, string>>;
  /** Above entries: what is newest, what was found for a question, what came together. */
  readonly latest: string;
  readonly found: (query: string) => string;
  readonly digest: (count: number) => string;
  /** No entry was found for a question, or a feed has none yet. */
  readonly noneFound: (query: string) => string;
  readonly none: string;
  /** Beneath an answer from the docs, above a newer entry about the same. */
  readonly news: string;
  readonly prerelease: string;
  readonly breaking: string;
  /** Leads to the whole entry. */
  readonly readAll: string;
  /** Above a preview. */
  readonly preview: string;
  /** Above what a channel gets. */
  readonly posted: string;
  readonly nothingPosted: string;
  /** Of a feed, this is posted here from now on; `what` is what its filter and schedule say, joined. */
  readonly subscribed: (feed: string, what: string) => string;
  readonly changed: (feed: string, what: string) => string;
  readonly unsubscribed: (feed: string) => string;
  /** `named` is empty where no feed was named; `feeds` are those that there are, joined. */
  readonly whichFeed: (named: string, feeds: string) => string;
  /** The same of what is posted in a channel; without feeds, nothing is. */
  readonly notSubscribed: (named: string, feeds: string) => string;
  /** Only in the config it can be changed. */
  readonly inConfig: (feed: string) => string;
  readonly noEntry: (feed: string) => string;
  /** `reason` says what is understood, in English, without a full stop. */
  readonly badTerm: (term: string, reason: string) => string;
  readonly noFeeds: string;
  readonly failed: string;
  /** Somebody who may not manage the channel tries to. */
  readonly mayNotManage: string;
  /** Somebody subscribes a direct message. */
  readonly onlyInChannels: string;
  /** How to use it on Slack, where it is typed, line by line; `command` has its slash. What is typed is English. */
  readonly usage: (command: string) => string;
  /** Beneath that a feed is posted here from now on, where Signpost cannot post in this channel yet. */
  readonly invite: string;
  /** A direct message to who subscribed a channel; `reason` is English, without a full stop. */
  readonly paused: (feed: string, channel: string, reason: string) => string;
  readonly filters: FilterWords;
}

export type ChangelogAction = 'latest' | 'search' | 'subscribe' | 'unsubscribe' | 'list' | 'preview';

export type ChangelogOption =
  | 'feed'
  | 'words'
  | 'package'
  | 'contains'
  | 'releases'
  | 'versions'
  | 'breaking'
  | 'digest'
  | 'day'
  | 'hour'
  | 'zone';

export type ChangelogChoice =
  | 'stable'
  | 'prerelease'
  | 'now'
  | 'daily'
  | 'weekly'
  | 'monday'
  | 'tuesday'
  | 'wednesday'
  | 'thursday'
  | 'friday'
  | 'saturday'
  | 'sunday';

/** Parts of the line that says what a channel gets, and what stands between two of them. */
export interface FilterWords {
  readonly join: (first: string, second: string) => string;
  readonly everything: string;
  /** Any of these packages, joined. */
  readonly packages: (names: string) => string;
  /** All of these `words`, which are in quotes and joined. */
  readonly containing: (words: string) => string;
  readonly stable: string;
  readonly prerelease: string;
  readonly range: (range: string) => string;
  readonly breaking: string;
  readonly now: string;
  /** `hour` is `9:00`. */
  readonly daily: (hour: string, zone: string) => string;
  readonly weekly: (day: string, hour: string, zone: string) => string;
  readonly fromConfig: string;
  /** By whom; `person` is a mention or a name. */
  readonly by: (person: string) => string;
  readonly paused: (reason: string) => string;
}
