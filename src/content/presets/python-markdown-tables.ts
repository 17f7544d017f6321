import type { Block } from './python-markdown-lines.ts';

const END_BORDER = /(?<!\\)(?:\\\\)*\|$/u;

/** Whether a block is a table by `TableProcessor.test` of `markdown/extensions/tables.py`; all of its lines are rows then. */
export function isTable(block: Block): boolean {
  const rows = block.map(({ text }) => text.trim());
  const [header = '', separator = ''] = rows;
  if (rows.length < 2 || !/^[|:\- ]+$/u.test(separator)) return false;
  const hasBorder = header.startsWith('|') || END_BORDER.test(header);
  const columns = cells(header, hasBorder);
  const isSingle = columns === 1 && hasBorder && rows.slice(1).every(hasPipe);
  return (columns > 1 || isSingle) && cells(separator, hasBorder) === columns;
}

function hasPipe(row: string): boolean {
  return row.startsWith('|') || END_BORDER.test(row);
}

/** The number of cells; a pipe within code, or behind a backslash, parts none. */
function cells(row: string, hasBorder: boolean): number {
  const inside = hasBorder ? row.replace(/^\|/u, '').replace(END_BORDER, '') : row;
  return inside.replace(/\\.|(`+)(?!`).*?[^`]\1(?!`)|`+/gu, '').split('|').length;
}
