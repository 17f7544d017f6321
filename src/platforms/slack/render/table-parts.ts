import type { Table } from 'mdast';
import stringWidth from 'string-width';
import { inlineRuns } from './inline-runs.ts';
import type { Place } from './place.ts';
import { section, textOf, textRuns, tidy } from './rich-text.ts';
import type { RichTextPart, Run, Section } from './rich-text.ts';

const GAP = '  ';

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
  const widths = widthsOf(texts);
  const border = quoted ? { border: 1 as const } : {};
  if (sum(widths) === 0) return [];
  if (sum(widths) + GAP.length * (widths.length - 1) <= WIDEST) {
    const elements = textRuns(alignedLines(texts, widths).join('\n'));
    return [{ type: 'rich_text_preformatted', ...border, elements }];
  }
  const [head = [], ...body] = rows;
  const items = (body.length === 0 ? [head] : body).flatMap((row) => record(head, row));
  if (items.length === 0) return [];
  return [
    { type: 'rich_text_list', style: 'bullet', indent: Math.min(indent, 8), ...border, elements: items },
  ];
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

function record(head: Row, row: Row): Section[] {
  const fields = row.flatMap((cell, column) => {
    if (cell.length === 0) return [];
    const name = row === head ? '' : textOf(head[column] ?? []);
    return [[...(name === '' ? [] : textRuns(`${name}: `, { bold: true })), ...cell]];
  });
  const runs = fields.flatMap((field, number) => (number === 0 ? field : [...textRuns('\n'), ...field]));
  return runs.length === 0 ? [] : [section(runs)];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
