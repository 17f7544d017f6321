import { createHash } from 'node:crypto';
import type { Seen } from '../core/changelog-store.ts';
import type { Entry, StoredEntry } from '../core/entry.ts';
import type { EntryRow } from './changelog-tables.ts';

/** What an entry says. */
type EntryContents = Omit<EntryRow, 'seen_at' | 'is_old' | 'published_at' | 'arrival' | 'planned'>;

/** Milliseconds are far from exact numbers' end, so there is room for an order within one. */
const PER_MILLISECOND = 1000;

/** A hash of all that is shown of an entry. */
export function revisionOf(entry: Entry): string {
  const { title, url, at, markdown, version, prerelease, breaking, package: name, image } = entry;
  const shown = [title, url, at?.getTime() ?? null, markdown, version, prerelease, breaking, name, image];
  return createHash('sha256').update(JSON.stringify(shown)).digest('base64url');
}

/** What an entry says, as columns. */
export function contentsOf(entry: Entry): EntryContents {
  const { at, prerelease, breaking, ...texts } = entry;
  return {
    feed: texts.feed,
    id: texts.id,
    title: texts.title,
    url: texts.url,
    at: at?.getTime() ?? null,
    markdown: texts.markdown,
    version: texts.version,
    prerelease: prerelease ? 1 : 0,
    breaking: breaking ? 1 : 0,
    package: texts.package,
    image: texts.image,
    revision: revisionOf(entry),
  };
}

/** When it was seen, as columns; `place` is that among those which came together. */
export function seenOf({ at, isOld }: Seen, place: number): Pick<EntryRow, 'seen_at' | 'is_old' | 'arrival'> {
  const time = at.getTime();
  return {
    seen_at: time,
    is_old: isOld ? 1 : 0,
    arrival: time * PER_MILLISECOND + Math.min(place, PER_MILLISECOND - 1),
  };
}

/** The entry that a row holds. */
export function entryOf(row: EntryRow): StoredEntry {
  return {
    feed: row.feed,
    id: row.id,
    title: row.title,
    url: row.url,
    at: row.at === null ? undefined : new Date(row.at),
    markdown: row.markdown,
    version: row.version,
    prerelease: row.prerelease === 1,
    breaking: row.breaking === 1,
    package: row.package,
    image: row.image,
    seenAt: new Date(row.seen_at),
    isOld: row.is_old === 1,
  };
}
