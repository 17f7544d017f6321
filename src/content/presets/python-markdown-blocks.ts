import { definitionList, listIndent, orderedList, unorderedList } from './python-markdown-lists.ts';
import { elementNumber } from './python-markdown-html.ts';
import type { HtmlElement } from './python-markdown-html.ts';
import { detab, isIndented, splitBlocks, stripped, textOf, isEmpty } from './python-markdown-lines.ts';
import type { Block } from './python-markdown-lines.ts';
import { isTable } from './python-markdown-tables.ts';
import { inState } from './python-markdown-parser.ts';
import type { BlockParser, Processor } from './python-markdown-parser.ts';
import { admonition, details, tabbed } from './python-markdown-titled.ts';
import { append, createRoot, lastChild } from './python-markdown-tree.ts';
import type { BlockElement } from './python-markdown-tree.ts';

/** By their priority in `build_block_parser` of `markdown/blockprocessors.py` and in the extensions. */
const PROCESSORS: readonly Processor[] = [
  tabbed,
  details,
  admonition,
  htmlElement,
  empty,
  listIndent,
  code,
  table,
  hashHeading,
  setextHeading,
  rule,
  orderedList,
  unorderedList,
  definitionList,
  quote,
  reference,
  paragraph,
];

/** Nobody nests as deep; what does is left out. */
const DEEPEST = 100;

/** The tree of a document, and the names of its link references. */
export function parseDocument(
  lines: Block,
  given: Pick<BlockParser, 'elements' | 'options'>,
): { readonly root: BlockElement; readonly references: ReadonlySet<string> } {
  const parser = createParser(given);
  const root = createRoot();
  parser.parseChunk(root, lines);
  return { root, references: parser.references };
}

function createParser(given: Pick<BlockParser, 'elements' | 'options'>): BlockParser {
  let depth = 0;
  const parser: BlockParser = {
    ...given,
    states: [],
    references: new Set(),
    parseChunk: (parent, lines) => parser.parseBlocks(parent, splitBlocks(lines)),
    parseBlocks: (parent, given) => {
      if (depth >= DEEPEST) return;
      depth += 1;
      const blocks = [...given];
      while (blocks.length > 0) PROCESSORS.some((process) => process(parent, blocks, parser));
      depth -= 1;
    },
  };
  return parser;
}

function htmlElement(parent: BlockElement, blocks: Block[], parser: BlockParser): boolean {
  const number = elementNumber(blocks[0]?.[0]?.text ?? '');
  const element = number === undefined ? undefined : parser.elements[number];
  if (element === undefined) return false;
  blocks.shift();
  appendHtml(parent, element, parser);
  return true;
}

function appendHtml(
  parent: BlockElement,
  { tag, state, id, at, parts }: HtmlElement,
  parser: BlockParser,
): void {
  const isHeading = /^h[1-6]$/u.test(tag);
  const text = parts.flatMap((part) => ('tag' in part ? [] : [textOf(part)])).join('');
  const own = append(parent, tag, { id, at: isHeading ? -at : 0, text: state === 'block' ? '' : text });
  for (const part of parts) {
    if ('tag' in part) appendHtml(own, part, parser);
    else if (state === 'block') parsePart(own, part, parser);
  }
}

function parsePart(parent: BlockElement, part: Block, parser: BlockParser): void {
  const end = part.findLastIndex(({ text }) => text !== '');
  if (end === -1) return;
  const apart = createRoot();
  parser.parseChunk(apart, part.slice(0, end + 1));
  parent.children.push(...apart.children);
}

/** Takes an empty line off. */
function empty(_parent: BlockElement, blocks: Block[]): boolean {
  const [block] = blocks;
  if (block?.[0]?.text !== '') return false;
  blocks.shift();
  if (block.length > 1) blocks.unshift(block.slice(1));
  return true;
}

function code(parent: BlockElement, blocks: Block[]): boolean {
  const [block] = blocks;
  if (block === undefined || !isIndented(block)) return false;
  blocks.shift();
  if (lastChild(parent)?.tag !== 'pre') append(parent, 'pre');
  const { rest } = detab(block);
  if (rest.length > 0) blocks.unshift(rest);
  return true;
}

function table(parent: BlockElement, blocks: Block[]): boolean {
  if (!isTable(blocks[0] ?? [])) return false;
  blocks.shift();
  append(parent, 'table');
  return true;
}

