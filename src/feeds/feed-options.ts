/** The settings of one feed, as the config has them, with absolute paths. */
export interface FeedOptions {
  readonly name: string;
  readonly source: FeedSource;
  readonly format: FeedFormat;
  readonly map: EntryMap;
  /** Address of the page that shows a changelog in Markdown; empty for none. */
  readonly link: string;
  /** The package of entries that name none; empty for none. */
  readonly package: string;
}

export type FeedSource = UrlSource | FileSource;

export interface UrlSource {
  readonly kind: 'url';
  /** http or https. */
  readonly url: string;
  /** Whether addresses of private networks are allowed. */
  readonly private: boolean;
}

export interface FileSource {
  readonly kind: 'file';
  /** Absolute path of a file, or of a folder, whose .md or .json files are read. */
  readonly path: string;
}

/** `auto`: by the ending of the path where it is a file, else a feed. */
export type FeedFormat = 'auto' | 'feed' | 'markdown' | 'json';

/** Where the JSON of a changelog has what; each a dotted path, empty for none. */
export interface EntryMap {
  /** Path of the list; empty where the file is the list. */
  readonly entries: string;
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly notes: string;
  readonly url: string;
  readonly version: string;
  readonly package: string;
  readonly image: string;
}
