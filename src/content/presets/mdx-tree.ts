import type { Nodes } from 'mdast';
import type { JsxElement } from '../jsx-attributes.ts';

/** A node of a page in MDX as plugins of its compiler see it. */
export interface MdxNode {
  readonly node: Nodes;
  /** The node, where it is an element on lines of its own. */
  readonly element: JsxElement | undefined;
  readonly children: readonly MdxNode[];
}

/** The tree of a page, with what `remark-mark-and-unravel` of `@mdx-js/mdx` makes of it: a paragraph of elements alone is none. */
export function mdxTree(node: Nodes, isFlow = true): MdxNode {
  const isElement =
    node.type === 'mdxJsxFlowElement' || (isFlow && node.type === 'mdxJsxTextElement') ? node : undefined;
  const children = 'children' in node ? node.children.flatMap((child: Nodes) => partsOf(child)) : [];
  return { node, element: isElement, children };
}

/** All nodes of a tree, in the order in which they begin. */
export function mdxNodes(tree: MdxNode): MdxNode[] {
  return [tree, ...tree.children.flatMap((child) => mdxNodes(child))];
}

function partsOf(child: Nodes): MdxNode[] {
  if (child.type !== 'paragraph' || !isOnlyElements(child.children)) return [mdxTree(child, false)];
  return child.children.filter((one) => !isBlank(one)).map((one) => mdxTree(one));
}

function isOnlyElements(children: readonly Nodes[]): boolean {
  return children.some(isElement) && children.every((child) => isElement(child) || isBlank(child));
}

function isElement({ type }: Nodes): boolean {
  return type === 'mdxJsxTextElement' || type === 'mdxTextExpression';
}

function isBlank(node: Nodes): boolean {
  return node.type === 'text' && node.value.trim() === '';
}
