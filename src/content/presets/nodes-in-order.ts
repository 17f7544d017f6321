import type { Heading, Nodes } from 'mdast';

/** A node and all below it, in the order in which they begin. */
export function nodesInOrder(node: Nodes): Nodes[] {
  const found: Nodes[] = [];
  const visit = (one: Nodes): void => {
    found.push(one);
    if ('children' in one) for (const child of one.children) visit(child);
  };
  visit(node);
  return found;
}

/** The headings of a page, wherever they stand in it, in their order. */
export function headingsInOrder(root: Nodes): Heading[] {
  return nodesInOrder(root).filter((node) => node.type === 'heading');
}
