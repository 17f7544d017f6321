import type { Language } from './languages/language.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Ids of the terms of words that are a word but for accents, which some stemmers go by; found in a map that the first call makes. */
export type Spellings = (word: string) => readonly number[];

/** Makes it for a vocabulary; `idf` is 0 for what no page holds. */
export function createSpellings(
  vocabulary: Vocabulary,
  language: Language,
  idf: (id: number) => number,
): Spellings {
  // English terms are made of folded words.
  if (language.code === 'en') return () => [];
  let known: ReadonlyMap<string, ReadonlySet<number>> | undefined;
  return (word) => {
    known ??= byFolded(vocabulary, language);
    return [...(known.get(language.fold(word)) ?? [])].filter((id) => idf(id) > 0);
  };
}

function byFolded({ words }: Vocabulary, language: Language): ReadonlyMap<string, ReadonlySet<number>> {
  const ids = new Map<string, Set<number>>();
  for (const [word, id] of words) {
    const folded = language.fold(word);
    const others = ids.get(folded);
    if (others === undefined) ids.set(folded, new Set([id]));
    else others.add(id);
  }
  return ids;
}
