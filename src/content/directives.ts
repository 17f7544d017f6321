import type { RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { Flattening } from './flattening.ts';
import { labelled } from './labelled.ts';
import { paragraph, text } from './nodes.ts';

/** `:::note[Title]` and its content. */
export function containerBlocks(node: ContainerDirective, flattening: Flattening): RootContent[] {
  const [first, ...rest] = node.children;
  const isLabel = first?.type === 'paragraph' && first.data?.directiveLabel === true;
  const title = node.attributes?.['title'];
  const label = isLabel ? flattening.phrasing(first.children) : title ? [text(title)] : [];
  return labelled({ name: node.name, label, blocks: flattening.blocks(isLabel ? rest : node.children) });
}

/** `::name[Label]`: the label is all that there is to read. */
export function leafBlocks(node: LeafDirective, flattening: Flattening): RootContent[] {
  const label = flattening.phrasing(node.children);
  return label.length === 0 ? [] : [paragraph(...label)];
}
