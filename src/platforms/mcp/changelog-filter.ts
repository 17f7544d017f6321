import { dateOf } from '../../core/entry.ts';
import type { StoredEntry } from '../../core/entry.ts';
import type { CollectionHelp } from '../../core/reply.ts';
import { compareVersions, isVersion } from '../compare-versions.ts';

/** From when on entries are wanted. */
export type Since =
  | { readonly kind: 'always' }
  | { readonly kind: 'date'; readonly date: Date }
  /** Only newer ones. */
  | { readonly kind: 'version'; readonly version: string };

/** `2025`, `2025-05`, `2025-05-30`, with or without a time of day. */
const DATE = /^(?:19|20)\d{2}(?:-\d{2}(?:-\d{2}(?:[T ].*)?)?)?$/u;

/** Reads a date or a version; undefined for what is neither. */
export function readSince(text: string): Since | undefined {
  if (text === '') return { kind: 'always' };
  if (DATE.test(text)) {
    const date = new Date(text);
    return Number.isNaN(date.getTime()) ? undefined : { kind: 'date', date };
  }
  return isVersion(text) ? { kind: 'version', version: text } : undefined;
}

/** The entries from then on; by a version only those that have one. */
export function entriesSince(entries: readonly StoredEntry[], since: Since): readonly StoredEntry[] {
  switch (since.kind) {
    case 'always':
      return entries;
    case 'date':
      return entries.filter((entry) => dateOf(entry) >= since.date);
    case 'version':
      return entries.filter(({ version }) => version !== '' && compareVersions(version, since.version) > 0);
  }
}

/**
 * The entries of what somebody calls a package, whatever the case: its full name, else the last part of it (`node` for
 * `@acme/node`, and the other way round), else the name or title of a feed. Empty where nothing is called so.
 */
export function entriesOfPackage(
  entries: readonly StoredEntry[],
  name: string,
  feeds: readonly CollectionHelp[],
): readonly StoredEntry[] {
  const asked = name.toLowerCase();
  const called = feeds.filter((feed) => [feed.name, feed.title].some((one) => one.toLowerCase() === asked));
  const ways: ((entry: StoredEntry) => boolean)[] = [
    (entry) => entry.package.toLowerCase() === asked,
    (entry) => entry.package !== '' && lastPart(entry.package) === lastPart(name),
    (entry) => called.some((feed) => feed.name === entry.feed),
  ];
  for (const isMeant of ways) {
    const found = entries.filter(isMeant);
    if (found.length > 0) return found;
  }
  return [];
}

function lastPart(name: string): string {
  return name.toLowerCase().split('/').at(-1) ?? '';
}
