import stringWidth from 'string-width';

const GAP = '  ';

/** The cells of a table, row by row, the head first; each on one line. */
export type Cells = readonly (readonly string[])[];

/** How many columns of a terminal or a code block a table takes where its columns stand beside each other; 0 for an empty one. */
export function alignedWidth(cells: Cells): number {
  const widths = widthsOf(cells);
  const letters = widths.reduce((sum, width) => sum + width, 0);
  return letters === 0 ? 0 : letters + GAP.length * (widths.length - 1);
}

/** A table as lines whose columns stand beside each other in letters of one width, with a rule below the head. */
export function alignedTable(cells: Cells): string {
  const widths = widthsOf(cells);
  const [head = [], ...body] = cells;
  const rule = widths.map((width) => '─'.repeat(width)).join(GAP);
  return [line(head, widths), rule, ...body.map((row) => line(row, widths))].join('\n');
}

function widthsOf(cells: Cells): number[] {
  const count = Math.max(0, ...cells.map((row) => row.length));
  return Array.from({ length: count }, (_, column) =>
    Math.max(0, ...cells.map((row) => stringWidth(row[column] ?? ''))),
  );
}

function line(row: readonly string[], widths: readonly number[]): string {
  const padded = widths.map((width, column) => {
    const text = row[column] ?? '';
    return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
  });
  return padded.join(GAP).trimEnd();
}
