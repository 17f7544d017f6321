import { english } from './english.ts';
import { foldLetters } from './fold.ts';
import type { Language } from './language.ts';

/** A language that writes no spaces, or whose words are searched by pairs of characters; its Latin words are English. */
export function unspacedLanguage(code: string, isOwnStopWord: (word: string) => boolean): Language {
  return {
    code,
    stem: english.stem,
    isStopWord: (word) => isOwnStopWord(word) || english.isStopWord(word),
    fold: foldLetters,
    elided: () => 0,
    joints: [],
  };
}
