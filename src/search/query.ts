import { textKey } from './analysis.ts';
import type { Language } from './languages/language.ts';
import { tokenize } from './tokens.ts';
import type { Token, Tokens } from './tokens.ts';

/** Ways to say one thing: all ids of an alternative must be there for it to count. */
export interface Alternative {
  readonly ids: readonly number[];
  /** 1 for the word itself, less for what only resembles it. */
  readonly weight: number;
  /** For a compound that holds the word: there are many such, most of them rare. */
  readonly isCompound?: boolean;
}

/** One word of the question that says something. */
export interface Concept {
  /** As it was asked. */
  readonly surface: string;
  readonly alternatives: readonly Alternative[];
  /** Inverse document frequency; the highest there is for a word that the docs do not know. */
  readonly idf: number;
  /** 0 when the docs hold the word, 1 when they do not, between when they hold one that is spelt like it. */
  readonly doubt: number;
}

/** A question, read. */
export interface ReadQuery {
  readonly concepts: readonly Concept[];
  /** Sequences of term ids that stood in quotes. */
  readonly phrases: readonly (readonly number[])[];
  /** Ids of names of code, such as `user_id` and `getUser`, that the docs hold as they are written. */
  readonly names: readonly number[];
  /** Its `textKey`, for exact titles. */
  readonly key: string;
  /** The sum of the concepts' idf. */
  readonly weight: number;
  readonly didYouMean: string;
}

/** What reading a question asks of the index. */
export interface Lexicon {
  readonly language: Language;
  id(term: string): number | undefined;
  /** 0 for a term that no page holds any more. */
  idf(id: number): number;
  readonly unknownIdf: number;
  /** The known words nearest to a misspelt one, best first. */
  similar(word: string): readonly SimilarWord[];
  /** Ids of the terms whose words begin like this. */
  completions(start: string): readonly number[];
  /** Ids of the terms of words that are this one but for accents. */
  spelt(word: string): readonly number[];
  /** Ids of the terms of compounds that hold the term, at most 40. */
  compounds(id: number): readonly number[];
  /** The same for a term that stands in the docs only at the end of compounds. */
  endings(term: string): readonly number[];
  /** Ids of the terms of a compound's parts; undefined for what is none. */
  parts(word: string): readonly number[] | undefined;
  /** The synonyms of a run of terms; each is a list of terms. */
  synonyms(terms: readonly string[]): readonly (readonly string[])[];
}

export interface SimilarWord {
  readonly word: string;
  readonly id: number;
  readonly distance: number;
}

/** More words than this make no question clearer; the most telling ones are kept. */
const CONCEPT_LIMIT = 32;
const SYNONYM_RUN = 4;
const JOINED_WEIGHT = 1;
const PARTS_WEIGHT = 0.5;
const SYNONYM_WEIGHT = 0.8;
/** What is said of `Benutzerverwaltung` may well be about `Verwaltung`. */
const COMPOUND_WEIGHT = 0.6;
/** A slip in a long word is likely one; in a short word it is as likely another word. */
const LIKELY_SLIP = { weight: 0.8, doubt: 0.3, lettersPerEdit: 6 } as const;
const UNLIKELY_SLIP = { weight: 0.4, doubt: 0.9 } as const;

/** Reads a question against an index; `unfinished` when somebody is still typing its last word. */
export function readQuery(text: string, lexicon: Lexicon, unfinished = false): ReadQuery {
  const { language } = lexicon;
  const { words, compounds } = tokenize(text, language);
  const surfaces = words.map((word) => text.slice(word.start, word.end));
  const telling = words.map((_, index) => !language.isStopWord(surfaces[index] ?? ''));
  const all = telling.every((value) => !value);
  const extra = wordAlternatives({ words, compounds }, surfaces, lexicon);
  const corrections = new Map<number, string>();
  const concepts = words.flatMap((word, index) => {
    if (!all && telling[index] !== true) return [];
    const surface = surfaces[index] ?? '';
    if (unfinished && index === words.length - 1) return [unfinishedConcept(surface, lexicon)];
    const own = [...ownAlternatives(word, surface, lexicon), ...(extra.get(index) ?? [])];
    if (own.length > 0) return [knownConcept(surface, own, lexicon)];
    const spelt = alternativesOf(lexicon.spelt(surface), 1);
    if (spelt.length > 0) return [knownConcept(surface, spelt, lexicon)];
    const endings = alternativesOf(lexicon.endings(word.term), COMPOUND_WEIGHT);
    if (endings.length > 0) return [knownConcept(surface, endings, lexicon)];
    if (isSeam(words, index, lexicon)) return [];
    const typos = nearestWords(surface, lexicon);
    if (typos[0] !== undefined) corrections.set(index, typos[0].word);
    return [doubtfulConcept(surface, typos, lexicon)];
  });
  const kept = mostTelling(distinct(withWholeCompounds(concepts)));
  return {
    concepts: kept,
    phrases: quotedPhrases(text, lexicon),
    names: unfinished ? [] : codeNames(text, { words, compounds }, lexicon),
    key: textKey(text, language),
    weight: kept.reduce((sum, concept) => sum + concept.idf, 0),
    didYouMean: corrected(text, words, corrections),
  };
}

