import { isStopWord } from './stop-words.ts';

/** A question about what is new. */
export interface NewsQuestion {
  /** What it is about, in the words that were asked; empty where it asks for whatever is new. */
  readonly subject: string;
}

/** Words that ask for news, by a letter for each kind: a question becomes a string with a letter for each of its words. */
const KINDS: Readonly<Record<string, string>> = {
  w: 'what whats whatre',
  W: 'when',
  h: 'is are was were has have had did do been be got there theres else',
  y: 'you we they',
  t: 'anything something',
  q: 'any',
  d: 'the a an some your our all these',
  n: 'new newer',
  r: 'latest newest recent',
  g: 'change changed changing',
  u: 'update updated',
  v: 'add added fix fixed remove removed deprecate deprecated improve improved happened',
  // What is told to the public; what is added or updated may as well be somebody's data.
  m: 'announce announced introduce introduced launch launched release released ship shipped',
  G: 'changes updates releases launches additions improvements enhancements deprecations fixes',
  f: 'features',
  b: 'breaking',
  e: 'announcement announcements',
  z: 'news',
  k: 'changelog changelogs',
  a: 'in for with about on to of from around regarding concerning at within and',
  l: 'lately recently today yesterday',
  o: 'show tell give me us hi hey hello please so ok okay and well also',
};
const KIND_OF = new Map(
  Object.entries(KINDS).flatMap(([kind, words]) => words.split(' ').map((word) => [word, kind] as const)),
);
/** Any other word. */
const OTHER = 'x';

/** Several words of one kind. */
const PHRASES: readonly (readonly [kind: string, phrase: RegExp])[] = [
  ['k', /\b(?:release[ -]notes?|change[ -]logs?)\b/gu],
  ['r', /\b(?:most recent|last(?= releases?\b))/gu],
  ['l', /\b(?:these days|as of late)\b/gu],
  [
    'l',
    /\b(?:(?:in|over|during|within) )?(?:the )?(?:this|last|past|previous) (?:(?:few|couple of|\d+) )?(?:day|week|month|quarter|year)s?\b/gu,
  ],
  ['l', /\bsince \S+(?: \S+){0,2}$/gu],
];

/** What comes after a noun that stands for itself: "latest release header" asks for a header. */
const END = '(?=[al]|$)';

/** Each finds what asks; `kept` in it is a part of the subject. */
const ASKING = [
  `^(?:w|h*t)[hl]*n${END}`, // what's new, is there anything new
  `^w[nr](?<kept>x{0,2}?)[guGf]h*${END}`, // what new features are there
  `^w[Gf]h*y?h*[guvm]?(?<kept>.*?)l+$`, // what features did you add to … lately
  `^w[hyl]*[gm]${END}`, // what changed, what did you announce
  `^w[hyl]*[guvm](?<kept>[^gf].*?)?l+$`, // what was added to … recently
  `^w[hy]*l[hy]*[guvm]${END}`, // what was recently added to …
  `^h+t[hl]*[guvm]${END}`, // has anything changed
  `^h(?<kept>[^hl].*?)h*[guv]l+$`, // has … changed recently
  `^(?:hh+[qd]?|q)[nr]*(?<kept>b?)[guGmez]${END}`, // is there an announcement, any updates
  `^[whdq]*r(?<kept>[xb]{0,3}?)[guGmfez]${END}`, // (what are the) latest … changes
  `^[whdq]*n(?:[Gmez]|(?<kept>x{0,2}?)f)${END}`, // new features
  `^[whdq]*x?[ez]a`, // an announcement about …, product news on …
  `^(?<kept>x{0,3}?)z$`, // … news
  `^(?<kept>x{1,3}?)r[Gez]$`, // … latest changes
  `^l+[guvm][Gf]?${END}`, // recently added
  `^(?<kept>bG)${END}`, // breaking changes in …
  `(?<=^[dq]?)[Gfez](?<kept>.*?)l+$`, // changes to … this month
  `^Why?(?<kept>.+?)h*m$`, // when was … announced
].map((pattern) => new RegExp(pattern, 'du'));
const CHANGELOG = /k+/du;

/** A question that begins so is about a task, though it names a changelog. */
const TASK =
  /^(?:how|why|who|which|can|could|should|does|add|configure|create|disable|enable|follow|parse|post|preview|publish|read|set|subscribe|unsubscribe|use|write)\b/u;

/** These say nothing about the subject where it begins or ends. */
const EDGE = /[lgumGfezknrp]/u;
/** Nobody needs more words to ask what is new. */
const MOST_WORDS = 30;

interface Word {
  /** As it was asked. */
  readonly surface: string;
  readonly plain: string;
  readonly kind: string;
}

/** What a question asks of changelogs; undefined where it asks of the docs. Knows English only. */
export function readNewsQuestion(text: string): NewsQuestion | undefined {
  const words = readWords(text);
  if (words.length === 0 || words.length > MOST_WORDS) return undefined;
  const kinds = words.map(({ kind }) => kind).join('');
  const isTask = TASK.test(words[0]?.plain ?? '');
  for (const pattern of isTask ? ASKING : [...ASKING, CHANGELOG]) {
    const match = pattern.exec(kinds);
    if (match !== null) return { subject: subjectOf(words, match) };
  }
  return undefined;
}

/** The words with their kinds, from the first that is more than a greeting. */
function readWords(text: string): readonly Word[] {
  const surfaces = text.split(/\s+/u).filter((surface) => plainWord(surface) !== '');
  const plain = surfaces.map(plainWord);
  const kinds = plain.map((word) => KIND_OF.get(word) ?? OTHER);
  const line = plain.join(' ');
  for (const [kind, phrase] of PHRASES)
    for (const { index, 0: found } of line.matchAll(phrase))
      kinds.fill(kind, wordsBefore(line, index), wordsBefore(line, index + found.length) + 1);
  const words = surfaces.map((surface, index) => ({
    surface: surface.replace(/^[^\p{L}\p{N}]+|[?!.,;:]+$/gu, ''),
    plain: plain[index] ?? '',
    kind: kinds[index] ?? OTHER,
  }));
  const first = words.findIndex(({ kind }) => kind !== 'o');
  return first < 0 ? [] : words.slice(first);
}

/** The number of the word that holds a place of a line. */
function wordsBefore(line: string, place: number): number {
  return line.slice(0, place).split(' ').length - 1;
}

function plainWord(word: string): string {
  return word
    .toLowerCase()
    .replace(/['’]/gu, '')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

/** What is left of a question without what asks, and without what says nothing at its ends. */
function subjectOf(words: readonly Word[], match: RegExpExecArray): string {
  const [start, end] = match.indices?.[0] ?? [0, 0];
  const [from, to] = match.indices?.groups?.['kept'] ?? [start, start];
  const left = words.filter((_, index) => index < start || index >= end || (index >= from && index < to));
  const isTelling = ({ kind, plain }: Word): boolean => !EDGE.test(kind) && !isStopWord(plain);
  const first = left.findIndex(isTelling);
  if (first < 0) return '';
  return left
    .slice(first, left.findLastIndex(isTelling) + 1)
    .map(({ surface }) => surface)
    .join(' ');
}
