import type { Heading, Nodes, PhrasingContent } from 'mdast';
import { trimmed } from '../whitespace.ts';

/** The headings of a page, wherever they stand in it, by the line that each begins at. */
export function headingsByLine(root: Nodes): ReadonlyMap<number, Heading> {
  const found = new Map<number, Heading>();
  const visit = (node: Nodes): void => {
    if (node.type === 'heading') found.set(node.position?.start.line ?? 0, node);
    else if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(root);
  return found;
}

/** A heading's content without what a pattern finds at the end of its last text. */
export function withoutEnd(children: readonly PhrasingContent[], pattern: RegExp): PhrasingContent[] {
  const last = children.at(-1);
  if (last?.type !== 'text') return [...children];
  const value = last.value.trimEnd().replace(pattern, '');
  return trimmed([...children.slice(0, -1), { ...last, value }]);
}
