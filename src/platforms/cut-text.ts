/** Stands for what is left out. */
export const SIGN = '…';

/** Less than this says nothing. */
const LEAST = 12;

/** A full stop, what may close a sentence after it, and white space; in Chinese and Japanese no space follows. */
const SENTENCE_END = /[.!?…]["'”’)\]]*(?=\s+\S)|[。！？]+[”’」』）]*/gu;
const WORD_END = /\S(?=\s)/gu;

export interface Cut {
  /** How many characters are kept. */
  readonly end: number;
  /** What follows them. */
  readonly sign: string;
}

/**
 * Where to cut a text of which so many characters fit: behind a sentence where that is half of what fits, else behind a
 * word, else behind a character. Undefined where next to nothing fits.
 */
export function cutAt(text: string, most: number): Cut | undefined {
  if (most < LEAST) return undefined;
  const beginning = text.slice(0, most + 1);
  const sentence = lastEnd(beginning, SENTENCE_END, most);
  if (sentence > most / 2) return { end: sentence, sign: ` ${SIGN}` };
  const word = lastEnd(beginning, WORD_END, most);
  if (word > most / 2) return { end: word, sign: SIGN };
  return { end: text.slice(0, most).replace(/[\uD800-\uDBFF]$/u, '').length, sign: SIGN };
}

/** The beginning of a text in at most so many characters, with a sign at its end; empty where next to nothing fits. */
export function cutText(text: string, room: number): string {
  if (text.length <= room) return text;
  const cut = cutAt(text, room - SIGN.length - 1);
  return cut === undefined ? '' : text.slice(0, cut.end) + cut.sign;
}

/** The first lines of code that fit, with a sign as the last; of one line that is too long its beginning. */
export function cutLines(text: string, fits: (beginning: string) => boolean): string | undefined {
  const lines = text.split('\n');
  const beginning = (count: number): string => [...lines.slice(0, count), SIGN].join('\n');
  const count = longest(lines.length - 1, (number) => fits(beginning(number)));
  if (count > 0 && lines.slice(0, count).some((line) => line.trim() !== '')) return beginning(count);
  const [first = ''] = lines;
  const length = longest(first.length, (most) => fits(`${first.slice(0, most)}${SIGN}\n${SIGN}`));
  if (length < LEAST) return undefined;
  const isWhole = length === first.length;
  const line = first.slice(0, length).replace(/[\uD800-\uDBFF]$/u, '');
  return isWhole ? `${line}\n${SIGN}` : `${line}${SIGN}`;
}

/** The largest number up to `most` that fits, where all that are smaller fit too; 0 where none does. */
export function longest(most: number, fits: (number: number) => boolean): number {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

function lastEnd(text: string, end: RegExp, most: number): number {
  const ends = Array.from(text.matchAll(end), (found) => found.index + found[0].length);
  return ends.findLast((one) => one <= most) ?? 0;
}
