import type { KramdownLine } from './kramdown-blocks.ts';

const SPAN =
  `a|abbr|acronym|b|big|bdo|br|button|cite|code|del|dfn|em|i|img|input|ins|kbd|label|mark|option|q|rb|rbc|rp|rt|rtc|ruby|
  samp|select|small|span|strong|sub|sup|tt|u|var`.replace(/\s/gu, '');
const NAME = String.raw`[A-Za-z_][\w:.-]*`;

/** A tag of a block ends the paragraph above it. */
const END = new RegExp(String.raw`^ {0,3}<(?!\/?(?:${SPAN}|script)\b)(?:${NAME}|\/${NAME}\s*>)`, 'iu');
const OPENING = new RegExp(String.raw`^ {0,3}<(?!(?:${SPAN})\b)(${NAME})((?:\s+[^<>]*)?)>`, 'iu');
const EMPTY = /^(?:area|base|col|command|embed|hr|keygen|link|meta|param|source|track|wbr)$/iu;
/** Elements whose content is text of one line, also where they say that it is Markdown. */
const ONE_LINE = /^(?:caption|dt|h[1-6]|legend|optgroup|p|rb|th)$/iu;

/** Whether a line ends a paragraph, being HTML. */
export function isHtmlEnd(text: string): boolean {
  return END.test(text);
}

/** Index of the line behind the HTML that begins at a line; undefined where none does. Source: kramdown's `parser/kramdown/html.rb`. */
export function htmlBlockEnd(lines: readonly KramdownLine[], first: number): number | undefined {
  const text = lines[first]?.text ?? '';
  if (/^ {0,3}<!--/u.test(text)) return lineWith(lines, first, '-->');
  const tag = openingTag(lines, first);
  if (tag === undefined) return undefined;
  if (tag.isEmpty) return tag.last + 1;
  return closingLine(lines, first, tag.name) + 1;
}

interface OpeningTag {
  readonly name: string;
  readonly attributes: string;
  readonly isEmpty: boolean;
  /** Index of the line on which it ends. */
  readonly last: number;
}

/** A tag may go on over some lines. */
function openingTag(lines: readonly KramdownLine[], first: number): OpeningTag | undefined {
  let text = lines[first]?.text ?? '';
  if (!/^ {0,3}<[A-Za-z_]/u.test(text)) return undefined;
  let last = first;
  while (!text.includes('>') && last < lines.length - 1 && last < first + 20) {
    last += 1;
    text += `\n${lines[last]?.text ?? ''}`;
  }
  const [, name, attributes = ''] = OPENING.exec(text) ?? [];
  if (name === undefined) return undefined;
  return { name, attributes, isEmpty: attributes.endsWith('/') || EMPTY.test(name), last };
}

function lineWith(lines: readonly KramdownLine[], first: number, text: string): number {
  const found = lines.findIndex((line, at) => at >= first && line.text.includes(text));
  return found === -1 ? lines.length : found + 1;
}

/** The line on which an element ends, elements of its name within counted; the last line of all where it never does. */
function closingLine(lines: readonly KramdownLine[], first: number, name: string): number {
  const escaped = name.replace(/[.]/gu, String.raw`\.`);
  const tag = new RegExp(String.raw`<(\/?)${escaped}(?=[\s>/])[^<>]*?(\/?)>|<(\/?)${escaped}$`, 'giu');
  let depth = 0;
  for (let at = first; at < lines.length; at += 1) {
    for (const [, closing, empty] of (lines[at]?.text ?? '').matchAll(tag)) {
      if (closing === '/') depth -= 1;
      else if (empty !== '/') depth += 1;
    }
    if (depth <= 0) return at;
  }
  return lines.length - 1;
}

/** The lines in a block of HTML that says `markdown="1"`; none for any other. */
export function markdownWithin(lines: readonly KramdownLine[]): readonly KramdownLine[] {
  const tag = openingTag(lines, 0);
  if (tag === undefined || tag.isEmpty || ONE_LINE.test(tag.name)) return nested(lines, tag);
  const model = /\bmarkdown\s*=\s*["']?(1|block|span|0)/iu.exec(tag.attributes)?.[1];
  return model === '1' || model === 'block' ? lines.slice(tag.last + 1, -1) : nested(lines, tag);
}

/** HTML within HTML may be Markdown by itself. */
function nested(lines: readonly KramdownLine[], tag: OpeningTag | undefined): readonly KramdownLine[] {
  const at =
    tag === undefined ? -1 : lines.findIndex(({ text }, at) => at > tag.last && /\bmarkdown\s*=/u.test(text));
  if (at === -1) return [];
  const end = htmlBlockEnd(lines, at);
  return end === undefined ? [] : markdownWithin(lines.slice(at, end));
}