function ownAlternatives(word: Token, surface: string, lexicon: Lexicon): Alternative[] {
  const ids = known([word.term], lexicon);
  const parts = word.parts.length > 0 ? known(word.parts, lexicon) : lexicon.parts(surface);
  const compounds = ids?.flatMap((id) => lexicon.compounds(id)) ?? [];
  return [
    ...(ids === undefined ? [] : [{ ids, weight: 1 }]),
    ...(parts === undefined ? [] : [{ ids: parts, weight: PARTS_WEIGHT }]),
    ...compounds.map((id) => ({ ids: [id], weight: COMPOUND_WEIGHT, isCompound: true })),
  ];
}

function alternativesOf(ids: readonly number[], weight: number): Alternative[] {
  return ids.map((id) => ({ ids: [id], weight }));
}

/** Particles that end a Korean word. */
const ENDING = /[이가에로의와과도만]$/u;

/** A pair of characters that says nothing new: the docs do not know it, but those on both sides of it, which share its characters. */
function isSeam(words: readonly Token[], index: number, lexicon: Lexicon): boolean {
  const [before, word, after] = [words[index - 1], words[index], words[index + 1]];
  if (before === undefined || word === undefined || before.end <= word.start) return false;
  if (!isFamiliar(before, lexicon)) return false;
  if (after === undefined || after.start >= word.end) return ENDING.test(word.term);
  return isFamiliar(after, lexicon);
}

function isFamiliar({ term }: Token, lexicon: Lexicon): boolean {
  return known([term], lexicon) !== undefined || lexicon.language.isStopWord(term);
}

/** Names written in one (`web hook` → `webhook`, `user_id` → `userid`) and synonyms, by the index of the word. */
function wordAlternatives(
  { words, compounds }: Tokens,
  surfaces: readonly string[],
  lexicon: Lexicon,
): ReadonlyMap<number, Alternative[]> {
  const found = new Map<number, Alternative[]>();
  const add = (first: number, length: number, alternative: Alternative): void => {
    for (let index = first; index < first + length; index += 1) {
      found.set(index, [...(found.get(index) ?? []), alternative]);
    }
  };
  for (const name of compounds) {
    const ids = known([name.term], lexicon);
    if (ids !== undefined) add(name.first, name.length, { ids, weight: JOINED_WEIGHT });
  }
  surfaces.forEach((surface, first) => {
    const next = surfaces[first + 1];
    const ids = next === undefined ? undefined : known([lexicon.language.stem(surface + next)], lexicon);
    if (ids !== undefined) add(first, 2, { ids, weight: JOINED_WEIGHT });
    for (let length = 1; length <= SYNONYM_RUN && first + length <= words.length; length += 1) {
      const run = words.slice(first, first + length).map((token) => token.term);
      for (const synonym of lexicon.synonyms(run)) {
        const synonymIds = known(synonym, lexicon);
        if (synonymIds !== undefined) add(first, length, { ids: synonymIds, weight: SYNONYM_WEIGHT });
      }
    }
  });
  return found;
}

/** Separators that code has and prose has not. */
const CODE = /[\p{L}\p{N}](?:[_.:]+|::)[\p{L}\p{N}]/u;

function codeNames(text: string, { words, compounds }: Tokens, lexicon: Lexicon): readonly number[] {
  const joined = compounds.flatMap(({ term, first, length }) => {
    const written = text.slice(words[first]?.start, words[first + length - 1]?.end);
    return CODE.test(written) ? [term] : [];
  });
  const humped = words.flatMap(({ term, parts }) => (parts.length > 0 ? [term] : []));
  return [...joined, ...humped].flatMap((term) => known([term], lexicon) ?? []);
}

