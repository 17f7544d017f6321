import type { Language } from './languages/language.ts';
import { createCompoundWords } from './compound-words.ts';
import { inverseFrequency } from './page-index.ts';
import type { PageIndex } from './page-index.ts';
import type { Lexicon } from './query.ts';
import { createSpellings } from './spellings.ts';
import { createSynonyms } from './synonyms.ts';
import { createWordTree } from './word-tree.ts';

/** What an index knows of words; `synonyms` are groups of words and phrases that say the same. */
export function createLexicon(
  index: PageIndex,
  { synonyms, language }: { readonly synonyms: readonly (readonly string[])[]; readonly language: Language },
): Lexicon {
  const idf = (id: number): number => index.idf[id] ?? 0;
  return {
    language,
    id: (term) => index.vocabulary.id(term),
    idf,
    unknownIdf: inverseFrequency(1, index.pages.length),
    ...createWordTree(index.vocabulary, idf),
    ...createCompoundWords(index.vocabulary, language, idf),
    spelt: createSpellings(index.vocabulary, language, idf),
    synonyms: createSynonyms(synonyms, language),
  };
}
