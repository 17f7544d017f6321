/** `a, b and c`. */
export function listed(words: readonly string[], last: 'and' | 'or'): string {
  const start = words.slice(0, -1).join(', ');
  return start === '' ? words.join('') : `${start} ${last} ${words.at(-1)}`;
}
