import { describe, expect, test } from 'vitest';
import { rspress } from '../../../src/content/presets/rspress.ts';
import { presetContract } from '../../contracts/preset.ts';
import { addressesIn, editionsIn, pageIn, routeIn } from './asking.ts';

presetContract({ name: 'rspress', preset: rspress });

// Each as `headerAnchor.ts` of Rspress 2 made it.
test.each([
  ['## V {x} y', ['#v--y']],
  ['## <b>t</b> z', ['#z']],
  ['## `a` **b** [c](/d)', ['#a-b-c']],
  ['## A {#Own}\n\n## Own\n\n## A', ['#Own', '#own', '#a']],
  ['## A {#own} b', ['#own']],
  ['## A\n\n## A', ['#a', '#a-1']],
])('Rspress makes ids of %j', async (text, addresses) => {
  expect(await addressesIn('rspress', text)).toEqual(addresses);
});

test('A heading of Rspress is shown without its id', async () => {
  const { sections } = await pageIn('rspress', '## Set up {#own}\n');
  expect(sections.map(({ heading }) => heading)).toContain('Set up');
});

describe('a page in Rspress', () => {
  test.each([
    ['guide/start.mdx', 'guide/start.html'],
    ['guide/index.md', 'guide/'],
    ['guide/README.md', 'guide/README.html'],
    ['_part.mdx', undefined],
    ['guide/_parts/a.mdx', undefined],
    ['__a.mdx', '__a.html'],
    ['public/a.md', undefined],
  ])('of %s is at %s', (file, route) => {
    expect(routeIn(rspress, file)).toBe(route);
  });
});

test('Folders of the default version and language of Rspress stand in no address', async () => {
  const files = ['docs/v2/en/a.md', 'docs/v2/zh/a.md', 'docs/v1/en/a.md', 'docs/v1/zh/a.md', 'README.md'];
  const options = { versions: ['v2', 'v1'], locales: ['zh'] };
  expect(await editionsIn(rspress, files, { read: { 'rspress.config.ts': '' }, options })).toEqual([
    'v2 en docs/v2/en/ → ',
    'v2 en docs/ → ',
    'v2 zh docs/v2/zh/ → zh',
    'v1 en docs/v1/en/ → v1',
    'v1 zh docs/v1/zh/ → v1/zh',
  ]);
});
