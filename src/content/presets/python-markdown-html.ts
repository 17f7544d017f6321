import { createHopeless, markupAt } from './html-tags.ts';
import type { Markup } from './html-tags.ts';
import { STASHED } from './python-markdown-fences.ts';
import type { Block, Line } from './python-markdown-lines.ts';

/** HTML of which the content is Markdown: an element with the attribute `markdown`. */
export interface HtmlElement {
  readonly tag: string;
  /** `block`: its text is parsed as blocks; `span`: only as inline; `off`: not at all. */
  readonly state: 'block' | 'span' | 'off';
  readonly id: string | undefined;
  readonly at: number;
  readonly parts: (HtmlElement | Block)[];
}

/** A text without its HTML. */
export interface WithoutHtml {
  readonly lines: Block;
  /** Those for which a line of `ELEMENT` and their number stands. */
  readonly elements: readonly HtmlElement[];
}

const ELEMENT = '\uE002element:';

/** The number of the element that a line stands for; undefined for any other line. */
export function elementNumber(text: string): number | undefined {
  return text.startsWith(ELEMENT) ? Number(text.slice(ELEMENT.length, -1)) : undefined;
}

/** `BLOCK_LEVEL_ELEMENTS` of `markdown/util.py`. */
const BLOCK_TAGS = new Set(
  (
    'address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main ' +
    'menu nav ol p pre section table ul canvas colgroup dd body dt group iframe li legend math map noscript output object option ' +
    'progress script style tbody td textarea tfoot th thead tr video'
  ).split(' '),
);
/** `span_tags` and `raw_tags` of `markdown/extensions/md_in_html.py`. */
const SPAN_TAGS = new Set('address dd dt h1 h2 h3 h4 h5 h6 legend li p summary td th'.split(' '));
const RAW_TAGS = new Set('canvas math option pre script style textarea'.split(' '));

/**
 * Takes out blocks of HTML as `markdown/htmlparser.py` does: from a tag of a block at the beginning of a line to the end of that
 * element, whatever stands between. With `isMixed`, what `markdown/extensions/md_in_html.py` does for `markdown` attributes, too.
 */
export function withoutHtml(lines: Block, isMixed: boolean): WithoutHtml {
  const extractor = new HtmlExtractor(lines, isMixed);
  extractor.run();
  return { lines: extractor.cleaned.lines(), elements: extractor.elements };
}

/** Text that is put together of pieces, by the lines that they come from. */
class LineBuilder {
  readonly #lines: Line[] = [];
  #text = '';
  #at: number | undefined;

  /** A text, with the line of the file that each of its lines is of: all of the last, where there are more. */
  add(text: string, ...at: readonly number[]): void {
    for (const [index, part] of text.split('\n').entries()) {
      const line = at[index] ?? at.at(-1) ?? 1;
      if (index > 0) this.#end(line);
      if (part === '') continue;
      this.#at ??= line;
      this.#text += part;
    }
  }

