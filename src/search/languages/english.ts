import { stem } from 'porter2';
import { isStopWord } from '../../core/stop-words.ts';
import { fold } from './fold.ts';
import type { Language } from './language.ts';

/** The stemmer wants a vowel before it takes a plural's s away. */
const ACRONYMS = /^(?!https$)[b-df-hj-np-tv-xz]{3,}s$/u;

/** English, with Porter's second stemmer; also the language of Latin words in docs of other scripts. */
export const english: Language = { code: 'en', stem: stemOf, isStopWord, fold, elided: () => 0, joints: [] };

function stemOf(word: string): string {
  const plain = fold(word)
    .replace(/['’]s$/u, '')
    .replace(/['’]/gu, '');
  return ACRONYMS.test(plain) ? plain.slice(0, -1) : stem(plain);
}
