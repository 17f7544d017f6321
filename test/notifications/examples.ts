import type { Entry, StoredEntry } from '../../src/core/entry.ts';
import type { AnnouncedEntry } from '../../src/core/reply.ts';
import { NO_FILTER } from '../../src/core/subscription.ts';
import type { Subscription } from '../../src/core/subscription.ts';
import { subscriptionId } from '../../src/notifications/subscription-id.ts';

/** An entry of the feed `releases`. */
export function entry(of: Partial<Entry> = {}): Entry {
  return {
    feed: 'releases',
    id: '1'.repeat(32),
    title: 'Acme SDK 2.1.0',
    url: 'https://acme.test/changelog/2-1-0',
    at: new Date('2026-05-30T12:00:00Z'),
    markdown: 'Webhooks are signed.',
    version: '2.1.0',
    prerelease: false,
    breaking: false,
    package: '',
    image: '',
    ...of,
  };
}

/** Entry number `n`, a minute later than the one before. */
export function entryNumber(n: number, of: Partial<Entry> = {}): Entry {
  const at = new Date(Date.UTC(2026, 4, 30, 12, n));
  const id = n.toString(16).padStart(32, '0');
  return entry({ id, title: `Release ${n}`, version: `2.${n}.0`, url: `https://acme.test/${n}`, at, ...of });
}

/** Channel `channel` of Slack, which gets everything of the feed `releases` at once. */
export function subscription(of: Partial<Subscription> & { readonly channel?: string } = {}): Subscription {
  const { channel = 'C0RELEASES', ...others } = of;
  const place = { platform: 'slack', workspace: '', channel };
  const made: Subscription = {
    id: '',
    place,
    feed: 'releases',
    filter: NO_FILTER,
    schedule: { kind: 'now' },
    origin: 'chat',
    by: 'U0ANA',
    at: new Date('2026-05-01T00:00:00Z'),
    paused: '',
    ...others,
  };
  return { ...made, id: subscriptionId(made) };
}

/** An entry as it is shown, its notes unparsed. */
export function shown({
  title,
  url,
  at,
  version,
  prerelease,
  breaking,
  markdown,
  ...of
}: StoredEntry): AnnouncedEntry {
  const excerpt = { markdown, truncated: false, root: { type: 'root' as const, children: [] } };
  const facts = { package: of.package, image: of.image, feed: 'Releases' };
  return { title, url, at, version, prerelease, breaking, excerpt, ...facts };
}
