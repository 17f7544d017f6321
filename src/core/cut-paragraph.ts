import type { Paragraph } from 'mdast';
import { SIGN } from './cutting.ts';
import type { Cutting } from './cutting.ts';
import { weightOf } from './matched-terms.ts';
import { chooseRun } from './parts.ts';
import type { Part } from './parts.ts';

/** A full stop, what may close a sentence after it, and white space; in Chinese and Japanese no space follows. */
const SENTENCE_END = /[.!?…]["'”’)\]]*\s+(?=[^\p{Ll}\s])|[。！？]+[”’」』）]*/gu;
const WORD_END = /\s+/gu;

/** Some sentences of a paragraph; some words where one sentence alone is too long. Never cut inside a link, code or emphasis. */
export function cutParagraph(paragraph: string, cutting: Cutting): string {
  const sentences = splitAt(paragraph, cutsOf(paragraph, SENTENCE_END, cutting));
  const parts = sentences.map((text) => ({ text, score: weightOf(cutting.find(text)) }));
  const chosen = chooseRun(parts, { room: cutting.room, gap: 0 });
  return signed(sentences, chosen, (text) => cutWords(text, cutting));
}

/** The first sentences of a paragraph; at least one, even where that is longer than the room. */
export function firstSentences(paragraph: string, cutting: Cutting): string {
  const sentences = splitAt(paragraph, cutsOf(paragraph, SENTENCE_END, cutting));
  return signed(sentences, chooseRun(scoredAt(0, sentences), { room: cutting.room, gap: 0 }), (text) => text);
}

/** The last sentences of a paragraph, or words where the last one alone is too long: what leads to the next block. */
export function lastSentences(paragraph: string, cutting: Cutting): string {
  const last = (texts: readonly string[], shorten: (text: string) => string): string =>
    signed(texts, chooseRun(scoredAt(texts.length - 1, texts), { room: cutting.room, gap: 0 }), shorten);
  const sentences = splitAt(paragraph, cutsOf(paragraph, SENTENCE_END, cutting));
  return last(sentences, (sentence) =>
    sentence.length <= cutting.room
      ? sentence
      : last(splitAt(sentence, cutsOf(sentence, WORD_END, cutting)), (word) => word),
  );
}

function scoredAt(best: number, texts: readonly string[]): Part[] {
  return texts.map((text, number) => ({ text, score: number === best ? 1 : 0 }));
}

function signed(
  texts: readonly string[],
  chosen: readonly number[],
  shorten: (text: string) => string,
): string {
  const text = chosen.map((number) => texts[number] ?? '').join('');
  const before = chosen[0] === 0 ? '' : `${SIGN} `;
  const after = chosen.at(-1) === texts.length - 1 ? '' : ` ${SIGN}`;
  const short = chosen.length === 1 ? shorten(text.trim()) : text.trim();
  return (short.startsWith(SIGN) ? '' : before) + short + (short.endsWith(SIGN) ? '' : after);
}

function cutWords(sentence: string, cutting: Cutting): string {
  if (sentence.length <= cutting.room) return sentence;
  const words = splitAt(sentence, cutsOf(sentence, WORD_END, cutting));
  const parts = words.map((text) => ({ text, score: 0 }));
  return signed(words, chooseRun(parts, { room: cutting.room, gap: 0 }), (text) => text);
}

/** Where a paragraph may be cut: behind a match of `end` in the text that stands in no other node. */
function cutsOf(text: string, end: RegExp, cutting: Cutting): number[] {
  const paragraph = cutting.parse(text).children[0];
  if (paragraph?.type !== 'paragraph') return [];
  return plainStretches(paragraph).flatMap(({ from, to }) =>
    Array.from(text.slice(from, to).matchAll(end), (found) => from + found.index + found[0].length),
  );
}

function plainStretches(paragraph: Paragraph): { from: number; to: number }[] {
  return paragraph.children.flatMap(({ type, position }) => {
    const [from, to] = [position?.start.offset, position?.end.offset];
    return type === 'text' && from !== undefined && to !== undefined ? [{ from, to }] : [];
  });
}

function splitAt(text: string, cuts: readonly number[]): string[] {
  const ends = [...cuts.filter((cut) => cut < text.length), text.length];
  return ends.map((end, number) => text.slice(ends[number - 1] ?? 0, end));
}
