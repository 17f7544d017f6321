import type { Table } from 'mdast';
import stringWidth from 'string-width';
import { phrasing } from './phrasing.ts';
import { paint, styled } from './styled.ts';
import type { Canvas, Styled } from './styled.ts';
import { widestWord, wrap } from './wrap.ts';

type Cell = readonly Styled[];

const GAP = '  ';
/** A column may be wrapped to this many columns of the terminal, and no narrower. */
const NARROWEST = 12;

/** A table in columns, wrapped where they must be; each row as lines of `head: cell` where even that does not fit. */
export function tableLines(table: Table, canvas: Canvas): string[] {
  const rows = table.children.map((row) => row.children.map((cell): Cell => phrasing(cell.children, canvas)));
  const [head = [], ...body] = rows;
  const columns = head.map((_, column) => rows.map((row) => row[column] ?? []));
  const widths = fittedWidths(columns, canvas.width - GAP.length * (columns.length - 1));
  if (widths === undefined) return body.flatMap((row, number) => recordLines(head, row, { number, canvas }));
  const rule = paint(styled(widths.map((width) => '─'.repeat(width)).join(GAP), 'dim'), canvas);
  const drawn = body.map((row) => rowLines(row, widths, canvas));
  const isWrapped = drawn.some((lines) => lines.length > 1);
  const apart = drawn.flatMap((lines, number) => (isWrapped && number > 0 ? ['', ...lines] : lines));
  return [...rowLines(head.map(bold), widths, canvas), rule, ...apart];
}

/** How wide each column is drawn; undefined where they cannot stand side by side. The widest give way first. */
function fittedWidths(columns: readonly (readonly Cell[])[], room: number): number[] | undefined {
  const least = columns.map((cells) =>
    Math.max(...cells.map((cell) => Math.min(widthOf(cell), Math.max(NARROWEST, widestWord(cell))))),
  );
  if (sum(least) > room) return undefined;
  const widths = columns.map((cells) => Math.min(room, Math.max(...cells.map(widthOf))));
  for (let over = sum(widths) - room; over > 0; over -= 1) {
    const spare = widths.map((width, column) => (width > (least[column] ?? 0) ? width : 0));
    const widest = spare.indexOf(Math.max(...spare));
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

function rowLines(row: readonly Cell[], widths: readonly number[], canvas: Canvas): string[] {
  const cells = widths.map((width, column) => wrap(row[column] ?? [], width));
  const height = Math.max(1, ...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, number) =>
    widths
      .map((width, column) => {
        const line = cells[column]?.[number] ?? [];
        const text = line.map((one) => paint(one, canvas)).join('');
        return text + ' '.repeat(Math.max(0, width - widthOf(line)));
      })
      .join(GAP)
      .trimEnd(),
  );
}

interface RecordPlace {
  readonly number: number;
  readonly canvas: Canvas;
}

function recordLines(head: readonly Cell[], row: readonly Cell[], { number, canvas }: RecordPlace): string[] {
  const lines = row
    .map((cell, column) => (cell.length === 0 ? [] : [...named(head[column] ?? []), ...cell]))
    .flatMap((text) => hanging(wrap(text, canvas.width - 2 * GAP.length), canvas));
  return number === 0 ? lines : ['', ...lines];
}

/** Indented, and what does not fit on the first line more so. */
function hanging(lines: readonly Cell[], canvas: Canvas): string[] {
  return lines.map(
    (line, number) => GAP.repeat(number === 0 ? 1 : 2) + line.map((one) => paint(one, canvas)).join(''),
  );
}

function named(name: Cell): Cell {
  return name.length === 0 ? [] : [...bold(name), styled(': ')];
}

function bold(cell: Cell): Cell {
  return cell.map((one) => ({ ...one, styles: ['bold', ...one.styles] }));
}

function widthOf(cell: Cell): number {
  return sum(cell.map(({ text }) => stringWidth(text)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
