import { z } from 'zod';
import { address } from './address.ts';
import { DEFAULTS } from './defaults.ts';
import { text } from './text.ts';

const PRESETS = [
  'docusaurus',
  'eleventy',
  'fumadocs',
  'github',
  'hugo',
  'jekyll',
  'mdbook',
  'mintlify',
  'mkdocs',
  'nextjs',
  'nextra',
  'plain',
  'rspress',
  'sphinx',
  'starlight',
  'vitepress',
] as const;

const SLUGS = [
  'ascii',
  'astro-5',
  'blackfriday',
  'docutils',
  'eleventy',
  'github',
  'github-ascii',
  'github-case',
  'hugo',
  'kramdown',
  'kramdown-gfm',
  'markdown-it-anchor',
  'mdbook',
  'mintlify',
  'pymdownx',
  'python-markdown',
  'vitepress',
] as const;

const anchors = z.strictObject({
  style: z
    .enum(['fragment', 'path', 'none'])
    .optional()
    .describe(
      'What a section’s address is: `fragment`: `page#section`; `path`: `page/section`; `none`: its page’s',
    ),
  slug: z
    .enum(SLUGS)
    .optional()
    .describe(
      'How a heading becomes an id, where the site was told to do it in another way than its generator does by default',
    ),
  depth: z
    .int()
    .min(2)
    .max(6)
    .optional()
    .describe('The deepest heading level that has an address of its own'),
  duplicates: z
    .enum(['dash', 'underscore', 'dash-two', 'same'])
    .optional()
    .describe('The id of a page’s second `Setup`: `setup-1`, `setup_1`, `setup-2`, or the same as the first'),
  customId: z
    .enum(['none', 'curly', 'square'])
    .optional()
    .describe('How a heading may bring its own id: not, as `{#id}`, or as `[#id]`'),
  annotation: z
    .string()
    .optional()
    .meta({
      description:
        'Key of the id in data at a heading’s end: `url` for `## Title {{ "url": "slug" }}`; empty for none',
      examples: ['url'],
    }),
});

const ADDRESS = 'use a whole address without ? and #, such as https://docs.acme.com';

/** How a collection's site makes addresses of its files; what is left out is as the preset has it. */
export const site = z.strictObject({
  preset: z
    .enum(PRESETS)
    .default(DEFAULTS.site.preset)
    .describe(
      'The program that makes the site, whose rules for addresses count; `plain`: none in particular',
    ),
  url: address(/^https?:\/\/[^\s/?#@]+(\/[^\s?#]*)?$/, ADDRESS).meta({
    description: 'Address of the site',
    examples: ['https://docs.acme.com'],
  }),
  base: z
    .string()
    .regex(/^(\/?[^\s?#:]+)?$/, 'use a path such as /project, or leave it empty')
    .default(DEFAULTS.site.base)
    .meta({ description: 'Path under which all of the site is published', examples: ['/project'] }),
  routeBase: z
    .string()
    .regex(/^[^\s?#:]*$/, 'use a path such as docs, or leave it empty')
    .optional()
    .meta({ description: 'Path below that under which the docs are published', examples: ['docs'] }),
  linkRoot: address(/^(https?:\/\/[^\s/?#@]+(\/[^\s?#]*)?)?$/, ADDRESS)
    .default(DEFAULTS.site.linkRoot)
    .meta({
      description: 'Address below which links that begin with `/` lead; empty for what the preset does',
      examples: ['https://docs.acme.com'],
    }),
  extension: z
    .string()
    .regex(/^(\.[A-Za-z0-9]+)?$/, 'start with a dot, such as .html, or leave it empty')
    .optional()
    .meta({ description: 'What a page’s path ends in on the site', examples: ['.html'] }),
  index: z
    .array(text())
    .optional()
    .meta({
      description: 'Names of the files, without extension, that stand for their folder',
      examples: [['index', 'README']],
    }),
  trailingSlash: z.boolean().optional().describe('Whether a page’s address ends with a slash'),
  anchors: anchors.prefault({}).describe('How the site makes addresses of headings'),
});
