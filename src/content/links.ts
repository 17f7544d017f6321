import type { PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Flattening } from './flattening.ts';
import { marked } from './whitespace.ts';

/** A link without text or that leads nowhere is only its text. */
export function linkTo(url: string, children: PhrasingContent[], { resolve }: Flattening): PhrasingContent[] {
  const target = resolve(url);
  if (target === undefined || toString({ type: 'paragraph', children }).trim() === '') return children;
  // A picture's description would be a link in italics.
  const label = children.flatMap((child) =>
    child.type === 'emphasis' && children.length === 1 ? child.children : [child],
  );
  return marked(label, (inside) => ({ type: 'link', url: target, children: inside }));
}
