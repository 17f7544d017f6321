import { splitBlocks } from './blocks.ts';
import type { Block } from './blocks.ts';
import { cutBlock, partsOf } from './cut-block.ts';
import { firstSentences, lastSentences } from './cut-paragraph.ts';
import { SIGN } from './cutting.ts';
import type { Cutting } from './cutting.ts';
import { weightOf } from './matched-terms.ts';
import type { MatchedTerms } from './matched-terms.ts';

interface ScoredBlock extends Block {
  readonly text: string;
  readonly terms: MatchedTerms;
  readonly score: number;
}

/** Blocks first to last. */
interface Group {
  readonly first: number;
  readonly last: number;
}

/** The text of each block that was chosen, and how many characters may be added. */
interface Choice {
  readonly texts: Map<number, string>;
  left: number;
}

/** A block that adds less than this share of the best one's score to what is chosen answers nothing more. */
const TELLING = 0.25;

/** The most blocks that lead to one, and from one to the next: a sentence, a label, another label. */
const CHAIN = 3;

/** The blocks of a Markdown text that answer, verbatim: the best one with what introduces it, then others, then its neighbours. */
export function chooseBlocks(markdown: string, cutting: Cutting): string {
  if (markdown.length <= cutting.room) return markdown;
  const blocks = splitBlocks(markdown).map((block) => scored(block, markdown, cutting));
  const best = blocks.reduce(
    (first, block, number) => (block.score > scoreOf(blocks, first) ? number : first),
    0,
  );
  const choice: Choice = { texts: new Map(), left: cutting.room };
  takeBest(blocks, best, { choice, cutting });
  takeTelling(blocks, best, choice);
  takeNeighbours(blocks, best, { choice, cutting });
  return joined(markdown, blocks, choice.texts);
}

function scored(block: Block, markdown: string, { find, room }: Cutting): ScoredBlock {
  const text = markdown.slice(block.start, block.end);
  const terms = find(text);
  const whole = text.length <= room || terms.size === 0;
  const parts = whole ? [] : partsOf(text, block.kind, find);
  const score = whole ? weightOf(terms) : parts.reduce((most, part) => Math.max(most, part.score), 0);
  return { ...block, text, terms, score };
}

interface Taking {
  readonly choice: Choice;
  readonly cutting: Cutting;
}

/** The best block, cut where it must be, behind what introduces it and before what it introduces. */
function takeBest(blocks: readonly ScoredBlock[], best: number, { choice, cutting }: Taking): void {
  const third = Math.floor(cutting.room / 3);
  const { first, last } = groupAround(blocks, best);
  for (let number = best - 1; number >= first; number -= 1) {
    const { kind = 'paragraph', text = '' } = blocks[number] ?? {};
    const isLong = kind === 'paragraph' && text.length > third;
    const introduction = isLong ? lastSentences(text, { ...cutting, room: third }) : text;
    // One long link or piece of code introduces nothing.
    if (introduction.length > cutting.room / 2) break;
    take(choice, number, introduction);
  }
  for (let number = best; number <= last; number += 1) {
    const block = blocks[number];
    if (block !== undefined) take(choice, number, fitted(block, Math.max(choice.left, third), cutting));
  }
}

/** The block within some room; code that is not too long in itself stays whole. */
function fitted({ text, kind }: ScoredBlock, room: number, cutting: Cutting): string {
  return cutBlock(text, kind, { ...cutting, room: kind === 'code' ? cutting.room : room });
}

/** Further blocks, wherever they stand, that hold words which the best one lacks. */
function takeTelling(blocks: readonly ScoredBlock[], best: number, choice: Choice): void {
  const covered = new Map(
    Array.from(choice.texts.keys(), (number) => blocks[number]?.terms ?? []).flatMap((terms) => [...terms]),
  );
  const least = scoreOf(blocks, best) * TELLING;
  const others = blocks
    .map(({ terms }, number) => ({ number, gain: weightOf(terms, covered) }))
    .filter(({ number, gain }) => gain > 0 && gain >= least && !choice.texts.has(number))
    .sort((a, b) => b.gain - a.gain);
  for (const { number } of others) {
    const { terms } = blocks[number] ?? { terms: new Map<string, number>() };
    if (weightOf(terms, covered) < least || !takeWhole(blocks, number, choice)) continue;
    for (const [term, weight] of terms) covered.set(term, weight);
  }
}

