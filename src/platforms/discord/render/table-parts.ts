import type { Table } from 'mdast';
import stringWidth from 'string-width';
import { inlineRuns } from './inline-runs.ts';
import { codePart } from './parts.ts';
import type { Part } from './parts.ts';
import { textOf, textRuns, tidy } from './runs.ts';
import type { Run } from './runs.ts';

const GAP = '  ';

/** What Discord's narrower windows show of a line of code before they wrap it. */
const WIDEST = 60;

type Row = readonly (readonly Run[])[];

/**
 * A table as text, since Discord has none: aligned where its columns fit beside each other, else an item for each row, with
 * the head before each cell. `before` stands before each item.
 */
export function tableParts(table: Table, before: string): Part[] {
  const rows = table.children.map(({ children }): Row =>
    children.map((cell) => tidy(inlineRuns(cell.children))),
  );
  const texts = rows.map((row) => row.map((cell) => textOf(cell).replaceAll('\n', ' ')));
  const widths = widthsOf(texts);
  if (sum(widths) === 0) return [];
  if (sum(widths) + GAP.length * (widths.length - 1) <= WIDEST)
    return [codePart(alignedLines(texts, widths).join('\n'))];
  const [head = [], ...body] = rows;
  return (body.length === 0 ? [head] : body)
    .map((row) => record(head, row))
    .filter((runs) => runs.length > 0)
    .map((runs, number) => ({
      kind: 'text',
      runs,
      first: `${before}- `,
      rest: `${before}  `,
      joins: number > 0,
    }));
}

function widthsOf(texts: readonly (readonly string[])[]): number[] {
  const count = Math.max(0, ...texts.map((row) => row.length));
  return Array.from({ length: count }, (_, column) =>
    Math.max(0, ...texts.map((row) => stringWidth(row[column] ?? ''))),
  );
}

function alignedLines(texts: readonly (readonly string[])[], widths: readonly number[]): string[] {
  const rule = widths.map((width) => '─'.repeat(width)).join(GAP);
  const lines = texts.map((row) =>
    widths
      .map((width, column) => {
        const text = row[column] ?? '';
        return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
      })
      .join(GAP)
      .trimEnd(),
  );
  return [...lines.slice(0, 1), rule, ...lines.slice(1)];
}

function record(head: Row, row: Row): Run[] {
  const fields = row.flatMap((cell, column) => {
    if (cell.length === 0) return [];
    const name = row === head ? '' : textOf(head[column] ?? []);
    return [[...(name === '' ? [] : textRuns(`${name}: `, { bold: true })), ...cell]];
  });
  return fields.flatMap((field, number) => (number === 0 ? field : [...textRuns('\n'), ...field]));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
