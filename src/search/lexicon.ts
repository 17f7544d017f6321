import { inverseFrequency } from './page-index.ts';
import type { PageIndex } from './page-index.ts';
import type { Lexicon } from './query.ts';
import { createSynonyms } from './synonyms.ts';
import { createWordTree } from './word-tree.ts';

/** What an index knows of words; `synonyms` are groups of words and phrases that say the same. */
export function createLexicon(index: PageIndex, synonyms: readonly (readonly string[])[]): Lexicon {
  const idf = (id: number): number => index.idf[id] ?? 0;
  return {
    id: (term) => index.vocabulary.id(term),
    idf,
    unknownIdf: inverseFrequency(1, index.pages.length),
    ...createWordTree(index.vocabulary, idf),
    synonyms: createSynonyms(synonyms),
  };
}
