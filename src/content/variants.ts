import type { List, ListItem, Nodes, RootContent } from 'mdast';
import type { Flattening } from './flattening.ts';
import { paragraph, strong, text } from './nodes.ts';

/** `$ frontend="nextjs, remix"`: the item is for readers who chose one of these. */
const CONDITION = /^\$ *[\w-]+=["']([^"']*)["'](?: *[\w-]+=["'][^"']*["'])*[ \t]*(?:\n|$)/u;

/** A list of alternatives for different readers: each under its label, no list any more. Undefined for any other list. */
export function conditionBlocks(list: List, flattening: Flattening): RootContent[] | undefined {
  const labels = list.children.map(conditionOf);
  if (labels.length === 0 || labels.includes(undefined)) return undefined;
  return list.children.flatMap((item, index) => {
    const blocks = flattening.blocks(withoutCondition(item));
    const label = labels[index] ?? '';
    if (label === '' || blocks.length === 0) return blocks;
    // A heading of its own says where the alternative begins.
    const at = blocks[0]?.type === 'heading' ? 1 : 0;
    return blocks.toSpliced(at, 0, paragraph(strong(text(`${label}:`))));
  });
}

export function holdsHeading(node: Nodes): boolean {
  return (
    node.type === 'heading' || ('children' in node && node.children.some((child) => holdsHeading(child)))
  );
}

function conditionOf(item: ListItem): string | undefined {
  const lead = leadOf(item);
  return lead === undefined ? undefined : CONDITION.exec(lead)?.[1];
}

function leadOf(item: ListItem): string | undefined {
  const [first] = item.children;
  const lead = first?.type === 'paragraph' ? first.children[0] : undefined;
  return lead?.type === 'text' ? lead.value : undefined;
}

function withoutCondition(item: ListItem): Nodes[] {
  const [first, ...rest] = item.children;
  const lead = leadOf(item);
  if (first?.type !== 'paragraph' || lead === undefined) return item.children;
  const value = lead.replace(CONDITION, '');
  return [paragraph(text(value), ...first.children.slice(1)), ...rest];
}
