import type { Element, ElementContent, Root, RootContent } from 'hast';

/** Elements within a line that are nothing without content. */
const INLINE = new Set(
  `a b bdi bdo cite code del dfn em i ins kbd mark q rp rt ruby s samp small span strike strong sub sup tt u
  var`.split(/\s+/u),
);

/** HTML without elements in which nothing is; rows of them take the conversion to Markdown most of its time. */
export function withoutHollow(root: Root): Root {
  return { ...root, children: root.children.flatMap((child) => filled(child)) };
}

function filled(node: RootContent): ElementContent[] {
  if (node.type === 'text') return [node];
  if (node.type !== 'element') return [];
  const children = node.children.flatMap((child) => filled(child));
  return isHollow(node, children) ? children : [{ ...node, children }];
}

function isHollow({ tagName }: Element, children: readonly ElementContent[]): boolean {
  return INLINE.has(tagName) && children.every((child) => child.type === 'text' && child.value.trim() === '');
}
