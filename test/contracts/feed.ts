import { describe, expect, test } from 'vitest';
import type { EntriesReading, Feed, FeedReading } from '../../src/core/feed.ts';

export interface OpenFeeds {
  /** A feed of at least two entries. */
  readonly feed: Feed;
  /** One that is not there. */
  readonly missing: Feed;
}

const NOTHING = { etag: '', lastModified: '' };
const GOING_ON = new AbortController().signal;

/** What every feed has to do; `open` gives some to each test. */
export function feedContract(open: () => Promise<OpenFeeds>): void {
  describe('a feed', () => {
    test('is unchanged when it is read again with what it said of its state', async () => {
      const { feed } = await open();
      const { validators } = entriesIn(await feed.read(NOTHING, GOING_ON));
      expect(validators).not.toEqual(NOTHING);
      expect(await feed.read(validators, GOING_ON)).toEqual({ kind: 'unchanged' });
    });

    test('says the same again when nothing is known of its state', async () => {
      const { feed } = await open();
      const first = entriesIn(await feed.read(NOTHING, GOING_ON));
      expect(first.entries.length).toBeGreaterThan(1);
      expect(await feed.read(NOTHING, GOING_ON)).toEqual(first);
    });

    test('gives each entry an id of its own, a title, and its own name', async () => {
      const { feed } = await open();
      const { entries } = entriesIn(await feed.read(NOTHING, GOING_ON));
      expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
      for (const entry of entries) {
        expect(entry.id).toMatch(/^[0-9a-f]{32}$/u);
        expect(entry.title.trim()).not.toBe('');
        expect(entry.feed).toBe(feed.name);
        expect(entry.url).toMatch(/^(?:https?:\/\/.*)?$/u);
        expect(entry.image).toMatch(/^(?:https:\/\/.*)?$/u);
      }
    });

    test('that is not there fails with a reason, and does not reject', async () => {
      const { missing } = await open();
      const reading = await missing.read(NOTHING, GOING_ON);
      expect(reading).toMatchObject({ kind: 'failed', retryAfter: 0 });
      expect(reading.kind === 'failed' && reading.reason).toMatch(/\(.+\)$/u);
    });

    test('does not reject when Signpost stops', async () => {
      const { feed } = await open();
      const reading = await feed.read(NOTHING, AbortSignal.abort());
      expect(reading.kind === 'failed' && reading.reason).toContain('since Signpost stops');
    });
  });
}

function entriesIn(reading: FeedReading): EntriesReading {
  expect(reading).toMatchObject({ kind: 'entries', problems: [] });
  if (reading.kind !== 'entries') throw new Error('the reading has no entries');
  return reading;
}
