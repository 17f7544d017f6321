import type { SubscriptionView } from '../../src/core/changelog.ts';
import type { AnnouncedEntry } from '../../src/core/reply.ts';
import { NO_FILTER } from '../../src/core/subscription.ts';
import { parse } from '../core/markdown.ts';

/** An entry about nothing much. */
export function announced(
  fields: Partial<AnnouncedEntry> = {},
  markdown = 'Adds **pagination**.',
): AnnouncedEntry {
  return {
    feed: 'Releases',
    title: 'Pagination',
    url: 'https://example.com/changelog/pagination',
    at: new Date('2025-05-30T22:15:00Z'),
    version: '',
    prerelease: false,
    breaking: false,
    package: '',
    image: '',
    excerpt: { markdown, root: parse(markdown), truncated: false },
    ...fields,
  };
}

/** A channel that gets all of a feed at once. */
export function subscriptionView(fields: Partial<SubscriptionView> = {}): SubscriptionView {
  return {
    feed: 'Releases',
    filter: NO_FILTER,
    schedule: { kind: 'now' },
    origin: 'chat',
    by: 'U1',
    paused: '',
    ...fields,
  };
}
