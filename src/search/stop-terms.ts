import type { Language } from './languages/language.ts';
import type { Vocabulary } from './vocabulary.ts';

/** 1 for the ids of stop words. `before`: the same of a vocabulary that has grown since, or not. */
export function stopTerms(vocabulary: Vocabulary, language: Language, before?: Uint8Array): Uint8Array {
  if (before?.length === vocabulary.size) return before;
  // English stop words are their own terms, more or less.
  if (language.code === 'en') {
    const stops = new Uint8Array(vocabulary.size);
    if (before !== undefined) stops.set(before);
    for (let id = before?.length ?? 0; id < stops.length; id += 1)
      if (language.isStopWord(vocabulary.terms[id] ?? '')) stops[id] = 1;
    return stops;
  }
  // In other languages their terms can be those of other words too: German `seit` (since) is the stem of `Seite` (page).
  const stops = new Uint8Array(vocabulary.size);
  for (const [word, id] of vocabulary.words) if (language.isStopWord(word)) stops[id] = 1;
  for (const [word, id] of vocabulary.words) if (stops[id] === 1 && !language.isStopWord(word)) stops[id] = 0;
  return stops;
}
