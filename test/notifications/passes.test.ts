import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/core/entry.ts';
import { NO_FILTER } from '../../src/core/subscription.ts';
import type { EntryFilter } from '../../src/core/subscription.ts';
import { passes } from '../../src/notifications/passes.ts';
import { entry } from './examples.ts';

function isWanted(of: Partial<Entry>, filter: Partial<EntryFilter>): boolean {
  return passes(entry(of), { ...NO_FILTER, ...filter });
}

test('without a filter everything passes', () => {
  expect(isWanted({}, {})).toBe(true);
  expect(isWanted({ version: '', title: 'News', at: undefined }, {})).toBe(true);
});

describe('a package', () => {
  test.each([
    ['@acme/node', '@acme/node', true],
    ['@acme/node', 'node', true],
    ['@acme/node', 'Node', true],
    ['@acme/node', 'de', false],
    ['node', '@acme/node', false],
    ['', 'node', false],
  ])('%o passes %o: %o', (name, wanted, expected) => {
    expect(isWanted({ package: name }, { packages: [wanted] })).toBe(expected);
  });

  test('is one of those that are wanted', () => {
    expect(isWanted({ package: 'go' }, { packages: ['node', 'go'] })).toBe(true);
  });
});

describe('words', () => {
  test.each([
    ['sso', 'SSO for everybody', true],
    ['sso', 'A lasso', false],
    ['sign in', 'Sign\n  in with a passkey', true],
    ['sign in', 'sign into', false],
    ['c++', 'Now in C++', true],
    ['.*', 'anything', false],
    ['größe', 'Die Größe zählt', true],
  ])('%o in %o: %o', (word, markdown, expected) => {
    expect(isWanted({ markdown }, { words: [word] })).toBe(expected);
  });

  test('occur all of them, wherever they stand', () => {
    const of = { title: 'Faster webhooks', markdown: 'For the *node* package.' };
    expect(isWanted(of, { words: ['webhooks', 'node'] })).toBe(true);
    expect(isWanted(of, { words: ['webhooks', 'go'] })).toBe(false);
  });
});

test('stable and prerelease part what there is', () => {
  expect(isWanted({ prerelease: true }, { releases: 'stable' })).toBe(false);
  expect(isWanted({ prerelease: true }, { releases: 'prerelease' })).toBe(true);
  expect(isWanted({ prerelease: false }, { releases: 'stable' })).toBe(true);
  expect(isWanted({ prerelease: false }, { releases: 'prerelease' })).toBe(false);
});

test.each([
  ['2.1.0', '>=2', true],
  ['1.9.9', '>=2', false],
  ['3.0.0-beta.1', '>=2', true],
  ['2.1.0', '>=2 <3', true],
  ['', '>=2', false],
])('version %o within %o: %o', (version, range, expected) => {
  expect(isWanted({ version }, { range })).toBe(expected);
});

test('breaking only', () => {
  expect(isWanted({ breaking: false }, { breaking: true })).toBe(false);
  expect(isWanted({ breaking: true }, { breaking: true })).toBe(true);
});
