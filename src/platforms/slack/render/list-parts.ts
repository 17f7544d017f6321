import type { List as ListNode, ListItem, Nodes, Paragraph } from 'mdast';
import { partItem } from '../../list-item.ts';
import { inlineRuns } from './inline-runs.ts';
import type { Place } from './place.ts';
import { section, textRuns, tidy } from './rich-text.ts';
import type { List, RichTextPart, Run } from './rich-text.ts';

/** Slack indents no deeper: https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
const DEEPEST_INDENT = 8;

/** Draws what stands in an item. */
type PartsOf = (node: Nodes, place: Place) => RichTextPart[];

/**
 * A list in Slack's form, where items hold text only: what else stands in an item comes after it, and the list goes on
 * behind that with the next number.
 */
export function listParts(list: ListNode, place: Place, partsOf: PartsOf): RichTextPart[] {
  const start = Math.max(0, (list.start ?? 1) - 1);
  return joinLists(
    list.children.flatMap((item, number) => {
      const [head, rest] = partItem(item);
      const marked = list.ordered === true ? numbered(place, start + number) : bulleted(place);
      const runs = tidy([...boxRuns(item), ...headRuns(head)]);
      const shown = runs.length === 0 ? textRuns(' ') : runs;
      const inner = { ...place, indent: place.indent + 1, depth: place.depth + 1 };
      return [{ ...marked, elements: [section(shown)] }, ...rest.flatMap((node) => partsOf(node, inner))];
    }),
  );
}

/** Neighbours that are one list become one. */
export function joinLists(parts: readonly RichTextPart[]): RichTextPart[] {
  const joined: RichTextPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.type === 'rich_text_list' && last?.type === 'rich_text_list' && goesOn(last, part))
      last.elements.push(...part.elements);
    else joined.push(part);
  }
  return joined;
}

function goesOn(list: List, next: List): boolean {
  const isAlike = list.style === next.style && list.indent === next.indent && list.border === next.border;
  if (!isAlike || list.style === 'bullet') return isAlike;
  return (list.offset ?? 0) + list.elements.length === (next.offset ?? 0);
}

function headRuns(paragraphs: readonly Paragraph[]): Run[] {
  return paragraphs.flatMap(({ children }, number) => [
    ...(number === 0 ? [] : textRuns('\n')),
    ...inlineRuns(children),
  ]);
}

function boxRuns({ checked }: ListItem): Run[] {
  return typeof checked === 'boolean' ? textRuns(checked ? '☑ ' : '☐ ') : [];
}

function numbered(place: Place, offset: number): List {
  const list: List = { ...bulleted(place), style: 'ordered' };
  return offset === 0 ? list : { ...list, offset };
}

function bulleted({ indent, quoted }: Place): List {
  const border = quoted ? { border: 1 as const } : {};
  return {
    type: 'rich_text_list',
    style: 'bullet',
    indent: Math.min(indent, DEEPEST_INDENT),
    ...border,
    elements: [],
  };
}
