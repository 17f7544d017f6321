/** A rule of spelling or inflection: what it matches is replaced. */
export type Rule = readonly [pattern: RegExp, replacement: string];

/** Applies rules one after another. */
export function replacing(rules: readonly Rule[]): (word: string) => string {
  return (word) =>
    rules.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), word);
}
