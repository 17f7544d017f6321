import type { Language } from './languages/language.ts';
import { tokenize } from './tokens.ts';

/** Looks up the synonyms of a run of terms; each synonym is a list of terms. */
export type SynonymLookup = (terms: readonly string[]) => readonly (readonly string[])[];

/** Makes the lookup from groups of words and phrases that say the same. */
export function createSynonyms(groups: readonly (readonly string[])[], language: Language): SynonymLookup {
  const known = new Map<string, (readonly string[])[]>();
  for (const group of groups) {
    const members = group
      .map((phrase) => tokenize(phrase, language).words.map((word) => word.term))
      .filter((terms) => terms.length > 0);
    for (const member of members) {
      const key = member.join(' ');
      const others = members.filter((other) => other.join(' ') !== key);
      known.set(key, [...(known.get(key) ?? []), ...others]);
    }
  }
  return (terms) => known.get(terms.join(' ')) ?? [];
}
