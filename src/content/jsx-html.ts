import type { BlockContent, Heading, PhrasingContent, RootContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { toString } from 'mdast-util-to-string';
import type { Flattening } from './flattening.ts';
import { asBlocks } from './as-blocks.ts';
import { imageText } from './images.ts';
import { attributeText } from './jsx-attributes.ts';
import { tableOf } from './jsx-table.ts';
import { linkTo } from './links.ts';
import { list, listItem, paragraph, strong } from './nodes.ts';
import { holdsHeading } from './variants.ts';
import { marked } from './whitespace.ts';

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

/** A block of HTML in MDX as Markdown. */
export function htmlElementBlocks(element: MdxJsxFlowElement, flattening: Flattening): RootContent[] {
  const name = element.name ?? '';
  if (SILENT.has(name)) return [];
  const blocks = flattening.blocks(element.children);
  switch (name) {
    case 'img':
      return imageText(attributeText(element, 'alt')).map((shown) => paragraph(shown));
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return [flattening.heading(headingOf(element, phrasingOf(blocks)))];
    case 'pre':
      return codeOf(blocks);
    case 'table':
      return [tableOf(element, flattening) ?? []].flat();
    case 'summary':
    case 'dt':
      return blocks.length === 0 ? [] : [paragraph(strong(...phrasingOf(blocks)))];
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
        : [{ type: 'inlineCode', value: toString(paragraph(...children)).trim() }];
    case 'strong':
    case 'b':
      return marked(children, (inside) => strong(...inside));
    case 'em':
    case 'i':
      return marked(children, (inside) => ({ type: 'emphasis', children: inside }));
    default:
      return children;
  }
}

function headingOf(element: MdxJsxFlowElement, children: PhrasingContent[]): Heading {
  const id = attributeText(element, 'id');
  return {
    type: 'heading',
    depth: Number(element.name?.slice(1)) as 1 | 2 | 3 | 4 | 5 | 6,
    children,
    ...(element.position === undefined ? {} : { position: element.position }),
    ...(id === undefined ? {} : { data: { customId: id } }),
  };
}

/** A fence in `<pre>` stays itself. */
function codeOf(blocks: RootContent[]): RootContent[] {
  if (blocks.some(({ type }) => type === 'code')) return blocks;
  const value = blocks.map((block) => toString(block)).join('\n\n');
  return value === '' ? [] : [{ type: 'code', lang: null, value }];
}

function phrasingOf(blocks: readonly RootContent[]): PhrasingContent[] {
  return blocks.flatMap((block) =>
    block.type === 'paragraph' || block.type === 'heading' ? block.children : [],
  );
}

function containerOf(name: string, blocks: BlockContent[]): RootContent[] {
  if (blocks.length === 0) return [];
  if (name === 'blockquote') return [{ type: 'blockquote', children: blocks }];
  if (name === 'li') return [list([listItem(blocks)])];
  const items = blocks.flatMap((block) => (block.type === 'list' ? block.children : []));
  return items.length === 0 ? blocks : [list(items, name === 'ol')];
}
