import type { Announcement, Post } from '../../../src/core/announcer.ts';
import { cutExcerpt } from '../../../src/core/excerpt.ts';
import type { AnnouncedEntry, EntriesReply } from '../../../src/core/reply.ts';
import { parse } from '../../core/markdown.ts';

interface EntryFields extends Partial<AnnouncedEntry> {
  readonly markdown?: string;
  readonly budget?: number;
}

/** An entry with notes cut from `markdown`. */
export function entry({
  markdown = 'Adds **stripes**.',
  budget = 5_000,
  ...fields
}: EntryFields = {}): AnnouncedEntry {
  return {
    feed: 'Releases',
    title: 'Zebra 2.0.0',
    url: 'https://docs.example/releases/2.0.0',
    at: new Date('2026-05-30T10:00:00Z'),
    version: '2.0.0',
    prerelease: false,
    breaking: true,
    package: 'zebra',
    image: '',
    excerpt: cutExcerpt(markdown, { parse, match: () => [], budget }),
    ...fields,
  };
}

/** So many entries, newest first. */
export function entries(count: number, fields: Partial<EntriesReply> = {}): EntriesReply {
  return {
    kind: 'entries',
    occasion: 'digest',
    query: '',
    entries: Array.from({ length: count }, (_, number) =>
      entry({ title: `Zebra 1.${count - number}.0`, url: `https://docs.example/releases/${number}` }),
    ),
    ...fields,
  };
}

/** A post in a channel where the bot is a member. */
export function post(
  fields: Partial<AnnouncedEntry> | Announcement = {},
  place: Partial<Post['place']> = {},
): Post {
  const announcement = 'kind' in fields ? fields : { kind: 'entry' as const, entry: entry(fields) };
  return {
    id: '0123456789abcdef0123456789abcdef',
    place: { platform: 'slack', workspace: '', channel: 'C0GENERAL', ...place },
    announcement,
  };
}
