import { describe, expect, test } from 'vitest';
import { mintlify } from '../../../src/content/presets/mintlify.ts';
import { presetContract } from '../../contracts/preset.ts';
import { addressesIn, pageIn, routeIn } from './asking.ts';

presetContract({ name: 'mintlify', preset: mintlify });

// Each as the plugins of @mintlify/common 1.0.1211 made it.
test.each([
  ['## Set up v1.0 (new)', ['#set-up-v1-0-new']],
  ['## What is it? A & B/C', ['#what-is-it-a-%26-b%2Fc']],
  ['## 日本語 🚀', ['#%E6%97%A5%E6%9C%AC%E8%AA%9E-']],
  ['## A\n\n## A\n\n### A', ['#a', '#a-2', '#a-3']],
  ['## A {#Own id}\n\n## A', ['#Own-id', '#a']],
  ['##### A\n\n## A', ['', '#a']],
])('Mintlify makes ids of %j', async (text, addresses) => {
  expect(await addressesIn('mintlify', text)).toEqual(addresses);
});

test('Mintlify counts headings of HTML and updates beside others', async () => {
  const text = '<h2>A</h2>\n\n<Update label="B">\ntext\n</Update>\n\n## A\n\n## B\n';
  expect((await addressesIn('mintlify', text)).filter((one) => one !== '')).toEqual(['#a-2', '#b-2']);
});

test('An id of Mintlify is not known where quotes stand in the heading', async () => {
  expect(await addressesIn('mintlify', '## The "x"\n\n## Don\'t\n')).toEqual(['', '#don%E2%80%99t']);
});

test('What Mintlify shows to agents alone has no id, but counts', async () => {
  const text = '<Visibility for="agents">\n\n## A\n\n</Visibility>\n\n## A\n';
  expect(await addressesIn('mintlify', text)).toEqual(['', '#a-2']);
});

test('A heading of Mintlify is shown without its id', async () => {
  const { sections } = await pageIn('mintlify', '## Set up { #own }\n');
  expect(sections.map(({ heading }) => heading)).toContain('Set up');
});

describe('a page in Mintlify', () => {
  test.each([
    ['api/start.mdx', {}, 'api/start'],
    ['api/index.mdx', {}, 'api/'],
    ['README.md', {}, undefined],
    ['snippets/a.mdx', {}, undefined],
    ['a.mdx', { url: 'https://elsewhere.example' }, undefined],
  ])('of %s with %o is at %s', (file, data, route) => {
    expect(routeIn(mintlify, file, { data })).toBe(route);
  });
});
