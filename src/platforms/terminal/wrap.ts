import stringWidth from 'string-width';
import type { Styled } from './styled.ts';

/** White space; a Chinese or Japanese character with the punctuation that must not begin a line; a word. */
const ATOMS =
  /\s+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー][、。，．！？：；）」』】〉》…]*|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+/gu;
const IDEOGRAPH = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;
const ADDRESS = /^\(?https?:/u;

/** What stays on one line: a word, even in several styles, or one ideograph. */
interface Word {
  readonly parts: Styled[];
  /** The space before it, which a line break replaces. */
  readonly gap: number;
  width: number;
}

/** What a hard line break is, among printable text. */
export const BREAK = '\n';

/** Lines of at most `width` columns, where an address alone does not take more. */
export function wrap(text: readonly Styled[], width: number): Styled[][] {
  const stretches: Styled[][] = [[]];
  for (const run of text) {
    if (run.text === BREAK) stretches.push([]);
    else stretches.at(-1)?.push(run);
  }
  return stretches.flatMap((stretch) => wrapStretch(stretch, width)).map(merged);
}

/** The columns that the widest word takes: what cannot be narrower without breaking it. */
export function widestWord(text: readonly Styled[]): number {
  return Math.max(0, ...wordsOf(text).map((word) => word.width));
}

function wrapStretch(text: readonly Styled[], width: number): Styled[][] {
  const lines: Styled[][] = [];
  let line: Styled[] = [];
  let used = 0;
  for (const word of wordsOf(text).flatMap((one) => fitting(one, width))) {
    if (used > 0 && used + word.gap + word.width > width) {
      lines.push(line);
      [line, used] = [[], 0];
    }
    const gap = used > 0 ? word.gap : 0;
    if (gap > 0) line.push(spaceBetween(line.at(-1), word.parts[0]));
    line.push(...word.parts);
    used += gap + word.width;
  }
  return line.length > 0 ? [...lines, line] : lines;
}

/** Words that look the same in one run, so that a link is one link. */
function merged(line: readonly Styled[]): Styled[] {
  const runs: Styled[] = [];
  for (const one of line) {
    const last = runs.at(-1);
    const isSame = last?.url === one.url && last.styles.join(' ') === one.styles.join(' ');
    if (last !== undefined && isSame) runs[runs.length - 1] = { ...last, text: last.text + one.text };
    else runs.push(one);
  }
  return runs;
}

function wordsOf(text: readonly Styled[]): Word[] {
  const words: Word[] = [];
  let [gap, joins] = [0, false];
  for (const run of text) {
    for (const [atom] of run.text.matchAll(ATOMS)) {
      const isSpace = atom.trim() === '';
      const isIdeograph = IDEOGRAPH.test(atom);
      const last = words.at(-1);
      if (isSpace) gap = 1;
      else if (joins && !isIdeograph && last !== undefined) {
        last.parts.push({ ...run, text: atom });
        last.width += stringWidth(atom);
      } else words.push({ parts: [{ ...run, text: atom }], gap, width: stringWidth(atom) });
      if (!isSpace) gap = 0;
      joins = !isSpace && !isIdeograph;
    }
  }
  return words;
}

/** A word that is too wide for a line in pieces that are not; addresses stay whole, so that they can be copied. */
function fitting(word: Word, width: number): Word[] {
  if (word.width <= width || word.parts.some(({ text }) => ADDRESS.test(text))) return [word];
  const pieces: Word[] = [];
  for (const part of word.parts) {
    for (const segment of segmentsOf(part.text, width)) {
      const size = stringWidth(segment);
      const last = pieces.at(-1);
      const piece = { ...part, text: segment };
      if (last === undefined || last.width + size > width)
        pieces.push({ parts: [piece], gap: last === undefined ? word.gap : 0, width: size });
      else {
        last.parts.push(piece);
        last.width += size;
      }
    }
  }
  return pieces;
}

const words = new Intl.Segmenter('und', { granularity: 'word' });
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Words of languages that write them without spaces; characters of a word that no line can hold. */
function segmentsOf(text: string, width: number): string[] {
  return Array.from(words.segment(text), ({ segment }) => segment).flatMap((word) =>
    stringWidth(word) <= width ? [word] : Array.from(graphemes.segment(word), ({ segment }) => segment),
  );
}

/** Keeps a link or a stretch of code in one piece where the space is inside it. */
function spaceBetween(before: Styled | undefined, after: Styled | undefined): Styled {
  const styles = before?.styles.filter((style) => after?.styles.includes(style)) ?? [];
  return { text: ' ', styles, url: before !== undefined && before.url === after?.url ? before.url : '' };
}
