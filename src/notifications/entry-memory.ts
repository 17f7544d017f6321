import type { EntryLog } from '../core/changelog-store.ts';
import type { StoredEntry } from '../core/entry.ts';
import type { EntrySearch } from '../core/entry-search.ts';

export interface EntryMemoryOptions {
  readonly entries: EntryLog;
  /** Names of the feeds. */
  readonly feeds: readonly string[];
  /** Makes entries searchable; `previous` is what was made before. */
  readonly build: (entries: readonly StoredEntry[], previous: EntrySearch | undefined) => EntrySearch;
}

/** The newest entries that are searched; older ones stay in the store. Making more searchable at once would keep people waiting. */
const SEARCHED = 2_000;

/** The entries of all feeds in memory, so that a question is answered at once. */
export class EntryMemory {
  readonly #options: EntryMemoryOptions;
  #search: EntrySearch | undefined;
  #counts = '';

  constructor(options: EntryMemoryOptions) {
    this.#options = options;
  }

  /** Undefined until it was refreshed once. */
  get search(): EntrySearch | undefined {
    return this.#search;
  }

  /** Takes over what is in the store now. */
  async refresh(): Promise<void> {
    const { entries, feeds, build } = this.#options;
    this.#counts = await this.#count();
    this.#search = build(await entries.latest(feeds, SEARCHED), this.#search);
  }

  /** The same where another replica has kept entries since. */
  async refreshIfGrown(): Promise<void> {
    if (this.#search === undefined || (await this.#count()) !== this.#counts) await this.refresh();
  }

  async #count(): Promise<string> {
    return JSON.stringify([...(await this.#options.entries.counts())].sort());
  }
}
