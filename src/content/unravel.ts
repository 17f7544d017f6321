import type { Nodes, Paragraph, PhrasingContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { isBlockElement } from './jsx-elements.ts';

/** `<Note>Text</Note>` on one line is a block, as MDX has it, though the parser makes it a part of a paragraph. */
export function unravel(nodes: readonly Nodes[]): Nodes[] {
  return nodes.flatMap((node) =>
    node.type === 'paragraph' && isOnlyElements(node.children) ? partsOf(node) : [node],
  );
}

function isOnlyElements(children: readonly PhrasingContent[]): boolean {
  return (
    children.some((child) => child.type === 'mdxJsxTextElement' && isBlockElement(child)) &&
    children.every((child) =>
      child.type === 'text' ? child.value.trim() === '' : child.type.startsWith('mdx'),
    )
  );
}

/** The blocks of a paragraph, and what stands between them as paragraphs. */
function partsOf({ children }: Paragraph): Nodes[] {
  const parts: Nodes[] = [];
  for (const child of children) {
    const last = parts.at(-1);
    if (child.type === 'mdxJsxTextElement' && isBlockElement(child)) parts.push(asFlow(child));
    else if (last?.type === 'paragraph') last.children.push(child);
    else parts.push({ type: 'paragraph', children: [child] });
  }
  return parts;
}

function asFlow({ name, attributes, children, position }: MdxJsxTextElement): MdxJsxFlowElement {
  return {
    type: 'mdxJsxFlowElement',
    name,
    attributes,
    children: [{ type: 'paragraph', children }],
    ...(position === undefined ? {} : { position }),
  };
}
