import type { Heading } from 'mdast';
import type { AnchorRules, SiteRules } from '../collection-rules.ts';
import type { HeadedPage, HeadingId, HeadingIds, Preset, RoutedFile } from '../preset.ts';
import { slugNamed } from '../slugs/slug-named.ts';
import { encodeFragment } from './encode-fragment.ts';
import { folderEditions } from './folder-editions.ts';
import { headingsByLine, withoutEnd } from './headings-by-line.ts';
import { mayBeShared } from './included-parts.ts';
import type { Include } from './included-parts.ts';
import { markdownItHeadings } from './markdown-it-headings.ts';
import { safePath } from './safe-path.ts';
import { createUniqueIds } from './unique-ids.ts';
import { vitepressParser } from './vitepress-parser.ts';

/**
 * VitePress 1, by its own parser. Sources: `createMarkdownRenderer`, `processIncludes` and `resolvePages` in `vitepress/dist/node`,
 * and `index.js` of markdown-it-anchor. What `rewrites` of its config say has to be told by a slug in the frontmatter, or `routeBase`.
 */
export const vitepress: Preset = {
  defaults: {
    format: 'markdown',
    links: 'base',
    site: { routeBase: '', extension: '.html', index: ['index'], trailingSlash: 'index' },
    anchors: {
      style: 'fragment',
      slug: 'vitepress',
      depth: 6,
      duplicates: 'dash',
      customId: 'curly',
      annotation: '',
    },
  },
  unify: (body) => body,
  route,
  headingIds,
  editions: folderEditions,
};

/** Dot-folders are no pages, and neither is a template of pages such as `[package].md`. */
const UNPUBLISHED = /(?:^|\/)(?:\.|node_modules\/)|\[\w+\]/u;

function route({ file }: RoutedFile, { index, extension }: SiteRules): string | undefined {
  if (UNPUBLISHED.test(file)) return undefined;
  return safePath(file, { index, extension });
}

/** The end that markdown-it-attrs takes off: `{#id .class}`. */
const ATTRIBUTES = /\{[^{}]*\}$/u;

function headingIds({ root, body }: HeadedPage, rules: AnchorRules): HeadingIds {
  const nodes = headingsByLine(root);
  const slugOf = slugNamed(rules.slug);
  const unique = createUniqueIds(rules.duplicates);
  const headings = markdownItHeadings(vitepressParser(rules.customId === 'curly'), body).map((heading) => ({
    ...heading,
    slug: heading.customId ?? slugOf(heading.text),
  }));
  const isShared = mayBeShared(includesOf(body), headings);
  return new Map(
    headings.flatMap((heading): [Heading, HeadingId][] => {
      const { line, slug, customId, hasNotes } = heading;
      const id = unique(slug);
      const node = nodes.get(line);
      if (node === undefined) return [];
      // An id that an author gave is none that another heading may have: VitePress builds no page that has it twice.
      const isKnown = customId !== undefined || !isShared(heading);
      const children = hasNotes ? withoutEnd(node.children, ATTRIBUTES) : node.children;
      return [[node, { fragment: isKnown ? encodeFragment(customId ?? id) : undefined, children }]];
    }),
  );
}

/** `<!--@include: ./part.md-->` is replaced before anything is parsed, also within code; `<!--@@include` is none. */
const INCLUDE = /<!--\s*@include:\s*(.*?)\s*-->/u;

function includesOf(body: string): Include[] {
  if (!body.includes('@include:')) return [];
  return body.split('\n').flatMap((text, index) => {
    const path = INCLUDE.exec(text)?.[1];
    return path === undefined ? [] : [{ line: index + 1, path }];
  });
}
