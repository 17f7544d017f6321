import type { Table } from 'mdast';
import { alignedTable, alignedWidth } from '../../aligned-table.ts';
import { inlineRuns } from './inline-runs.ts';
import type { Place } from './place.ts';
import { section, textOf, textRuns, tidy } from './rich-text.ts';
import type { RichTextPart, Run, Section } from './rich-text.ts';

/** What Slack's narrower windows show of a line of code before they wrap it. */
const WIDEST = 72;

type Row = readonly (readonly Run[])[];

/**
 * A table as text: aligned where its columns fit beside each other, else an item for each row, with the head before each
 * cell. Slack's own block for tables is not sure to be taken in every kind of reply, and refused it loses the reply.
 */
export function tableParts(table: Table, { indent, quoted }: Place): RichTextPart[] {
  const rows = table.children.map(({ children }): Row =>
    children.map((cell) => tidy(inlineRuns(cell.children))),
  );
  const texts = rows.map((row) => row.map((cell) => textOf(cell).replaceAll('\n', ' ')));
  const width = alignedWidth(texts);
  const border = quoted ? { border: 1 as const } : {};
  if (width === 0) return [];
  if (width <= WIDEST) {
    const elements = textRuns(alignedTable(texts));
    return [{ type: 'rich_text_preformatted', ...border, elements }];
  }
  const [head = [], ...body] = rows;
  const items = (body.length === 0 ? [head] : body).flatMap((row) => record(head, row));
  if (items.length === 0) return [];
  return [
    { type: 'rich_text_list', style: 'bullet', indent: Math.min(indent, 8), ...border, elements: items },
  ];
}

function record(head: Row, row: Row): Section[] {
  const fields = row.flatMap((cell, column) => {
    if (cell.length === 0) return [];
    const name = row === head ? '' : textOf(head[column] ?? []);
    return [[...(name === '' ? [] : textRuns(`${name}: `, { bold: true })), ...cell]];
  });
  const runs = fields.flatMap((field, number) => (number === 0 ? field : [...textRuns('\n'), ...field]));
  return runs.length === 0 ? [] : [section(runs)];
}
