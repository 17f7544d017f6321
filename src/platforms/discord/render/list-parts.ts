import type { List, ListItem, Nodes, Paragraph } from 'mdast';
import { partItem } from '../../list-item.ts';
import { inlineRuns } from './inline-runs.ts';
import type { Place } from './place.ts';
import type { Part } from './parts.ts';
import { textRuns, tidy } from './runs.ts';
import type { Run } from './runs.ts';

export interface Drawing {
  /** Draws what stands in an item. */
  readonly partsOf: (node: Nodes, place: Place) => Part[];
  /** What stands before a line at a place. */
  readonly before: (place: Place) => string;
}

/** A list in Discord's form: an item is a line, or a few; code in it comes after it, and the list goes on with the next number. */
export function listParts(list: List, place: Place, { partsOf, before }: Drawing): Part[] {
  const start = list.start ?? 1;
  return list.children.flatMap((item, number) => {
    const [head, rest] = partItem(item);
    const inner = { ...place, indent: place.indent + 1, depth: place.depth + 1, joins: true };
    const marker = list.ordered === true ? `${start + number}. ` : '- ';
    const runs = tidy([...boxRuns(item), ...headRuns(head)]);
    const first: Part = {
      kind: 'text',
      runs: runs.length === 0 ? textRuns('…') : runs,
      first: before(place) + marker,
      rest: before(inner),
      joins: place.joins || number > 0,
    };
    return [first, ...rest.flatMap((node) => partsOf(node, inner))];
  });
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
