import { htmlBlockEnd, isHtmlEnd, markdownWithin } from './kramdown-html.ts';
import { listItems } from './kramdown-lists.ts';

export interface KramdownLine {
  readonly text: string;
  /** Its index in the page. */
  readonly line: number;
}

/** A heading as kramdown sees it. */
export interface KramdownHeading {
  readonly line: number;
  /** Its Markdown, without its id. */
  readonly raw: string;
  /** The id that its author gave it, at its end or in a list of attributes above or below. */
  ownId: string | undefined;
  /** Whether it stands in HTML: ids are made in another way there. */
  readonly isInHtml: boolean;
}

interface Scan {
  readonly lines: readonly KramdownLine[];
  readonly isInHtml: boolean;
  readonly depth: number;
  readonly found: KramdownHeading[];
  at: number;
  /** What the last block was. */
  last: 'nothing' | 'blank' | 'heading' | 'paragraph' | 'other';
  /** The id that a list of attributes gives the next block; undefined where there is none above. */
  above: { readonly id: string | undefined } | undefined;
}

/**
 * The headings of a text, which kramdown parses with its input for GitHub's Markdown, in their order. It is no CommonMark: a heading
 * begins at the very left, HTML has no Markdown in it unless it says so, and a fence names one word. Source: `parser/kramdown/` of
 * kramdown 2.4, `parser/gfm.rb` of kramdown-parser-gfm 1.1.
 */
export function kramdownHeadings(lines: readonly KramdownLine[]): KramdownHeading[] {
  const found: KramdownHeading[] = [];
  scanBlocks(lines, { found, isInHtml: false, depth: 0 });
  return found;
}

type Block = (scan: Scan, text: string) => boolean;

/** In the order in which kramdown tries them. */
const BLOCKS: readonly Block[] = [
  blank,
  indentedCode,
  fencedCode,
  quote,
  atxHeading,
  rule,
  list,
  html,
  setextHeading,
  attributes,
  paragraph,
];

/** What nests deeper is read as text by the parser of the page as well. */
const DEEPEST = 100;

function scanBlocks(lines: readonly KramdownLine[], outer: Pick<Scan, 'found' | 'isInHtml' | 'depth'>): void {
  const { found, isInHtml, depth } = outer;
  if (depth > DEEPEST) return;
  const scan: Scan = { lines, found, isInHtml, depth: depth + 1, at: 0, last: 'nothing', above: undefined };
  while (scan.at < lines.length) {
    const text = textAt(scan, scan.at);
    BLOCKS.some((block) => block(scan, text));
  }
}

function textAt({ lines }: Scan, at: number): string {
  return lines[at]?.text ?? '';
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** Goes on behind a block of some lines. */
function pass(scan: Scan, end: number, last: Scan['last']): true {
  scan.at = Math.max(end, scan.at + 1);
  scan.last = last;
  if (last !== 'blank') scan.above = undefined;
  return true;
}

/** A blank line, or `^`, which ends a block too. */
function blank(scan: Scan, text: string): boolean {
  return (isBlank(text) || /^\^\s*$/u.test(text)) && pass(scan, scan.at + 1, 'blank');
}

const INDENTED = /^(?:\t| {4})/u;
const ATTRIBUTES = /^ {0,3}\{:(?![:/])((?:\\\}|[^}])+)\}\s*$/u;

/** Lines that follow code without a blank line belong to it. */
function indentedCode(scan: Scan, text: string): boolean {
  if (!INDENTED.test(text)) return false;
  let end = scan.at + 1;
  for (; end < scan.lines.length; end += 1) {
    const next = textAt(scan, end);
    const after = textAt(scan, end + 1);
    if (isBlank(next) ? !INDENTED.test(after) || isBlank(after) : ATTRIBUTES.test(next) || isHtmlEnd(next))
      break;
  }
  return pass(scan, end, 'other');
}

