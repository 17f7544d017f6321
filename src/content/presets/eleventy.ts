import MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import attributes from 'markdown-it-attrs';
import type { Heading } from 'mdast';
import type { AnchorRules } from '../collection-rules.ts';
import type { HeadedPage, HeadingId, HeadingIds, Preset } from '../preset.ts';
import { slugNamed } from '../slugs/slug-named.ts';
import { eleventyIds } from './eleventy-ids.ts';
import type { Identified } from './eleventy-ids.ts';
import { eleventyRoute } from './eleventy-route.ts';
import { blankTags, conditionalLines } from './eleventy-templates.ts';
import { encodeFragment } from './encode-fragment.ts';
import { folderEditions } from './folder-editions.ts';
import { headingsByLine, withoutEnd } from './headings-by-line.ts';
import { markdownItHeading } from './markdown-it-headings.ts';
import type { MarkdownItHeading } from './markdown-it-headings.ts';
import { createUniqueIds } from './unique-ids.ts';

/** A rule that no site of Eleventy has stands for what it does by default: headings have no ids. */
const NO_IDS = 'docutils';

/**
 * Eleventy 3, by markdown-it as it sets it up (`src/Engines/Markdown.js`). Headings have ids only where the config says by which
 * rule: `eleventy` for its `IdAttributePlugin` (with `duplicates: dash` for markdown-it-anchor with Eleventy's `slugify`), any other
 * for markdown-it-anchor with that.
 */
export const eleventy: Preset = {
  defaults: {
    format: 'markdown',
    links: 'host',
    site: { routeBase: '', extension: '', index: ['index'], trailingSlash: 'index' },
    anchors: {
      style: 'fragment',
      slug: NO_IDS,
      depth: 6,
      duplicates: 'dash-two',
      customId: 'none',
      annotation: '',
    },
  },
  unify: blankTags,
  route: eleventyRoute,
  headingIds,
  editions: folderEditions,
};

/** The end that markdown-it-attrs takes off, where it is used: `{#id .class}`. */
const ATTRIBUTES = /\{[^{}]*\}$/u;
const TEMPLATE = /\{\{|\{%/u;

function headingIds({ root, body }: HeadedPage, rules: AnchorRules): HeadingIds {
  const nodes = headingsByLine(root);
  const elements = elementsOf((rules.customId === 'curly' ? ATTRIBUTED : PLAIN).parse(blankTags(body), {}));
  const ids = fragmentsOf(elements, rules);
  const unsure = conditionalLines(body);
  return new Map(
    elements.flatMap(({ heading }): [Heading, HeadingId][] => {
      const node = heading && nodes.get(heading.line);
      if (node === undefined || heading === undefined) return [];
      const isKnown = !unsure.has(heading.line) && !TEMPLATE.test(heading.lines);
      const children = heading.hasNotes ? withoutEnd(node.children, ATTRIBUTES) : node.children;
      return [[node, { fragment: isKnown ? ids.get(heading) : undefined, children }]];
    }),
  );
}

function fragmentsOf(
  elements: readonly Identified[],
  rules: AnchorRules,
): ReadonlyMap<MarkdownItHeading, string | undefined> {
  if (rules.slug === NO_IDS) return new Map();
  if (rules.slug === 'eleventy' && rules.duplicates === 'dash-two')
    return new Map([...eleventyIds(elements)].map(([heading, id]) => [heading, encodeFragment(id)]));
  return anchoredFragments(elements, rules);
}

/** As markdown-it-anchor does it, which sees nothing of HTML. */
function anchoredFragments(
  elements: readonly Identified[],
  rules: AnchorRules,
): ReadonlyMap<MarkdownItHeading, string | undefined> {
  const isOwnRule = rules.slug === 'markdown-it-anchor';
  const slugOf = slugNamed(rules.slug);
  const unique = createUniqueIds(rules.duplicates === 'dash-two' ? 'dash' : rules.duplicates);
  const found = new Map<MarkdownItHeading, string | undefined>();
  for (const { heading } of elements) {
    if (heading === undefined) continue;
    const id = unique(heading.customId ?? slugOf(heading.text));
    const isEncoded = isOwnRule && heading.customId === undefined;
    found.set(heading, isEncoded ? id || undefined : encodeFragment(id));
  }
  return found;
}

const PLAIN = new MarkdownIt({ html: true }).disable('code');
const ATTRIBUTED = new MarkdownIt({ html: true }).disable('code');
// The types of the plugin are those of markdown-it as CommonJS, which are others than those of the module.
Reflect.apply(attributes, undefined, [ATTRIBUTED]);

const HTML = /<(h[1-6])\b([^>]*)>([\s\S]*?)<\/\1>|<[a-z][\w-]*\b[^>]*?\sid=["']?([^"'\s>]+)/giu;
const ID = /\sid=["']?([^"'\s>]+)/iu;

/** All headings and all elements with an id, in the order of the page. */
function elementsOf(tokens: readonly Token[]): Identified[] {
  return tokens.flatMap((token, index): Identified[] => {
    if (token.type === 'heading_open') {
      const heading = markdownItHeading(token, tokens[index + 1]);
      return [{ id: heading.customId, text: heading.lines, heading }];
    }
    if (token.type === 'html_block') return elementsInHtml(token.content);
    const inline = token.children?.filter(({ type }) => type === 'html_inline') ?? [];
    return inline.flatMap(({ content }) => elementsInHtml(content));
  });
}

function elementsInHtml(html: string): Identified[] {
  return Array.from(html.matchAll(HTML), ([, name, attributes = '', inside = '', id]) => {
    const own = name === undefined ? id : ID.exec(attributes)?.[1];
    return { id: own, text: inside.replace(/<[^>]*>/gu, ''), heading: undefined };
  });
}
