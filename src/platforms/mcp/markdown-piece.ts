import { fenceEnd, isFence, splitBlocks } from '../../core/blocks.ts';
import type { Block } from '../../core/blocks.ts';
import { longest } from '../cut-text.ts';
import { mostThatFit } from './token-budget.ts';

/** A part of a Markdown text that can be read by itself. */
export interface Piece {
  /** A slice of the text; where it begins or ends inside code or a table, with the fence or the head of that repeated. */
  readonly markdown: string;
  /** Offset of what follows; undefined at the end of the text. */
  readonly next: number | undefined;
}

/**
 * As much of a text from an offset on as fits, whole blocks where even one fits; never less than a character, so that
 * reading on comes to an end. All pieces, each from where the one before ends, are the whole text.
 */
export function pieceFrom(source: string, offset: number, fits: (piece: Piece) => boolean): Piece {
  const blocks = splitBlocks(source).filter(({ end }) => end > offset);
  const [first] = blocks;
  if (first === undefined) return { markdown: '', next: undefined };
  const start = Math.max(offset, first.start);
  const upTo = (count: number): Piece => {
    const last = blocks[count - 1] ?? first;
    return {
      markdown: opening(source, first, start) + source.slice(start, last.end),
      next: blocks[count]?.start,
    };
  };
  const count = mostThatFit(blocks.length, (number) => fits(upTo(number)));
  return count > 0 ? upTo(withoutLastHeading(blocks, count)) : partOf(source, { block: first, start, fits });
}

/** A heading belongs to what follows it. */
function withoutLastHeading(blocks: readonly Block[], count: number): number {
  if (count === blocks.length) return count;
  const end = blocks.slice(0, count).findLastIndex(({ kind }) => kind !== 'heading') + 1;
  return end > 0 ? end : count;
}

interface Part {
  readonly block: Block;
  readonly start: number;
  readonly fits: (piece: Piece) => boolean;
}

/** The beginning of a block that does not fit: whole lines, else words, else characters. */
function partOf(source: string, { block, start, fits }: Part): Piece {
  const upTo = (end: number): Piece => ({
    markdown: opening(source, block, start) + source.slice(start, end) + closing(source, block),
    next: end,
  });
  const fitting = (ends: readonly number[]): number | undefined =>
    ends[longest(ends.length, (count) => fits(upTo(ends[count - 1] ?? start))) - 1];
  const end = fitting(lineEnds(source, block, start)) ?? fitting(wordEnds(source, block, start));
  if (end !== undefined) return upTo(end);
  const length = longest(block.end - start, (count) => fits(upTo(start + count)));
  return upTo(betweenCharacters(source, start, start + Math.max(1, length)));
}

/** Offsets behind the lines at which a block can be cut: none within code that stands in a list or a quote. */
function lineEnds(source: string, block: Block, start: number): readonly number[] {
  const head = block.start + headOf(source, block).length;
  const lines = source.slice(block.start, block.end).split('\n');
  const inside = block.kind === 'list' || block.kind === 'quote' ? linesInsideCode(lines) : new Set<number>();
  let end = block.start;
  const ends = lines.map((line, index) => {
    end += line.length + 1;
    return inside.has(index) ? 0 : end;
  });
  return ends.slice(0, -1).filter((one) => one > Math.max(start, head));
}

/** Numbers of the lines of fenced code behind which code goes on, whatever marks stand before the fence. */
function linesInsideCode(lines: readonly string[]): ReadonlySet<number> {
  const bare = lines.map((line) => line.replace(/^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)*/u, ''));
  const inside = new Set<number>();
  for (let index = 0; index < bare.length; index += 1) {
    if (!isFence(bare[index] ?? '')) continue;
    const last = fenceEnd(bare, index);
    for (; index < last; index += 1) inside.add(index);
  }
  return inside;
}

function wordEnds(source: string, block: Block, start: number): readonly number[] {
  const spaces = source.slice(start, block.end).matchAll(/\S\s+(?=\S)/gu);
  return block.kind === 'code' ? [] : Array.from(spaces, ({ index, 0: text }) => start + index + text.length);
}

function betweenCharacters(source: string, start: number, end: number): number {
  const isBetween = /[\uD800-\uDBFF]/u.test(source.charAt(end - 1));
  if (!isBetween) return end;
  return end - 1 > start ? end - 1 : end + 1;
}

/** What has to be repeated where a piece begins inside a block. */
function opening(source: string, block: Block, start: number): string {
  return start > block.start ? headOf(source, block) : '';
}

/** The line of a fence, or the head of a table, with its line break; empty for other blocks. */
function headOf(source: string, block: Block): string {
  const lines = source.slice(block.start, block.end).split('\n');
  if (block.kind === 'table') return `${lines.slice(0, 2).join('\n')}\n`;
  return block.kind === 'code' && isFence(lines[0] ?? '') ? `${lines[0] ?? ''}\n` : '';
}

/** What ends the code of a piece that ends inside it. */
function closing(source: string, block: Block): string {
  const fence = /^ {0,3}(`{3,}|~{3,})/u.exec(headOf(source, block))?.[1];
  return fence === undefined ? '' : `\n${fence}`;
}
