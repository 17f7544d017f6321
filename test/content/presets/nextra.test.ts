import { describe, expect, test } from 'vitest';
import { nextra } from '../../../src/content/presets/nextra.ts';
import { presetContract } from '../../contracts/preset.ts';
import { addressesIn, editionsIn, routeIn } from './asking.ts';

presetContract({
  name: 'nextra',
  preset: nextra,
  corpus: 'nextra',
  shared: ['headings-jsx.mdx:193'],
  unproven: ['partials/_partial.mdx'],
});

describe('an id in Nextra', () => {
  test('counts the hidden headings of tabs, each before what stands in it', async () => {
    const text = [
      "<Tabs items={['npm', 'pnpm']}>",
      '<Tabs.Tab>',
      '## npm',
      '</Tabs.Tab>',
      '<Tabs.Tab>',
      '## npm',
      '</Tabs.Tab>',
      '</Tabs>',
      '## pnpm',
    ].join('\n\n');
    expect(await addressesIn('nextra', text)).toEqual(['#npm-1', '#npm-2', '#pnpm-1']);
  });

  test('counts the summary that stands within a line, and no other', async () => {
    const inLine = '<details>\n<summary>More</summary> text\n</details>\n\n## More\n';
    const onItsOwn = '<details>\n<summary>More</summary>\ntext\n</details>\n\n## More\n';
    expect(await addressesIn('nextra', inLine)).toEqual(['#more-1']);
    expect(await addressesIn('nextra', onItsOwn)).toEqual(['#more-1']);
    expect(await addressesIn('nextra', '<summary>More</summary>\n\n## More\n')).toEqual(['#more']);
  });

  test('is slugged and counted though its author gave it', async () => {
    expect(await addressesIn('nextra', '## A [#My.Id]\n\n## B [#My.Id]\n')).toEqual(['#myid', '#myid-1']);
  });
});

describe('a page in Nextra', () => {
  test.each([
    ['01-a/(b)/c.mdx', '01-a/(b)/c'],
    ['a/index.md', 'a/'],
    ['a/page.mdx', 'a/page'],
    ['README.md', 'README'],
    ['.a/b.md', undefined],
  ])('of %s is at %s', (file, route) => {
    expect(routeIn(nextra, file, { files: new Set([file, 'index.mdx', 'more.mdx']) })).toBe(route);
  });

  test.each([
    ['page.mdx', ''],
    ['docs/(group)/a/page.mdx', 'docs/a'],
    ['docs/_parts/page.mdx', undefined],
    ['docs/[slug]/page.mdx', undefined],
    ['docs/part.mdx', undefined],
  ])('of %s in app/ is at %s', (file, route) => {
    const files = new Set([file, 'page.mdx', 'a/page.mdx', 'b/page.mdx']);
    expect(routeIn(nextra, file, { files })).toBe(route);
  });
});

test('Docs of Nextra lie in content/ of a site, with a folder a language', async () => {
  const files = ['README.md', 'content/en/index.mdx', 'content/de/index.mdx'];
  const asked = { read: { 'next.config.mjs': '' }, options: { locales: ['de'] } };
  expect(await editionsIn(nextra, files, asked)).toEqual([
    ' en content/en/ → en',
    ' en content/ → ',
    ' de content/de/ → de',
  ]);
  expect(await editionsIn(nextra, ['content/a.mdx', 'index.mdx'])).toEqual([' en  → ']);
});
