import { describe, expect, test } from 'vitest';
import type { Files } from '../../folders.ts';
import { proposed } from '../proposed.ts';

const PAGE = '# A page\n\nText.\n';

interface Case {
  readonly name: string;
  readonly files: Files;
  readonly title?: string;
  readonly collections: readonly Readonly<Record<string, unknown>>[];
}

function pages(...files: readonly string[]): Files {
  return Object.fromEntries(files.map((file) => [file, PAGE]));
}

const CASES: Readonly<Record<string, readonly Case[]>> = {
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
      title: 'docs',
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
        'docs/.vitepress/config.js': `export default { title: 'Acme', rewrites: { 'en/:rest*': ':rest*', 'packages/:pkg/README.md': ':pkg.md' } }`,
        ...pages('docs/en/index.md', 'docs/packages/a/README.md', 'docs/zh/index.md'),
      },
      collections: [
        {
          name: 'docs',
          source: { folder: '../docs/en' },
          site: { preset: 'vitepress', url: 'http://localhost:4173' },
        },
        {
          name: 'rest',
          source: { folder: '../docs' },
          exclude: ['en/**', 'packages/*/README.md'],
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
  ],
  MkDocs: [
    {
      name: 'Material with tags of Python',
      title: 'Acme',
      files: {
        'mkdocs.yml': `site_name: Acme
site_url: !ENV [SITE_URL, 'https://acme.dev/tools/']
theme:
  name: material
  language: de
exclude_docs: |
  drafts/
  *.py
markdown_extensions:
  - attr_list
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
  - toc:
      permalink: true
      slugify: !!python/object/apply:pymdownx.slugs.slugify
        kwds:
          case: lower
`,
        ...pages('docs/index.md', 'docs/drafts/a.md'),
      },
      collections: [
        {
          name: 'docs',
          source: { folder: '../docs' },
          exclude: ['**/drafts/**'],
          locale: 'de',
          site: { preset: 'mkdocs', url: 'https://acme.dev/tools', anchors: { slug: 'pymdownx' } },
        },
      ],
    },
    {
      name: 'what it takes from another config, and addresses of files',
      title: 'Acme',
      files: {
        'base.yml': 'site_name: Other\ndocs_dir: text\nuse_directory_urls: false\n',
        'mkdocs.yml':
          'INHERIT: base.yml\nsite_name: Acme\nmarkdown_extensions: {toc: {slugify: !!python/name:my.slug}}\n',
        ...pages('text/index.md'),
      },
      collections: [
        {
          name: 'docs',
          source: { folder: '../text' },
          site: {
            preset: 'mkdocs',
            url: 'http://localhost:8000',
            extension: '.html',
            anchors: { style: 'none' },
          },
        },
      ],
    },
    {
      name: 'languages in folders, of which one is at the root',
      files: {
        'mkdocs.yml': `site_name: Acme
site_url: https://acme.dev
markdown_extensions: [extra]
plugins:
  - search
  - i18n:
      docs_structure: folder
      languages: [{locale: en, default: true}, {locale: de}]
`,
        ...pages('docs/en/index.md', 'docs/de/index.md'),
      },
      collections: [
        {
          name: 'docs',
          source: { folder: '../docs/en' },
          site: { preset: 'mkdocs', url: 'https://acme.dev' },
        },
        {
          name: 'docs-de',
          source: { folder: '../docs/de' },
          locale: 'de',
          site: { preset: 'mkdocs', url: 'https://acme.dev', routeBase: 'de' },
        },
      ],
    },
    {
      name: 'versions that mike publishes',
      files: {
        'mkdocs.yml':
          'site_name: A\nsite_url: https://acme.dev/\nmarkdown_extensions: [attr_list]\nextra: {version: {provider: mike, default: stable}}\n',
        ...pages('docs/index.md'),
      },
      collections: [
        {
          name: 'docs',
          source: { folder: '../docs' },
          site: { preset: 'mkdocs', url: 'https://acme.dev/stable' },
        },
      ],
    },
  ],
  Mintlify: [
    {
      name: 'its languages and versions',
      title: 'Acme',
      files: {
        'docs.json': JSON.stringify({
          $schema: 'https://mintlify.com/docs.json',
          name: 'Acme',
          seo: { metatags: { canonical: 'https://docs.acme.dev' } },
          navigation: {
            versions: [{ version: 'v1' }, { version: 'v2', default: true }],
            languages: [{ language: 'en' }, { language: 'es' }],
          },
        }),
        ...pages('v1/a.mdx', 'v2/a.mdx', 'es/v2/a.mdx'),
      },
      collections: [
        {
          name: 'docs',
          source: { folder: '..' },
          versions: ['v2', 'v1'],
          locales: ['es'],
          site: { preset: 'mintlify', url: 'https://docs.acme.dev' },
        },
      ],
    },
  ],
  mdBook: [
    {
      name: 'what its summary names',
      title: 'The Book',
      files: {
        'book.toml': '[book]\ntitle = "The Book"\nlanguage = "fr"\n[output.html]\nsite-url = "/book/"\n',
        'src/SUMMARY.md': '# Summary\n\n- [A](a.md)\n- [B](<b c.md>)\n',
        ...pages('src/a.md', 'src/b c.md', 'src/part.md'),
      },
      collections: [
        {
          name: 'docs',
          source: { folder: '../src' },
          exclude: ['part.md'],
          locale: 'fr',
          site: { preset: 'mdbook', url: 'http://localhost:3000', base: '/book' },
        },
      ],
    },
  ],
  Hugo: [
    {
      name: 'languages in folders of their own, and ids of another kind',
      title: 'Acme',
      files: {
        'hugo.toml': `baseURL = 'https://acme.dev/'
title = 'Acme'
uglyURLs = true
[languages.en]
contentDir = 'content/en'
[languages.de]
contentDir = 'content/de'
[markup.goldmark.parser]
autoHeadingIDType = 'blackfriday'
`,
        ...pages('content/en/a.md', 'content/de/a.md'),
      },
      collections: [
        {
          name: 'docs',
          source: { folder: '../content/en' },
          site: {
            preset: 'hugo',
            url: 'https://acme.dev',
            extension: '.html',
            anchors: { slug: 'blackfriday' },
          },
        },
        {
          name: 'docs-de',
          source: { folder: '../content/de' },
          locale: 'de',
          site: {
            preset: 'hugo',
            url: 'https://acme.dev',
            routeBase: 'de',
            extension: '.html',
            anchors: { slug: 'blackfriday' },
          },
        },
      ],
    },
    {
      name: 'a config in parts, with translations by name of file',
      files: {
        'config/_default/config.yaml': 'BASEURL: https://acme.dev\nTITLE: Acme\n',
        'config/_default/languages.yaml': 'en: {weight: 1}\nfr: {weight: 2}\n',
        ...pages('content/a.md', 'content/a.fr.md'),
      },
      collections: [
        {
          name: 'docs',
          source: { folder: '../content' },
          exclude: ['**/*.fr.md'],
          site: { preset: 'hugo', url: 'https://acme.dev' },
        },
      ],
    },
  ],
  Sphinx: [
    {
      name: 'MyST, by the text of its config',
      title: 'Acme',
      files: {
        'docs/conf.py': `import sys
project = "Acme"
language = 'de'
html_baseurl = "https://acme.dev/"
extensions = [
    "sphinx.ext.autodoc",
    "myst_parser",
]
exclude_patterns = ["_build", "Thumbs.db", "drafts"]
`,
        '.readthedocs.yaml': 'version: 2\nsphinx: {builder: dirhtml, configuration: docs/conf.py}\n',
        ...pages('docs/index.md', 'docs/drafts/a.md'),
      },
      collections: [
        {
          name: 'docs',
          source: { folder: '../docs' },
          include: ['**/*.md'],
          exclude: ['drafts/**'],
          locale: 'de',
          site: { preset: 'sphinx', url: 'https://acme.dev', extension: '', trailingSlash: true },
        },
      ],
    },
  ],
  Jekyll: [
    {
      name: 'GitHub Pages',
      title: 'Acme',
      files: {
        '_config.yml':
          'title: Acme\nurl: https://acme.github.io\nbaseurl: /tools\ntheme: minima\nexclude: [drafts, Gemfile]\n',
        Gemfile: 'gem "github-pages", group: :jekyll_plugins\n',
        ...pages('index.md', 'drafts/a.md'),
      },
      collections: [
        {
          name: 'docs',
          source: { folder: '..' },
          exclude: ['drafts/**'],
          site: {
            preset: 'jekyll',
            url: 'https://acme.github.io',
            base: '/tools',
            index: ['index', 'README'],
          },
        },
      ],
    },
    {
      name: 'collections with a permalink, and files with one',
      files: {
        '_config.yml': `title: Acme
url: https://acme.dev
permalink: pretty
collections:
  guides: {output: true, permalink: "/:collection/:path/"}
  notes: {output: true, permalink: "/:year/:title"}
  hidden: {}
`,
        '_guides/own.md': '---\ntitle: A\npermalink: /start/\n---\n\n# A\n',
        ...pages('index.md', '_guides/a.md', '_notes/a.md', '_hidden/a.md'),
      },
      collections: [
        {
          name: 'docs',
          source: { folder: '..' },
          exclude: ['_hidden/**', '_guides/a.md', '_notes/**'],
          site: { preset: 'jekyll', url: 'https://acme.dev', extension: '', trailingSlash: true },
        },
        {
          name: 'guides',
          source: { folder: '../_guides' },
          exclude: ['own.md'],
          site: {
            preset: 'jekyll',
            url: 'https://acme.dev',
            routeBase: 'guides',
            extension: '',
            index: [],
            trailingSlash: true,
          },
        },
      ],
    },
  ],
  Eleventy: [
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
  GitHub: [
    {
      name: 'README and docs, by the remote',
      title: 'Acme tools',
      files: {
        '.git/config': '[remote "origin"]\n\turl = git@github.com:acme/tools.git\n',
        'README.md': '# Acme `tools`\n',
        ...pages('docs/a.md'),
      },
      collections: [
        {
          name: 'docs',
          source: { folder: '..' },
          include: ['*.md', 'docs/**/*.{md,mdx}'],
          exclude: ['{CHANGELOG,CODE_OF_CONDUCT,LICENSE}.md'],
          site: { preset: 'github', url: 'https://github.com/acme/tools/blob/main' },
        },
      ],
    },
  ],
  'Markdown files': [
    {
      name: 'a folder of docs on no known host',
      files: pages('docs/a.md'),
      collections: [{ name: 'docs', source: { folder: '../docs' }, site: { url: 'http://localhost:8080' } }],
    },
  ],
};

describe.each(Object.entries(CASES))('%s', (generator, cases) => {
  test.each(cases)('is read: $name', async ({ files, title, collections }) => {
    const config = await proposed(files);
    expect(config?.generator).toBe(generator);
    expect(config?.collections).toEqual(collections);
    if (title !== undefined && title !== 'docs') expect(config?.title).toBe(title);
  });
});
