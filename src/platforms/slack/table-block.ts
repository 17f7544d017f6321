import type { types } from '@slack/bolt';
import type { Table, TableCell } from 'mdast';
import { inlineRuns } from './inline-runs.ts';
import { LIMITS } from './limits.ts';
import { paragraph, textRuns, tidy } from './rich-text.ts';
import type { RichText } from './rich-text.ts';

/** Slack's table, with cells of rich text only. */
export interface TableOfText extends types.TableBlock {
  rows: RichText[][];
}

export function tableFits(table: Table): boolean {
  const columns = columnsOf(table);
  return table.children.length <= LIMITS.tableRows && columns > 0 && columns <= LIMITS.tableColumns;
}

/** A table that fits as Slack's own. */
export function tableBlock(table: Table): TableOfText {
  const columns = Array.from({ length: columnsOf(table) }, (_, column) => column);
  return {
    type: 'table',
    rows: table.children.map(({ children }, row) =>
      columns.map((column) => cellBlock(children[column], row === 0)),
    ),
    column_settings: columns.map((column) => ({ align: table.align?.[column] ?? 'left', is_wrapped: true })),
  };
}

function columnsOf(table: Table): number {
  return Math.max(0, ...table.children.map(({ children }) => children.length));
}

/** Slack refuses a cell without a text. */
function cellBlock(cell: TableCell | undefined, isHead: boolean): RichText {
  const runs = tidy(inlineRuns(cell?.children ?? [], isHead ? { bold: true } : {}));
  return paragraph(runs.length === 0 ? textRuns(' ') : runs);
}
