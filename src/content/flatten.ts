import type { Definition, Heading, List, Nodes, Root, RootContent, Table } from 'mdast';
import { asBlocks } from './as-blocks.ts';
import { codeBlocks } from './code-titles.ts';
import { definitionList, joinDefinitions } from './definition-lists.ts';
import { containerBlocks, leafBlocks } from './directives.ts';
import { expressionText } from './expressions.ts';
import type { Flattening } from './flattening.ts';
import { htmlBlocks } from './html.ts';
import { jsxBlocks } from './jsx.ts';
import { listItem, paragraph, remark, remarkLabel, text } from './nodes.ts';
import { flattenPhrasing } from './phrasing.ts';
import { unravel } from './unravel.ts';
import { variantBlocks, holdsHeading } from './variants.ts';
import { trimmed } from './whitespace.ts';

export interface FlattenOptions {
  readonly source: string;
  readonly resolve: Flattening['resolve'];
  readonly heading: Flattening['heading'];
}

/**
 * A page as headings and plain GitHub-flavoured Markdown: components, directives, HTML, expressions, definition lists and
 * images become what a reader sees of them. A heading is always at the top, wherever it stood.
 */
export function flatten(root: Root, { source, resolve, heading }: FlattenOptions): RootContent[] {
  const flattening: Flattening = {
    source,
    resolve,
    definitions: collectDefinitions(root),
    phrasing: (nodes) => flattenPhrasing(nodes, flattening),
    blocks: (nodes) => joinDefinitions(unravel(nodes).flatMap((node) => flattenBlock(node, flattening))),
    heading,
  };
  return flattening.blocks(root.children);
}

function flattenBlock(node: Nodes, flattening: Flattening): RootContent[] {
  switch (node.type) {
    case 'paragraph':
      return paragraphBlocks(node.children, flattening);
    case 'heading':
      return [flattenHeading(node, flattening)];
    case 'code':
      return codeBlocks(node);
    case 'blockquote':
      return quoteBlocks(node.children, flattening);
    case 'list':
      return listBlocks(node, flattening);
    case 'table':
      return [flattenTable(node, flattening)];
    case 'html':
      return htmlBlocks(node, flattening);
    case 'mdxJsxFlowElement':
      return jsxBlocks(node, flattening);
    case 'mdxFlowExpression': {
      const children = expressionText(node);
      return children.length === 0 || children[0]?.type === 'inlineCode' ? [] : [paragraph(...children)];
    }
    case 'containerDirective':
      return containerBlocks(node, flattening);
    case 'leafDirective':
      return leafBlocks(node, flattening);
    case 'footnoteDefinition':
      return flattening.blocks(node.children);
    default:
      // Rules, definitions, imports and exports say nothing where they stand.
      return [];
  }
}

function paragraphBlocks(
  children: Parameters<typeof flattenPhrasing>[0],
  flattening: Flattening,
): RootContent[] {
  const flat = trimmed(flattenPhrasing(children, flattening));
  return flat.length === 0 ? [] : [definitionList(flat) ?? paragraph(...flat)];
}

function flattenHeading(node: Heading, flattening: Flattening): Heading {
  const heading = flattening.heading(node);
  return { ...heading, children: trimmed(flattenPhrasing(heading.children, flattening)) };
}

const ALERT = /^\[!(\w+)\][ \t]*\n?/u;

function quoteBlocks(children: readonly Nodes[], flattening: Flattening): RootContent[] {
  const blocks = flattening.blocks(children);
  if (blocks.some(holdsHeading)) return blocks;
  const inside = asBlocks(blocks);
  const [first, ...rest] = inside;
  const lead = first?.type === 'paragraph' ? first.children[0] : undefined;
  const alert = lead?.type === 'text' ? ALERT.exec(lead.value) : null;
  const label = remarkLabel(alert?.[1] ?? '');
  if (first?.type !== 'paragraph' || lead?.type !== 'text' || alert === null || label === undefined)
    return inside.length === 0 ? [] : [{ type: 'blockquote', children: inside }];
  const value = lead.value.slice(alert[0].length);
  const left = [...(value === '' ? [] : [text(value)]), ...first.children.slice(1)];
  return [remark([text(label)], left.length === 0 ? rest : [paragraph(...left), ...rest])];
}

function listBlocks(list: List, flattening: Flattening): RootContent[] {
  const variants = variantBlocks(list, flattening);
  if (variants !== undefined) return variants;
  const items = list.children.map((item) => ({ item, blocks: flattening.blocks(item.children) }));
  if (items.some(({ blocks }) => blocks.some(holdsHeading))) return items.flatMap(({ blocks }) => blocks);
  const children = items
    .map(({ item, blocks }) => ({
      ...listItem(asBlocks(blocks), item.spread === true),
      checked: item.checked ?? null,
    }))
    .filter((item) => item.children.length > 0);
  return children.length === 0 ? [] : [{ ...list, children }];
}

function flattenTable(table: Table, flattening: Flattening): Table {
  const rows = table.children.map((row) => ({
    ...row,
    children: row.children.map((cell) => ({
      ...cell,
      children: trimmed(flattenPhrasing(cell.children, flattening)),
    })),
  }));
  return { type: 'table', align: table.align ?? null, children: rows };
}

function collectDefinitions(node: Nodes): Map<string, Definition> {
  const found = new Map<string, Definition>();
  const visit = (one: Nodes): void => {
    if (one.type === 'definition' && !found.has(one.identifier)) found.set(one.identifier, one);
    if ('children' in one) for (const child of one.children) visit(child);
  };
  visit(node);
  return found;
}
