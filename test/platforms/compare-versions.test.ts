import { expect, test } from 'vitest';
import { compareVersions, isVersion } from '../../src/platforms/compare-versions.ts';

test('versions are ordered as Semantic Versioning has it', () => {
  // The example of section 11.4, and more.
  const ordered = [
    '0.9',
    '1.0.0-alpha',
    '1.0.0-alpha.1',
    '1.0.0-alpha.beta',
    '1.0.0-beta',
    '1.0.0-beta.2',
    '1.0.0-beta.11',
    '1.0.0-rc.1',
    'v1.0.0',
    '1.9.0',
    '1.10.0',
    '2',
    '2.0.1',
  ];
  expect(ordered.toReversed().sort(compareVersions)).toEqual(ordered);
});

test.each([
  ['1.0', '1.0.0'],
  ['v2.1.0', '2.1.0'],
  ['1.0.0+build.5', '1.0.0'],
])('%s is the same as %s', (a, b) => {
  expect(compareVersions(a, b)).toBe(0);
  expect(compareVersions(b, a)).toBe(0);
});

test('a version is told from other texts', () => {
  expect(['4', 'v4.1', '4.1.0-beta.2', '4.1.0+x'].every(isVersion)).toBe(true);
  expect(['', 'v', 'latest', '4.', '4.x', '4 1', '^4.1.0'].some(isVersion)).toBe(false);
});
