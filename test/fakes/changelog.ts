import type {
  Changelog,
  ChangelogPlace,
  ChangelogResult,
  NamedFeed,
  Wish,
} from '../../src/core/changelog.ts';

/** What was asked of a changelog. */
export interface ChangelogCall {
  readonly method: 'latest' | 'search' | 'preview' | 'subscribe' | 'unsubscribe' | 'list';
  /** A feed, words or a wish; empty where nothing was given. */
  readonly asked: string | Wish;
  readonly at: ChangelogPlace;
}

/** A changelog that keeps what it is asked, and answers what it is told to. */
export interface FakeChangelog extends Changelog {
  readonly calls: readonly ChangelogCall[];
  /** What it answers from now on: at once, or never where that is undefined. */
  answer(result: ChangelogResult | undefined): void;
}

export function fakeChangelog(
  feeds: readonly NamedFeed[] = [{ name: 'releases', title: 'Releases' }],
): FakeChangelog {
  const calls: ChangelogCall[] = [];
  let next: ChangelogResult | undefined = { kind: 'no-feeds' };
  const record = (method: ChangelogCall['method'], asked: string | Wish, at: ChangelogPlace) => {
    calls.push({ method, asked, at });
    const result = next;
    return result === undefined ? new Promise<never>(() => undefined) : Promise.resolve(result);
  };
  return {
    feeds,
    calls,
    answer: (result) => {
      next = result;
    },
    latest: (feed, at) => record('latest', feed, at),
    search: (words, at) => record('search', words, at),
    preview: (feed, at) => record('preview', feed, at),
    subscribe: (wish, at) => record('subscribe', wish, at),
    unsubscribe: (feed, at) => record('unsubscribe', feed, at),
    list: (at) => record('list', '', at),
  };
}
