import type { Language } from './languages/language.ts';
import { unspacedWords } from './unspaced-words.ts';
import type { UnspacedWord } from './unspaced-words.ts';

/** A word of a text, with the other forms under which it can be found. */
export interface Token {
  /** The index term: lower case, no diacritics, stemmed in its language. */
  readonly term: string;
  /** Terms of a compound: `createUser` is found by `create` and `user` too. */
  readonly parts: readonly string[];
  /** Where it stands, in UTF-16 units, `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Several words written as one name: `user_id`, `x-api-key`, `/sso/token`. */
export interface Compound {
  /** The name without its separators, so that `user-id`, `user_id` and `userId` are one. */
  readonly term: string;
  /** Index of its first word among the tokens. */
  readonly first: number;
  /** Number of its words. */
  readonly length: number;
}

export interface Tokens {
  readonly words: readonly Token[];
  readonly compounds: readonly Compound[];
}

/** A name longer than this is no name but data: a key, a hash, a base64 text. */
const NAME_LIMIT = 64;

const NAME = /[\p{L}\p{N}\p{M}$]+(?:[_'’.\-/:@]+[\p{L}\p{N}\p{M}$]+)*(?:\+\+|#(?![\p{L}\p{N}]))?/gu;
const WORD = /[\p{L}\p{N}\p{M}$]+(?:['’]\p{L}+)*(?:\+\+|#)?/gu;
const HUMP = /\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?\p{Ll}+\p{N}*|\p{Lu}+\p{N}*|\p{N}+/gu;
const PLURAL_ACRONYM = /^\p{Lu}{2,}s$/u;
const ASCII = /^[\w$]*$/;
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\u3099\u309Aーｰﾞﾟ]+/gu;

/** Splits a text into words and names. Code is text too: case, underscores, dots and slashes part words. */
export function tokenize(text: string, language: Language): Tokens {
  const reading = { language, forms: formsIn(language) };
  const words: Token[] = [];
  const compounds: Compound[] = [];
  for (const name of text.matchAll(NAME)) {
    const first = words.length;
    let count = 0;
    for (const word of name[0].matchAll(WORD)) {
      for (const one of wordsOf(word[0], name.index + word.index, reading)) words.push(one);
      count += 1;
    }
    if (count > 1 && name[0].length <= NAME_LIMIT) {
      compounds.push({ term: joined(name[0], language), first, length: words.length - first });
    }
  }
  return { words, compounds };
}

type Forms = Pick<Token, 'term' | 'parts'>;
type FormsOf = (word: string) => Forms;

interface Reading {
  readonly language: Language;
  readonly forms: FormsOf;
}

function wordsOf(word: string, start: number, reading: Reading): Token[] {
  if (ASCII.test(word)) return [spacedWord(word, start, reading)];
  const words: Token[] = [];
  let from = 0;
  for (const run of word.matchAll(UNSPACED)) {
    if (run.index > from) words.push(spacedWord(word.slice(from, run.index), start + from, reading));
    for (const one of unspacedWords(run[0])) words.push(unspacedWord(one, start + run.index));
    from = run.index + run[0].length;
  }
  if (from < word.length) words.push(spacedWord(word.slice(from), start + from, reading));
  return words;
}

function unspacedWord({ text, start, end }: UnspacedWord, runStart: number): Token {
  const term = text.normalize('NFKC').toLowerCase();
  return { term, parts: [], start: runStart + start, end: runStart + end };
}

function spacedWord(word: string, start: number, { language, forms }: Reading): Token {
  const skipped = language.elided(word);
  const { term, parts } = forms(skipped > 0 ? word.slice(skipped) : word);
  return { term, parts, start: start + skipped, end: start + word.length };
}

/** Docs say the same words again and again, and questions are about what docs say. */
const caches = new WeakMap<Language, Map<string, Forms>>();
const MOST_FORMS = 50_000;

function formsIn(language: Language): FormsOf {
  const cache = caches.get(language) ?? new Map<string, Forms>();
  caches.set(language, cache);
  return (word) => {
    const known = cache.get(word);
    if (known !== undefined) return known;
    const found = { term: language.stem(word), parts: humps(word).map((part) => language.stem(part)) };
    if (cache.size >= MOST_FORMS) cache.clear();
    if (word.length <= NAME_LIMIT) cache.set(word, found);
    return found;
  };
}

/** `createUser` → create, user; nothing for a plain word and for brand-like ones (`iOS`, `OAuth`). */
function humps(word: string): readonly string[] {
  if (
    word.length > NAME_LIMIT ||
    !/[\p{Ll}\p{N}]\p{Lu}|\p{Lu}{2}\p{Ll}/u.test(word) ||
    PLURAL_ACRONYM.test(word)
  )
    return [];
  const parts = word.match(HUMP) ?? [];
  return parts.length > 1 && parts.every((part) => part.length > 1) ? parts : [];
}

function joined(name: string, language: Language): string {
  return language.stem(name.replace(/['’]s$/u, '').replace(/[_'’.\-/:@$]+/gu, ''));
}
