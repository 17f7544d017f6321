import { describe, expect, test } from 'vitest';
import type { EditionOptions } from '../../../src/content/preset.ts';
import { docusaurus } from '../../../src/content/presets/docusaurus.ts';
import { presetContract } from '../../contracts/preset.ts';
import { readAll, SITE } from '../read.ts';
import { addressesIn, editionsIn, routeIn, siteOf } from './asking.ts';

presetContract({
  name: 'docusaurus',
  preset: docusaurus,
  corpus: 'docusaurus',
  shared: ['headings-jsx.mdx:164'],
});

describe('an id in Docusaurus', () => {
  test('is read though an HTML comment stands in MDX', async () => {
    const text = '<!-- a\n\n## Hidden\n-->\n\n## Shown <Badge /> {#own}\n\n`<!--` and\n\n## Next\n';
    expect(await addressesIn('docusaurus', text)).toEqual(['#own', '#next']);
  });

  test('ends with a hyphen where a comment stands behind the heading', async () => {
    expect(await addressesIn('docusaurus', '## Setup <!-- old -->\n')).toEqual(['#setup-']);
  });

  test('is not known where a comment gives it, since the site decides whether that counts', async () => {
    expect(await addressesIn('docusaurus', '## Setup <!-- #own -->\n\n## Setup\n')).toEqual(['', '#setup']);
  });

  test('is that of a block that only editors take for code', async () => {
    const text =
      '```mdx-code-block\n<Tabs>\n```\n\n## In tabs\n\n```mdx-code-block\n</Tabs>\n```\n\n## After\n';
    expect(await addressesIn('docusaurus', text)).toEqual(['#in-tabs', '#after']);
  });

  test('keeps its case where the config says so', async () => {
    const anchors = { slug: 'github-case' } as const;
    expect(await addressesIn('docusaurus', '## Set Up\n\n## Set Up\n', { anchors })).toEqual([
      '#Set-Up',
      '#Set-Up-1',
    ]);
  });

  test('leaves code as it is', () => {
    const text = '```sh\n# run {#x}\n<!-- y -->\n```\n\n`<!-- z -->` and \\<!-- a';
    expect(docusaurus.unify(text)).toBe(text);
  });
});

describe('a page in Docusaurus', () => {
  test.each([
    ['01-intro/02-setup.md', {}, 'intro/setup'],
    ['01-intro/02-setup.md', { parse_number_prefixes: false }, '01-intro/02-setup'],
    ['guides/Guides.md', {}, 'guides/'],
    ['guides/README.mdx', {}, 'guides/'],
    ['README.md', {}, ''],
    ['a/b.md', { id: 'c' }, 'a/c'],
    ['a/b.md', { id: 7 }, 'a/7'],
    ['a/2024-01-02-news.md', {}, 'a/2024-01-02-news'],
  ])('of %s with %o is at %s', (file, data, route) => {
    expect(routeIn(docusaurus, file, { data })).toBe(route);
  });

  test.each([
    ['/', ''],
    ['/top', 'top'],
    ['../up', 'up'],
    ['below/', 'a/below/'],
    ['/f%C3%BCr', 'für'],
  ])('with the slug %s is at %s', (slug, route) => {
    expect(routeIn(docusaurus, 'a/b.md', { slug })).toBe(route);
  });

  test.each(['_part.md', '_parts/a.md', 'a/__tests__/b.md', '.github/a.md', '(group)/a.md'])(
    'is none where the file is %s',
    (file) => {
      expect(routeIn(docusaurus, file)).toBeUndefined();
    },
  );
});

test.each([
  ['docs/index.md', '/b/'],
  ['docs/a.md', '/b/a'],
  ['versioned_docs/version-1.0/index.md', '/b/1.0'],
  ['i18n/de/docusaurus-plugin-content-docs/current/index.md', '/b/de/'],
  ['i18n/de/docusaurus-plugin-content-docs/version-1.0/index.md', '/b/de/1.0'],
])('the base keeps its slash where no page has one: %s is at %s', async (file, path) => {
  const site = siteOf('docusaurus', { base: '/b', routeBase: '', trailingSlash: false });
  const files = { 'docs/x.md': 'x', [file]: 'x' };
  const { pages } = await readAll(files, { site, rules: { versions: ['current', '1.0'], locales: ['de'] } });
  expect(pages.map(({ url }) => url)).toContain(`${SITE}${path}`);
});

const FILES = [
  'docs/intro.md',
  'versioned_docs/version-2.0/intro.md',
  'versioned_docs/version-1.0/intro.md',
  'i18n/fr/docusaurus-plugin-content-docs/current/intro.md',
  'i18n/fr/docusaurus-plugin-content-docs/version-2.0/intro.md',
  'blog/2024-01-01-news.md',
];
const VERSIONS = { 'versions.json': '["2.0", "1.0"]' };

describe('the editions of Docusaurus', () => {
  test('are those of versions.json, with what comes next', async () => {
    expect(await editionsIn(docusaurus, FILES, { read: VERSIONS })).toEqual([
      '2.0 en versioned_docs/version-2.0/ → docs',
      '1.0 en versioned_docs/version-1.0/ → docs/1.0',
      'next en docs/ → docs/next',
    ]);
  });

  test('are in the languages of the config, too', async () => {
    const options: Partial<EditionOptions> = { locales: ['fr'], version: 'dev' };
    expect(await editionsIn(docusaurus, FILES, { read: VERSIONS, options })).toEqual([
      '2.0 en versioned_docs/version-2.0/ → docs',
      '2.0 fr i18n/fr/docusaurus-plugin-content-docs/version-2.0/ → fr/docs',
      '1.0 en versioned_docs/version-1.0/ → docs/1.0',
      'dev en docs/ → docs/next',
      'dev fr i18n/fr/docusaurus-plugin-content-docs/current/ → fr/docs/next',
    ]);
  });

  test('are those that the config names, in its order', async () => {
    const options: Partial<EditionOptions> = { versions: ['current', '2.0'], routeBase: '' };
    expect(await editionsIn(docusaurus, FILES, { read: VERSIONS, options })).toEqual([
      'current en docs/ → ',
      '2.0 en versioned_docs/version-2.0/ → 2.0',
    ]);
  });

  test('are one where there are no versions', async () => {
    const files = ['docs/intro.md', 'blog/2024-01-01-news.md', 'README.md'];
    expect(await editionsIn(docusaurus, files)).toEqual([' en docs/ → docs']);
  });

  test('are one where the source is the folder of the docs', async () => {
    expect(await editionsIn(docusaurus, ['intro.md', 'docs/a.md', 'other/b.md'])).toEqual([' en  → docs']);
  });

  test('are found where the site stands beside the docs', async () => {
    const files = ['docs/intro.md', 'website/versioned_docs/version-2.0/intro.md', 'packages/a/README.md'];
    const read = { 'website/versions.json': '["2.0"]' };
    expect(await editionsIn(docusaurus, files, { read })).toEqual([
      '2.0 en website/versioned_docs/version-2.0/ → docs',
      'next en docs/ → docs/next',
    ]);
    const config = { 'website/docusaurus.config.ts': '' };
    expect(await editionsIn(docusaurus, ['docs/intro.md', 'packages/a.md'], { read: config })).toEqual([
      ' en docs/ → docs',
    ]);
  });

  test('are those of the files where versions.json cannot be read', async () => {
    expect(await editionsIn(docusaurus, FILES, { read: { 'versions.json': '{' } })).toEqual([
      ' en docs/ → docs',
    ]);
  });
});
