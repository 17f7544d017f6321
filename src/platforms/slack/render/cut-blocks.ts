import { SIGN, cutAt, cutLines, longest } from '../../cut-text.ts';
import type { Content } from './markdown-blocks.ts';
import { textOf, textRuns, tidy } from './rich-text.ts';
import type { List, Preformatted, Quote, RichText, RichTextPart, Run, Section } from './rich-text.ts';

/** How large a part is. Larger for a part that holds more. */
export type Measure = (part: unknown) => number;

/** Characters of JSON. */
export const jsonLength: Measure = (part) => JSON.stringify(part).length;

/** Characters that a reader sees. */
export const textLength: Measure = (part) => {
  if (typeof part !== 'object' || part === null) return 0;
  return Object.entries(part).reduce(
    (sum, [key, value]) =>
      sum + (key === 'text' && typeof value === 'string' ? value.length : textLength(value)),
    0,
  );
};

export interface Room {
  readonly size: number;
  readonly measure: Measure;
}

export interface CutBlocks {
  readonly blocks: Content[];
  /** True when something was left out. */
  readonly cut: boolean;
}

/**
 * The first blocks that fit. What does not fit is cut from its end: items, lines, then sentences or words; never within
 * a link.
 */
export function cutBlocks(blocks: readonly Content[], room: Room): CutBlocks {
  const { taken, isWhole } = fill(blocks, room, cutBlock);
  if (isWhole) return { blocks: taken, cut: false };
  const last = taken.findLastIndex(({ type }) => type !== 'divider');
  return { blocks: taken.slice(0, last + 1), cut: true };
}

type CutPart<Part> = (part: Part, room: Room) => Part | undefined;

interface Filled<Part> {
  readonly taken: Part[];
  readonly isWhole: boolean;
}

/** Takes parts as long as they fit, and cuts the first that does not; 1 is for the comma between two. */
function fill<Part>(parts: readonly Part[], { size, measure }: Room, cutPart: CutPart<Part>): Filled<Part> {
  const taken: Part[] = [];
  let left = size;
  for (const part of parts) {
    const needed = measure(part) + 1;
    if (needed > left) {
      const last = cutPart(part, { size: left - 1, measure });
      return { taken: last === undefined ? taken : [...taken, last], isWhole: false };
    }
    taken.push(part);
    left -= needed;
  }
  return { taken, isWhole: true };
}

function cutBlock(block: Content, room: Room): Content | undefined {
  switch (block.type) {
    case 'rich_text':
      return cutRichText(block, room);
    case 'divider':
      return undefined;
  }
}

function cutRichText(block: RichText, room: Room): RichText | undefined {
  const { taken } = fill(block.elements, within(block, room), cutPart);
  return taken.length === 0 ? undefined : { ...block, elements: taken };
}

function cutPart(part: RichTextPart, room: Room): RichTextPart | undefined {
  switch (part.type) {
    case 'rich_text_section':
    case 'rich_text_quote':
      return cutParagraph(part, room);
    case 'rich_text_list':
      return cutList(part, room);
    case 'rich_text_preformatted':
      return cutCode(part, room);
  }
}

/** At a sentence or a word that stands in no link and no code. */
function cutParagraph<Part extends Section | Quote>(part: Part, room: Room): Part | undefined {
  const { size, measure } = within(part, room);
  const sign = textRuns(` ${SIGN}`);
  const text = part.elements.map((run) => masked(run)).join('');
  const most = longest(text.length, (end) => measure([...firstRuns(part.elements, end), ...sign]) <= size);
  const cut = cutAt(text, most);
  const runs = cut === undefined ? [] : tidy(firstRuns(part.elements, cut.end));
  if (cut === undefined || runs.length === 0) return undefined;
  const isSigned = textOf(runs).endsWith(SIGN);
  return { ...part, elements: isSigned ? runs : tidy([...runs, ...textRuns(cut.sign)]) };
}

/** The text of a run, without places to cut it where it must not be. */
function masked({ type, text = '', style }: Run): string {
  return type === 'link' || style?.code === true ? 'x'.repeat(text.length) : text;
}

/** The first characters of some runs; a link is there as a whole or not at all. */
function firstRuns(runs: readonly Run[], end: number): Run[] {
  const taken: Run[] = [];
  let left = end;
  for (const run of runs) {
    const { length } = run.text ?? '';
    if (length <= left) taken.push(run);
    else if (run.type === 'text' && left > 0) taken.push({ ...run, text: run.text.slice(0, left) });
    if (length >= left) break;
    left -= length;
  }
  return taken;
}

function cutList(list: List, room: Room): List | undefined {
  const inner = within(list, room);
  const whole = fill(list.elements, inner, () => undefined);
  if (whole.taken.length > 0) return { ...list, elements: whole.taken };
  const { taken } = fill(list.elements, inner, cutParagraph);
  return taken.length === 0 ? undefined : { ...list, elements: taken };
}

/** Room is counted for the text of the code in one piece; what a second piece takes is left. */
function cutCode(code: Preformatted, room: Room): Preformatted | undefined {
  const { size, measure } = within(code, room);
  const text = cutLines(textOf(code.elements), (beginning) => measure(textRuns(beginning)) <= size);
  return text === undefined ? undefined : { ...code, elements: textRuns(text) };
}

/** What is left for the elements. */
function within(part: RichText | RichTextPart, { size, measure }: Room): Room {
  return { size: size - measure({ ...part, elements: [] }), measure };
}

/** So many characters of JSON, and of blocks. */
export interface Limits {
  readonly characters: number;
  readonly blocks: number;
}

/** The same within both limits; each block counts with its comma. */
export function cutToLimits(blocks: readonly Content[], { characters, blocks: count }: Limits): CutBlocks {
  const few = blocks.slice(0, Math.max(0, count));
  const { blocks: taken, cut } = cutBlocks(few, { size: characters, measure: jsonLength });
  return { blocks: taken, cut: cut || few.length < blocks.length };
}
