import type { PhrasingContent, RootContent } from 'mdast';
import { asBlocks } from './as-blocks.ts';
import { paragraph, remark, remarkLabel, strong, text } from './nodes.ts';
import { holdsHeading } from './variants.ts';

/** A directive or component: its name, its label if it has one, and its content, flattened. */
export interface Labelled {
  readonly name: string;
  readonly label: readonly PhrasingContent[];
  readonly blocks: readonly RootContent[];
}

/** A remark as a quote with its label; anything else as its label in bold, then its content. */
export function labelled({ name, label, blocks }: Labelled): RootContent[] {
  const kind = remarkLabel(name);
  if (kind !== undefined && !blocks.some(holdsHeading)) {
    const title = label.length > 0 ? label : kind === '' ? [] : [text(kind)];
    return blocks.length === 0 && label.length === 0 ? [] : [remark(title, asBlocks(blocks))];
  }
  if (label.length === 0) return [...blocks];
  return blocks.length === 0 ? [paragraph(...label)] : [paragraph(strong(...label)), ...blocks];
}
