import { describe, expect, test } from 'vitest';
import { buildEngine } from '../../src/search/engine.ts';
import { bestFor, engineOf, pagesOf, search, SETTINGS } from './pages.ts';

const engine = engineOf({
  'guides/sign-on.mdx': `# Sign-on
    Everything about it.
    ## Set it up
    In five steps.`,
  'guides/index.mdx': '# Guides\nHow to sign on, set things up, and more.',
  'reference/index.mdx':
    '# Reference\nEvery parameter.\n## Using the reference\nThe reference is a reference.',
  'reference/sign-on/token.mdx': '# Get a token\nOne token a sign-on.',
  'notes.mdx': '# Notes\nSet it up, sign-on, guides, set-it-up, token, mdx, https, docs, example.',
});

describe('a place is found by', () => {
  test.each([
    ['its URL', 'https://docs.example/guides/sign-on', 'guides/sign-on.mdx Sign-on'],
    ['another scheme, an end slash', 'http://docs.example/guides/sign-on/', 'guides/sign-on.mdx Sign-on'],
    ['no scheme', 'docs.example/guides/sign-on', 'guides/sign-on.mdx Sign-on'],
    [
      'angle brackets, as chats write them',
      '<https://docs.example/guides/sign-on>',
      'guides/sign-on.mdx Sign-on',
    ],
    ['white space around it', ' https://docs.example/guides/sign-on\n', 'guides/sign-on.mdx Sign-on'],
    ['a query string', 'https://docs.example/guides/sign-on?utm_source=x&y=1', 'guides/sign-on.mdx Sign-on'],
    ['its anchor', 'https://docs.example/guides/sign-on#set-it-up', 'guides/sign-on.mdx Set it up'],
    ['both', 'https://docs.example/guides/sign-on/?a=b#set-it-up', 'guides/sign-on.mdx Set it up'],
    ['an anchor that is gone', 'https://docs.example/guides/sign-on#gone', 'guides/sign-on.mdx Sign-on'],
    ['its path', '/guides/sign-on', 'guides/sign-on.mdx Sign-on'],
    ['its path with an anchor that is gone', '/guides/sign-on#gone', 'guides/sign-on.mdx Sign-on'],
    ['its path without a slash', 'reference/sign-on/token', 'reference/sign-on/token.mdx Get a token'],
    ['its file', 'guides/sign-on.mdx', 'guides/sign-on.mdx Sign-on'],
    ['its file name alone', 'sign-on.mdx', 'guides/sign-on.mdx Sign-on'],
    ['its title', 'get a token', 'reference/sign-on/token.mdx Get a token'],
    ['its title in capitals', 'SIGN-ON', 'guides/sign-on.mdx Sign-on'],
    ['its title, though a section says it more often', 'reference', 'reference/index.mdx Reference'],
  ])('%s', (_name, query, best) => {
    expect(bestFor(engine, query)).toBe(best);
  });
});

test('a place found so is sure, and others follow', () => {
  const { hits, confidence } = search(engine, 'https://docs.example/guides/sign-on');
  expect(confidence).toBe(1);
  expect(hits.length).toBeGreaterThan(1);
  expect(hits.filter(({ page }) => page.file === 'guides/sign-on.mdx')).toHaveLength(1);
});

test('a name that several pages share names none of them', () => {
  expect(search(engine, 'index.mdx').confidence).toBeLessThan(1);
  const twice = buildEngine(
    [...pagesOf({ 'a/b.mdx': '# B' }), ...pagesOf({ 'a/b.mdx': '# B' }, 'api')],
    SETTINGS,
  );
  expect(search(twice, 'a/b.mdx').confidence).toBeLessThan(1);
  expect(search(twice, 'https://api.example/a/b').hits[0]?.page.collection).toBe('api');
});

test.each(['../../etc/passwd', '/', '.', '//', '#', 'https://', '?', 'a/'.repeat(400)])(
  '%s is no place',
  (query) => {
    expect(search(engine, query).confidence).toBeLessThan(1);
  },
);
