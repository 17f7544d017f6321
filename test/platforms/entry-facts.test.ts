import { expect, test } from 'vitest';
import { entryFacts } from '../../src/platforms/entry-facts.ts';
import { ENGLISH } from '../../src/platforms/words/english.ts';
import { GERMAN } from '../../src/platforms/words/german.ts';
import { announced } from './changelog-texts.ts';

test('all that is known stands on one line', () => {
  const entry = announced({ package: '@acme/node', version: '2.0.0-rc.1', prerelease: true, breaking: true });
  expect(entryFacts(entry, ENGLISH)).toBe(
    'Releases · @acme/node · 2.0.0-rc.1 · prerelease · breaking change · 2025-05-30',
  );
  expect(entryFacts(entry, GERMAN)).toContain(' · Vorabversion · inkompatible Änderung · ');
});

test('what is not known is left out', () => {
  expect(entryFacts(announced({ at: undefined }), ENGLISH)).toBe('Releases');
  expect(entryFacts(announced({ at: new Date(Number.NaN), version: '1.0.0' }), ENGLISH)).toBe(
    'Releases · 1.0.0',
  );
});

test('nothing in it breaks the line, steers it or is invisible', () => {
  const entry = announced({
    feed: 'Re\u202Eleases\n',
    package: '\u200B',
    version: '1\u001B[31m.0',
    at: undefined,
  });
  expect(entryFacts(entry, ENGLISH)).toBe('Releases · 1[31m.0');
});
