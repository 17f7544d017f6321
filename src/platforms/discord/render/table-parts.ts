import type { Table } from 'mdast';
import { alignedTable, alignedWidth } from '../../aligned-table.ts';
import { inlineRuns } from './inline-runs.ts';
import { codePart } from './parts.ts';
import type { Part } from './parts.ts';
import { textOf, textRuns, tidy } from './runs.ts';
import type { Run } from './runs.ts';

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
  const width = alignedWidth(texts);
  if (width === 0) return [];
  if (width <= WIDEST) return [codePart(alignedTable(texts))];
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

function record(head: Row, row: Row): Run[] {
  const fields = row.flatMap((cell, column) => {
    if (cell.length === 0) return [];
    const name = row === head ? '' : textOf(head[column] ?? []);
    return [[...(name === '' ? [] : textRuns(`${name}: `, { bold: true })), ...cell]];
  });
  return fields.flatMap((field, number) => (number === 0 ? field : [...textRuns('\n'), ...field]));
}
