import { z } from 'zod';
import { DEFAULTS } from './defaults.ts';
import { text } from './text.ts';

const byDefault = DEFAULTS.structured;

/** Frontmatter that holds content as data: a list of things with names, types, texts and lists of parts. */
export const structured = z.strictObject({
  key: text().meta({
    description: 'The frontmatter key; each object of its list becomes a section',
    examples: ['reference'],
  }),
  variants: z
    .array(text())
    .default(byDefault.variants)
    .meta({
      description:
        'Where the value is a map of alternatives: the preferred ones, best first; else its first counts',
      examples: [['curl', 'js']],
    }),
  heading: z
    .array(text())
    .min(1)
    .default(byDefault.heading)
    .describe('Keys whose values, in this order, make a section’s heading'),
  name: text().default(byDefault.name).describe('Key of a part’s name'),
  type: text().default(byDefault.type).describe('Key of a part’s type'),
  text: text().default(byDefault.text).describe('Key of a part’s text, in Markdown'),
  flags: z
    .array(text())
    .default(byDefault.flags)
    .describe('Keys of a part that are shown by their name when true'),
  wrapper: z
    .string()
    .default(byDefault.wrapper)
    .meta({
      description: 'Key that, when true, puts a part’s own parts in its place; empty for none',
      examples: ['unwrap'],
    }),
  omit: z
    .array(text())
    .default(byDefault.omit)
    .meta({ description: 'Keys that say nothing to a reader', examples: [['id']] }),
  dictionary: z
    .string()
    .default(byDefault.dictionary)
    .meta({
      description:
        'Frontmatter key of a tree of texts, over all pages: a value `(a.b)` stands for its text at a.b; empty for none',
      examples: ['descriptions'],
    }),
});
