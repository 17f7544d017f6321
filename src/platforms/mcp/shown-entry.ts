import { z } from 'zod';
import type { AnnouncedEntry } from '../../core/reply.ts';
import { cutText } from '../cut-text.ts';
import { dayOf } from '../entry-facts.ts';
import { joined } from './joined.ts';
import type { ResourceLink } from './tool-result.ts';

/** An entry of a changelog in structured content. */
export const shownEntrySchema = z.object({
  title: z.string(),
  url: z.string().describe('Empty where it has no address'),
  date: z.string().describe('YYYY-MM-DD; empty where unknown'),
  version: z.string().describe('Semantic version; empty where it has none'),
  package: z.string().describe('Empty where it is about no single package'),
  feed: z.string().describe('Title of the changelog'),
  prerelease: z.boolean(),
  breaking: z.boolean(),
  notes: z.string().describe('Markdown; may be empty'),
});

export type ShownEntry = z.infer<typeof shownEntrySchema>;

/** The longest title. */
const TITLE = 300;

export function shownEntry(entry: AnnouncedEntry, notes: string): ShownEntry {
  const { title, url, at, version, feed, prerelease, breaking } = entry;
  const date = at === undefined ? '' : dayOf(at);
  return {
    title: cutText(title, TITLE),
    url,
    date,
    version,
    package: entry.package,
    feed,
    prerelease,
    breaking,
    notes,
  };
}

/** An entry below a heading of the second level. */
export function entryMarkdown(entry: ShownEntry): string {
  const facts = [
    entry.date,
    [entry.package, entry.version].filter((fact) => fact !== '').join(' '),
    entry.prerelease ? 'prerelease' : '',
    entry.breaking ? 'breaking change' : '',
    entry.feed,
  ];
  return joined([`## ${entry.title}`, joined([joined(facts, ' · '), entry.url], '\n'), entry.notes]);
}

/** Links to the entries that can be read on the web. */
export function entryLinks(entries: readonly ShownEntry[]): readonly ResourceLink[] {
  return entries
    .filter(({ url }) => url !== '')
    .map(({ url, title }) => ({ uri: url, name: title, title, mimeType: 'text/html' }));
}