/** What follows the best block, then what precedes it, until the room is filled. */
function takeNeighbours(blocks: readonly ScoredBlock[], best: number, { choice, cutting }: Taking): void {
  let next = best;
  while (choice.texts.has(next) || takeWhole(blocks, next, choice)) next += 1;
  takeBeginning(blocks, next, { choice, cutting });
  let previous = best;
  while (choice.texts.has(previous) || takeWhole(blocks, previous, choice)) previous -= 1;
}

/** Takes what fits of a block that is too long, where that is worth a cut. */
function takeBeginning(blocks: readonly ScoredBlock[], number: number, { choice, cutting }: Taking): void {
  const [block, before] = [blocks[number], blocks[number - 1]];
  if (block === undefined || leads(block) || !['paragraph', 'list', 'table'].includes(block.kind)) return;
  if (choice.left < cutting.room / (introduces(before, block) ? 5 : 2)) return;
  const options = { ...cutting, room: choice.left };
  const text =
    block.kind === 'paragraph'
      ? firstSentences(block.text, options)
      : cutBlock(block.text, block.kind, options);
  if (text.length <= choice.left) take(choice, number, text);
}

/** Takes a block with those that belong to it, if they fit as they are. */
function takeWhole(blocks: readonly ScoredBlock[], number: number, choice: Choice): boolean {
  if (blocks[number] === undefined) return false;
  const { first, last } = groupAround(blocks, number);
  const group = blocks.slice(first, last + 1).map(({ text }, index) => ({ text, number: first + index }));
  const missing = group.filter((block) => !choice.texts.has(block.number));
  if (missing.reduce((sum, { text }) => sum + sizeOf(text), 0) > choice.left) return false;
  for (const block of missing) take(choice, block.number, block.text);
  return true;
}

function take(choice: Choice, number: number, text: string): void {
  choice.texts.set(number, text);
  choice.left -= sizeOf(text);
}

/** With the blank line behind it. */
function sizeOf(text: string): number {
  return text.length + 2;
}

/** A block with those before it that introduce it and those behind it that it introduces. */
function groupAround(blocks: readonly ScoredBlock[], number: number): Group {
  let first = number;
  while (number - first < CHAIN && introduces(blocks[first - 1], blocks[first])) first -= 1;
  let last = number;
  while (last - number < CHAIN && leads(blocks[last]) && last < blocks.length - 1) last += 1;
  return { first, last };
}

function introduces(block: ScoredBlock | undefined, next: ScoredBlock | undefined): boolean {
  if (block === undefined || next === undefined) return false;
  return leads(block) || (block.kind === 'paragraph' && ['code', 'list', 'table'].includes(next.kind));
}

/** A paragraph that ends with a colon, or is all bold. */
const LEADING = /[:：][*_]*$|^\*\*[^*]+\*\*$/u;

/** Whether a block says nothing without the one behind it. */
function leads(block: ScoredBlock | undefined): boolean {
  return block?.kind === 'heading' || (block?.kind === 'paragraph' && LEADING.test(block.text));
}

/** The chosen texts in order: as the source separates them where they are neighbours, else with a sign between. */
function joined(
  markdown: string,
  blocks: readonly ScoredBlock[],
  texts: ReadonlyMap<number, string>,
): string {
  const numbers = [...texts.keys()].sort((a, b) => a - b);
  return numbers.reduce((result, number, index) => {
    const text = texts.get(number) ?? '';
    const previous = numbers[index - 1];
    if (previous === undefined) return text;
    if (previous !== number - 1) return `${result}\n\n${SIGN}\n\n${text}`;
    const isVerbatim = [previous, number].every((one) => texts.get(one) === blocks[one]?.text);
    return (
      result + (isVerbatim ? markdown.slice(blocks[previous]?.end, blocks[number]?.start) : '\n\n') + text
    );
  }, '');
}

function scoreOf(blocks: readonly ScoredBlock[], number: number): number {
  return blocks[number]?.score ?? 0;
}
