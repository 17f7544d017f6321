import type { Language } from './languages/language.ts';

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
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ー]+/gu;
const PAIRED = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ー]/u;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Splits a text into words and names. Code is text too: case, underscores, dots and slashes part words. */
export function tokenize(text: string, language: Language): Tokens {
  const forms = formsIn(language);
  const words: Token[] = [];
  const compounds: Compound[] = [];
  for (const name of text.matchAll(NAME)) {
    const first = words.length;
    let count = 0;
    for (const word of name[0].matchAll(WORD)) {
      pushWord(words, word[0], { start: name.index + word.index, forms });
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

function pushWord(
  words: Token[],
  word: string,
  { start, forms }: { readonly start: number; readonly forms: FormsOf },
): void {
  UNSPACED.lastIndex = 0;
  let from = 0;
  for (const run of ASCII.test(word) ? [] : word.matchAll(UNSPACED)) {
    if (run.index > from) words.push(spacedWord(word.slice(from, run.index), start + from, forms));
    words.push(...unspacedWords(run[0], start + run.index));
    from = run.index + run[0].length;
  }
  if (from < word.length) words.push(spacedWord(word.slice(from), start + from, forms));
}

function spacedWord(word: string, start: number, forms: FormsOf): Token {
  const { term, parts } = forms(word);
  return { term, parts, start, end: start + word.length };
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

/** Languages without spaces: pairs of characters for Chinese, Japanese and Korean, dictionary words for the others. */
function unspacedWords(run: string, start: number): Token[] {
  if (!PAIRED.test(run)) {
    return Array.from(segmenter.segment(run), ({ segment, index }) => plainToken(segment, start + index));
  }
  const characters = Array.from(run);
  if (characters.length < 2) return [plainToken(run, start)];
  let at = start;
  return characters.slice(1).map((character, index) => {
    const before = characters[index] ?? '';
    const token = plainToken(before + character, at);
    at += before.length;
    return token;
  });
}

function plainToken(text: string, start: number): Token {
  return { term: text.normalize('NFKC').toLowerCase(), parts: [], start, end: start + text.length };
}

function joined(name: string, language: Language): string {
  return language.stem(name.replace(/['’]s$/u, '').replace(/[_'’.\-/:@$]+/gu, ''));
}
