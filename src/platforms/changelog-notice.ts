import type { ChangelogResult, NamedFeed, SubscriptionsReply } from '../core/changelog.ts';
import type { EntriesReply, EntryReply } from '../core/reply.ts';
import { clipped, literal } from './literal.ts';
import { joined, subscriptionTerms } from './subscription-line.ts';
import type { ChangelogWords } from './words/changelog-words.ts';
import type { Words } from './words/words.ts';

/** What comes of a changelog command and is said in a sentence. */
export type ChangelogNotice = Exclude<ChangelogResult, EntriesReply | EntryReply | SubscriptionsReply>;

/** What was typed is repeated to so many characters. */
const TYPED = 100;

/** The sentence, as plain text on one line. */
export function changelogNotice(result: ChangelogNotice, words: Words): string {
  const { changelog } = words;
  switch (result.kind) {
    case 'subscribed': {
      const say = result.isNew ? changelog.subscribed : changelog.changed;
      return say(literal(result.subscription.feed), subscriptionTerms(result.subscription, words));
    }
    case 'unsubscribed':
      return changelog.unsubscribed(literal(result.feed));
    case 'which-feed':
      return changelog.whichFeed(typed(result.named), listOf(result.feeds, changelog));
    case 'not-subscribed':
      return changelog.notSubscribed(typed(result.named), listOf(result.feeds, changelog));
    case 'in-config':
      return changelog.inConfig(literal(result.feed));
    case 'no-entry':
      return changelog.noEntry(literal(result.feed));
    case 'bad-term':
      return changelog.badTerm(typed(result.term), literal(result.reason));
    case 'no-feeds':
      return changelog.noFeeds;
    case 'failed':
      return changelog.failed;
  }
}

function typed(text: string): string {
  return clipped(literal(text).trim(), TYPED);
}

/** Titles, and what is easier to type beside those that differ. */
function listOf(feeds: readonly NamedFeed[], words: ChangelogWords): string {
  const names = feeds.map(({ name, title }) =>
    title.toLowerCase() === name.toLowerCase() ? title : `${title} (${name})`,
  );
  return joined(names.map(literal), words);
}
