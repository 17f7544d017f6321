import { z } from 'zod';
import { address } from './address.ts';
import { DEFAULTS } from './defaults.ts';
import { text } from './text.ts';

const anchors = z.strictObject({
  style: z
    .enum(['fragment', 'path', 'none'])
    .default(DEFAULTS.anchors.style)
    .describe(
      'What a section’s address is: `fragment`: `page#section`; `path`: `page/section`; `none`: its page’s',
    ),
  slug: z
    .enum(['github', 'ascii'])
    .default(DEFAULTS.anchors.slug)
    .describe(
      'How a heading becomes an id: `github`: as GitHub does; `ascii`: what is no a–z or 0–9 becomes one `-`',
    ),
  depth: z
    .int()
    .min(2)
    .max(6)
    .default(DEFAULTS.anchors.depth)
    .describe('The deepest heading level that has an address of its own'),
  duplicates: z
    .enum(['dash', 'underscore', 'same'])
    .default(DEFAULTS.anchors.duplicates)
    .describe('The id of a page’s second `Setup`: `setup-1`, `setup_1`, or the same as the first'),
  customId: z
    .enum(['none', 'curly', 'square'])
    .default(DEFAULTS.anchors.customId)
    .describe('How a heading may bring its own id: not, as `{#id}`, or as `[#id]`'),
  annotation: z
    .string()
    .default(DEFAULTS.anchors.annotation)
    .meta({
      description:
        'Key of the id in data at a heading’s end: `url` for `## Title {{ "url": "slug" }}`; empty for none',
      examples: ['url'],
    }),
});

const ADDRESS = 'use a whole address without ? and #, such as https://docs.acme.com';

/** How a collection's site makes addresses of its files. */
export const site = z.strictObject({
  url: address(/^https?:\/\/[^\s/?#@]+(\/[^\s?#]*)?$/, ADDRESS).meta({
    description: 'Address at which the source’s root is published',
    examples: ['https://docs.acme.com'],
  }),
  linkRoot: address(/^(https?:\/\/[^\s/?#@]+(\/[^\s?#]*)?)?$/, ADDRESS)
    .default(DEFAULTS.site.linkRoot)
    .meta({
      description: 'Address below which links that begin with `/` lead; empty for the host of `url`',
      examples: ['https://docs.acme.com'],
    }),
  extension: z
    .string()
    .regex(/^(\.[A-Za-z0-9]+)?$/, 'start with a dot, such as .html, or leave it empty')
    .default(DEFAULTS.site.extension)
    .meta({ description: 'What a page’s path ends in on the site', examples: ['.html'] }),
  index: z
    .array(text())
    .default(DEFAULTS.site.index)
    .describe('Names of the files, without extension, that stand for their folder'),
  trailingSlash: z
    .boolean()
    .default(DEFAULTS.site.trailingSlash)
    .describe('Whether a page’s address ends with a slash'),
  anchors: anchors.prefault({}).describe('How the site makes addresses of headings'),
});
