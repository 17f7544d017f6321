/** What reading words must know of a language. Plain functions of a word: the same word, the same answer. */
export interface Language {
  /** The primary language subtag, such as `de`; `und` for one of which nothing is known. */
  readonly code: string;
  /** The index term of a word as it is written: the same for the forms of a word, with or without accents. */
  stem(word: string): string;
  /** Whether a word, as it is written, only makes the sentence and says nothing about its subject. */
  isStopWord(word: string): boolean;
  /** A word in lower case and without accents, as people type it who have no keyboard for them. */
  fold(word: string): string;
  /** The number of UTF-16 units at a word's start that are an article or the like: 2 for `l'utilisateur`. */
  elided(word: string): number;
  /** What may stand between the parts of a word written in one, `''` for nothing; none where the language writes no such words. */
  readonly joints: readonly string[];
}
