import { inState } from './python-markdown-parser.ts';
import type { BlockParser } from './python-markdown-parser.ts';
import { detab, isIndented, looseDetab, TAB } from './python-markdown-lines.ts';
import type { Block, Line } from './python-markdown-lines.ts';
import { append, isItem, isList, lastChild, wrapText } from './python-markdown-tree.ts';
import type { BlockElement } from './python-markdown-tree.ts';

/** `ListIndentProcessor` and `DefListIndentProcessor`: what is indented below a list belongs to its last item. */
export function listIndent(parent: BlockElement, blocks: Block[], parser: BlockParser): boolean {
  const [block] = blocks;
  if (block === undefined || !isIndented(block) || parser.states.at(-1) === 'detabbed') return false;
  if (!isItem(parent) && !isList(lastChild(parent))) return false;
  blocks.shift();
  const { level, sibling } = levelOf(parent, block, parser);
  inState('detabbed', parser, () =>
    parseWithin({ parent, sibling, block: looseDetab(block, level) }, parser),
  );
  return true;
}

interface Within {
  readonly parent: BlockElement;
  readonly sibling: BlockElement;
  readonly block: Block;
}

function parseWithin({ parent, sibling, block }: Within, parser: BlockParser): void {
  const last = lastChild(parent);
  const item = lastChild(sibling);
  if (isItem(parent)) parser.parseBlocks(isList(last) ? last : parent, [block]);
  else if (isItem(sibling)) parser.parseBlocks(sibling, [block]);
  else if (item !== undefined && isItem(item)) {
    wrapText(item);
    parser.parseChunk(item, block);
  } else parser.parseBlocks(append(sibling, sibling.tag === 'dl' ? 'dd' : 'li'), [block]);
}

function levelOf(
  parent: BlockElement,
  block: Block,
  { states }: BlockParser,
): { readonly level: number; readonly sibling: BlockElement } {
  const indent = /^ */u.exec(block[0]?.text ?? '')?.[0].length ?? 0;
  const deepest = Math.floor(indent / TAB);
  let level = states.at(-1) === 'list' ? 1 : 0;
  let sibling = parent;
  while (deepest > level) {
    const child = lastChild(sibling);
    if (child === undefined || !(isList(child) || isItem(child))) break;
    if (isList(child)) level += 1;
    sibling = child;
  }
  return { level, sibling };
}

const CHILD = /^ {0,3}(?:\d+\.|[*+-]) +(.*)$/u;
const INDENTED_ITEM = /^ {4,7}(?:\d+\.|[*+-]) +.*$/u;

export function orderedList(parent: BlockElement, blocks: Block[], parser: BlockParser): boolean {
  return /^ {0,3}\d+\. +/u.test(blocks[0]?.[0]?.text ?? '') && list('ol', { parent, blocks, parser });
}

export function unorderedList(parent: BlockElement, blocks: Block[], parser: BlockParser): boolean {
  return /^ {0,3}[*+-] +/u.test(blocks[0]?.[0]?.text ?? '') && list('ul', { parent, blocks, parser });
}

interface ListPlace {
  readonly parent: BlockElement;
  readonly blocks: Block[];
  readonly parser: BlockParser;
}

function list(tag: string, { parent, blocks, parser }: ListPlace): boolean {
  const items = itemsOf(blocks.shift() ?? []);
  const sibling = lastChild(parent);
  let own: BlockElement;
  if (sibling?.tag === 'ol' || sibling?.tag === 'ul') {
    own = sibling;
    loosen(lastChild(own));
    const [first] = items.splice(0, 1);
    const item = append(own, 'li');
    inState('looselist', parser, () => parser.parseBlocks(item, [first ?? []]));
  } else own = parent.tag === 'ol' || parent.tag === 'ul' ? parent : append(parent, tag);
  inState('list', parser, () => {
    for (const item of items) {
      const last = lastChild(own);
      const target = isIndented(item) && last !== undefined ? last : append(own, 'li');
      parser.parseBlocks(target, [item]);
    }
  });
  return true;
}

/** The item before one that a blank line parts from it has paragraphs. */
function loosen(item: BlockElement | undefined): void {
  if (item === undefined) return;
  wrapText(item);
  const last = lastChild(item);
  if (last === undefined || last.tail === '') return;
  append(item, 'p', { text: last.tail.trimStart() });
  last.tail = '';
}

/** `get_items`: the lines of each item, the first without its mark; an indented item stays with the ones after it. */
function itemsOf(block: Block): Block[] {
  const items: Line[][] = [];
  for (const line of block) {
    const last = items.at(-1);
    const child = CHILD.exec(line.text);
    if (child !== null) items.push([{ text: child[1] ?? '', at: line.at }]);
    else if (last === undefined || (INDENTED_ITEM.test(line.text) && !isIndented(last))) items.push([line]);
    else last.push(line);
  }
  return items;
}

const DEFINITION = /^ {0,3}: {1,3}(.*)$/u;

/** `DefListProcessor` of `markdown/extensions/def_list.py`. */
export function definitionList(parent: BlockElement, blocks: Block[], parser: BlockParser): boolean {
  const block = blocks[0] ?? [];
  const index = parser.options.hasDefinitions ? block.findIndex(({ text }) => DEFINITION.test(text)) : -1;
  const line = block[index];
  const before = lastChild(parent);
  const hasTerms = block.slice(0, index).some(({ text }) => text.trim() !== '');
  if (line === undefined || (!hasTerms && before === undefined)) return false;
  blocks.shift();
  const takesParagraph = !hasTerms && before?.tag === 'p';
  if (takesParagraph) parent.children.pop();
  const sibling = lastChild(parent);
  const isLoose = takesParagraph || (!hasTerms && (lastChild(sibling)?.children.length ?? 0) > 0);
  const own = sibling?.tag === 'dl' ? sibling : append(parent, 'dl');
  const after = block.slice(index + 1);
  const isLazy = /^ {0,3}[^ :]/u.test(after[0]?.text ?? '');
  const { inside, rest } = isLazy ? { inside: after, rest: [] } : detab(after);
  const first = { text: DEFINITION.exec(line.text)?.[1] ?? '', at: line.at };
  const item = append(own, 'dd');
  inState(isLoose ? 'looselist' : 'list', parser, () => parser.parseBlocks(item, [[first, ...inside]]));
  if (rest.length > 0) blocks.unshift(rest);
  return true;
}