function nearestWords(surface: string, lexicon: Lexicon): readonly SimilarWord[] {
  const similar = lexicon.similar(surface);
  return similar.filter((word) => word.distance === similar[0]?.distance).slice(0, 3);
}

function known(terms: readonly string[], lexicon: Lexicon): readonly number[] | undefined {
  const ids = terms.map((term) => lexicon.id(term)).filter((id) => id !== undefined && lexicon.idf(id) > 0);
  return ids.length === terms.length ? (ids as number[]) : undefined;
}

function knownConcept(surface: string, alternatives: readonly Alternative[], lexicon: Lexicon): Concept {
  const ids = alternatives[0]?.ids ?? [];
  return { surface, alternatives, idf: Math.max(...ids.map((id) => lexicon.idf(id))), doubt: 0 };
}

function doubtfulConcept(surface: string, typos: readonly SimilarWord[], lexicon: Lexicon): Concept {
  const [nearest] = typos;
  if (nearest === undefined) return { surface, alternatives: [], idf: lexicon.unknownIdf, doubt: 1 };
  const likely = nearest.distance * LIKELY_SLIP.lettersPerEdit <= surface.length;
  const { weight, doubt } = likely ? LIKELY_SLIP : UNLIKELY_SLIP;
  return {
    surface,
    alternatives: alternativesOf(
      typos.map(({ id }) => id),
      weight,
    ),
    idf: lexicon.unknownIdf,
    doubt,
  };
}

function unfinishedConcept(surface: string, lexicon: Lexicon): Concept {
  const ids = lexicon.completions(surface);
  const idf = ids.length > 0 ? Math.min(...ids.map((id) => lexicon.idf(id))) : lexicon.unknownIdf;
  return {
    surface,
    alternatives: alternativesOf(ids, 1),
    idf,
    doubt: ids.length > 0 ? 0 : 1,
  };
}

/** A compound that holds several words of the question is what is asked for: `Passwortrichtlinien` for “Richtlinien für Passwörter”. */
function withWholeCompounds(concepts: Concept[]): Concept[] {
  const counts = new Map<number, number>();
  for (const { alternatives } of concepts)
    for (const [id = -1] of alternatives.filter(isCompound).map(({ ids }) => ids))
      counts.set(id, (counts.get(id) ?? 0) + 1);
  if (counts.size === 0) return concepts;
  const isWhole = (one: Alternative): boolean =>
    isCompound(one) && one.ids.some((id) => (counts.get(id) ?? 0) > 1);
  return concepts.map((concept) => ({
    ...concept,
    alternatives: concept.alternatives.map((one) => (isWhole(one) ? { ids: one.ids, weight: 1 } : one)),
  }));
}

function isCompound({ weight }: Alternative): boolean {
  return weight === COMPOUND_WEIGHT;
}

function distinct(concepts: readonly Concept[]): Concept[] {
  const seen = new Set<string>();
  return concepts.filter((concept) => {
    const key = concept.alternatives[0]?.ids.join(' ') ?? concept.surface.toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}

function mostTelling(concepts: Concept[]): Concept[] {
  if (concepts.length <= CONCEPT_LIMIT) return concepts;
  const bar = concepts.map((concept) => concept.idf).sort((a, b) => b - a)[CONCEPT_LIMIT - 1] ?? 0;
  return concepts.filter((concept) => concept.idf >= bar).slice(0, CONCEPT_LIMIT);
}

function quotedPhrases(text: string, lexicon: Lexicon): number[][] {
  const quoted = [...text.matchAll(/"([^"]+)"|“([^”]+)”|«([^»]+)»/gu)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  );
  return quoted
    .map((phrase) => tokenize(phrase, lexicon.language).words.map((word) => lexicon.id(word.term) ?? -1))
    .filter((ids) => ids.length > 1);
}

function corrected(text: string, words: readonly Token[], corrections: ReadonlyMap<number, string>): string {
  if (corrections.size === 0) return '';
  let result = '';
  let from = 0;
  words.forEach((word, index) => {
    const correction = corrections.get(index);
    if (correction === undefined) return;
    result += text.slice(from, word.start) + correction;
    from = word.end;
  });
  return result + text.slice(from);
}
