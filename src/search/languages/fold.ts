/** Some letters, such as `ﷺ`, are taken apart into several words. */
const MARKS = /[\p{M}\s]+/gu;
/** In scripts of India and South-East Asia marks are vowels. */
const ACCENTS = /\s|(?=\p{M})[\p{sc=Inherited}\p{sc=Hebrew}]/gu;
const ASCII = /^[\w$]*$/;

/** Letters that Unicode does not take apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
  ـ: '',
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');

/** Lower case without diacritics and width variants: `Über` → `uber`, `ｆｏｏ` → `foo`. */
export function fold(word: string): string {
  if (ASCII.test(word)) return word.toLowerCase();
  return word.normalize('NFKD').replace(MARKS, '').normalize('NFKC').toLowerCase();
}

/** The same in any script: letters with strokes and ligatures lose them too, marks that are vowels stay. */
export function foldLetters(word: string): string {
  if (ASCII.test(word)) return word.toLowerCase();
  const plain = word.toLowerCase().normalize('NFKD').replace(ACCENTS, '').normalize('NFKC').toLowerCase();
  return plain.replace(LETTER, (letter) => LETTERS[letter] ?? letter);
}
