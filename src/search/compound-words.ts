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
 * Takes words apart whose parts are words of the vocabulary too, such as `Benutzer` and `Verwaltung`. `idf` is 0 for what no
 * page holds.
 */
export function createCompoundWords(
  vocabulary: Vocabulary,
  language: Language,
  idf: (id: number) => number,
): CompoundWords {
  if (language.joints.length === 0) return NONE;
  let splitting: Splitting | undefined;
  const holding = new Map<number, readonly number[]>();
  const known = (): Splitting => (splitting ??= splittingOf(vocabulary, language, idf));
  return {
    parts: (word) => {
      const { tails } = known();
      const parts = split(language.fold(word), (end) => tails.get(language.stem(end)), known());
      return parts?.includes(UNKNOWN) === true ? undefined : parts;
    },
    compounds: (id) => {
      const found =
        holding.get(id) ?? mostFrequent(compoundsOf(id, vocabulary.terms[id] ?? '', known()), idf);
      holding.set(id, found);
      return found;
    },
    endings: (term) => {
      if (term.length < CERTAIN) return [];
      const ids = Array.from(known().tails, ([other, id]) => (isEnding(term, other) ? id : -1));
      return mostFrequent(new Set(ids.filter((id) => id >= 0)), idf);
    },
  };
}

type Numbered = readonly (readonly [word: string, id: number])[];

interface Splitting {
  /** The ids of the terms of words that may begin a compound, by the word, folded. */
  readonly heads: ReadonlyMap<string, number>;
  /** The ids of terms that may end one. */
  readonly tails: ReadonlyMap<string, number>;
  /** The words of a term, folded. */
  readonly forms: ReadonlyMap<number, Numbered>;
  /** Words by how they begin, words and terms by how they end; three letters each. */
  readonly byStart: ReadonlyMap<string, Numbered>;
  readonly byEnd: ReadonlyMap<string, Numbered>;
  readonly language: Language;
  readonly idf: (id: number) => number;
}

/** Stands for a part that is no word of the vocabulary. */
const UNKNOWN = -1;

function splittingOf(vocabulary: Vocabulary, language: Language, idf: (id: number) => number): Splitting {
  const heads = new Map<string, number>();
  const tails = new Map<string, number>();
  for (const [word, id] of vocabulary.words) {
    if (idf(id) === 0 || word.length < SHORTEST_HEAD || !/^\p{L}+$/u.test(word)) continue;
    const folded = language.fold(word);
    if (language.isStopWord(folded)) continue;
    heads.set(folded, id);
    if (word.length >= SHORTEST_TAIL) tails.set(vocabulary.terms[id] ?? '', id);
  }
  return {
    heads,
    tails,
    forms: grouped([...heads], (_, id) => id),
    byStart: grouped([...heads], startOf),
    byEnd: grouped([...heads, ...tails], endOf),
    language,
    idf,
  };
}

function grouped<Key>(words: Numbered, keyOf: (word: string, id: number) => Key): Map<Key, Numbered> {
  const groups = new Map<Key, (readonly [string, number])[]>();
  for (const pair of words) {
    const key = keyOf(...pair);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [pair]);
    else group.push(pair);
  }
  return groups;
}

function startOf(word: string): string {
  return word.slice(0, SHORTEST_HEAD);
}

function endOf(word: string): string {
  return word.slice(-SHORTEST_HEAD);
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
function compoundsOf(part: number, term: string, splitting: Splitting): ReadonlySet<number> {
  const { heads, tails, forms, byStart, byEnd } = splitting;
  const found = new Set<number>();
  const add = (words: Numbered = [], isIn: (word: string) => boolean): void => {
    for (const [word, id] of words) {
      if (id === part || !isIn(word)) continue;
      const parts =
        split(word, (end) => heads.get(end), splitting) ?? split(word, (end) => tails.get(end), splitting);
      if (parts?.includes(part) === true) found.add(id);
    }
  };
  for (const [form] of forms.get(part) ?? []) {
    add(byStart.get(startOf(form)), (word) => word.startsWith(form));
    add(byEnd.get(endOf(form)), (word) => word.endsWith(form));
  }
  add(byEnd.get(endOf(term)), (word) => word.endsWith(term));
  return found;
}

function isEnding(term: string, of: string): boolean {
  return of.length >= term.length + SHORTEST_HEAD && of.endsWith(term);
}

function mostFrequent(ids: ReadonlySet<number>, idf: (id: number) => number): readonly number[] {
  return [...ids].sort((a, b) => idf(a) - idf(b) || a - b).slice(0, MOST);
}
