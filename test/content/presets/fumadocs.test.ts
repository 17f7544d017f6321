import { describe, expect, test } from 'vitest';
import { fumadocs } from '../../../src/content/presets/fumadocs.ts';
import { presetContract } from '../../contracts/preset.ts';
import { addressesIn, routeIn } from './asking.ts';

presetContract({
  name: 'fumadocs',
  preset: fumadocs,
  corpus: 'fumadocs',
  shared: ['headings-jsx.mdx:196'],
  // The one stood outside of the site's docs, and Next.js wrote the other to no file.
  unproven: ['partials/_partial.mdx', 'plus+sign&amp.mdx'],
});

describe('an id in Fumadocs', () => {
  test('is not known behind a page that is included, unless its author gave it', async () => {
    const text = '## A\n\n<include>./part.mdx</include>\n\n## B\n\n## C [#c]\n';
    expect(await addressesIn('fumadocs', text)).toEqual(['#a', '', '#c']);
  });

  test('is known behind code that is included', async () => {
    const text = '<include cwd lang="ts">\n  ./part.ts\n</include>\n\n## B\n';
    expect(await addressesIn('fumadocs', text)).toEqual(['#b']);
  });

  test('is none where the heading stands in the table of contents alone', async () => {
    expect(await addressesIn('fumadocs', '## A [toc]\n\n## B [!toc]\n')).toEqual(['', '#b-toc']);
  });
});

describe('a page in Fumadocs', () => {
  test.each([
    ['(a)/b/(c)/d.mdx', 'b/d'],
    ['(a)/index.mdx', ''],
    ['b/index.mdx', 'b/index'],
    ['c.cn.mdx', undefined],
    ['v1.js.mdx', 'v1.js'],
    ['(a).mdx', undefined],
  ])('of %s is at %s', (file, route) => {
    expect(routeIn(fumadocs, file, { files: new Set([file, 'b.mdx', 'c.mdx']) })).toBe(route);
  });
});
