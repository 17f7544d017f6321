import type { BlockContent, PhrasingContent, RootContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { toString } from 'mdast-util-to-string';
import type { Flattening } from './flattening.ts';
import { asBlocks } from './as-blocks.ts';
import { imageText } from './images.ts';
import { attributeText } from './jsx-attributes.ts';
import { linkTo } from './links.ts';
import { paragraph, strong } from './nodes.ts';
import { holdsHeading } from './variants.ts';

/** Elements that show no text, or none that belongs to the docs. */
const SILENT = new Set([
  'script',
  'style',
  'svg',
  'iframe',
  'video',
  'audio',
  'source',
  'hr',
  'input',
  'object',
  'canvas',
]);

export function isHtmlElement(name: string): boolean {
  return /^[a-z][a-z0-9-]*$/u.test(name);
}

/** A block of HTML in MDX as Markdown. */
export function htmlElementBlocks(element: MdxJsxFlowElement, flattening: Flattening): RootContent[] {
  const name = element.name ?? '';
  if (SILENT.has(name)) return [];
  const blocks = flattening.blocks(element.children);
  const level = /^h([1-6])$/u.exec(name)?.[1];
  if (level !== undefined) return [headingOf(Number(level), blocks)];
  switch (name) {
    case 'img':
      return imageText(attributeText(element, 'alt')).map((shown) => paragraph(shown));
    case 'pre':
      return [{ type: 'code', lang: null, value: toString(element) }];
    case 'summary':
      return [paragraph(strong(...phrasingOf(blocks)))];
    case 'ul':
    case 'ol':
    case 'blockquote':
    case 'li':
      return blocks.some(holdsHeading) ? blocks : containerOf(name, asBlocks(blocks));
    default:
      return blocks;
  }
}

/** HTML within a line in MDX as Markdown. */
export function htmlElementPhrasing(element: MdxJsxTextElement, flattening: Flattening): PhrasingContent[] {
  const name = element.name ?? '';
  if (SILENT.has(name)) return [];
  const children = flattening.phrasing(element.children);
  switch (name) {
    case 'br':
      return [{ type: 'break' }];
    case 'img':
      return imageText(attributeText(element, 'alt'));
    case 'a':
      return linkTo(attributeText(element, 'href') ?? '', children, flattening);
    case 'code':
    case 'kbd':
    case 'samp':
      return children.length === 0
        ? []
        : [{ type: 'inlineCode', value: toString({ type: 'paragraph', children }) }];
    case 'strong':
    case 'b':
      return children.length === 0 ? [] : [strong(...children)];
    case 'em':
    case 'i':
      return children.length === 0 ? [] : [{ type: 'emphasis', children }];
    default:
      return children;
  }
}

function headingOf(depth: number, blocks: readonly RootContent[]): RootContent {
  return {
    type: 'heading',
    depth: Math.min(6, depth) as 1 | 2 | 3 | 4 | 5 | 6,
    children: phrasingOf(blocks),
  };
}

function phrasingOf(blocks: readonly RootContent[]): PhrasingContent[] {
  return blocks.flatMap((block) =>
    block.type === 'paragraph' || block.type === 'heading' ? block.children : [],
  );
}

function containerOf(name: string, blocks: BlockContent[]): RootContent[] {
  if (blocks.length === 0) return [];
  if (name === 'blockquote') return [{ type: 'blockquote', children: blocks }];
  if (name === 'li')
    return [
      {
        type: 'list',
        ordered: false,
        spread: false,
        children: [{ type: 'listItem', spread: false, children: blocks }],
      },
    ];
  const items = blocks.flatMap((block) => (block.type === 'list' ? block.children : []));
  return items.length === 0
    ? blocks
    : [{ type: 'list', ordered: name === 'ol', spread: false, children: items }];
}
