import { describe, expect, test } from 'vitest';
import type { DeadPost } from '../../../src/core/changelog-store.ts';
import { renderDryRun } from '../../../src/platforms/terminal/dry-run.ts';
import type { DryFeed } from '../../../src/platforms/terminal/dry-run.ts';
import { renderFeeds } from '../../../src/platforms/terminal/feeds-listing.ts';
import type { FeedRow } from '../../../src/platforms/terminal/feeds-listing.ts';
import { relativeTime } from '../../../src/platforms/terminal/relative-time.ts';

const PLAIN = { width: 80, color: false };
const NOW = new Date('2025-06-01T12:00:00Z');
const NONE = 'There are no feeds: name some under feeds in the config.';

const ago = (seconds: number): Date => new Date(NOW.getTime() - seconds * 1_000);

function row(fields: Partial<FeedRow> = {}): FeedRow {
  return {
    name: 'releases',
    title: 'Releases',
    source: 'https://example.com/releases.atom',
    entries: 12,
    readAt: ago(300),
    nextAt: ago(-600),
    failures: 0,
    error: '',
    subscriptions: [],
    ...fields,
  };
}

function list(feeds: readonly FeedRow[], dead: readonly DeadPost[] = []): string {
  return renderFeeds({ feeds, dead, now: NOW }, PLAIN);
}

describe('feeds', () => {
  test('are listed with their state and their channels', () => {
    const subscriptions = [
      { channel: 'slack C1', what: 'everything, at once', waiting: 0, paused: '' },
      {
        channel: 'discord 123',
        what: 'only stable releases, package node, weekly on Monday at 9:00 (Europe/Berlin)',
        waiting: 2,
        paused: 'Missing Access: let the bot send messages there, then subscribe the channel again',
      },
    ];
    expect(list([row({ subscriptions }), row({ name: 'notes', title: 'notes', entries: 1 })])).toBe(
      [
        'Releases (releases)',
        'https://example.com/releases.atom',
        '12 entries · read 5 minutes ago · next in 10 minutes',
        '  • slack C1: everything, at once',
        '  • discord 123: only stable releases, package node, weekly on Monday at 9:00',
        '    (Europe/Berlin) · 2 waiting',
        '    paused: Missing Access: let the bot send messages there, then subscribe the',
        '    channel again',
        '',
        'notes',
        'https://example.com/releases.atom',
        '1 entry · read 5 minutes ago · next in 10 minutes',
        'It is posted in no channel.',
      ].join('\n'),
    );
  });

  test('that cannot be read say why, and since when', () => {
    const failing = { readAt: ago(7_200), nextAt: ago(5), error: 'it answers 503; wait' };
    expect(list([row({ ...failing, failures: 3 })])).toContain(
      '\n12 entries · read 2 hours ago · due now\nerror: 3 readings in a row have failed: it answers 503; wait\n',
    );
    expect(list([row({ ...failing, failures: 1 })])).toContain('\nerror: it answers 503; wait\n');
    expect(list([row({ readAt: undefined, nextAt: undefined, entries: 0 })])).toContain(
      '\n0 entries · never read\n',
    );
  });

  test('are followed by what could not be delivered', () => {
    const dead: DeadPost = {
      id: 'a'.repeat(32),
      place: { platform: 'slack', workspace: 'T1', channel: 'C1' },
      feed: 'releases',
      titles: ['One', 'Two', 'Three'],
      reason: 'invalid_blocks: report this',
      payload: `{"text":"${'x'.repeat(5_000)}"}`,
      at: ago(86_400 * 3),
    };
    const text = list([row()], [dead, { ...dead, titles: ['One'], payload: '' }]);
    expect(text).toContain(
      '\n\nerror: could not be delivered:\n\nOne and 2 others\nreleases · slack C1 · 3 days ago\ninvalid_blocks: report this\n    {"text":"x',
    );
    expect(text).toMatch(/x…\n\nOne\nreleases · slack C1 · 3 days ago\ninvalid_blocks: report this$/u);
    expect(text.length).toBeLessThan(2_000);
  });

  test('are none where the config has none', () => {
    expect(list([])).toBe(NONE);
  });

  test('have nothing in them that steers a terminal', () => {
    const HOSTILE = 'a\u001B[2J\u202Eb\n';
    const subscriptions = [{ channel: HOSTILE, what: HOSTILE, waiting: 1, paused: HOSTILE }];
    const text = list([row({ title: HOSTILE, source: HOSTILE, error: HOSTILE, subscriptions })]);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202E]/u);
    expect(text.match(/\[2Jb/gu)).toHaveLength(6);
  });

  test('have colours where the terminal has', () => {
    const text = renderFeeds(
      { feeds: [row({ failures: 1, error: 'gone' })], dead: [], now: NOW },
      { width: 80, color: true },
    );
    expect(text).toContain('\u001B[1mReleases\u001B[22m');
    expect(text).toContain('\u001B[31m\u001B[1merror:\u001B[22m\u001B[39m gone');
  });
});

describe('a dry run', () => {
  const feed: DryFeed = {
    name: 'releases',
    title: 'Releases',
    failed: '',
    problems: [],
    entries: [],
    isFirst: false,
  };
  const entries: DryFeed['entries'] = [
    {
      title: 'Pagination',
      facts: '2.1.0 · 2025-05-30',
      state: 'new',
      channels: ['slack C1, at once', 'discord 123, on Monday at 9:00'],
    },
    { title: 'Nothing much', facts: '2.0.1', state: 'new', channels: [] },
    { title: 'Edited', facts: '2.0.0', state: 'changed', channels: [] },
  ];

  test('says what would be posted where', () => {
    expect(renderDryRun({ feeds: [{ ...feed, entries }] }, PLAIN)).toBe(
      [
        'Releases (releases)',
        '',
        '  new: Pagination',
        '  2.1.0 · 2025-05-30',
        '  → slack C1, at once',
        '  → discord 123, on Monday at 9:00',
        '',
        '  new: Nothing much',
        '  2.0.1',
        '  posted in no channel',
        '',
        '  changed: Edited',
        '  2.0.0',
        '  no post to update',
        '',
        '2 posts in all. Nothing was sent.',
      ].join('\n'),
    );
  });

  test('posts nothing of a feed that was never read', () => {
    expect(renderDryRun({ feeds: [{ ...feed, entries, isFirst: true }] }, PLAIN)).toBe(
      'Releases (releases)\nThis would be its first reading: 3 entries would be kept, and none posted.\n\nNothing would be posted.',
    );
  });

  test('says what is wrong, and that nothing is new', () => {
    const feeds = [
      { ...feed, failed: 'it answers 404; mend the address' },
      { ...feed, problems: ['the third item has no title'] },
    ];
    expect(renderDryRun({ feeds }, PLAIN)).toBe(
      [
        'Releases (releases)',
        'error: it answers 404; mend the address',
        '',
        'Releases (releases)',
        'warning: the third item has no title',
        'Nothing is new.',
        '',
        'Nothing would be posted.',
      ].join('\n'),
    );
    expect(renderDryRun({ feeds: [] }, PLAIN)).toBe(NONE);
  });
});

test.each([
  [0, 'now'],
  [59, '59 seconds ago'],
  [60, '1 minute ago'],
  [3_599, '59 minutes ago'],
  [3_600 * 47, '47 hours ago'],
  [3_600 * 48, '2 days ago'],
  [86_400 * 60, 'on 2025-04-02'],
  [-90, 'in 1 minute'],
  [-7_200, 'in 2 hours'],
])('%i seconds ago is %s', (seconds, text) => {
  expect(relativeTime(ago(seconds), NOW)).toBe(text);
});
