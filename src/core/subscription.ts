/** A channel that wants a feed's entries. A channel has at most one of a feed. */
export interface Subscription {
  readonly id: string;
  readonly place: ChannelPlace;
  /** Name of the feed. */
  readonly feed: string;
  readonly filter: EntryFilter;
  readonly schedule: Schedule;
  /** `config`: it comes and goes with the config. */
  readonly origin: 'chat' | 'config';
  /** The platform's id of who made it; empty in a config. */
  readonly by: string;
  /** Entries seen before are not posted. */
  readonly at: Date;
  /** Why nothing is posted any more, and what to do; empty while all is well. */
  readonly paused: string;
}

/** Where entries are posted. The channel's id alone is unique on its platform. */
export interface ChannelPlace {
  /** `slack` or `discord`. */
  readonly platform: string;
  /** The platform's own id of the workspace or guild; empty where it has only one, or does not matter. */
  readonly workspace: string;
  readonly channel: string;
}

/** Which entries a channel wants: those that pass all of it. */
export interface EntryFilter {
  /** Any of these packages; empty for all. */
  readonly packages: readonly string[];
  /** All of these words or phrases; empty for none. */
  readonly words: readonly string[];
  readonly releases: 'all' | 'stable' | 'prerelease';
  /** A range of versions as of https://github.com/npm/node-semver#ranges; empty for all. */
  readonly range: string;
  /** Whether only what breaks something is wanted. */
  readonly breaking: boolean;
}

/** When entries are posted: at once, or together at an hour (0 to 23) in a time zone (`Europe/Berlin`). */
export type Schedule =
  | { readonly kind: 'now' }
  | { readonly kind: 'daily'; readonly hour: number; readonly zone: string }
  /** `day`: 1 for Monday to 7 for Sunday. */
  | { readonly kind: 'weekly'; readonly day: number; readonly hour: number; readonly zone: string };

/** Everything. */
export const NO_FILTER: EntryFilter = {
  packages: [],
  words: [],
  releases: 'all',
  range: '',
  breaking: false,
};
