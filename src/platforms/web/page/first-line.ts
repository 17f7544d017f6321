import type { Nodes, Root } from 'mdast';

const LONGEST = 180;

/** A label such as “Parameters:”, or the sign for what is left out, says nothing by itself. */
const SAYS_NOTHING = /^\s*(?:…|[^.!?]{0,40}:)?\s*$/u;

/** The beginning of what an excerpt says, in plain text: prose before labels and code. */
export function firstLine(root: Root): string {
  const prose = root.children.find((node) => node.type !== 'code' && !SAYS_NOTHING.test(textOf(node)));
  const text = textOf(prose ?? root)
    .replace(/\s+/gu, ' ')
    .trim();
  if (text.length <= LONGEST) return text;
  const cut = text.lastIndexOf(' ', LONGEST);
  return `${text.slice(0, cut > 0 ? cut : LONGEST)}…`;
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  if (!('children' in node)) return node.type === 'break' ? ' ' : '';
  const between = BLOCKS.has(node.type) ? ' ' : '';
  return node.children.map((child) => textOf(child)).join(between);
}

const BLOCKS: ReadonlySet<string> = new Set(['root', 'list', 'listItem', 'blockquote', 'table', 'tableRow']);
