import { fromHtml } from 'hast-util-from-html';
import { defaultHandlers, toMdast } from 'hast-util-to-mdast';
import type { Handle } from 'hast-util-to-mdast';
import type { Heading, Html, Nodes, RootContent } from 'mdast';
import type { Flattening } from './flattening.ts';
import { isTooDeep } from './nodes.ts';

/** A heading keeps its id, which is its address. */
const headingHandle: Handle = (state, element) => {
  const heading: Heading = defaultHandlers.h2(state, element);
  const { id } = element.properties;
  return typeof id === 'string' ? { ...heading, data: { customId: id } } : heading;
};

const handlers = Object.fromEntries(
  ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, headingHandle]),
);

/** What a reader sees of a block of HTML; a tag whose end stands elsewhere leaves nothing. */
export function htmlBlocks({ value, position }: Html, flattening: Flattening): RootContent[] {
  if (/^<!--(?:(?!-->)[\s\S])*(?:-->)?$/u.test(value.trim())) return [];
  const nodes = parseHtml(value);
  const blocks = flattening.blocks(nodes.filter((node) => node.type !== 'html'));
  // The lines that the nodes have are those within the HTML.
  return blocks.map((block) =>
    block.type === 'heading' && position !== undefined ? { ...block, position } : block,
  );
}

/** Nothing of what nests deeper than anybody writes. */
function parseHtml(value: string): readonly Nodes[] {
  try {
    const tree = toMdast(fromHtml(value, { fragment: true }), { document: true, handlers });
    if (isTooDeep(tree)) return [];
    return tree.type === 'root' ? tree.children : [tree];
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}
