import type { List, ListItem, Nodes } from 'mdast';
import stringWidth from 'string-width';
import { phrasing } from './phrasing.ts';
import { printable, printableLines } from './printable.ts';
import { paint, styled } from './styled.ts';
import type { Canvas, Style, Styled } from './styled.ts';
import { tableLines } from './table.ts';
import { wrap } from './wrap.ts';

const LEAST_WIDTH = 20;

/** The lines of some blocks, with a blank line between two. */
export function blockLines(nodes: readonly Nodes[], canvas: Canvas): string[] {
  return nodes
    .map((node) => linesOf(node, canvas))
    .filter((lines) => lines.length > 0)
    .flatMap((lines, number) => (number === 0 ? lines : ['', ...lines]));
}

/** The lines of a text, wrapped. */
export function textLines(text: readonly Styled[], canvas: Canvas): string[] {
  return wrap(text, canvas.width).map((line) => line.map((one) => paint(one, canvas)).join(''));
}

function linesOf(node: Nodes, canvas: Canvas): string[] {
  switch (node.type) {
    case 'paragraph':
      return textLines(phrasing(node.children, canvas), canvas);
    case 'heading':
      return textLines(emphasised(phrasing(node.children, canvas), 'bold'), canvas);
    case 'code':
      return printableLines(node.value).map((line) =>
        line === '' ? '' : `    ${paint(styled(line, 'code'), canvas)}`,
      );
    case 'list':
      return listLines(node, canvas);
    case 'blockquote':
      return prefixed(blockLines(node.children, narrowed(canvas, 2)), paint(styled('│ ', 'dim'), canvas));
    case 'table':
      return tableLines(node, canvas);
    case 'thematicBreak':
      return [paint(styled('─'.repeat(Math.min(canvas.width, 20)), 'dim'), canvas)];
    case 'html':
      return textLines([styled(printable(node.value))], canvas);
    case 'footnoteDefinition':
      return prefixed(
        blockLines(node.children, narrowed(canvas, 4)),
        '    ',
        `[${printable(node.identifier)}] `,
      );
    default:
      return 'children' in node ? blockLines(node.children, canvas) : [];
  }
}

function emphasised(text: readonly Styled[], style: Style): Styled[] {
  return text.map((one) => ({ ...one, styles: [style, ...one.styles] }));
}

function listLines(list: List, canvas: Canvas): string[] {
  const start = list.start ?? 1;
  return list.children.flatMap((item, number) => {
    const lead = list.ordered === true ? `${start + number}. ` : '• ';
    const lines = itemLines(item, lead, canvas);
    return number > 0 && list.spread === true ? ['', ...lines] : lines;
  });
}

function itemLines(item: ListItem, bullet: string, canvas: Canvas): string[] {
  const box = typeof item.checked === 'boolean' ? (item.checked ? '[x] ' : '[ ] ') : '';
  const lead = bullet + box;
  const inner = narrowed(canvas, lead.length);
  const lines = item.spread === true ? blockLines(item.children, inner) : tightLines(item.children, inner);
  return prefixed(lines.length > 0 ? lines : [''], ' '.repeat(stringWidth(lead)), lead);
}

function tightLines(nodes: ListItem['children'], canvas: Canvas): string[] {
  return nodes.flatMap((node) => linesOf(node, canvas));
}

function prefixed(lines: readonly string[], prefix: string, first: string = prefix): string[] {
  return lines.map((line, number) => ((number === 0 ? first : prefix) + line).trimEnd());
}

function narrowed(canvas: Canvas, by: number): Canvas {
  return { ...canvas, width: Math.max(LEAST_WIDTH, canvas.width - by) };
}
