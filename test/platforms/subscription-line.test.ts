import { expect, test } from 'vitest';
import type { Schedule } from '../../src/core/subscription.ts';
import { NO_FILTER } from '../../src/core/subscription.ts';
import { subscriptionLine, subscriptionTerms } from '../../src/platforms/subscription-line.ts';
import { ENGLISH } from '../../src/platforms/words/english.ts';
import { JAPANESE } from '../../src/platforms/words/japanese.ts';
import { subscriptionView } from './changelog-texts.ts';

const WEEKLY: Schedule = { kind: 'weekly', day: 1, hour: 9, zone: 'Europe/Berlin' };

test('a subscription without filters', () => {
  expect(subscriptionLine(subscriptionView(), ENGLISH, 'Ada')).toBe('Releases: everything, at once · by Ada');
});

test('all filters, a digest, and why it is paused', () => {
  const filter = {
    packages: ['node', 'python'],
    words: ['sso', 'single sign-on'],
    releases: 'stable',
    range: '>=2 <3',
    breaking: true,
  } as const;
  const view = subscriptionView({ filter, schedule: WEEKLY, paused: 'not_in_channel: invite the bot' });
  expect(subscriptionLine(view, ENGLISH, '@Ada')).toBe(
    'Releases: only stable releases, package node, python, versions >=2 <3, only breaking changes, with “sso”, ' +
      '“single sign-on”, weekly on Monday at 9:00 (Europe/Berlin) · by @Ada · ' +
      'paused: not_in_channel: invite the bot',
  );
});

test.each([
  [1, 'Monday'],
  [4, 'Thursday'],
  [7, 'Sunday'],
])('day %i is %s', (day, name) => {
  expect(subscriptionTerms({ filter: NO_FILTER, schedule: { ...WEEKLY, day } }, ENGLISH)).toContain(
    ` on ${name} `,
  );
});

test('one of the config is nobody’s, and nobody is named where nobody is known', () => {
  expect(subscriptionLine(subscriptionView({ origin: 'config', by: '' }), ENGLISH, 'Ada')).toMatch(
    / · from my config$/u,
  );
  expect(subscriptionLine(subscriptionView(), ENGLISH, '')).toMatch(/at once$/u);
});

test('lists are joined as the language joins them', () => {
  const view = subscriptionView({
    filter: { ...NO_FILTER, releases: 'prerelease' },
    schedule: { kind: 'daily', hour: 18, zone: 'Asia/Tokyo' },
  });
  expect(subscriptionLine(view, JAPANESE, 'Ada')).toBe(
    'Releases: プレリリースのみ、毎日 18:00（Asia/Tokyo） · Ada さんが設定',
  );
});

test('nothing that somebody typed steers or breaks the line', () => {
  const view = subscriptionView({
    filter: { ...NO_FILTER, words: ['a\nb\u202E'], packages: ['\u0007x'] },
    paused: 'one\ntwo',
  });
  expect(subscriptionLine(view, ENGLISH, 'A\nda')).toBe(
    'Releases: package x, with “a b”, at once · by A da · paused: one two',
  );
});
