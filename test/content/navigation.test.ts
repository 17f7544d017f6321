import { describe, expect, test } from 'vitest';
import { readAll, SITE } from './read.ts';
import type { ReadOptions } from './read.ts';

/** By file: the title of its page and the titles above it. */
async function titles(files: Record<string, string>, options: ReadOptions = {}) {
  const { pages } = await readAll(files, options);
  return Object.fromEntries(pages.map(({ file, trail, title }) => [file, [...trail, title].join(' > ')]));
}

const NAVIGATION = `---
title: Lanterns
links:
  - title: Start here
    url: /start
  - title: Guides
    links:
      - title: Light
        url: ${SITE}/guides/light
      - {title: " Light again ", url: /guides/light}
      - title: ''
        links: [{title: Deep, url: guides/deep}]
---
`;

describe('a navigation file', () => {
  test('is no page, names pages without a title, and gives all their trails', async () => {
    const files = {
      '_navigation.mdx': NAVIGATION,
      'start.mdx': 'a',
      'guides/light.mdx': '---\ntitle: Own title\n---\na',
      'guides/deep.mdx': '# Its heading\n\na',
      'guides/unnamed.mdx': 'a',
    };
    expect(await titles(files)).toEqual({
      'start.mdx': 'Lanterns > Start here',
      'guides/light.mdx': 'Lanterns > Guides > Own title',
      'guides/deep.mdx': 'Lanterns > Guides > Its heading',
      'guides/unnamed.mdx': 'Unnamed',
    });
  });

  test('adds its name for a page to the words that find it', async () => {
    const { pages } = await readAll({
      '_navigation.mdx': NAVIGATION,
      'guides/light.mdx': '---\ntitle: Own title\nkeywords: [a]\n---\n',
    });
    expect(pages[0]?.keywords).toEqual(['a', 'Light']);
  });

  test('may be called otherwise, or not be there', async () => {
    const files = { 'nav.md': NAVIGATION, 'start.mdx': 'a' };
    expect(await titles(files, { rules: { navigation: 'nav.md' } })).toEqual({
      'start.mdx': 'Lanterns > Start here',
    });
    expect(await titles(files, { rules: { navigation: '' } })).toEqual({
      'nav.md': 'Lanterns',
      'start.mdx': 'Start',
    });
  });

  test.each([
    'links: text',
    'links: [1, null, [a]]',
    'links: [{url: 1, title: [a]}]',
    'title: {a: b}',
    'a: [',
    '',
  ])('that is broken names nothing: %j', async (yaml) => {
    expect(await titles({ '_navigation.mdx': `---\n${yaml}\n---\n`, 'start.mdx': 'a' })).toEqual({
      'start.mdx': 'Start',
    });
  });
});

describe('without a navigation', () => {
  test('the pages of the folders above, or their namesakes, make the trail', async () => {
    expect(
      await titles({
        'index.md': '---\ntitle: Home\n---\n',
        'guides/index.md': '---\ntitle: All guides\n---\n',
        'guides/light.md': '---\ntitle: Light\n---\n',
        'guides/light/wick.md': 'a',
        'other/x.md': 'a',
      }),
    ).toEqual({
      'index.md': 'Home',
      'guides/index.md': 'All guides',
      'guides/light.md': 'All guides > Light',
      'guides/light/wick.md': 'All guides > Light > Wick',
      'other/x.md': 'X',
    });
  });
});
