import type { Nodes, Table, TableCell } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import type { Flattening } from './flattening.ts';
import { trimmed } from './whitespace.ts';

/** A table that is written in HTML; its first row is its head. Undefined for one without rows. */
export function tableOf(element: MdxJsxFlowElement, flattening: Flattening): Table | undefined {
  const children = elementsIn(element, ['tr']).map((row) => ({
    type: 'tableRow' as const,
    children: elementsIn(row, ['th', 'td']).map((cell): TableCell => ({
      type: 'tableCell',
      children: 'children' in cell ? trimmed(flattening.phrasing(cell.children)) : [],
    })),
  }));
  return children.length === 0 ? undefined : { type: 'table', children };
}

/** The outermost elements of these names below a node. */
function elementsIn(node: Nodes, names: readonly string[]): Nodes[] {
  if (!('children' in node)) return [];
  return node.children.flatMap((child) =>
    'name' in child && typeof child.name === 'string' && names.includes(child.name)
      ? [child]
      : elementsIn(child, names),
  );
}
