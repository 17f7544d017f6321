import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import type { Html, Nodes, RootContent } from 'mdast';
import type { Flattening } from './flattening.ts';

/** What a reader sees of a block of HTML; a tag whose end stands elsewhere leaves nothing. */
export function htmlBlocks({ value }: Html, flattening: Flattening): RootContent[] {
  if (/^<!--(?:(?!-->)[\s\S])*(?:-->)?$/u.test(value.trim())) return [];
  const tree = toMdast(fromHtml(value, { fragment: true }), { document: true });
  const nodes: readonly Nodes[] = tree.type === 'root' ? tree.children : [tree];
  return flattening.blocks(nodes.filter((node) => node.type !== 'html'));
}