const HASH = /^(#{1,6})((?:\\.|[^\\])*?)#*$/u;

function hashHeading(parent: BlockElement, blocks: Block[], parser: BlockParser): boolean {
  const block = blocks[0] ?? [];
  const index = block.findIndex(({ text }) => text.startsWith('#') && HASH.test(text));
  const line = block[index];
  if (line === undefined) return false;
  blocks.shift();
  if (index > 0) parser.parseBlocks(parent, [block.slice(0, index)]);
  const [, marks = '', text = ''] = HASH.exec(line.text) ?? [];
  append(parent, `h${marks.length}`, { text: text.trim(), at: line.at });
  pushRest(blocks, block.slice(index + 1));
  return true;
}

function setextHeading(parent: BlockElement, blocks: Block[]): boolean {
  const block = blocks[0] ?? [];
  const [title, underline] = block;
  if (title === undefined || underline === undefined || !/^[=-]+ *$/u.test(underline.text)) return false;
  blocks.shift();
  const tag = underline.text.startsWith('=') ? 'h1' : 'h2';
  append(parent, tag, { text: title.text.trim(), at: title.at });
  if (block.length > 2) blocks.unshift(block.slice(2));
  return true;
}

const RULE = /^ {0,3}(?:(?:- {0,2}){3,}|(?:_ {0,2}){3,}|(?:\* {0,2}){3,}) *$/u;

function rule(parent: BlockElement, blocks: Block[], parser: BlockParser): boolean {
  const block = blocks[0] ?? [];
  const index = block.findIndex(({ text }) => RULE.test(text));
  if (index === -1) return false;
  blocks.shift();
  const before = block.slice(0, block.slice(0, index).findLastIndex(({ text }) => text !== '') + 1);
  if (before.length > 0) parser.parseBlocks(parent, [before]);
  append(parent, 'hr');
  const after = block.slice(index + 1);
  const start = after.findIndex(({ text }) => text !== '');
  if (start !== -1) blocks.unshift(after.slice(start));
  return true;
}

const QUOTE = /^ {0,3}> ?(.*)$/u;

function quote(parent: BlockElement, blocks: Block[], parser: BlockParser): boolean {
  const block = blocks[0] ?? [];
  const index = block.findIndex(({ text }) => QUOTE.test(text));
  if (index === -1) return false;
  blocks.shift();
  if (index > 0) parser.parseBlocks(parent, [block.slice(0, index)]);
  const inside = block.slice(index).map(({ text, at }) => ({ text: unquoted(text), at }));
  const sibling = lastChild(parent);
  const element = sibling?.tag === 'blockquote' ? sibling : append(parent, 'blockquote');
  inState('blockquote', parser, () => parser.parseChunk(element, inside));
  return true;
}

function unquoted(text: string): string {
  return text.trim() === '>' ? '' : (QUOTE.exec(text)?.[1] ?? text);
}

const REFERENCE = /^ {0,3}\[([^[\]]*)\]: *\n? *([^\s]+) *(?:\n *)?((["'])(.*)\4 *|\((.*)\) *)?$/mu;

/** Takes a definition of a link out of a block, and leaves what is before and behind it for others. */
function reference(_parent: BlockElement, blocks: Block[], parser: BlockParser): boolean {
  const block = blocks[0] ?? [];
  const text = textOf(block);
  const found = text.includes(']:') ? REFERENCE.exec(text) : null;
  if (found === null) return false;
  blocks.shift();
  parser.references.add((found[1] ?? '').trim().toLowerCase());
  const first = text.slice(0, found.index).split('\n').length - 1;
  const last = first + found[0].split('\n').length;
  pushRest(blocks, stripped(block.slice(last)));
  pushRest(blocks, stripped(block.slice(0, first)));
  return true;
}

function paragraph(parent: BlockElement, blocks: Block[], { states }: BlockParser): boolean {
  const block = blocks.shift() ?? [];
  const text = textOf(block);
  if (text.trim() === '') return true;
  const sibling = lastChild(parent);
  if (states.at(-1) !== 'list') append(parent, 'p', { text: text.trimStart() });
  else if (sibling !== undefined) sibling.tail = `${sibling.tail}\n${text}`;
  else parent.text = parent.text === '' ? text.trimStart() : `${parent.text}\n${text}`;
  return true;
}

/** Leaves lines for others, where there is anything in them. */
function pushRest(blocks: Block[], rest: Block): void {
  if (rest.length > 0 && !isEmpty(rest)) blocks.unshift(rest);
}
