import type { Language } from './languages/language.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a vocabulary knows of words that are written in one. */
export interface CompoundWords {
  /** Ids of the terms of compounds that hold the term, the most frequent first, at most 40. */
  compounds(id: number): readonly number[];
  /** The same for a term that stands in the docs only at the end of compounds. */
  endings(term: string): readonly number[];
  /** Ids of the terms of a compound's parts; undefined for what is none. */
  parts(word: string): readonly number[] | undefined;
}

const NONE: CompoundWords = { compounds: () => [], endings: () => [], parts: () => undefined };

const MOST = 40;
/** Shorter words begin and end too many others by chance. */
const SHORTEST_HEAD = 3;
const SHORTEST_TAIL = 4;
/** From this length on, one part that is a word makes the other one too. */
const CERTAIN = 5;
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
  return {
    parts: (word) => {
      const { tails } = known();
      const parts = split(language.fold(word), (end) => tails.get(language.stem(end)), known());
      return parts?.includes(UNKNOWN) === true ? undefined : parts;
    },
    compounds: (id) => (holding ??= compoundsByPart(known())).get(id) ?? [],
    endings: (term) => {
      if (term.length < CERTAIN) return [];
      const ids = Array.from(known().tails, ([other, id]) => (isEnding(term, other) ? id : -1));
      return mostFrequent(
        ids.filter((id) => id >= 0),
        idf,
      );
    },
  };
}

interface Splitting {
  /** The ids of the terms of words that may begin a compound, by the word, folded. */
  readonly heads: ReadonlyMap<string, number>;
  /** The ids of terms that may end one. */
  readonly tails: ReadonlyMap<string, number>;
  readonly language: Language;
  readonly idf: (id: number) => number;
}

/** Stands for a part that is no word of the vocabulary. */
const UNKNOWN = -1;

function splittingOf(vocabulary: Vocabulary, language: Language, idf: (id: number) => number): Splitting {
  const heads = new Map<string, number>();
  const tails = new Map<string, number>();
  for (const [word, id] of vocabulary.words) {
    if (idf(id) === 0 || !/^\p{L}+$/u.test(word) || language.isStopWord(word)) continue;
    if (word.length >= SHORTEST_HEAD) heads.set(language.fold(word), id);
    if (word.length >= SHORTEST_TAIL) tails.set(vocabulary.terms[id] ?? '', id);
  }
  return { heads, tails, language, idf };
}

/** The ids of the parts, with the longest last part that there is; `tailOf` gives the id of the term of a compound's end. */
function split(
  word: string,
  tailOf: (end: string) => number | undefined,
  splitting: Splitting,
): readonly number[] | undefined {
  if (word.length > LONGEST) return undefined;
  for (let at = SHORTEST_HEAD; at < word.length - 1; at += 1) {
    const tail = tailOf(word.slice(at));
    if (tail === undefined) continue;
    const head = word.slice(0, at);
    const parts = headParts(head, splitting, MOST_PARTS - 1);
    if (parts !== undefined) return [...parts, tail];
    if (at >= CERTAIN && word.length - at >= CERTAIN && !splitting.language.isStopWord(head))
      return [UNKNOWN, tail];
  }
  return undefined;
}

function headParts(text: string, splitting: Splitting, most: number): readonly number[] | undefined {
  for (const joint of splitting.language.joints) {
    if (!text.endsWith(joint)) continue;
    const whole = splitting.heads.get(text.slice(0, text.length - joint.length));
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

/** A compound ends with a word, and its term mostly with the term of that word, in whatever form it stands. */
function compoundsByPart(splitting: Splitting): ReadonlyMap<number, readonly number[]> {
  const { heads, tails, idf } = splitting;
  const found = new Map<number, Set<number>>();
  const add = (compound: number, parts: readonly number[] = []): void => {
    for (const part of parts) {
      const others = found.get(part);
      if (part === compound) continue;
      if (others === undefined) found.set(part, new Set([compound]));
      else others.add(compound);
    }
  };
  for (const [word, id] of heads)
    add(
      id,
      split(word, (end) => heads.get(end), splitting),
    );
  for (const [term, id] of tails)
    add(
      id,
      split(term, (end) => tails.get(end), splitting),
    );
  return new Map(Array.from(found, ([part, ids]) => [part, mostFrequent([...ids], idf)]));
}

function isEnding(term: string, of: string): boolean {
  return of.length >= term.length + SHORTEST_HEAD && of.endsWith(term);
}

function mostFrequent(ids: readonly number[], idf: (id: number) => number): number[] {
  return ids.toSorted((a, b) => idf(a) - idf(b) || a - b).slice(0, MOST);
}