  #end(line: number): void {
    this.#lines.push({ text: this.#text, at: this.#at ?? line });
    this.#text = '';
    this.#at = undefined;
  }

  endsWith(text: string): boolean {
    const end = `${this.#lines
      .slice(-2)
      .map((line) => `${line.text}\n`)
      .join('')}${this.#text}`;
    return end.endsWith(text);
  }

  lines(): Line[] {
    const last = { text: this.#text, at: this.#at ?? this.#lines.at(-1)?.at ?? 1 };
    return [...this.#lines, last].map(({ text, at }) => ({ text: /^ +$/u.test(text) ? '' : text, at }));
  }
}

interface OpenElement {
  readonly element: HtmlElement;
  text: LineBuilder;
}

/** A blank line (`blank_line_re`), or the end. */
const BLANK = /(?: *\n){2}|[ \n]*$/y;

/** What `HTMLExtractor` and `HTMLExtractorExtra` do, piece by piece. */
class HtmlExtractor {
  readonly cleaned = new LineBuilder();
  readonly elements: HtmlElement[] = [];
  readonly #text: string;
  readonly #isMixed: boolean;
  readonly #starts: readonly number[];
  readonly #lines: Block;
  /** Tags that are open within HTML that is not parsed. */
  #raw: string[] = [];
  #open: OpenElement[] = [];
  #isInTail = false;
  #line = 0;

  constructor(lines: Block, isMixed: boolean) {
    this.#lines = lines;
    this.#isMixed = isMixed;
    this.#text = lines.map(({ text }) => text).join('\n');
    let start = 0;
    this.#starts = lines.map(({ text }) => (start += text.length + 1) - text.length - 1);
  }

  run(): void {
    let from = 0;
    let at = this.#text.indexOf('<');
    const isHopeless = createHopeless(this.#text);
    while (at !== -1) {
      const markup = isHopeless(at) ? undefined : markupAt(this.#text, at);
      if (markup === undefined) {
        at = this.#text.indexOf('<', at + 1);
        continue;
      }
      this.#addText(from, at);
      from = this.#handle(markup, at);
      at = this.#text.indexOf('<', from);
    }
    this.#addText(from, this.#text.length);
    if (this.#raw.length > 0) this.#stash();
    const [outermost] = this.#open;
    if (outermost !== undefined) this.#close(outermost.element.tag);
  }

  /** Returns where to go on. */
  #handle(markup: Markup, start: number): number {
    const { kind, name, end } = markup;
    if (kind === 'end') this.#endTag(markup, start);
    else if (kind === 'start' && name !== 'hr') return this.#startTag(markup, start);
    else this.#emptyTag(markup, start);
    return end;
  }

  #startTag(markup: Markup, start: number): number {
    const { name, end } = markup;
    const isBlock = BLOCK_TAGS.has(name) && (this.#isInTail || this.#isAtLineStart(start));
    if (this.#raw.length > 0) this.#raw.push(name);
    else if (!isBlock) this.#addText(start, end);
    else if (this.#isMixed && this.#begin(markup, start)) return end;
    else {
      this.#out.add('\n', this.#lineAt(start));
      this.#raw = [name];
    }
    return isBlock || this.#raw.length > 0 ? this.#skipRaw(name, end) : end;
  }

  /** Where a tag in whose content there are no tags ends. */
  #skipRaw(name: string, from: number): number {
    if (name !== 'script' && name !== 'style') return from;
    const found = new RegExp(String.raw`</${name}\s*>`, 'giu');
    found.lastIndex = from;
    return found.exec(this.#text)?.index ?? from;
  }

  /** Begins an element that is kept; false where the tag is raw HTML. */
  #begin({ name, attributes }: Markup, start: number): boolean {
    const parent = this.#open.at(-1)?.element.state;
    const state = stateOf(name, attributes.get('markdown'), parent);
    if (state === 'off' && parent === undefined) return false;
    if (this.#open.some(({ element }) => element.tag === 'p')) this.#close('p');
    const at = this.#lineAt(start);
    const element = { tag: name, state, id: attributes.get('id'), at, parts: [] };
    this.#flush();
    this.#open.push({ element, text: new LineBuilder() });
    return true;
  }

  #endTag({ name, end }: Markup, start: number): void {
    if (this.#raw.length > 0) {
      const found = this.#raw.lastIndexOf(name);
      if (found !== -1) this.#raw = this.#raw.slice(0, found);
      if (this.#raw.length > 0) return;
      this.#isInTail = !this.#isBeforeBlank(end);
      this.#stash(start);
    } else if (BLOCK_TAGS.has(name) && this.#open.some(({ element }) => element.tag === name)) {
      this.#close(name, start);
      this.#isInTail = !this.#isBeforeBlank(end);
    } else this.#addText(start, end);
  }

  /** Closes an element and all that is still open in it. */
  #close(name: string, start = 0): void {
    for (;;) {
      this.#flush();
      const element = this.#open.pop()?.element;
      if (element === undefined) return;
      const parent = this.#open.at(-1)?.element;
      if (parent === undefined) this.#place(element, start);
      else parent.parts.push(element);
      if (element.tag === name || parent === undefined) return;
    }
  }

  #place(element: HtmlElement, start: number): void {
    const at = this.#lineAt(start);
    if (!this.cleaned.endsWith('\n\n') && this.cleaned.endsWith('\n')) this.cleaned.add('\n', at);
    this.cleaned.add(`${ELEMENT}${this.elements.length}\uE003\n\n`, at);
    this.elements.push(element);
  }

  #flush(): void {
    const open = this.#open.at(-1);
    if (open === undefined) return;
    open.element.parts.push(open.text.lines());
    open.text = new LineBuilder();
  }

  /** A comment, a declaration, or a tag that closes itself. */
  #emptyTag({ kind, name, end }: Markup, start: number): void {
    if (this.#raw.length > 0 || this.#isInTail) return;
    const isBlock = kind === 'comment' || kind === 'declaration' || BLOCK_TAGS.has(name);
    if (!isBlock || !this.#isAtLineStart(start)) return this.#addText(start, end);
    this.#isInTail = !this.#isBeforeBlank(end);
    if (!this.#out.endsWith('\n\n') && this.#out.endsWith('\n')) this.#out.add('\n', this.#lineAt(start));
    this.#out.add(`${STASHED}\n\n`, this.#lineAt(start));
  }

  #stash(start = 0): void {
    this.#raw = [];
    this.#out.add(`${STASHED}\n\n`, this.#lineAt(start));
  }

  #addText(start: number, end: number): void {
    if (start === end || this.#raw.length > 0) return;
    const text = this.#text.slice(start, end);
    if (text.includes('\n')) this.#isInTail = false;
    const first = this.#lineAt(start);
    const following = this.#lines.slice(this.#line + 1, this.#line + text.split('\n').length);
    this.#out.add(text, first, ...following.map(({ at }) => at));
  }

  get #out(): LineBuilder {
    return this.#open.at(-1)?.text ?? this.cleaned;
  }

  /** The line of the file at a place of the text; places only ever go on, but for 0, which is where it is now. */
  #lineAt(place: number): number {
    while ((this.#starts[this.#line + 1] ?? Infinity) <= place) this.#line += 1;
    return this.#lines[this.#line]?.at ?? 1;
  }

  #isAtLineStart(place: number): boolean {
    this.#lineAt(place);
    const offset = place - (this.#starts[this.#line] ?? 0);
    return offset <= 3 && this.#text.slice(place - offset, place).trim() === '';
  }

  #isBeforeBlank(place: number): boolean {
    BLANK.lastIndex = place;
    return BLANK.test(this.#text);
  }
}

function stateOf(
  tag: string,
  attribute: string | undefined,
  parent: HtmlElement['state'] | undefined,
): HtmlElement['state'] {
  const given = attribute === 'markdown' ? '1' : (attribute ?? '0');
  const wanted = parent === 'off' || (parent === 'span' && given !== '0') ? parent : given;
  const isSpan = SPAN_TAGS.has(tag);
  const isBlock = !isSpan && !RAW_TAGS.has(tag) && tag !== 'hr';
  if ((wanted === '1' && isBlock) || (wanted === 'block' && (isBlock || isSpan))) return 'block';
  return (wanted === '1' && isSpan) || (wanted === 'span' && (isBlock || isSpan)) ? 'span' : 'off';
}
