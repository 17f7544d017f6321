import { foldLetters } from './fold.ts';
import type { Language } from './language.ts';

/** For a language of which nothing is known: words are found as they are written, but for case and accents. */
export const neutral: Language = {
  code: 'und',
  stem: (word) => foldLetters(word).replace(/['’]/gu, ''),
  isStopWord: () => false,
  fold: foldLetters,
  elided: () => 0,
  joints: [],
};
