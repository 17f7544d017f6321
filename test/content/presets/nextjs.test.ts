import { describe, expect, test } from 'vitest';
import { nextjs } from '../../../src/content/presets/nextjs.ts';
import { presetContract } from '../../contracts/preset.ts';
import { addressesIn, routeIn } from './asking.ts';

presetContract({ name: 'nextjs', preset: nextjs });

describe('a page of docs on Next.js', () => {
  test.each([
    ['01-app/02-guides/index.mdx', 'app/guides/'],
    ['01-app/02-guides/10-set-up.mdx', 'app/guides/set-up'],
    ['sso/1-add-sso-to-your-app.mdx', 'sso/1-add-sso-to-your-app'],
    ['2024-review.mdx', '2024-review'],
    ['a/404.mdx', 'a/404'],
    ['_parts/a.mdx', undefined],
  ])('of %s is at %s', (file, route) => {
    expect(routeIn(nextjs, file)).toBe(route);
  });

  test('is where its slug says', () => {
    expect(routeIn(nextjs, '01-app/02-a.mdx', { slug: 'b' })).toBe('app/b');
    expect(routeIn(nextjs, '01-app/02-a.mdx', { slug: '/b' })).toBe('b');
  });

  test('is its folder in app/', () => {
    const files = new Set(['page.mdx', 'docs/(a)/01-b/page.mdx']);
    expect(routeIn(nextjs, 'docs/(a)/01-b/page.mdx', { files })).toBe('docs/01-b');
  });
});

test('Ids of docs on Next.js are those of rehype-slug', async () => {
  const text = '# A\n\n## A\n\n## <b>B</b> {c} d\n';
  expect(await addressesIn('nextjs', text)).toEqual(['#a-1', '#b--d']);
});
