import type { Notes } from './notes.ts';

/** One item of a changelog, whatever it was written in. */
export interface FeedItem {
  /** What the feed calls it; empty where it does not. */
  readonly guid: string;
  /** Absolute, over http or https; empty for none. */
  readonly link: string;
  /** Plain text; empty for none. */
  readonly title: string;
  readonly at: Date | undefined;
  /** Made when it is asked for, since it takes the most time of all. */
  readonly notes: () => Notes;
  /** What it says of its release beside the title: a tag, or what a key says; each empty for none. */
  readonly release: ReleaseHint;
  /** https address of a picture that is not in the notes; empty for none. */
  readonly image: string;
}

export interface ReleaseHint {
  /** As semver has it. */
  readonly version: string;
  readonly package: string;
  /** A name in which a version may be found, if it is not in the title. */
  readonly tag: string;
}

export const NO_HINT: ReleaseHint = { version: '', package: '', tag: '' };

/** What is kept of one reading. Newest come first in a feed, so that what is beyond this was read long ago. */
export const MOST_ITEMS = 500;
