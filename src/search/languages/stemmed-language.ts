import { english } from './english.ts';
import { foldLetters } from './fold.ts';
import type { Language } from './language.ts';

/** What one language has of its own. */
export interface LanguageRules {
  readonly code: string;
  readonly script: 'Latin' | 'other';
  /** Takes a word in lower case, with its accents. */
  readonly stemmer: (word: string) => string;
  /** In any case, with or without accents. */
  readonly stopWords: Iterable<string>;
  /** Words that are no stop words though they are listed. */
  readonly telling?: readonly string[];
  /** Makes spellings one before stemming; gets and gives lower case. */
  readonly spell?: (word: string) => string;
  /** Matches what is elided before an apostrophe, with the apostrophe. */
  readonly elision?: RegExp;
  readonly joints?: readonly string[];
  readonly lower?: (word: string) => string;
}

/** A longer word is data. */
const LONGEST = 64;
const LATIN = /^[\p{sc=Latin}\p{N}$+#'’]+$/u;
const PLURAL_ACRONYM = /^\p{Lu}{2,}s$/u;
/** A word of one consonant is the name of something, such as the language C. */
const CONSONANT = /^[b-df-hj-np-tv-z]$/u;

/** A language with a stemmer. In docs of another script Latin words are English. */
export function stemmedLanguage(rules: LanguageRules): Language {
  const { code, elision, joints = [] } = rules;
  const isForeign = (word: string): boolean => rules.script !== 'Latin' && LATIN.test(word);
  const stopWords = stopWordsOf(rules);
  const isStopWord = (word: string): boolean =>
    stopWords.has(keyOf(word)) || (isForeign(word) && english.isStopWord(word));
  return {
    code,
    stem: (word) => (isForeign(word) ? english.stem(word) : stemOf(word, rules)),
    isStopWord,
    fold: foldLetters,
    elided: (word) => elision?.exec(word)?.[0].length ?? 0,
    joints,
  };
}

function stopWordsOf({ stopWords, telling = [] }: LanguageRules): ReadonlySet<string> {
  const all = new Set(Array.from(stopWords, keyOf).filter((word) => word !== '' && !CONSONANT.test(word)));
  for (const word of telling) all.delete(keyOf(word));
  return all;
}

function keyOf(word: string): string {
  return foldLetters(word).replace(/['’ʼ]/gu, '');
}

function stemOf(word: string, { stemmer, spell = same, lower = inLowerCase }: LanguageRules): string {
  const single = PLURAL_ACRONYM.test(word) ? word.slice(0, -1) : word.replace(/['’]s$/u, '');
  const plain = lower(single.normalize('NFKC')).replace(/['’ʼ]/gu, '');
  if (plain.length > LONGEST) return foldLetters(plain);
  return foldLetters(stemmer(spell(plain)) || plain);
}

function same(word: string): string {
  return word;
}

function inLowerCase(word: string): string {
  return word.toLowerCase();
}
