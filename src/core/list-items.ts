/** The beginning of a list item: `- `, `12. `. */
export interface Marker {
  /** What items of one list have in common: `-`, `*`, `+`, `.` or `)`. */
  readonly type: string;
  readonly indent: number;
  /** The column at which the item's body stands. */
  readonly content: number;
  readonly number: number;
  readonly empty: boolean;
}

const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/u;
const MARKER = /^( *)(?:([-*+])|(\d{1,9})([.)]))( +|$)/u;

/** Reads the marker of a list item; undefined where the line begins none. */
export function readMarker(line: string): Marker | undefined {
  const match = MARKER.exec(line);
  if (match === null || isRule(line)) return undefined;
  const [head, spaces = '', bullet, number = '0', delimiter = '', gap = ''] = match;
  const empty = head.length === line.length;
  // Five spaces and more are one space and indented code.
  const surplus = empty ? gap.length - 1 : gap.length > 4 ? gap.length - 1 : 0;
  const content = head.length - surplus;
  return { type: bullet ?? delimiter, indent: spaces.length, content, number: Number(number), empty };
}

/** An item of a list: its text is `lead` and then `body`, whose further lines stand indented by `lead.length`. */
export interface ListItem {
  /** In UTF-16 units of the list's text; `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** The indent and the marker with its space: `- `. */
  readonly lead: string;
  /** Markdown in its own right. */
  readonly body: string;
}

/** The items of a list, which is a block of its own. */
export function splitItems(list: string): ListItem[] {
  const lines = list.split('\n');
  const firsts: { line: number; content: number }[] = [];
  lines.forEach((line, number) => {
    const marker = indentOf(line) < (firsts.at(-1)?.content ?? Infinity) ? readMarker(line) : undefined;
    if (marker !== undefined) firsts.push({ line: number, content: marker.content });
  });
  let start = 0;
  return firsts.map(({ line, content }, number) => {
    const own = lines.slice(line, firsts[number + 1]?.line ?? lines.length);
    const whole = own.join('\n');
    const text = whole.trimEnd();
    const lead = (own[0] ?? '').slice(0, content).padEnd(content);
    const item = { start, end: start + text.length, lead, body: outdent(text, content) };
    start += whole.length + 1;
    return item;
  });
}

/** An item's text, made from its lead and a body. */
export function joinItem(lead: string, body: string): string {
  const indent = ' '.repeat(lead.length);
  return body
    .split('\n')
    .map((line, number) => (number === 0 ? lead + line : line === '' ? '' : indent + line))
    .join('\n');
}

function outdent(text: string, width: number): string {
  return text
    .split('\n')
    .map((line, number) => line.slice(number === 0 ? width : Math.min(width, indentOf(line))))
    .join('\n');
}

/**
 * Index of the last line of the list that begins at `lines[first]`. `startsBlock` tells which lines cannot be the rest of a
 * paragraph.
 */
export function listEnd(
  lines: readonly string[],
  first: number,
  startsBlock: (line: string) => boolean,
): number {
  const head = readMarker(lines[first] ?? '');
  let content = head?.content ?? 2;
  let last = first;
  for (let index = first + 1; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (isBlank(line)) continue;
    const inside = indentOf(line) >= content;
    const sibling = inside ? undefined : readMarker(line);
    const lazy = last === index - 1 && sibling === undefined && !startsBlock(line);
    if (!inside && !lazy && sibling?.type !== head?.type) break;
    if (sibling !== undefined) content = sibling.content;
    last = index;
  }
  return last;
}

/** Three or more `*`, `-` or `_`: a thematic break, never a list. */
export function isRule(line: string): boolean {
  return RULE.test(line);
}

export function isBlank(line: string): boolean {
  return line.trim() === '';
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
