import type { Image, Link, PhrasingContent } from 'mdast';
import { isVisible, literal } from '../../literal.ts';
import { plainText } from '../../plain-text.ts';
import { linkable } from './linkable.ts';
import { linkRun, textOf, textRuns } from './rich-text.ts';
import type { Run, Style } from './rich-text.ts';

/** What is nested deeper is shown as plain text. */
const DEEPEST = 30;

interface Within {
  readonly style: Style;
  /** Matched words are not marked in links: each style would be a link of its own. */
  readonly linked: boolean;
  readonly depth: number;
}

/** The text of a paragraph, heading or cell as runs of literal text and of links. */
export function inlineRuns(nodes: readonly PhrasingContent[], style: Style = {}): Run[] {
  return runsOf(nodes, { style, linked: false, depth: 0 });
}

function runsOf(nodes: readonly PhrasingContent[], within: Within): Run[] {
  if (within.depth < DEEPEST) return nodes.flatMap((node) => nodeRuns(node, within));
  return textRuns(nodes.map((node) => literal(plainText(node))).join(''), within.style);
}

function nodeRuns(node: PhrasingContent, within: Within): Run[] {
  const { style } = within;
  const inner = (added: Style): Within => ({
    ...within,
    style: { ...style, ...added },
    depth: within.depth + 1,
  });
  switch (node.type) {
    case 'text':
      return textRuns(literal(node.value), style);
    case 'html':
      return textRuns(/^<br\s*\/?>$/iu.test(node.value) ? '\n' : literal(node.value), style);
    case 'inlineCode':
      return textRuns(literal(node.value), { ...style, code: true });
    case 'strong':
      return runsOf(node.children, inner({ bold: true }));
    case 'mark':
      return runsOf(node.children, inner(within.linked ? {} : { bold: true }));
    case 'emphasis':
      return runsOf(node.children, inner({ italic: true }));
    case 'delete':
      return runsOf(node.children, inner({ strike: true }));
    case 'link':
      return linkRuns(node, { ...inner({}), linked: true });
    case 'linkReference':
      return runsOf(node.children, inner({}));
    case 'image':
      return imageRuns(node, style);
    case 'imageReference':
      return textRuns(literal(node.alt ?? ''), style);
    case 'footnoteReference':
      return textRuns(`[${literal(node.identifier)}]`, style);
    case 'break':
      return textRuns('\n', style);
    default:
      return unforeseen(node, style);
  }
}

/** Kinds that a parser’s extensions add. */
function unforeseen(node: unknown, style: Style): Run[] {
  const hasText =
    typeof node === 'object' && node !== null && 'value' in node && typeof node.value === 'string';
  return hasText ? textRuns(literal(String(node.value)), style) : [];
}

/** One link for each style, since a link has only one. */
function linkRuns(node: Link, within: Within): Run[] {
  const runs = runsOf(node.children, within);
  const url = linkable(node.url);
  if (url === undefined) return runs;
  const shown = runs.filter(({ text = '' }) => isVisible(text));
  if (!isVisible(textOf(runs))) return [linkRun(url, '', within.style)];
  return shown.map(({ text = '', style = {} }) => linkRun(url, text, style));
}

function imageRuns({ url, alt }: Image, style: Style): Run[] {
  const address = linkable(url);
  const text = literal(alt ?? '');
  return address === undefined ? textRuns(text, style) : [linkRun(address, text, style)];
}
