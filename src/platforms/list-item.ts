import type { ListItem, Paragraph } from 'mdast';

/** The paragraphs that an item begins with, and the rest. */
export function partItem({ children }: ListItem): [Paragraph[], ListItem['children']] {
  const end = children.findIndex(({ type }) => type !== 'paragraph');
  const count = end === -1 ? children.length : end;
  const head = children.slice(0, count).filter((node) => node.type === 'paragraph');
  return [head, children.slice(count)];
}
