import { expect, test } from 'vitest';
import { feedsNamed } from '../../src/core/feeds-named.ts';

const FEEDS = [
  { name: 'blog', title: 'Acme changelog' },
  { name: 'node', title: 'Acme Node SDK' },
  { name: 'python', title: 'Acme Python SDK' },
].map((feed) => ({ ...feed, url: '', versions: [], locales: [], examples: [] }));

test.each([
  ['node sdk', ['node']],
  ['Python', ['python']],
  ['the Acme Node SDK', ['node']],
  ['sdk', ['node', 'python']],
  ['Acme', ['blog']],
  ['blog', ['blog']],
  ['ruby sdk', []],
  ['node sdk retries', []],
  ['changelog', []],
  ['', []],
])('"%s" names %j', (text, names) => {
  expect(feedsNamed(text, FEEDS).map(({ name }) => name)).toEqual(names);
});
