import type { BlockContent, RootContent } from 'mdast';

/** What may stand inside a quote or list item; headings are hoisted before. */
export function asBlocks(nodes: readonly RootContent[]): BlockContent[] {
  return nodes.filter((node): node is BlockContent => INSIDE.has(node.type));
}

const INSIDE: ReadonlySet<string> = new Set(['paragraph', 'blockquote', 'list', 'code', 'table']);
