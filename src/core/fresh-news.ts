import type { Root } from 'mdast';
import { announcedEntry } from './announced-entry.ts';
import type { EntrySearch } from './entry-search.ts';
import { dateOf } from './entry.ts';
import { feedTitle } from './found-entries.ts';
import { RecentAnswers } from './recent-answers.ts';
import type { AnnouncedEntry, CollectionHelp } from './reply.ts';

export interface FreshNewsOptions {
  readonly now: () => Date;
  /** How old news may be, in days; 0: there never are any. */
  readonly newsDays: number;
  /** Least confidence that it is about the same, 0 to 1. */
  readonly least: number;
  readonly parse: (markdown: string) => Root;
  /** Budget of an excerpt, in characters of Markdown. */
  readonly budget: number;
}

interface DatedEntry {
  readonly date: Date;
  readonly entry: AnnouncedEntry;
}

const DAY = 24 * 60 * 60 * 1_000;

/** Knows what was announced about a question that the docs answer. */
export class FreshNews {
  readonly #options: FreshNewsOptions;
  readonly #recent = new RecentAnswers<EntrySearch, readonly DatedEntry[]>();

  constructor(options: FreshNewsOptions) {
    this.#options = options;
  }

  /** The one entry of these feeds that is about the same, where there is one and it is fresh. */
  about(text: string, entries: EntrySearch, feeds: readonly CollectionHelp[]): readonly AnnouncedEntry[] {
    const { now, newsDays } = this.#options;
    if (newsDays <= 0 || feeds.length === 0) return [];
    const names = feeds.map(({ name }) => name);
    const best = this.#recent.find(entries, JSON.stringify([text, names]), () =>
      this.#best(text, entries, feeds),
    );
    // Only the date depends on the time, so only it is looked at anew.
    const age = ({ date }: DatedEntry): number => now().getTime() - date.getTime();
    return best.filter((one) => age(one) >= 0 && age(one) <= newsDays * DAY).map(({ entry }) => entry);
  }

  #best(text: string, entries: EntrySearch, feeds: readonly CollectionHelp[]): readonly DatedEntry[] {
    const { least, parse, budget } = this.#options;
    const found = entries.titled(text, { limit: 1, feeds: feeds.map(({ name }) => name) });
    const [best] = found.entries;
    if (best === undefined || found.confidence < least) return [];
    const entry = announcedEntry(best, { feed: feedTitle(best, feeds), parse, budget });
    return [{ date: dateOf(best), entry }];
  }
}
