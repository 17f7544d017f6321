import { fenceEnd, isFence } from './blocks.ts';
import type { BlockKind } from './blocks.ts';
import { cutParagraph } from './cut-paragraph.ts';
import { SIGN } from './cutting.ts';
import type { Cutting } from './cutting.ts';
import { joinItem, splitItems } from './list-items.ts';
import type { ListItem } from './list-items.ts';
import { weightOf } from './matched-terms.ts';
import type { FindTerms } from './matched-terms.ts';
import { chooseBest, chooseRun, runsOf } from './parts.ts';
import type { Part } from './parts.ts';

/** What is nested deeper is nobody's prose, and is cut line by line. */
const DEEPEST = 20;

/** A line of code is not cut to less than this. */
const LEAST_LINE = 120;

/** The share of a quote's room that the `> ` before each line leaves. */
const QUOTED = 0.95;

/** The name that a definition begins with: `**name**`, `` `name` `` or `name:`. */
const NAME = /^(?:\*\*[^*\n]+\*\*|`[^`\n]+`|[^\s:]{1,40}:)/u;

/** The part of a block that answers, as a block of the same kind, or several with a sign between them. */
export function cutBlock(text: string, kind: BlockKind, cutting: Cutting): string {
  if (text.length <= cutting.room) return text;
  switch (kind) {
    case 'paragraph':
      return cutParagraph(text, cutting);
    case 'list':
      return cutting.depth < DEEPEST ? cutList(text, cutting) : cutLines(text, cutting);
    case 'table':
      return cutTable(text, cutting);
    case 'code':
    case 'other':
      return cutLines(text, cutting);
    case 'quote':
      return cutting.depth < DEEPEST ? cutQuote(text, cutting) : cutLines(text, cutting);
    case 'heading':
    case 'rule':
      return text;
  }
}

/** What of a block is taken or left as a whole when it is cut; the block itself where it cannot be. */
export function partsOf(text: string, kind: BlockKind, find: FindTerms): Part[] {
  if (kind === 'list') return splitItems(text).map((item) => itemPart(item, find));
  if (kind === 'table') return rowsOf(text).rows.map((row) => rowPart(row, find));
  return [{ text, score: weightOf(find(text)) }];
}

/** A part that defines the word asked for answers rather than one that mentions it. */
function itemPart({ lead, body }: ListItem, find: FindTerms): Part {
  const name = NAME.exec(body)?.[0] ?? '';
  const score = weightOf(find(body)) + weightOf(find(name));
  return { text: lead + body, score };
}

function rowPart(text: string, find: FindTerms): Part {
  const name = text.split('|').find((cell) => cell.trim() !== '') ?? '';
  return { text, score: weightOf(find(text)) + weightOf(find(name)) };
}

/** Steps are kept together; of other items those that match. */
function cutList(list: string, cutting: Cutting): string {
  const items = splitItems(list);
  const parts = items.map((item) => itemPart(item, cutting.find));
  const room = { room: cutting.room, gap: 1 };
  const isOrdered = /^ *\d/u.test(list);
  const chosen = isOrdered ? chooseRun(parts, room) : chooseBest(parts, room);
  const [only] = chosen;
  const item = chosen.length === 1 && only !== undefined ? items[only] : undefined;
  const runs =
    item === undefined
      ? runsOf(chosen).map(({ first, last }) => list.slice(items[first]?.start, items[last]?.end))
      : [joinItem(item.lead, cutting.cut(item.body, within(cutting, cutting.room - item.lead.length)))];
  return withSigns(runs, `\n\n${SIGN}\n\n`, {
    before: chosen[0] !== 0,
    after: chosen.at(-1) !== items.length - 1,
  });
}

function cutTable(table: string, cutting: Cutting): string {
  const { head, rows } = rowsOf(table);
  if (rows.length === 0) return table;
  const parts = rows.map((row) => rowPart(row, cutting.find));
  const chosen = chooseBest(parts, { room: cutting.room - head.length, gap: 1 });
  const runs = runsOf(chosen).map(({ first, last }) => rows.slice(first, last + 1).join('\n'));
  const ends = { before: chosen[0] !== 0, after: chosen.at(-1) !== rows.length - 1 };
  return `${head}\n${withSigns(runs, `\n| ${SIGN} |\n`, ends)}`;
}

function rowsOf(table: string): { head: string; rows: string[] } {
  const [names = '', delimiters = '', ...rows] = table.split('\n');
  return { head: `${names}\n${delimiters}`, rows };
}

/** Lines of code in one piece, between the fences where it has them. */
function cutLines(block: string, cutting: Cutting): string {
  const lines = block.split('\n');
  const isFenced = isFence(lines[0] ?? '');
  const open = isFenced ? lines.slice(0, 1) : [];
  const close = isFenced ? lines.slice(fenceEnd(lines, 0)) : [];
  const inner = lines.slice(open.length, lines.length - close.length);
  if (inner.length === 0) return block;
  const room = cutting.room - [...open, ...close].join('\n').length;
  const parts = inner.map((text) => ({ text, score: weightOf(cutting.find(text)) }));
  const chosen = chooseRun(parts, { room, gap: 1 });
  const taken = chosen.map((number) => clip(inner[number] ?? '', Math.max(room, LEAST_LINE)));
  const sign = (/^ {4}/u.exec(block)?.[0] ?? '') + SIGN;
  const before = chosen[0] === 0 ? [] : [sign];
  const after = chosen.at(-1) === inner.length - 1 ? [] : [sign];
  return [...open, ...before, ...taken, ...after, ...close].join('\n');
}

/** A line that alone is too long is data rather than code, and is cut between two characters. */
function clip(line: string, room: number): string {
  if (line.length <= room) return line;
  return line.slice(0, room).replace(/[\uD800-\uDBFF]$/u, '') + SIGN;
}

function cutQuote(quote: string, cutting: Cutting): string {
  const body = quote.replace(/^ {0,3}> ?/gmu, '');
  return cutting
    .cut(body, within(cutting, Math.floor(cutting.room * QUOTED)))
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

function within(cutting: Cutting, room: number): Cutting {
  return { ...cutting, room, depth: cutting.depth + 1 };
}

function withSigns(
  runs: readonly string[],
  sign: string,
  ends: { readonly before: boolean; readonly after: boolean },
): string {
  const text = runs.join(sign);
  return (ends.before ? sign.trimStart() : '') + text + (ends.after ? sign.trimEnd() : '');
}
