import type { Table } from 'mdast';
import stringWidth from 'string-width';
import { phrasing } from './phrasing.ts';
import { paint, styled } from './styled.ts';
import type { Canvas, Styled } from './styled.ts';
import { wrap } from './wrap.ts';

type Cell = readonly Styled[];

const GAP = '  ';

/** A table in columns where it fits, else each row as lines of `head: cell`. */
export function tableLines(table: Table, canvas: Canvas): string[] {
  const rows = table.children.map((row) => row.children.map((cell): Cell => phrasing(cell.children, canvas)));
  const [head = [], ...body] = rows;
  const widths = head.map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? []))));
  const total = widths.reduce((sum, width) => sum + width, 0) + GAP.length * (widths.length - 1);
  if (total > canvas.width) return body.flatMap((row, number) => recordLines(head, row, { number, canvas }));
  const line = paint(styled(widths.map((width) => '─'.repeat(width)).join(GAP), 'dim'), canvas);
  return [rowLine(head.map(bold), widths, canvas), line, ...body.map((row) => rowLine(row, widths, canvas))];
}

function rowLine(row: readonly Cell[], widths: readonly number[], canvas: Canvas): string {
  return widths
    .map((width, column) => {
      const cell = row[column] ?? [];
      const text = cell.map((one) => paint(one, canvas)).join('');
      return text + ' '.repeat(Math.max(0, width - widthOf(cell)));
    })
    .join(GAP)
    .trimEnd();
}

interface RecordPlace {
  readonly number: number;
  readonly canvas: Canvas;
}

function recordLines(head: readonly Cell[], row: readonly Cell[], { number, canvas }: RecordPlace): string[] {
  const lines = row
    .map((cell, column) => (cell.length === 0 ? [] : [...named(head[column] ?? []), ...cell]))
    .flatMap((text) => wrap(text, canvas.width - GAP.length))
    .map((line) => GAP + line.map((one) => paint(one, canvas)).join(''));
  return number === 0 ? lines : ['', ...lines];
}

function named(name: Cell): Cell {
  return name.length === 0 ? [] : [...bold(name), styled(': ')];
}

function bold(cell: Cell): Cell {
  return cell.map((one) => ({ ...one, styles: ['bold', ...one.styles] }));
}

function widthOf(cell: Cell): number {
  return cell.reduce((sum, { text }) => sum + stringWidth(text), 0);
}
