import type { Nodes } from 'mdast';

/** The text of a node without its markup, however deep it is nested. */
export function plainText(node: Nodes): string {
  const waiting: Nodes[] = [node];
  const texts: string[] = [];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if ('value' in next) texts.push(next.value);
    else if (next.type === 'break') texts.push(' ');
    else if ('children' in next) waiting.push(...next.children.toReversed());
    if (BLOCKS.has(next.type)) texts.push(' ');
  }
  return texts.join('');
}

const BLOCKS: ReadonlySet<string> = new Set(['paragraph', 'heading', 'code', 'tableCell', 'listItem']);
