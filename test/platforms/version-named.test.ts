import { describe, expect, test } from 'vitest';
import { versionAsked, versionChoices, versionNamed, versionsOf } from '../../src/platforms/version-named.ts';

describe('a version is called', () => {
  test.each([
    ['exactly', 'v2', ['2', 'v2', '2.x'], 'v2'],
    ['in another case', 'NEXT', ['next', 'v2'], 'next'],
    ['without its v', '2', ['v3', 'v2'], 'v2'],
    ['with a v', 'v2', ['3', '2'], '2'],
    ['with a v of its own', 'V2.0', ['3.0', '2.0'], '2.0'],
    ['in full', 'version-2', ['v3', 'v2'], 'v2'],
    ['by its beginning, the newest', 'v2', ['3.1', '2.0', '2.10', '2.9'], '2.10'],
    ['by its beginning, without x', 'v2', ['3.x', '2.x', '1.x'], '2.x'],
    ['by its beginning, and itself', '2', ['2.x', '2.0-beta'], '2.x'],
    ['by a release of it', '2.1', ['3.x', '2.x'], '2.x'],
    ['by a release of it, the closest', 'v2.1.4', ['2', '2.1', '2.x'], '2.1'],
    ['by a prerelease of it', '2.1.0-rc.1', ['3', '2'], '2'],
  ])('%s: %s of %j is %s', (_how, ...called) => {
    const [typed, versions, version] = called;
    expect(versionNamed(typed, versions)).toBe(version);
  });

  test.each([
    ['v9', ['v3', 'v2']],
    ['2', ['20', '21.0']],
    ['v20', ['v2']],
    ['2.1', ['2.0', '1.0']],
    ['10.0.0.1', ['10', '9']],
    ['n', ['next']],
    ['', ['v2']],
    ['x', ['2.x']],
    ['.', ['2.x']],
    ['v2', []],
    ['latest', ['v3', 'v2']],
    ['v'.repeat(60), ['v'.repeat(60)]],
  ])('otherwise than %s of %j', (typed, versions) => {
    expect(versionNamed(typed, versions)).toBeUndefined();
  });
});

test.each([
  ['2', 'v2'],
  ['latest', ''],
  ['Stable', ''],
  ['', ''],
  ['v9', 'v9'],
])('who says %j for a version asks for %j', (given, version) => {
  expect(versionAsked(given, ['v3', 'v2'])).toBe(version);
});

test('a version that is called latest is the one that is meant', () => {
  expect(versionAsked('latest', ['v2', 'latest'])).toBe('latest');
});

test('versions of several collections are told once each, in their order, and chosen between where there are two', () => {
  const collections = [{ versions: ['v3', 'v2'] }, { versions: [] }, { versions: ['v2', 'v1'] }];
  expect(versionsOf(collections)).toEqual(['v3', 'v2', 'v1']);
  expect(versionChoices(collections)).toEqual(['v3', 'v2', 'v1']);
  expect(versionChoices([{ versions: ['v3'] }, { versions: ['v3'] }])).toEqual([]);
});
