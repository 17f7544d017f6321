import type { RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';

/** The first line of text of some blocks; empty where there is none. */
export function firstLine(blocks: readonly RootContent[]): string {
  for (const block of blocks) {
    const item = block.type === 'list' ? block.children[0]?.children[0] : undefined;
    const line = toString(item ?? block)
      .split('\n')
      .find((line) => line.trim() !== '');
    if (line !== undefined) return line.trim();
  }
  return '';
}
