import { isBlank, isRule, listEnd, readMarker } from './list-items.ts';

/** A top-level block of a Markdown text. */
export interface Block {
  readonly kind: BlockKind;
  /** In UTF-16 units; without the line break that ends the last line, `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

/** `other`: HTML, link and footnote definitions. */
export type BlockKind = 'paragraph' | 'heading' | 'rule' | 'code' | 'list' | 'table' | 'quote' | 'other';

const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/u;
const HEADING = /^ {0,3}#{1,6}(?: |\t|$)/u;
const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/u;
const QUOTE = /^ {0,3}>/u;
const INDENTED = /^(?: {4}|\t)/u;
const DELIMITERS = /^[ \t|:-]+$/u;
const DEFINITION = /^ {0,3}\[(?:\^)?[^\]]+\]:/u;
const FOOTNOTE = /^ {0,3}\[\^[^\]]+\]:/u;
const HTML = /^ {0,3}<(?:[a-z/?!])/iu;
/** HTML that ends a paragraph: CommonMark 0.31, section 4.6, kinds 1 to 6 (kind 6 by its usual tags). */
const HTML_BLOCK =
  /^ {0,3}<(?:!|\?|\/?(?:address|article|aside|blockquote|body|center|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|nav|ol|optgroup|option|p|param|pre|script|search|section|style|summary|table|tbody|td|textarea|tfoot|th|thead|title|tr|track|ul)(?:[\s/>]|$))/iu;

/** HTML that a blank line does not end. */
const HTML_ENDS = [
  { opening: /^ {0,3}<!--/u, closing: /-->/u },
  { opening: /^ {0,3}<(?:pre|script|style|textarea)\b/iu, closing: /<\/(?:pre|script|style|textarea)>/iu },
];

/**
 * The top-level blocks of a Markdown text, found by looking at its lines: a parser takes a hundred times as long. Right
 * for what our own serialiser writes; a block that it gets wrong is a block that is cut in an odd place, nothing worse.
 */
export function splitBlocks(markdown: string): Block[] {
  const lines = markdown.split('\n');
  const blocks: Block[] = [];
  let offset = 0;
  for (let index = 0; index < lines.length;) {
    const first = lines[index] ?? '';
    if (isBlank(first)) {
      offset += first.length + 1;
      index += 1;
      continue;
    }
    const { kind, last } = blockAt(lines, index);
    const length = lines.slice(index, last + 1).join('\n').length;
    blocks.push({ kind, start: offset, end: offset + length });
    offset += length + 1;
    index = last + 1;
  }
  return blocks;
}

/** Index of the line at which the fence that `lines[first]` opens is closed; the last line when it never is. */
export function fenceEnd(lines: readonly string[], first: number): number {
  const opening = FENCE.exec(lines[first] ?? '')?.[1] ?? '```';
  const closing = new RegExp(`^ {0,3}${opening[0] ?? '`'}{${opening.length},}[ \\t]*$`, 'u');
  return firstFrom(lines, first + 1, (line) => closing.test(line));
}

export function isFence(line: string): boolean {
  return FENCE.test(line);
}

function blockAt(lines: readonly string[], first: number): { kind: BlockKind; last: number } {
  const line = lines[first] ?? '';
  if (INDENTED.test(line)) return { kind: 'code', last: lastWhile(lines, first, isIndentedOrBlank) };
  if (FENCE.test(line)) return { kind: 'code', last: fenceEnd(lines, first) };
  if (HEADING.test(line)) return { kind: 'heading', last: first };
  if (isRule(line)) return { kind: 'rule', last: first };
  if (QUOTE.test(line)) return { kind: 'quote', last: lastWhile(lines, first, isQuoteOrLazy) };
  if (readMarker(line) !== undefined) return { kind: 'list', last: listEnd(lines, first, startsBlock) };
  if (FOOTNOTE.test(line)) return { kind: 'other', last: lastWhile(lines, first, isIndentedOrBlank) };
  if (DEFINITION.test(line)) return { kind: 'other', last: lastWhile(lines, first, isDefinition) };
  if (HTML.test(line) && (HTML_BLOCK.test(line) || /^ {0,3}<[^>]*>\s*$/u.test(line)))
    return { kind: 'other', last: htmlEnd(lines, first) };
  if (isTableHead(lines, first)) return { kind: 'table', last: lastWhile(lines, first, isRow) };
  return paragraphAt(lines, first);
}

function paragraphAt(lines: readonly string[], first: number): { kind: BlockKind; last: number } {
  for (let index = first + 1; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (UNDERLINE.test(line)) return { kind: 'heading', last: index };
    if (isBlank(line) || endsParagraph(line)) return { kind: 'paragraph', last: index - 1 };
  }
  return { kind: 'paragraph', last: lines.length - 1 };
}

function endsParagraph(line: string): boolean {
  const marker = readMarker(line);
  const isList = marker !== undefined && marker.indent < 4 && !marker.empty && marker.number <= 1;
  return isList || startsBlock(line);
}

function startsBlock(line: string): boolean {
  return FENCE.test(line) || HEADING.test(line) || isRule(line) || QUOTE.test(line) || HTML_BLOCK.test(line);
}

/** The last line that belongs to the block: those that `belongs` accepts, without blank ones at the end. */
function lastWhile(lines: readonly string[], first: number, belongs: (line: string) => boolean): number {
  let last = first;
  for (let index = first + 1; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (!belongs(line)) break;
    if (!isBlank(line)) last = index;
  }
  return last;
}

function htmlEnd(lines: readonly string[], first: number): number {
  const closing = HTML_ENDS.find(({ opening }) => opening.test(lines[first] ?? ''))?.closing;
  if (closing === undefined) return lastWhile(lines, first, (next) => !isBlank(next));
  return firstFrom(lines, first, (line) => closing.test(line));
}

/** Index of the first line from `start` on that fits; the last line's where none does. */
function firstFrom(lines: readonly string[], start: number, fits: (line: string) => boolean): number {
  let index = start;
  while (index < lines.length - 1 && !fits(lines[index] ?? '')) index += 1;
  return Math.min(index, lines.length - 1);
}

function isTableHead(lines: readonly string[], first: number): boolean {
  const [head = '', delimiters = ''] = lines.slice(first, first + 2);
  return (
    head.includes('|') && delimiters.includes('|') && delimiters.includes('-') && DELIMITERS.test(delimiters)
  );
}

function isRow(line: string): boolean {
  return !isBlank(line) && !startsBlock(line) && readMarker(line) === undefined;
}

function isQuoteOrLazy(line: string): boolean {
  return QUOTE.test(line) || (!isBlank(line) && !endsParagraph(line));
}

function isDefinition(line: string): boolean {
  return DEFINITION.test(line) && !FOOTNOTE.test(line);
}

function isIndentedOrBlank(line: string): boolean {
  return INDENTED.test(line) || isBlank(line);
}
