import type { Language } from './languages/language.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a vocabulary knows of words that are written in one. */
export interface CompoundWords {
  /** Ids of the terms of compounds that hold the term, the most frequent first, at most 40. */
  compounds(id: number): readonly number[];
  /** Ids of the terms of a compound's parts; undefined for what is none. */
  parts(term: string): readonly number[] | undefined;
}

const NONE: CompoundWords = { compounds: () => [], parts: () => undefined };

const MOST = 40;
/** Shorter words begin and end too many others by chance. */
const SHORTEST_HEAD = 3;
const SHORTEST_TAIL = 4;
const LONGEST = 48;
const MOST_PARTS = 4;

/**
 * Takes words apart whose parts are words of the vocabulary too, such as `Benutzer` and `Verwaltung`. All are taken apart at the
 * first call. `idf` is 0 for what no page holds.
 */
export function createCompoundWords(
  vocabulary: Vocabulary,
  language: Language,
  idf: (id: number) => number,
): CompoundWords {
  if (language.joints.length === 0) return NONE;
  let splitting: Splitting | undefined;
  let holding: ReadonlyMap<number, readonly number[]> | undefined;
  const known = (): Splitting => (splitting ??= splittingOf(vocabulary, language, idf));
  const parts = (term: string): readonly number[] | undefined => split(term, known(), MOST_PARTS);
  return {
    parts,
    compounds: (id) => {
      holding ??= compoundsByPart(vocabulary, parts, idf);
      return holding.get(id) ?? [];
    },
  };
}

interface Splitting {
  /** The ids of the terms of words that may begin a compound, by the word, folded. */
  readonly heads: ReadonlyMap<string, number>;
  /** The ids of terms that may end one. */
  readonly tails: ReadonlyMap<string, number>;
  readonly joints: readonly string[];
}

function splittingOf(vocabulary: Vocabulary, language: Language, idf: (id: number) => number): Splitting {
  const heads = new Map<string, number>();
  const tails = new Map<string, number>();
  for (const [word, id] of vocabulary.words) {
    if (idf(id) === 0 || !/^\p{L}+$/u.test(word) || language.isStopWord(word)) continue;
    if (word.length >= SHORTEST_HEAD) heads.set(language.fold(word), id);
    if (word.length >= SHORTEST_TAIL) tails.set(vocabulary.terms[id] ?? '', id);
  }
  return { heads, tails, joints: language.joints };
}

/** The ids of the parts, with the longest last part that there is. A compound is inflected at its end, so that it ends with a term. */
function split(term: string, splitting: Splitting, most: number): readonly number[] | undefined {
  if (term.length > LONGEST) return undefined;
  for (let at = SHORTEST_HEAD; at < term.length - 1; at += 1) {
    const tail = splitting.tails.get(term.slice(at));
    if (tail === undefined) continue;
    const head = headParts(term.slice(0, at), splitting, most - 1);
    if (head !== undefined) return [...head, tail];
  }
  return undefined;
}

function headParts(text: string, splitting: Splitting, most: number): readonly number[] | undefined {
  for (const joint of splitting.joints) {
    if (!text.endsWith(joint)) continue;
    const bare = joint === '' ? text : text.slice(0, -joint.length);
    const whole = splitting.heads.get(bare);
    if (whole !== undefined) return [whole];
  }
  if (most <= 1) return undefined;
  for (let at = SHORTEST_HEAD; at <= text.length - SHORTEST_HEAD; at += 1) {
    const first = splitting.heads.get(text.slice(0, at));
    const others = first === undefined ? undefined : headParts(text.slice(at), splitting, most - 1);
    if (first !== undefined && others !== undefined) return [first, ...others];
  }
  return undefined;
}

function compoundsByPart(
  vocabulary: Vocabulary,
  parts: (term: string) => readonly number[] | undefined,
  idf: (id: number) => number,
): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  for (const id of new Set(vocabulary.words.values())) {
    if (idf(id) === 0) continue;
    for (const part of parts(vocabulary.terms[id] ?? '') ?? []) {
      const others = found.get(part);
      if (others === undefined) found.set(part, [id]);
      else others.push(id);
    }
  }
  for (const [part, ids] of found) {
    const distinct = [...new Set(ids)].filter((id) => id !== part);
    found.set(part, distinct.sort((a, b) => idf(a) - idf(b)).slice(0, MOST));
  }
  return found;
}
