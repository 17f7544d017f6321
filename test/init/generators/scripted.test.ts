import { pages, testGenerators } from './test-generators.ts';

testGenerators({
  VitePress: [
    {
      name: 'its base, clean addresses and sitemap',
      title: 'Acme',
      files: {
        '.vitepress/config.mts': `import { defineConfig } from 'vitepress'
export default defineConfig({ title: 'Acme', base: '/tools/', cleanUrls: true, srcDir: 'src', srcExclude: ['**/README.md'],
  sitemap: { hostname: 'https://acme.dev/tools/' } })`,
        ...pages('src/index.md', 'src/README.md'),
      },
      collections: [
        {
          name: 'docs',
          source: { folder: '../src' },
          exclude: ['**/README.md'],
          site: { preset: 'vitepress', url: 'https://acme.dev', base: '/tools', extension: '' },
        },
      ],
    },
    {
      name: 'languages in folders, from files beside the config',
      files: {
        'docs/.vitepress/config/index.ts': `import { shared } from './shared'
export default defineConfig({ ...shared, locales: { root: { lang: 'de-DE', label: 'Deutsch' }, fr: { lang: 'fr' }, es: { lang: 'es' } } })`,
        'docs/.vitepress/config/shared.ts': "export const shared = defineConfig({ title: 'Acme' })",
        ...pages('docs/index.md', 'docs/fr/index.md'),
      },
      collections: [
        {
          name: 'docs',
          source: { folder: '../docs' },
          locale: 'de-DE',
          locales: ['fr'],
          site: { preset: 'vitepress', url: 'http://localhost:4173' },
        },
      ],
    },
    {
      name: 'a folder that is published elsewhere, and pages that are',
      files: {
        'docs/.vitepress/config.js': `export default { title: 'Acme', srcExclude: ['**/README.md', 'en/drafts/**', 'zh/a.md'], rewrites: { 'en/:rest*': ':rest*', 'packages/:pkg/README.md': ':pkg.md' } }`,
        ...pages('docs/en/index.md', 'docs/en/drafts/a.md', 'docs/packages/a/README.md', 'docs/zh/index.md'),
      },
      collections: [
        {
          name: 'docs',
          source: { folder: '../docs/en' },
          exclude: ['**/README.md', 'drafts/**'],
          site: { preset: 'vitepress', url: 'http://localhost:4173' },
        },
        {
          name: 'rest',
          source: { folder: '../docs' },
          exclude: ['**/README.md', 'en/drafts/**', 'zh/a.md', 'en/**', 'packages/*/README.md'],
          site: { preset: 'vitepress', url: 'http://localhost:4173' },
        },
      ],
    },
    {
      name: 'the one of two configs that VitePress takes',
      files: {
        '.vitepress/config.mts': `export default { srcDir: 'old' }`,
        '.vitepress/config.ts': `export default { srcDir: 'docs' }`,
        ...pages('old/a.md', 'docs/a.md'),
      },
      collections: [
        {
          name: 'docs',
          source: { folder: '../docs' },
          site: { preset: 'vitepress', url: 'http://localhost:4173' },
        },
      ],
    },
  ],
  Starlight: [
    {
      name: 'its languages and how addresses end',
      title: 'Acme',
      files: {
        'astro.config.mjs': `import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';
export default defineConfig({ site: 'https://acme.dev', base: '/docs', trailingSlash: 'never', integrations: [other(),
  starlight({ title: { en: 'Acme', de: 'Acme' }, defaultLocale: 'root', locales: { root: { label: 'English', lang: 'en' }, de: { label: 'Deutsch' }, fr: { label: 'F' } } })] });`,
        ...pages('src/content/docs/index.md', 'src/content/docs/de/index.md'),
      },
      collections: [
        {
          name: 'docs',
          source: { folder: '../src/content/docs' },
          locales: ['de'],
          site: { preset: 'starlight', url: 'https://acme.dev', base: '/docs', trailingSlash: false },
        },
      ],
    },
    {
      name: 'that the Astro of package.json makes ids as it did up to 5, and files of pages',
      title: 'Acme',
      files: {
        'package.json': '{ "dependencies": { "astro": "^5.6.1" } }',
        'astro.config.mjs': `export default { build: { format: 'file' }, trailingSlash: 'never', integrations: [starlight({ title: 'Acme' })] };`,
        ...pages('src/content/docs/index.md'),
      },
      collections: [
        {
          name: 'docs',
          source: { folder: '../src/content/docs' },
          site: {
            preset: 'starlight',
            url: 'http://localhost:4321',
            extension: '.html',
            trailingSlash: false,
            anchors: { slug: 'astro-5' },
          },
        },
      ],
    },
    {
      name: 'that the Astro which is installed makes ids as it does now, whatever package.json allows',
      title: 'Acme',
      files: {
        'site/package.json': '{ "dependencies": { "astro": ">=5" } }',
        'node_modules/astro/package.json': '{ "version": "6.0.2" }',
        'site/astro.config.mjs': `export default { integrations: [starlight({ title: 'Acme' })] };`,
        ...pages('site/src/content/docs/index.md'),
      },
      collections: [
        {
          name: 'docs',
          source: { folder: '../site/src/content/docs' },
          site: { preset: 'starlight', url: 'http://localhost:4321' },
        },
      ],
    },
    {
      name: 'that Astro 5 was told to make ids as it does now',
      title: 'Acme',
      files: {
        'package.json': '{ "devDependencies": { "astro": "5.18.2" } }',
        'astro.config.mjs': `export default { experimental: { headingIdCompat: true }, integrations: [starlight({ title: 'Acme' })] };`,
        ...pages('src/content/docs/index.md'),
      },
      collections: [
        {
          name: 'docs',
          source: { folder: '../src/content/docs' },
          site: { preset: 'starlight', url: 'http://localhost:4321' },
        },
      ],
    },
  ],
  Eleventy: [
    {
      name: 'which data puts pages elsewhere',
      files: {
        'eleventy.config.js': 'export default function () {}',
        'docs/docs.json': '{ "permalink": "/d/{{ page.fileSlug }}.html" }',
        'guide/a.11tydata.js': 'export default { permalink: "/a/" };',
        'guide/guide.json': '{ "layout": "guide" }',
        'guide/c.json': '{ "permalink": "/c/" }',
        ...pages('docs/x.md', 'guide/a.md', 'guide/b.md'),
      },
      collections: [
        {
          name: 'docs',
          source: { folder: '..' },
          include: ['**/*.md'],
          exclude: ['docs/**', 'guide/a.md'],
          site: { preset: 'eleventy', url: 'http://localhost:8080' },
        },
      ],
    },
    {
      name: 'its plugin for ids, and its data',
      title: 'Acme',
      files: {
        'eleventy.config.js': `import { IdAttributePlugin } from "@11ty/eleventy";
export default async function (eleventyConfig) { eleventyConfig.addPlugin(IdAttributePlugin); }
export const config = { dir: { input: "content", data: "../_data" } };`,
        'content/_data/metadata.js': 'export default { title: "Acme", url: "https://acme.dev/" };',
        ...pages('content/index.md'),
      },
      collections: [
        {
          name: 'docs',
          source: { folder: '../content' },
          include: ['**/*.md'],
          site: { preset: 'eleventy', url: 'https://acme.dev', anchors: { slug: 'eleventy' } },
        },
      ],
    },
  ],
  Nextra: [
    {
      name: 'where its content is published',
      title: 'Acme',
      files: {
        'next.config.mjs': `import nextra from 'nextra'
const withNextra = nextra({ contentDirBasePath: '/docs' })
export default withNextra({ basePath: '/tools', i18n: { locales: ['en', 'de'], defaultLocale: 'en' } })`,
        'app/layout.jsx': `export const metadata = { metadataBase: new URL('https://acme.dev'), title: { default: 'Acme', template: '%s' } }
export default function Root({ children }) { return <html>{children}</html> }`,
        ...pages('content/en/index.mdx', 'content/de/index.mdx'),
      },
      collections: [
        {
          name: 'docs',
          source: { folder: '../content' },
          locales: ['de'],
          site: { preset: 'nextra', url: 'https://acme.dev', base: '/tools', routeBase: 'docs' },
        },
      ],
    },
  ],
  'Next.js': [
    {
      name: 'pages in app/',
      files: {
        'next.config.ts':
          "import createMDX from '@next/mdx'\nconst withMDX = createMDX({})\nexport default withMDX({ trailingSlash: true })",
        ...pages('src/app/guide/page.mdx'),
      },
      collections: [
        {
          name: 'docs',
          source: { folder: '../src/app' },
          site: { preset: 'nextjs', url: 'http://localhost:3000', trailingSlash: true },
        },
      ],
    },
  ],
  Fumadocs: [
    {
      name: 'each of its docs by its loader',
      files: {
        'source.config.ts': `import { defineConfig, defineDocs } from 'fumadocs-mdx/config';
export const docs = defineDocs({ dir: 'content/docs', docs: { schema: x } });
export const api = defineDocs({ dir: 'content/api' });
export default defineConfig({ mdxOptions: {} });`,
        'src/lib/source.ts': `import { docs, api } from 'fumadocs-mdx:collections/server';
import { loader } from 'fumadocs-core/source';
export const source = loader({ baseUrl: '/docs', source: docs.toFumadocsSource(), plugins: [lucideIconsPlugin()] });
export const apiSource = loader({ baseUrl: '/reference', source: api.toFumadocsSource() });`,
        'next.config.mjs':
          "import { createMDX } from 'fumadocs-mdx/next';\nexport default createMDX()({ reactStrictMode: true });",
        ...pages('content/docs/index.mdx', 'content/api/index.mdx'),
      },
      collections: [
        {
          name: 'docs',
          source: { folder: '../content/docs' },
          site: { preset: 'fumadocs', url: 'http://localhost:3000' },
        },
        {
          name: 'api',
          source: { folder: '../content/api' },
          site: { preset: 'fumadocs', url: 'http://localhost:3000', routeBase: 'reference' },
        },
      ],
    },
  ],
  Rspress: [
    {
      name: 'its languages and versions',
      title: 'Acme',
      files: {
        'rspress.config.ts': `import { defineConfig } from '@rspress/core';
import * as path from 'node:path';
export default defineConfig({ root: path.join(__dirname, 'docs'), title: 'Acme', base: '/x/', lang: 'en', route: { cleanUrls: true },
  locales: [{ lang: 'en' }, { lang: 'zh' }], multiVersion: { default: 'v2', versions: ['v1', 'v2'] } });`,
        ...pages('docs/v1/en/a.md', 'docs/v2/en/a.md', 'docs/v2/zh/a.md'),
      },
      collections: [
        {
          name: 'docs',
          source: { folder: '../docs' },
          versions: ['v2', 'v1'],
          locales: ['zh'],
          site: { preset: 'rspress', url: 'http://localhost:4173', base: '/x', extension: '' },
        },
      ],
    },
  ],
});
