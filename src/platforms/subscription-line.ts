import type { SubscriptionView } from '../core/changelog.ts';
import type { EntryFilter, Schedule } from '../core/subscription.ts';
import { literal } from './literal.ts';
import type { ChangelogWords, FilterWords } from './words/changelog-words.ts';
import type { Words } from './words/words.ts';

/**
 * A channel's subscription on one plain line: `Releases: only stable releases, package node, weekly on Monday at 9:00
 * (Europe/Berlin) · by Ada · paused: …`. `by` names who made it; where it is empty, nobody is named.
 */
export function subscriptionLine(view: SubscriptionView, words: Words, by: string): string {
  const { filters } = words.changelog;
  const parts = [
    `${literal(view.feed)}: ${subscriptionTerms(view, words)}`,
    whose(view, filters, literal(by)),
    view.paused === '' ? '' : filters.paused(literal(view.paused)),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** What of a feed is posted, and when: `only stable releases, package node, at once`. */
export function subscriptionTerms(
  { filter, schedule }: Pick<SubscriptionView, 'filter' | 'schedule'>,
  { changelog }: Words,
): string {
  return joined([...filterParts(filter, changelog.filters), scheduleText(schedule, changelog)], changelog);
}

/** A list in words: `a, b, c`; empty for none. */
export function joined(parts: readonly string[], { filters }: Pick<ChangelogWords, 'filters'>): string {
  return parts.length === 0 ? '' : parts.reduce((list, part) => filters.join(list, part));
}

function filterParts(filter: EntryFilter, words: FilterWords): string[] {
  const { packages, releases, range, breaking } = filter;
  const list = (texts: readonly string[]): string => joined(texts.map(literal), { filters: words });
  const parts = [
    releases === 'all' ? '' : words[releases],
    packages.length === 0 ? '' : words.packages(list(packages)),
    range === '' ? '' : words.range(literal(range)),
    breaking ? words.breaking : '',
    filter.words.length === 0 ? '' : words.containing(list(filter.words.map((word) => `“${word}”`))),
  ].filter((part) => part !== '');
  return parts.length === 0 ? [words.everything] : parts;
}

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

function scheduleText(schedule: Schedule, { filters, choices }: ChangelogWords): string {
  switch (schedule.kind) {
    case 'now':
      return filters.now;
    case 'daily':
      return filters.daily(`${schedule.hour}:00`, literal(schedule.zone));
    case 'weekly': {
      const day = choices[DAYS[schedule.day - 1] ?? 'monday'];
      return filters.weekly(day, `${schedule.hour}:00`, literal(schedule.zone));
    }
  }
}

function whose({ origin, by }: SubscriptionView, words: FilterWords, name: string): string {
  if (origin === 'config') return words.fromConfig;
  return by === '' || name === '' ? '' : words.by(name);
}