const FENCE = /^ {0,3}([~`]{3,})\s*\S*\s*$/u;

function fencedCode(scan: Scan, text: string): boolean {
  const mark = FENCE.exec(text)?.[1];
  if (mark === undefined || new Set(mark).size > 1) return false;
  const end = scan.lines.findIndex(({ text: line }, at) => {
    const bare = line.trim();
    return (
      at > scan.at && /^ {0,3}\S/u.test(line) && bare.length >= mark.length && new Set(bare + mark).size === 1
    );
  });
  return end !== -1 && pass(scan, end + 1, 'other');
}

/** What ends a paragraph, a quote, or the text of a list item that is not indented. */
function isLazyEnd(text: string): boolean {
  return isBlank(text) || /^\^\s*$/u.test(text) || ATTRIBUTES.test(text) || isHtmlEnd(text);
}

function quote(scan: Scan, text: string): boolean {
  if (!/^ {0,3}>/u.test(text)) return false;
  let end = scan.at + 1;
  while (end < scan.lines.length && !isLazyEnd(textAt(scan, end))) end += 1;
  scanBlocks(
    scan.lines.slice(scan.at, end).map((one) => ({ ...one, text: one.text.replace(/^ {0,3}> ?/u, '') })),
    scan,
  );
  return pass(scan, end, 'other');
}

const ATX = /^#{1,6}[\t ]+(.*)$/u;

function atxHeading(scan: Scan, text: string): boolean {
  const contents = ATX.exec(text)?.[1];
  if (contents === undefined) return false;
  return heading(scan, { contents, isUnderlined: false });
}

function setextHeading(scan: Scan, text: string): boolean {
  const isAfterBoundary = scan.last === 'nothing' || scan.last === 'blank' || scan.above !== undefined;
  const isUnderlined = /^(?:-+|=+)[ \t]*$/u.test(textAt(scan, scan.at + 1).replace(/^([-=])[-=]*/u, '$1'));
  if (!isAfterBoundary || !isUnderlined || !/^ {0,3}[^ \t]/u.test(text)) return false;
  return heading(scan, { contents: text.trimStart(), isUnderlined });
}

/** An id needs white space in front, and begins as a name of XML does. */
const OWN_ID = /[\t ]\{#([:A-Z_a-z\u{C0}-\u{10FFFF}][-.\w:\u{B7}-\u{10FFFF}]*)\}$/u;

interface HeadingLine {
  readonly contents: string;
  readonly isUnderlined: boolean;
}

function heading(scan: Scan, { contents, isUnderlined }: HeadingLine): boolean {
  const trimmed = contents.trimEnd();
  const own = OWN_ID.exec(trimmed);
  const text = own === null ? trimmed : trimmed.slice(0, own.index).trimEnd();
  const raw = isUnderlined ? text : text.replace(/[\t ]#+$/u, '').trimEnd();
  if (raw === '') return false;
  const { line = 0 } = scan.lines[scan.at] ?? {};
  scan.found.push({ line, raw, ownId: scan.above?.id ?? own?.[1], isInHtml: scan.isInHtml });
  return pass(scan, scan.at + (isUnderlined ? 2 : 1), 'heading');
}

function rule(scan: Scan, text: string): boolean {
  return (
    /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/u.test(text) &&
    pass(scan, scan.at + 1, 'other')
  );
}

/** Also the definitions of a term, which follow a paragraph. */
function list(scan: Scan, text: string): boolean {
  if (/^ {0,3}:[\t ]/u.test(text) && scan.last !== 'paragraph') return false;
  const items = listItems(scan.lines, scan.at);
  if (items === undefined) return false;
  for (const item of items.contents) scanBlocks(item, scan);
  return pass(scan, items.end, items.endsBlank ? 'blank' : 'other');
}

function html(scan: Scan): boolean {
  const end = htmlBlockEnd(scan.lines, scan.at);
  if (end === undefined) return false;
  scanBlocks(markdownWithin(scan.lines.slice(scan.at, end)), { ...scan, isInHtml: true });
  return pass(scan, end, 'other');
}

/** `{: #id }` belongs to the block above, or, behind a blank line, to the one below. */
function attributes(scan: Scan, text: string): boolean {
  const inside = ATTRIBUTES.exec(text)?.[1];
  if (inside !== undefined) return takeAttributes(scan, idIn(inside));
  if (!/^ {0,3}\{::?\w*/u.test(text) || !/\}\s*$/u.test(text)) return false;
  const name = /^ {0,3}\{::(\w+)(?:\s[^}]*)?\}\s*$/u.exec(text)?.[1];
  const end = scan.lines.findIndex(
    ({ text: line }, at) => at > scan.at && /^ {0,3}\{:\/\w*\}\s*$/u.test(line),
  );
  const isOpen = name !== undefined && !/\/\}\s*$/u.test(text) && end !== -1;
  return pass(scan, isOpen ? end + 1 : scan.at + 1, 'other');
}

function takeAttributes(scan: Scan, id: string | undefined): true {
  const { last, above } = scan;
  const latest = scan.found.at(-1);
  if (last === 'heading' && latest !== undefined && id !== undefined) latest.ownId = id;
  pass(scan, scan.at + 1, last === 'heading' ? 'heading' : 'other');
  // Behind the block that it belongs to, a new one may begin.
  scan.above = { id: last === 'blank' || last === 'nothing' ? (id ?? above?.id) : undefined };
  return true;
}

function idIn(attributes: string): string | undefined {
  const named = /(?:^|\s)id=(?:"([^"]*)"|'([^']*)')/u.exec(attributes);
  const short = /(?:^|\s)(?:\.[^\s.#]+)*#([A-Za-z][\w:-]*)/u.exec(attributes)?.[1];
  return short ?? named?.[1] ?? named?.[2];
}

const PARAGRAPH_END = /^(?: {0,3}(?:[+*-]|\d+\.|:)[\t |]| {0,3}>|#{1,6}[\t ]| {0,3}[~`]{3,})/u;

function paragraph(scan: Scan): boolean {
  let end = scan.at + 1;
  while (end < scan.lines.length && !isLazyEnd(textAt(scan, end)) && !PARAGRAPH_END.test(textAt(scan, end)))
    end += 1;
  return pass(scan, end, 'paragraph');
}
