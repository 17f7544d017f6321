import { assert, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_FILTER } from '../../src/core/subscription.ts';
import type { EntryFilter, Schedule } from '../../src/core/subscription.ts';
import { readTerms } from '../../src/notifications/terms.ts';

const NOW: Schedule = { kind: 'now' };

describe('filters', () => {
  test.each<[string, Partial<EntryFilter>]>([
    ['', {}],
    ['all', {}],
    ['stable', { releases: 'stable' }],
    ['prereleases', { releases: 'prerelease' }],
    ['Pre-release', { releases: 'prerelease' }],
    ['breaking', { breaking: true }],
    ['package:node package:@acme/go', { packages: ['node', '@acme/go'] }],
    ['package:"two words"', { packages: ['two words'] }],
    ['sso', { words: ['sso'] }],
    ['"directory sync" SSO', { words: ['directory sync', 'SSO'] }],
    ['“directory sync”', { words: ['directory sync'] }],
    ['"stable"', { words: ['stable'] }],
    ['word:daily', { words: ['daily'] }],
    ['>=2', { range: '>=2' }],
    ['>= 2 < 3', { range: '>=2 <3' }],
    ['">=2 <3"', { range: '>=2 <3' }],
    ['version:">= 2 <3"', { range: '>=2 <3' }],
    ['^1.4', { range: '^1.4' }],
    ['2.x', { range: '2.x' }],
    ['stable, breaking', { releases: 'stable', breaking: true }],
    [
      'package:node stable >=2 "web hooks"',
      { packages: ['node'], releases: 'stable', range: '>=2', words: ['web hooks'] },
    ],
  ])('%o', (typed, filter) => {
    expect(readTerms(typed)).toEqual({ kind: 'wanted', filter: { ...NO_FILTER, ...filter }, schedule: NOW });
  });

  test('of words there are ten at most', () => {
    const typed = Array.from({ length: 30 }, (_, number) => `word${number}`).join(' ');
    const read = readTerms(typed);
    expect(read.kind === 'wanted' && read.filter.words).toHaveLength(10);
  });
});

describe('digests', () => {
  test.each<[string, Schedule]>([
    ['now', NOW],
    ['daily', { kind: 'daily', hour: 9, zone: 'UTC' }],
    ['daily at 17:00', { kind: 'daily', hour: 17, zone: 'UTC' }],
    ['daily 0:00 Europe/Berlin', { kind: 'daily', hour: 0, zone: 'Europe/Berlin' }],
    ['weekly', { kind: 'weekly', day: 1, hour: 9, zone: 'UTC' }],
    [
      'weekly on Friday at 8:00 America/New_York',
      { kind: 'weekly', day: 5, hour: 8, zone: 'America/New_York' },
    ],
    ['sun', { kind: 'weekly', day: 7, hour: 9, zone: 'UTC' }],
    ['8:00', { kind: 'daily', hour: 8, zone: 'UTC' }],
    ['europe/berlin', { kind: 'daily', hour: 9, zone: 'Europe/Berlin' }],
    ['now 8:00', NOW],
  ])('%o', (typed, schedule) => {
    expect(readTerms(typed)).toEqual({ kind: 'wanted', filter: NO_FILTER, schedule });
  });
});

test.each([
  ['9:30', '9:30', /full hours/],
  ['24:00', '24:00', /full hours/],
  ['Europe/Nowhere', 'Europe/Nowhere', /Europe\/Berlin/],
  ['2.beta.x', '2.beta.x', /range of versions/],
  ['version:soon', 'soon', /range of versions/],
  ['tag:latest', 'tag:latest', /package: and version:/],
])('%o is refused with what would be right', (typed, term, reason) => {
  expect(readTerms(typed)).toEqual({ kind: 'bad', term, reason: expect.stringMatching(reason) });
});

test('any text is read, and read as something that can be used', () => {
  assert(
    property(string({ unit: 'binary', maxLength: 200 }), (typed) => {
      const read = readTerms(typed);
      if (read.kind === 'bad') return read.reason !== '';
      return (
        read.filter.words.every((word) => word !== '') && read.filter.packages.every((one) => one !== '')
      );
    }),
  );
});
