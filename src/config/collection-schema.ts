import { z } from 'zod';
import { collectionId } from './collection-id.ts';
import { DEFAULTS } from './defaults.ts';
import { locale } from './locale.ts';
import { site } from './site-schema.ts';
import { source } from './source-schema.ts';
import { structured } from './structured-schema.ts';
import { text } from './text.ts';

const keys = (description: string, byDefault: string[]) =>
  z.array(text()).default(byDefault).describe(description);

const frontmatter = z.strictObject({
  title: keys('Keys of a page’s title; the first that a page has counts', DEFAULTS.frontmatter.title),
  description: keys('Keys of what a page is about, in a line', DEFAULTS.frontmatter.description),
  keywords: keys('Keys of further words to find a page by; all of them count', DEFAULTS.frontmatter.keywords),
  slug: keys('Keys of a page’s path below `site.url`, instead of its file’s', DEFAULTS.frontmatter.slug),
  hidden: keys('Keys that leave a page out when one of them is true', DEFAULTS.frontmatter.hidden),
});

/** A named set of docs with one source and one site. */
export const collection = z
  .strictObject({
    name: collectionId().meta({
      description: 'A short id, unique among the collections and feeds',
      examples: ['docs'],
    }),
    title: text()
      .optional()
      .meta({ description: 'What people call it; the name where left out', examples: ['Documentation'] }),
    source: source.describe(
      'Where the files are: one of `folder`, `package`, `git`, `sitemap` and `llms`, with what goes with it',
    ),
    include: z
      .array(text())
      .min(1)
      .default(DEFAULTS.collection.include)
      .describe('Globs of the files that are pages, relative to the source'),
    exclude: z
      .array(text())
      .default(DEFAULTS.collection.exclude)
      .meta({ description: 'Globs of files to leave out', examples: [['drafts/**']] }),
    maxFileBytes: z
      .int()
      .min(1)
      .max(100_000_000)
      .default(DEFAULTS.collection.maxFileBytes)
      .describe('Larger files are left out and reported'),
    format: z
      .enum(['auto', 'mdx', 'markdown'])
      .optional()
      .describe(
        'What the files are written in; `auto`: `.mdx` files are MDX, `.html` files HTML, all others Markdown; by default as the preset has it',
      ),
    version: z
      .string()
      .default(DEFAULTS.collection.version)
      .meta({ description: 'The version of the docs; empty for none', examples: ['v2'] }),
    versions: z
      .array(text())
      .optional()
      .meta({
        description:
          'Versions that lie in folders, as the generator lays them out, the default first; by default those that it lists itself, as Docusaurus does',
        examples: [['v3', 'v2']],
      }),
    locale: locale()
      .default(DEFAULTS.collection.locale)
      .meta({ description: 'The language of the docs', examples: ['en'] }),
    locales: z
      .array(locale())
      .default(DEFAULTS.collection.locales)
      .meta({
        description: 'Further languages, that lie in folders as the generator lays them out',
        examples: [['de', 'pt-BR']],
      }),
    site: site.meta({
      description: 'Where the pages are published',
      examples: [{ url: 'https://docs.acme.com' }],
    }),
    navigation: z
      .string()
      .default(DEFAULTS.collection.navigation)
      .meta({
        description: 'Name of the files that order and name pages instead of being one; empty for none',
        examples: ['_navigation.mdx'],
      }),
    frontmatter: frontmatter.prefault({}).describe('Which frontmatter keys say what'),
    structured: z
      .array(structured)
      .default([])
      .describe('Frontmatter that holds content as data, such as the parameters of an API'),
    examples: z
      .array(text())
      .default(DEFAULTS.collection.examples)
      .meta({ description: 'Questions to try, shown in help', examples: [['How do I rotate an API key?']] }),
  })
  .transform((collection) => ({ ...collection, title: collection.title ?? collection.name }));
