import type { AnnouncedEntry } from '../core/reply.ts';
import { isVisible, literal } from './literal.ts';
import type { Words } from './words/words.ts';

const BETWEEN = ' · ';

/** What there is to know of an entry, on one plain line: `Releases · node · 2.0.0 · breaking change · 2025-05-30`. */
export function entryFacts(entry: AnnouncedEntry, { changelog }: Words): string {
  const { feed, version, prerelease, breaking, at } = entry;
  const facts = [
    feed,
    entry.package,
    version,
    prerelease ? changelog.prerelease : '',
    breaking ? changelog.breaking : '',
    at === undefined ? '' : dayOf(at),
  ];
  return facts
    .map((fact) => literal(fact).trim())
    .filter(isVisible)
    .join(BETWEEN);
}

/** `2025-05-30`, in UTC, the same for everybody; empty for a date that is none. */
export function dayOf(date: Date): string {
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}
