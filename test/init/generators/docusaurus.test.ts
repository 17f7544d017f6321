import { expect, test } from 'vitest';
import type { Files } from '../../folders.ts';
import { proposed } from '../proposed.ts';

const PAGE = '# A page\n\nText.\n';

/** `docusaurus.config.js` of its classic template, with some more. */
function site(more: string, files: Files = {}): Files {
  return {
    'docs/intro.md': PAGE,
    'docusaurus.config.ts': `import {themes as prismThemes} from 'prism-react-renderer';
import type {Config} from '@docusaurus/types';
import type * as Preset from '@docusaurus/preset-classic';

const config: Config = {
  title: 'My Site',
  url: 'https://acme.dev',
  baseUrl: '/',
  ${more}
};

export default config;
`,
    ...files,
  };
}

const SITE = { preset: 'docusaurus', url: 'https://acme.dev' };

test('the classic template needs an address only', async () => {
  const config = await proposed(
    site(
      "i18n: { defaultLocale: 'en', locales: ['en'] }, presets: [['classic', { docs: { sidebarPath: './sidebars.ts' } } satisfies Preset.Options]],",
    ),
  );
  expect(config).toMatchObject({ title: 'My Site', generator: 'Docusaurus', notes: [] });
  expect(config?.collections).toEqual([{ name: 'docs', source: { folder: '../docs' }, site: SITE }]);
});

test('what has a number in front is left out where the site takes numbers in its own way', async () => {
  const more = "presets: [['classic', { docs: { numberPrefixParser: false, exclude: ['**/x/**'] } }]],";
  const config = await proposed(site(more, { 'docs/01-a/b.md': PAGE, 'docs/x/c.md': PAGE }));
  expect(config?.collections).toMatchObject([{ exclude: ['**/x/**', '**/[0-9]*', '**/[0-9]*/**'] }]);
  expect(config?.notes).toEqual([expect.stringContaining('`numberPrefixParser`')]);
  expect((await proposed(site(more)))?.notes).toEqual([]);
});

test('where docs lie and are published, and how addresses end, is as its config has it', async () => {
  const files = site(
    "trailingSlash: true, markdown: { format: 'detect' }, presets: [['@docusaurus/preset-classic', { docs: { path: 'guides', routeBasePath: '/', exclude: ['**/_*.md', 'internal/**'] } }]],",
    { 'guides/a.md': PAGE, 'guides/internal/b.md': PAGE },
  );
  expect((await proposed(files))?.collections).toEqual([
    {
      name: 'docs',
      source: { folder: '../guides' },
      exclude: ['internal/**'],
      format: 'auto',
      site: { ...SITE, routeBase: '', trailingSlash: true },
    },
  ]);
});

test('each plugin of docs is a collection', async () => {
  const files = site(
    "presets: [['classic', { docs: false }]], plugins: ['x', ['@docusaurus/plugin-content-docs', { id: 'API v2', path: 'api', routeBasePath: 'reference/api' }], ['content-docs', { id: 'help', path: 'help', routeBasePath: 'help' }]],",
    { 'api/a.md': PAGE, 'help/a.md': PAGE },
  );
  expect((await proposed(files))?.collections).toEqual([
    { name: 'api-v2', source: { folder: '../api' }, site: { ...SITE, routeBase: 'reference/api' } },
    { name: 'help', source: { folder: '../help' }, site: { ...SITE, routeBase: 'help' } },
  ]);
});

const VERSIONED = {
  'versions.json': '["2.0", "1.0"]',
  'versioned_docs/version-2.0/a.md': PAGE,
  'versioned_docs/version-1.0/a.md': PAGE,
};
const INCLUDE = ['docs/**/*.{md,mdx}', 'versioned_docs/**/*.{md,mdx}', 'i18n/**/*.{md,mdx}'];

test('versions and languages are read from the folder of the site', async () => {
  const files = site(
    "i18n: { defaultLocale: 'de', locales: ['de', 'fr', 'it'] }, presets: [['classic', { docs: {} }]],",
    { ...VERSIONED, 'i18n/fr/docusaurus-plugin-content-docs/current/a.md': PAGE },
  );
  expect((await proposed(files))?.collections).toEqual([
    { name: 'docs', source: { folder: '..' }, include: INCLUDE, locale: 'de', locales: ['fr'], site: SITE },
  ]);
});

test.each([
  ["lastVersion: 'current'", ['current', '2.0', '1.0']],
  ["lastVersion: '1.0'", ['1.0', '2.0', 'current']],
  ['includeCurrentVersion: false', ['2.0', '1.0']],
  ["onlyIncludeVersions: ['current', '2.0']", ['2.0', 'current']],
  ["versions: { current: { path: 'canary' } }", ['2.0', '1.0']],
  ["versions: { current: { path: 'next', label: 'Next' }, '2.0': { label: '2.x' } }", undefined],
])('with %s, the versions are %j', async (options, versions) => {
  const files = site(`presets: [['classic', { docs: { ${options} } }]],`, VERSIONED);
  expect((await proposed(files))?.collections[0]?.['versions']).toEqual(versions);
});

test('a site in website/ has its docs beside it', async () => {
  const { 'docusaurus.config.ts': config = '', ...files } = site(
    "presets: [['classic', { docs: { path: '../docs' } }]],",
  );
  const inWebsite = Object.fromEntries(
    Object.entries(VERSIONED).map(([file, text]) => [`website/${file}`, text]),
  );
  const found = await proposed({ ...files, 'website/docusaurus.config.ts': config, ...inWebsite });
  expect(found?.collections[0]).toMatchObject({
    source: { folder: '..' },
    include: ['docs/**/*.{md,mdx}', 'website/versioned_docs/**/*.{md,mdx}', 'website/i18n/**/*.{md,mdx}'],
  });
});

test('of a plugin with a name and versions, the last is read', async () => {
  const files = site(
    "presets: [['classic', {}]], plugins: [['@docusaurus/plugin-content-docs', { id: 'api', path: 'api', routeBasePath: 'api' }]],",
    { 'api/a.md': PAGE, 'api_versions.json': '["3", "2"]', 'api_versioned_docs/version-3/a.md': PAGE },
  );
  const config = await proposed(files);
  expect(config?.collections[1]).toMatchObject({
    name: 'api',
    version: '3',
    source: { folder: '../api_versioned_docs/version-3' },
  });
  expect(config?.notes).toEqual(['Only version 3 of api is read.']);
});
