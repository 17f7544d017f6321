/** A line of a text that is parsed bit by bit, and where it stands in the file's body. */
export interface Line {
  readonly text: string;
  /** 1-based. */
  readonly at: number;
}

/** What stands between two blank lines; at least one line. */
export type Block = readonly Line[];

/** How far content is indented below what it belongs to (`tab_length`). */
export const TAB = 4;

const INDENT = ' '.repeat(TAB);

/** The lines of a body as `NormalizeWhitespace` of `markdown/preprocessors.py` leaves them. */
export function normalLines(body: string): Line[] {
  const lines = body
    .replace(/\r\n?/gu, '\n')
    .replace(/[\uE002-\uE004]/gu, '')
    .split('\n');
  return lines.map((text, index) => ({ text: expandTabs(text).replace(/^ +$/u, ''), at: index + 1 }));
}

function expandTabs(text: string): string {
  if (!text.includes('\t')) return text;
  let expanded = '';
  for (const char of text) expanded += char === '\t' ? ' '.repeat(TAB - (expanded.length % TAB)) : char;
  return expanded;
}

export function textOf(block: Block): string {
  return block.map(({ text }) => text).join('\n');
}

/** Parts lines at blank ones, as `text.split('\n\n')` does: a further blank line stays at the beginning of the next block. */
export function splitBlocks(lines: Block): Block[] {
  const blocks: Block[] = [];
  let start = 0;
  for (let index = 0; index < lines.length; index += 1) {
    if (lines[index + 1]?.text !== '' || index + 2 >= lines.length) continue;
    blocks.push(lines.slice(start, index + 1));
    start = index + 2;
    index += 1;
  }
  blocks.push(lines.slice(start));
  return blocks.filter((block) => block.length > 0);
}

export function isIndented(block: Block, columns = TAB): boolean {
  return block[0]?.text.startsWith(' '.repeat(columns)) === true;
}

export function isEmpty(block: Block): boolean {
  return block.every(({ text }) => text.trim() === '');
}

/** The indented lines that a block begins with, without their indentation, and all after them (`detab`). */
export function detab(block: Block, columns = TAB): { readonly inside: Block; readonly rest: Block } {
  const indent = ' '.repeat(columns);
  const end = block.findIndex(({ text }) => !text.startsWith(indent) && text.trim() !== '');
  const inside = end === -1 ? block : block.slice(0, end);
  return {
    inside: inside.map(({ text, at }) => ({ text: text.startsWith(indent) ? text.slice(columns) : '', at })),
    rest: end === -1 ? [] : block.slice(end),
  };
}

/** Takes some levels of indentation off the lines that have them (`looseDetab`). */
export function looseDetab(block: Block, level: number): Block {
  const indent = INDENT.repeat(level);
  return block.map(({ text, at }) => ({
    text: text.startsWith(indent) ? text.slice(indent.length) : text,
    at,
  }));
}

/** A block without empty lines at its beginning and end. */
export function stripped(block: Block): Block {
  const start = block.findIndex(({ text }) => text !== '');
  const end = block.findLastIndex(({ text }) => text !== '');
  return start === -1 ? [] : block.slice(start, end + 1);
}
