import type { BlockParser } from './python-markdown-parser.ts';
import { detab, isIndented, TAB } from './python-markdown-lines.ts';
import type { Block } from './python-markdown-lines.ts';
import { append, isItem, isList, lastChild, wrapText } from './python-markdown-tree.ts';
import type { BlockElement } from './python-markdown-tree.ts';

/** The line that begins an admonition (`markdown/extensions/admonition.py`): type, then title. */
export const ADMONITION = /^!!! ?([\w-]+(?: +[\w-]+)*)(?: +"(.*?)")? *$/u;
/** The line that begins a block that folds (`pymdownx/details.py`): open or not, type and title, or type alone. */
export const DETAILS = /^\?{3}(\+)? ?(?:([\w-]+(?: +[\w-]+)*?)?(?: +"(.*?)")|([\w-]+(?: +[\w-]+)*?)) *$/u;
/** The line that begins a tab (`pymdownx/tabbed.py`): whether it begins a new set, then its label. */
export const TAB_START = /^={3}([!+])? +"(.*?)" *$/u;

export function admonition(parent: BlockElement, blocks: Block[], parser: BlockParser): boolean {
  return parser.options.hasAdmonitions && titled('admonition', ADMONITION, { parent, blocks, parser });
}

export function details(parent: BlockElement, blocks: Block[], parser: BlockParser): boolean {
  return parser.options.hasDetails && titled('details', DETAILS, { parent, blocks, parser });
}

export function tabbed(parent: BlockElement, blocks: Block[], parser: BlockParser): boolean {
  return parser.options.hasTabs && titled('tabs', TAB_START, { parent, blocks, parser });
}

interface Place {
  readonly parent: BlockElement;
  readonly blocks: Block[];
  readonly parser: BlockParser;
}

/** Begins a block with its first line, or goes on with one that what is indented belongs to. */
function titled(kind: string, start: RegExp, { parent, blocks, parser }: Place): boolean {
  const block = blocks[0] ?? [];
  const index = block.findIndex(({ text }) => start.test(text));
  if (index === -1) return goOn(kind, { parent, blocks, parser });
  blocks.shift();
  if (index > 0) parser.parseBlocks(parent, [block.slice(0, index)]);
  const special = kind === 'tabs' ? start.exec(block[index]?.text ?? '')?.[1] : undefined;
  const { inside, rest } = detab(block.slice(index + 1));
  parser.parseChunk(begin(kind, parent, special === '!'), inside);
  if (rest.length > 0) blocks.unshift(rest);
  return true;
}

function begin(kind: string, parent: BlockElement, isNewSet: boolean): BlockElement {
  const sibling = lastChild(parent);
  if (kind === 'tabs') {
    const set = sibling?.kind === 'tabs' && !isNewSet ? sibling : append(parent, 'div', { kind });
    return append(set, 'div', { kind: 'tab' });
  }
  const element = append(parent, kind === 'details' ? 'details' : 'div', { kind });
  // The class of an admonition's title makes it pass for one, so that what is indented twice belongs to it.
  append(element, 'p', kind === 'admonition' ? { kind } : {});
  return element;
}

/** `parse_content`: what is indented belongs to the block before it, or to a list at the end of that. */
function goOn(kind: string, { parent, blocks, parser }: Place): boolean {
  const block = blocks[0] ?? [];
  const before = lastChild(parent);
  if (before?.kind !== kind || !isIndented(block)) return false;
  const { target, indent } = innermost(before, block);
  if (!isIndented(block, indent + TAB)) return false;
  blocks.shift();
  const { inside, rest } = detab(block, indent + TAB);
  if (isItem(target)) wrapText(target);
  parser.parseChunk(target.kind === 'tabs' ? (lastChild(target) ?? target) : target, inside);
  if (rest.length > 0) blocks.unshift(rest);
  return true;
}

function innermost(
  before: BlockElement,
  block: Block,
): { readonly target: BlockElement; readonly indent: number } {
  let target = before;
  let indent = 0;
  for (;;) {
    const content = target.kind === 'tabs' ? lastChild(target) : target;
    const list = lastChild(content);
    const item = isList(list) ? lastChild(list) : undefined;
    if (item === undefined || !isIndented(block, indent + TAB * 2)) return { target, indent };
    target = item;
    indent += TAB;
  }
}
