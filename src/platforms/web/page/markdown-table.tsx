import { createElement } from 'react';
import type { ReactNode } from 'react';
import type { Table, TableCell, TableRow } from 'mdast';

interface TableProps {
  readonly table: Table;
  readonly renderCell: (cell: TableCell) => ReactNode;
}

/** A table whose first row is its head, as in GitHub's Markdown; it scrolls where it is too wide. */
export function MarkdownTable({ table, renderCell }: TableProps) {
  const [head, ...rows] = table.children;
  const renderRow = (row: TableRow, tag: 'th' | 'td'): ReactNode => {
    const cells = row.children.map((cell, column) => {
      const className = `align-${table.align?.[column] ?? 'left'}`;
      return createElement(tag, { className }, renderCell(cell));
    });
    return createElement('tr', null, ...cells);
  };
  return (
    <div className="scroll">
      <table>
        {head === undefined ? undefined : <thead>{renderRow(head, 'th')}</thead>}
        {createElement('tbody', null, ...rows.map((row) => renderRow(row, 'td')))}
      </table>
    </div>
  );
}
