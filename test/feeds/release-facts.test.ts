import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../src/feeds/markdown-notes.ts';
import { isBreaking, isPrerelease, readRelease } from '../../src/feeds/release-facts.ts';

describe('the version and package that a title names', () => {
  test.each([
    ['v1.2.3', '1.2.3', ''],
    ['sdk 1.2.3', '1.2.3', 'sdk'],
    ['@acme/sdk@2.0.0-beta.1', '2.0.0-beta.1', '@acme/sdk'],
    ['@acme/sdk v1.2.3', '1.2.3', '@acme/sdk'],
    ['sdk@1.2.3', '1.2.3', 'sdk'],
    ['acme-sdk-v1.2.3', '1.2.3', 'acme-sdk'],
    ['sdk/v1.2.3', '1.2.3', 'sdk'],
    ['Release 1.2', '1.2.0', ''],
    ['Release v1.2.3', '1.2.3', ''],
    ['Version 4.0 is here', '4.0.0', ''],
    ['v2.0', '2.0.0', ''],
    ['Acme SDK v2.1.0', '2.1.0', ''],
    ['1.2.3+build.5', '1.2.3+build.5', ''],
    ['Introducing Acme 3.0.0-rc.1 🎉', '3.0.0-rc.1', ''],
  ])('%s', (title, version, name) => {
    expect(readRelease(title)).toEqual({ version: version.replace(/\+.*$/u, ''), package: name });
  });

  test.each([
    'What is new in 2024',
    '2024-05-30',
    '2024.05.30',
    '2024.5.1',
    'May 2024',
    'Support for TLS 1.3',
    'Released 50.5% faster',
    '1.2.3.4',
    '10.0.0.1 is private',
    'https://acme.example/1.2.3',
    'Acme v2',
    '5.x is over',
    '',
  ])('none in “%s”', (title) => {
    expect(readRelease(title)).toEqual({ version: '', package: '' });
  });
});

describe('a prerelease', () => {
  test.each([
    ['1.0.0-beta.1', '1.0.0-beta.1'],
    ['1.0.0', 'v1.0.0 Alpha'],
    ['1.0.0', '1.0.0 (pre-release)'],
    ['', 'Beta: passkeys'],
    ['', 'Passkeys (preview)'],
    ['', 'Beta release'],
  ])('is version “%s” with the title “%s”', (version, title) => {
    expect(isPrerelease(version, title)).toBe(true);
  });

  test.each([
    ['1.0.0', 'v1.0.0'],
    ['', 'Thank you, beta testers'],
    ['', 'Preview of your invoice'],
    ['1.0.0', 'v1.0.0: alphabetical order'],
  ])('is not version “%s” with the title “%s”', (version, title) => {
    expect(isPrerelease(version, title)).toBe(false);
  });
});

describe('something breaks', () => {
  test.each([
    '## Breaking Changes',
    '### BREAKING CHANGE',
    '### ⚠ BREAKING CHANGES',
    '### 💥 Breaking',
    '### Major Changes',
    '- **Breaking:** a',
    '**BREAKING CHANGE**: a',
    'BREAKING CHANGE: a',
    '- feat!: a',
    '- fix(core)!: a',
    '> ⚠️ a',
  ])('in “%s”', (markdown) => {
    expect(isBreaking('1.0.0', parseMarkdown(markdown).children)).toBe(true);
  });

  test.each([
    '## Changes',
    '- **Fixed** a breaking bug',
    'No breaking changes.',
    '### Non-breaking changes',
    '### Minor Changes',
    '- feat: a! b: c',
    '### No breaking changes',
    'Wow!: a',
  ])('not in “%s”', (markdown) => {
    expect(isBreaking('1.0.0', parseMarkdown(markdown).children)).toBe(false);
  });

  test('by its title', () => {
    expect(isBreaking('feat!: a', [])).toBe(true);
    expect(isBreaking('Breaking changes in May', [])).toBe(true);
    expect(isBreaking('Groundbreaking', [])).toBe(false);
  });
});
