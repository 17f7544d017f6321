import { expect, test } from 'vitest';
import { nextDigest } from '../../src/notifications/next-digest.ts';

const zone = 'Europe/Berlin';

test('what is wanted at once is due now', () => {
  const now = new Date('2026-05-30T12:34:56.789Z');
  expect(nextDigest({ kind: 'now' }, now)).toEqual(now);
});

test.each([
  ['before the hour, the same day', '2026-06-03T06:59:59Z', '2026-06-03T07:00:00Z'],
  ['at the hour, the next day', '2026-06-03T07:00:00Z', '2026-06-04T07:00:00Z'],
  ['over the end of summer time', '2026-10-24T08:00:00Z', '2026-10-25T08:00:00Z'],
  ['over the beginning of summer time', '2026-03-28T09:00:00Z', '2026-03-29T07:00:00Z'],
])('daily: %s', (_when, now, due) => {
  expect(nextDigest({ kind: 'daily', hour: 9, zone }, new Date(now))).toEqual(new Date(due));
});

test.each([
  [1, '2026-06-03T12:00:00Z', '2026-06-08T07:00:00Z'],
  [3, '2026-06-03T06:00:00Z', '2026-06-03T07:00:00Z'],
  [7, '2026-06-03T12:00:00Z', '2026-06-07T07:00:00Z'],
])('weekly on day %i', (day, now, due) => {
  expect(nextDigest({ kind: 'weekly', day, hour: 9, zone }, new Date(now))).toEqual(new Date(due));
});

test('an hour that a day does not have comes when the clocks have gone forward', () => {
  const due = nextDigest({ kind: 'daily', hour: 2, zone }, new Date('2026-03-28T12:00:00Z'));
  expect(due).toEqual(new Date('2026-03-29T01:00:00Z'));
});
