import { describe, expect, test } from 'vitest';
import { starlight } from '../../../src/content/presets/starlight.ts';
import { presetContract } from '../../contracts/preset.ts';
import { readAll, SITE } from '../read.ts';
import { addressesIn, editionsIn, routeIn, siteOf } from './asking.ts';

presetContract({
  name: 'starlight',
  preset: starlight,
  corpus: 'starlight',
  shared: ['headings-jsx.mdx:180'],
});

describe('an id in Starlight', () => {
  test('has the value of the frontmatter that the heading shows', async () => {
    const text = '---\ntitle: The End\n---\n\n## On {frontmatter.title}\n\n## On {frontmatter.other}\n';
    expect(await addressesIn('starlight', text)).toEqual(['#on-the-end', '#on-frontmatterother']);
  });

  test('has what looks like a directive as text, and no hyphens where these become a dash', async () => {
    expect(await addressesIn('starlight', '## At 12:am -- or --x\n\n## `--x`\n')).toEqual([
      '#at-12am--or-x',
      '#--x',
    ]);
  });

  test('loses a hyphen at its end up to Astro 5, where it is counted all the same', async () => {
    const text = '## Cost? 💶\n\n## Cost? 💶\n\n## A {#own}\n';
    expect(await addressesIn('starlight', text, { file: 'page.md' })).toEqual([
      '#cost-',
      '#cost--1',
      '#a-own',
    ]);
    expect(await addressesIn('starlight', text, { file: 'page.md', anchors: { slug: 'astro-5' } })).toEqual([
      '#cost',
      '#cost--1',
      '#a-own',
    ]);
  });

  test('keeps three hyphens up to Astro 5, where only two become a dash', async () => {
    const text = '## a -- b --- c\n\n## x ---\n';
    const anchors = { slug: 'astro-5' } as const;
    expect(await addressesIn('starlight', text, { anchors })).toEqual(['#a--b-----c', '#x---']);
  });

  test('is the one that a plugin reads, where the config says so', async () => {
    const anchors = { customId: 'curly' } as const;
    expect(await addressesIn('starlight', '## A {#Own}\n\n## Own\n', { anchors })).toEqual(['#Own', '#own']);
  });
});

describe('a page in Starlight', () => {
  test.each([
    ['Guides/Set Up.mdx', {}, 'guides/set-up/'],
    ['_parts/a.md', {}, '_parts/a/'],
    ['a/_b.md', {}, undefined],
    ['a/b.md', { draft: true }, undefined],
    ['a/index.md', {}, 'a/'],
    ['index.mdx', {}, ''],
    ['404.md', {}, '404/'],
  ])('of %s with %o is at %s', (file, data, route) => {
    expect(routeIn(starlight, file, { data })).toBe(route);
  });

  test.each([
    ['Own/Path', 'Own/Path/'],
    ['own/index', 'own/'],
    ['/own', undefined],
  ])('with the slug %s is at %s', (slug, route) => {
    expect(routeIn(starlight, 'a/b.md', { slug })).toBe(route);
  });
});

test.each([
  ['index.md', '', `${SITE}/b/`],
  ['a/index.md', '', `${SITE}/b/a.html`],
  ['a/B c.md', '', `${SITE}/b/a/b-c.html`],
  ['de/index.md', 'de', `${SITE}/b/de.html`],
])('%s is a file where the config says so', async (file, locale, url) => {
  const site = siteOf('starlight', { base: '/b', extension: '.html' });
  const { pages } = await readAll(
    { [file]: 'x' },
    { site, rules: { locales: locale === '' ? [] : [locale] } },
  );
  expect(pages.map((page) => page.url)).toEqual([url]);
});

test.each([
  ['de/own', 'own/'],
  ['de', ''],
  ['own', '../own/'],
])('the slug %s of a page in a language is its whole path', (slug, route) => {
  expect(routeIn(starlight, 'a.md', { slug, at: 'de' })).toBe(route);
});

test('Docs of Starlight lie deep in a site, with a folder a language', async () => {
  const files = ['README.md', 'src/content/docs/a.md', 'src/content/docs/pt-br/a.md'];
  const asked = { read: { 'astro.config.mjs': '' }, options: { locales: ['pt-br'] } };
  expect(await editionsIn(starlight, files, asked)).toEqual([
    ' en src/content/docs/ → ',
    ' pt-br src/content/docs/pt-br/ → pt-br',
  ]);
});
