/** Letters and digits of a text, in lower case: what is left of a heading in any id that is made of it. */
export function wordsOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Whether two texts have the same words; two texts without any have not. */
export function haveSameWords(one: string, other: string): boolean {
  const words = wordsOf(one);
  return words !== '' && words === wordsOf(other);
}
