const MARKS = /\p{M}+/gu;
const ASCII = /^[\w$]*$/;

/** Lower case without diacritics and width variants: `Über` → `uber`, `ｆｏｏ` → `foo`. */
export function fold(word: string): string {
  if (ASCII.test(word)) return word.toLowerCase();
  return word.normalize('NFKD').replace(MARKS, '').normalize('NFKC').toLowerCase();
}
