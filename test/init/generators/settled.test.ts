import { pages, testGenerators } from './test-generators.ts';

testGenerators({
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
            index: [],
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
    {
      name: 'which sections permalinks put elsewhere',
      files: {
        'hugo.yaml':
          'baseURL: https://acme.dev\npermalinks: {blog: "/:year/:slug/", docs: "/:sections/:slugorfilename/", page: {news: "/n/:slug"}, tags: "/t/:slug"}\n',
        ...pages('content/docs/a.md', 'content/blog/b.md', 'content/news/c.md'),
      },
      collections: [
        {
          name: 'docs',
          source: { folder: '../content' },
          exclude: ['blog/**', 'news/**'],
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
html_baseurl = os.environ.get("READTHEDOCS_CANONICAL_URL", "https://acme.dev/")
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
    {
      name: 'a permalink of the whole site, and files that are no pages without frontmatter',
      files: {
        '_config.yml': 'title: Acme\nurl: https://acme.dev\npermalink: /:categories/:title/\n',
        Gemfile: 'gem "jekyll"\n',
        'docs/a.md': '---\n---\n\n# A\n',
        ...pages('README.md', 'docs/b.md', '_posts/2024-01-02-c.md'),
      },
      collections: [
        {
          name: 'docs',
          source: { folder: '..' },
          exclude: ['**/_posts/**', 'README.md', 'docs/b.md'],
          site: { preset: 'jekyll', url: 'https://acme.dev', extension: '', trailingSlash: true },
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
});
