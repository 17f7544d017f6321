import type { List, ListItem, Nodes, RootContent } from 'mdast';
import type { Flattening } from './flattening.ts';
import { paragraph, strong, text } from './nodes.ts';

/** `$ frontend="nextjs, remix"`: the item is for readers who chose one of these. */
const CONDITION = /^\$ *[\w-]+=["']([^"']*)["'](?: *[\w-]+=["'][^"']*["'])*[ \t]*(?:\n|$)/u;
/** `| Payload`: the item is a tab of that name. */
const TAB = /^\| *([^\s|][^\n|]*)(?:\n|$)/u;

/** A list of alternatives for different readers, or of tabs: each under its label, no list any more. Undefined for any other list. */
export function variantBlocks(list: List, flattening: Flattening): RootContent[] | undefined {
  const leads = list.children.map(leadOf);
  if (leads.length === 0 || leads.includes(undefined)) return undefined;
  return list.children.flatMap((item, index) => {
    const { label = '', length = 0 } = leads[index] ?? {};
    const blocks = flattening.blocks(withoutLead(item, length));
    if (label === '' || blocks.length === 0) return blocks;
    // A heading of its own says where the alternative begins.
    const at = blocks[0]?.type === 'heading' ? 1 : 0;
    return blocks.toSpliced(at, 0, paragraph(strong(text(label))));
  });
}

/** Whether a heading stands anywhere in a node: it has to come out to the top. */
export function holdsHeading(node: Nodes): boolean {
  return (
    node.type === 'heading' || ('children' in node && node.children.some((child) => holdsHeading(child)))
  );
}

interface Lead {
  readonly label: string;
  readonly length: number;
}

function leadOf(item: ListItem): Lead | undefined {
  const [first] = item.children;
  const node = first?.type === 'paragraph' ? first.children[0] : undefined;
  if (node?.type !== 'text') return undefined;
  const condition = CONDITION.exec(node.value);
  if (condition !== null) return { label: `${condition[1] ?? ''}:`, length: condition[0].length };
  const tab = TAB.exec(node.value);
  return tab === null ? undefined : { label: tab[1]?.trim() ?? '', length: tab[0].length };
}

function withoutLead({ children }: ListItem, length: number): Nodes[] {
  const [first, ...rest] = children;
  const lead = first?.type === 'paragraph' ? first.children[0] : undefined;
  if (first?.type !== 'paragraph' || lead?.type !== 'text') return children;
  return [paragraph(text(lead.value.slice(length)), ...first.children.slice(1)), ...rest];
}
