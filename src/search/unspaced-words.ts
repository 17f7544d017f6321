/** A word, or a pair of characters, in a text: where it stands, in UTF-16 units, `end` exclusive. */
export interface UnspacedWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const PAIRED = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ーｰ]/u;
/** A character with its voicing marks, which stand apart in narrow Katakana. */
const CHARACTER = /[^][\u3099\u309Aﾞﾟ]*/gu;

const dictionary = new Intl.Segmenter('th', { granularity: 'word' });
const clusters = new Intl.Segmenter('th', { granularity: 'grapheme' });
/** A Node built with small ICU knows no words of Thai: to it, “hello world” is one. */
const KNOWS_WORDS = Array.from(dictionary.segment('สวัสดีชาวโลก')).length > 1;

/**
 * A run of a script without spaces: pairs of characters for Chinese, Japanese and Korean; for Thai and the like the words of
 * a dictionary, or pairs too where there is none.
 */
export function unspacedWords(run: string, hasDictionary = KNOWS_WORDS): UnspacedWord[] {
  if (PAIRED.test(run)) return pairs(run.match(CHARACTER) ?? []);
  if (!hasDictionary) return pairs(Array.from(clusters.segment(run), ({ segment }) => segment));
  return Array.from(dictionary.segment(run), ({ segment, index }) => ({
    text: segment,
    start: index,
    end: index + segment.length,
  }));
}

/** Each two neighbours; one that is alone is all there is. */
function pairs(characters: readonly string[]): UnspacedWord[] {
  const [first = '', ...others] = characters;
  if (others.length === 0) return [{ text: first, start: 0, end: first.length }];
  let start = 0;
  return others.map((character, index) => {
    const before = characters[index] ?? '';
    const text = before + character;
    const pair = { text, start, end: start + text.length };
    start += before.length;
    return pair;
  });
}
