import type { Nodes, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';

/** The first line of text of some blocks; empty where there is none. */
export function firstLine(blocks: readonly RootContent[]): string {
  for (const block of blocks) {
    const line = toString(beforeBreak(block))
      .split('\n')
      .find((line) => line.trim() !== '');
    if (line !== undefined) return line.trim();
  }
  return '';
}

/** The first item of a list, what stands before the first line break of a paragraph; anything else as it is. */
function beforeBreak(block: RootContent): Nodes | Nodes[] {
  const item = block.type === 'list' ? block.children[0]?.children[0] : undefined;
  if (item !== undefined) return beforeBreak(item);
  if (block.type !== 'paragraph') return block;
  const end = block.children.findIndex(({ type }) => type === 'break');
  return end === -1 ? block : block.children.slice(0, end);
}
