import type { Heading } from 'mdast';
import type { AnchorRules } from '../collection-rules.ts';
import { attributeText } from '../jsx-attributes.ts';
import type { JsxElement } from '../jsx-attributes.ts';
import type { HeadedPage, HeadingId, HeadingIds } from '../preset.ts';
import { cleanMintlifyId, encodedMintlifySlug } from '../slugs/mintlify.ts';
import { slugNamed } from '../slugs/slug-named.ts';
import { encodeFragment } from './encode-fragment.ts';
import { mdxHeadingText } from './mdx-heading-text.ts';
import type { MdxTextRules } from './mdx-heading-text.ts';
import { mdxTree } from './mdx-tree.ts';
import type { MdxNode } from './mdx-tree.ts';
import { createMintlifyCounter, createMintlifyIds } from './mintlify-counter.ts';
import { ownIdOf } from './own-id.ts';

/** What the ids of a page are made with. */
interface Making {
  readonly text: MdxTextRules;
  readonly rules: AnchorRules;
  /** Percent-encoded. */
  readonly slug: (text: string) => string;
  /** Numbers the slugs of headings, by themselves. */
  readonly count: (slug: string) => string;
  /** Numbers all ids. */
  readonly unique: (id: string) => string;
}

/**
 * The ids of a page in Mintlify: `remarkComponentIds.js` and `remarkExtractTableOfContents.js` of `@mintlify/common/dist/mdx/plugins/remark`.
 * Headings of HTML, updates and steps with a title count beside those of Markdown; headings of the fifth and sixth level have no id.
 */
export function mintlifyHeadingIds({ root, source, data }: HeadedPage, rules: AnchorRules): HeadingIds {
  if (data['mode'] === 'custom' || data['mode'] === 'frame') return new Map();
  const making: Making = {
    text: { source, directives: 'text', elements: true, shown: withTypography },
    rules,
    slug: rules.slug === 'mintlify' ? encodedMintlifySlug : slugNamed(rules.slug),
    count: createMintlifyCounter(),
    unique: createMintlifyIds(),
  };
  return new Map(idsBelow(mdxTree(root), making, 'page'));
}

/** `separate`: left out of the table of contents, with ids of the first count alone; `hidden`: shown to no person. */
type Place = 'page' | 'separate' | 'hidden';

const SEPARATE = new Set(['Accordion', 'AccordionGroup', 'Expandable', 'Update', 'Prompt']);

function idsBelow(parent: MdxNode, making: Making, place: Place): [Heading, HeadingId][] {
  return parent.children.flatMap((child) => {
    if (child.node.type === 'heading') return [[child.node, headingId(child.node, making, place)]];
    if (child.element !== undefined && place === 'page') countElement(child.element, making);
    return idsBelow(child, making, placeIn(child, place));
  });
}

function placeIn({ element }: MdxNode, place: Place): Place {
  if (element === undefined || place === 'hidden') return place;
  const isAudience = element.name === 'Visibility' && attributeText(element, 'groups') === undefined;
  if (isAudience && attributeText(element, 'for') !== 'humans') return 'hidden';
  return SEPARATE.has(element.name ?? '') ? 'separate' : place;
}

function headingId(heading: Heading, making: Making, place: Place): HeadingId {
  const own = ownIdOf(heading, making.rules.customId);
  const children = own?.children ?? heading.children;
  const text = mdxHeadingText(children, making.text);
  if (own === undefined && heading.depth > 4) return { fragment: undefined, children };
  const first = own === undefined ? making.count(making.slug(text)) : plainId(own.id);
  const isFinal = place !== 'page' || heading.depth > 4;
  const id = isFinal ? first : making.unique(cleanMintlifyId(first) || making.slug(text));
  // How a page shows what is percent-encoded there is not known.
  const isTold = own !== undefined || (!isDoubtful(heading, making) && !(isFinal && first.includes('%')));
  return { fragment: isTold && place !== 'hidden' ? encodeFragment(id) : undefined, children };
}

/** `normalizeCustomId` of `preprocessCustomHeadingIds.js`. */
function plainId(id: string): string {
  return cleanMintlifyId(id.trim().replace(/[<>"&%]/gu, '')).replace(/\s+/gu, '-');
}

const HTML_HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'Heading']);

/** What else has an id of those that all of a page share. */
function countElement(element: JsxElement, { slug, unique, text }: Making): void {
  const title = titleOf(element, text);
  const id = attributeText(element, 'id');
  if (title !== undefined)
    unique((id === undefined ? '' : cleanMintlifyId(id)) || cleanMintlifyId(slug(title)));
}

/** The title of an element that counts as a heading; undefined for any other. */
function titleOf(element: JsxElement, text: MdxTextRules): string | undefined {
  const name = element.name ?? '';
  if (HTML_HEADINGS.has(name)) return mdxHeadingText(element.children, text);
  if (name === 'Update') return attributeText(element, 'label');
  const isTitled = name === 'Step' && ['h2', 'h3'].includes(attributeText(element, 'titleSize') ?? '');
  return isTitled ? attributeText(element, 'title') : undefined;
}

/** What `remark-smartypants` makes of hyphens, dots and apostrophes. */
function withTypography(text: string): string {
  return text
    .replace(/(?<!-)--(?!-)/gu, '—')
    .replace(/\.{3,}/gu, '…')
    .replace(/(?<=[\p{L}\p{N}])'(?=[\p{L}\p{N}])/gu, '’');
}

const QUOTES = /["`]|(?<![\p{L}\p{N}])'|'(?![\p{L}\p{N}])/gu;

/** Whether quotes stand in it, which open or close as their surroundings have it. */
function isDoubtful({ children }: Heading, { text, rules }: Making): boolean {
  if (rules.slug !== 'mintlify') return false;
  const marked = mdxHeadingText(children, { ...text, shown: (words) => words.replace(QUOTES, '\uFFFC') });
  return marked.includes('\uFFFC');
}
