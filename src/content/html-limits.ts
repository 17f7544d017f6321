/** What parsers take the square of in time: elements within elements, and marks that are open at once. */
const DEEPEST = 600;
const MOST_OPEN_MARKS = 200;
/** A page of them is no page for people. */
const MOST_ELEMENTS = 150_000;
const MOST_REOPENED = 500_000;
/** Of one kind the parser keeps three open: https://html.spec.whatwg.org/#push-onto-the-list-of-active-formatting-elements */
const ALIKE = 3;

/** Elements that have no end, or need not have one. */
const ENDLESS = new Set(
  `area base body br col colgroup dd dt embed head hr html img input li link meta optgroup option p param rb rp rt rtc
  source tbody td tfoot th thead tr track wbr`.split(/\s+/u),
);
/** Elements that the parser opens again in each block that begins while they are open. */
const MARKS = new Set('b big code em font i nobr s small strike strong tt u'.split(' '));
/** Elements in which `<` begins no element. */
const RAW = new Set('iframe noembed noframes script style textarea title xmp'.split(' '));

const TAG = /<(\/?)([a-z][^\s/>]*)([^<>]*)>?/giu;

/**
 * Whether HTML nests as nobody writes, so that to parse it could take minutes. Reads it once, and counts too much rather than too
 * little, where a parser would see it otherwise.
 */
export function isTooDeepHtml(html: string): boolean {
  const count: Count = { elements: 0, depth: 0, reopened: 0, marks: [] };
  const tags = new RegExp(TAG);
  for (let tag = tags.exec(html); tag !== null; tag = tags.exec(html)) {
    const [whole, slash = '', written = '', attributes = ''] = tag;
    const name = written.toLowerCase();
    if (slash === '' && RAW.has(name)) tags.lastIndex = endOf(name, html, tags.lastIndex);
    else if (MARKS.has(name)) countMark(count, { name, isEnd: slash !== '', attributes });
    else if (!ENDLESS.has(name) && !whole.endsWith('/>')) count.depth += slash === '' ? 1 : -1;
    count.depth = Math.max(count.depth, 0);
    count.elements += 1;
    count.reopened += count.marks.length;
    if (
      count.elements > 2 * MOST_ELEMENTS ||
      count.depth > DEEPEST ||
      count.marks.length > MOST_OPEN_MARKS ||
      count.reopened > MOST_REOPENED
    )
      return true;
  }
  return false;
}

interface Count {
  /** Their beginnings and ends. */
  elements: number;
  depth: number;
  reopened: number;
  /** Those that are open, with their attributes. */
  readonly marks: string[];
}

interface Mark {
  readonly name: string;
  readonly isEnd: boolean;
  readonly attributes: string;
}

function countMark({ marks }: Count, { name, isEnd, attributes }: Mark): void {
  if (isEnd) {
    const open = marks.findLastIndex((mark) => mark.startsWith(`${name} `));
    if (open !== -1) marks.splice(open, 1);
    return;
  }
  const mark = `${name} ${attributes.trim()}`;
  if (marks.filter((other) => other === mark).length < ALIKE) marks.push(mark);
}

function endOf(name: string, html: string, from: number): number {
  const end = new RegExp(`</${name}(?=[\\s/>])`, 'giu');
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}

/** What is left of HTML that cannot be parsed: its words. */
export function wordsOfHtml(html: string): string {
  return html
    .slice(0, 200_000)
    .replace(/<[^<>]*>/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}
