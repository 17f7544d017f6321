import type { Image, Link, PhrasingContent } from 'mdast';
import { isVisible, literal } from '../../literal.ts';
import { plainText } from '../../plain-text.ts';
import { linkable } from './address.ts';
import { textRuns } from './runs.ts';
import type { Run, Style } from './runs.ts';

/** What is nested deeper is shown as plain text. */
const DEEPEST = 30;

interface Within {
  readonly style: Style;
  /** The address of the link that it stands in: links hold no links. */
  readonly url: string | undefined;
  readonly depth: number;
}

/** The text of a paragraph, heading or cell as runs of literal text and of links. */
export function inlineRuns(nodes: readonly PhrasingContent[], style: Style = {}): Run[] {
  return runsOf(nodes, { style, url: undefined, depth: 0 });
}

function runsOf(nodes: readonly PhrasingContent[], within: Within): Run[] {
  if (within.depth < DEEPEST) return nodes.flatMap((node) => nodeRuns(node, within));
  return textIn(nodes.map((node) => literal(plainText(node))).join(''), within);
}

function nodeRuns(node: PhrasingContent, within: Within): Run[] {
  const inner = (added: Style): Within => ({
    ...within,
    style: { ...within.style, ...added },
    depth: within.depth + 1,
  });
  switch (node.type) {
    case 'text':
      return textIn(literal(node.value), within);
    case 'html':
      return textIn(/^<br\s*\/?>$/iu.test(node.value) ? '\n' : literal(node.value), within);
    case 'inlineCode':
      return textIn(literal(node.value), inner({ code: true }));
    case 'strong':
    case 'mark':
      return runsOf(node.children, inner({ bold: true }));
    case 'emphasis':
      return runsOf(node.children, inner({ italic: true }));
    case 'delete':
      return runsOf(node.children, inner({ strike: true }));
    case 'link':
      return linkRuns(node, inner({}));
    case 'linkReference':
      return runsOf(node.children, inner({}));
    case 'image':
      return imageRuns(node, within);
    case 'imageReference':
      return textIn(literal(node.alt ?? ''), within);
    case 'footnoteReference':
      return textIn(`[${literal(node.identifier)}]`, within);
    case 'break':
      return textIn(within.url === undefined ? '\n' : ' ', within);
    default:
      return unforeseen(node, within);
  }
}

/** Kinds that a parser’s extensions add. */
function unforeseen(node: unknown, within: Within): Run[] {
  const hasText =
    typeof node === 'object' && node !== null && 'value' in node && typeof node.value === 'string';
  return hasText ? textIn(literal(String(node.value)), within) : [];
}

function textIn(text: string, { style, url }: Within): Run[] {
  return textRuns(text, style).map((run) => (url === undefined ? run : { ...run, url }));
}

/** Of an address that Discord must not open only the text is left. */
function linkRuns({ url, children }: Link, within: Within): Run[] {
  const address = within.url ?? linkable(url);
  const runs = runsOf(children, { ...within, url: address });
  if (address === undefined) return runs;
  return runs.some(({ text }) => isVisible(text)) ? runs : [{ text: address, style: {}, url: address }];
}

function imageRuns({ url, alt }: Image, within: Within): Run[] {
  const address = within.url ?? linkable(url);
  const text = literal(alt ?? '');
  if (address === undefined) return textIn(text, within);
  return [{ text: isVisible(text) ? text : address, style: within.style, url: address }];
}
