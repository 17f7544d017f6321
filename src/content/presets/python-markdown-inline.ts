import MarkdownIt from 'markdown-it';

const { unescapeAll } = new MarkdownIt().utils;

/** How a heading's text is read; where sites or versions differ, each way is tried. */
export interface InlineOptions {
  /** Whether an entity is its character (Python-Markdown 3.6 and later) or nothing (before). */
  readonly decodesEntities: boolean;
  /** Whether `:name:` is an emoji, and so no text. */
  readonly hasEmoji: boolean;
  /** Whether `{ … }` behind an element is its attributes. */
  readonly hasAttributes: boolean;
  readonly references: ReadonlySet<string>;
}

/** What only a plugin knows: variables, keys, footnotes and symbols. */
const UNKNOWN = /\{\{|\{%|\+\+[\w-]+\+|\+\+\w[\w-]*\+\+|\[\^|\((?:c|r|tm)\)/iu;

/**
 * The plain text of a heading as the `toc` extension slugs it (`markdown/inlinepatterns.py`, `markdown/extensions/toc.py`);
 * undefined where the file itself does not tell it. Asterisks are left in, since no slug keeps them.
 */
export function inlineText(source: string, options: InlineOptions): string | undefined {
  const atoms: string[] = [];
  const stash = (text: string): string => `\uE002${atoms.push(text) - 1}\uE003`;
  const context = { options, stash, restore: (text: string) => restore(text, atoms) };
  const bare = stashCode(source, context);
  if (UNKNOWN.test(bare)) return undefined;
  return context.restore(readInline(bare, context)).trim();
}

interface Context {
  readonly options: InlineOptions;
  /** Puts a text that is read no further in a place. */
  readonly stash: (text: string) => string;
  readonly restore: (text: string) => string;
}

function restore(text: string, atoms: readonly string[]): string {
  return text.replace(/\uE002(\d+)\uE003/gu, (_all, number: string) =>
    restore(atoms[Number(number)] ?? '', atoms),
  );
}

/** A shebang is the language of code for `pymdownx.inlinehilite`. */
const SHEBANG = /^#!\w[\w#.+-]*\s+|^:::\w[\w#.+-]*\s+/u;

/** What `BACKTICK_RE` finds: code between runs of backticks of one length, and pairs of backslashes before a run. */
function stashCode(source: string, { stash }: Context): string {
  const runs = Array.from(source.matchAll(/`+/gu), ({ 0: { length }, index }) => ({ index, length }));
  const closings = new Map<number, Run[]>();
  for (const run of runs) {
    const same = closings.get(run.length);
    if (same === undefined) closings.set(run.length, [run]);
    else same.push(run);
  }
  let text = '';
  let from = 0;
  for (const { index, length } of runs) {
    if (index < from) continue;
    const slashes = slashesBefore(source, from, index);
    const start = index + (slashes % 2);
    const code = codeFrom(start, { end: index + length, closings });
    if (code === undefined) continue;
    const pairs = slashes - (slashes % 2);
    const before = source.slice(from, start - pairs) + (pairs > 0 ? stash('\\'.repeat(pairs / 2)) : '');
    const content = source.slice(code.from, code.to).trim().replace(SHEBANG, '');
    text += `${before}${stash(content)}${ELEMENT_END}`;
    from = code.to + (code.from - start);
  }
  return text + source.slice(from);
}

function slashesBefore(source: string, from: number, index: number): number {
  let start = index;
  while (start > from && source[start - 1] === '\\') start -= 1;
  return index - start;
}

interface Run {
  readonly index: number;
  readonly length: number;
}

/** The code that a run begins; the longest of its marks that is closed counts. */
function codeFrom(
  start: number,
  { end, closings }: { readonly end: number; readonly closings: Map<number, Run[]> },
): { readonly from: number; readonly to: number } | undefined {
  for (let marks = end - start; marks > 0; marks -= 1) {
    const candidates = closings.get(marks) ?? [];
    while ((candidates[0]?.index ?? Infinity) < end) candidates.shift();
    const [closing] = candidates;
    if (closing !== undefined) return { from: start + marks, to: closing.index };
  }
  return undefined;
}

/** Stands behind an element, where attributes may follow. */
const ELEMENT_END = '\uE004';
const ATTRIBUTES = /\uE004(?:\{:?[ ]*[^}\n ][^}\n]*[ ]*\})?/gu;
const ESCAPE = /\\([\\`*_{}[\]()>#+\-.!|])/gu;
const AUTOLINK = /<((?:[Ff]|[Hh][Tt])[Tt][Pp][Ss]?:\/\/[^<>]*)>/gu;
const MAIL = /<([^<> !]+@[^@<> ]+)>/gu;
const TAG = /<(?:\/?[a-zA-Z][^<>@ ]*(?: [^<>]*)?|!--(?:(?!<!--|-->).)*--)>/gsu;
const ENTITY = /&(?:#[0-9]+|#x[0-9a-fA-F]+|[a-zA-Z0-9]+);/gu;
/** Those of Material, which nobody writes without them. */
const ICON = /:(?:material|fontawesome|octicons|simple)-[\w-]+:/gu;
const EMOJI = /(?<![\w:]):[+\w-]+:(?![\w:])/gu;

function readInline(source: string, context: Context): string {
  const { options, stash } = context;
  let text = source.replace(ESCAPE, (_all, character: string) => stash(character));
  text = readLinks(text, context);
  text = text
    .replace(AUTOLINK, (_all, url: string) => stash(url))
    .replace(MAIL, (_all, mail: string) => stash(mail));
  text = text.replace(TAG, '');
  text = text.replace(ENTITY, (entity) => (options.decodesEntities ? stash(unescapeAll(entity)) : ''));
  text = text.replace(ICON, ELEMENT_END);
  if (options.hasEmoji) text = text.replace(EMOJI, ELEMENT_END);
  text = readUnderscores(text, context);
  return text.replace(options.hasAttributes ? ATTRIBUTES : /\uE004/gu, '');
}

/** Links and pictures: of the former the text stays, of the latter nothing. */
function readLinks(source: string, context: Context): string {
  let text = '';
  let from = 0;
  for (let at = source.indexOf('['); at !== -1; at = source.indexOf('[', Math.max(at + 1, from))) {
    const link = linkAt(source, at, context);
    if (link === undefined) continue;
    const isPicture = source[at - 1] === '!';
    const label = isPicture ? '' : context.stash(readInline(source.slice(at + 1, link.close), context));
    text += `${source.slice(from, isPicture ? at - 1 : at)}${label}${ELEMENT_END}`;
    from = link.end;
  }
  return text + source.slice(from);
}

/** Where a link's label closes, and where the link ends. */
function linkAt(
  source: string,
  open: number,
  { options, restore }: Context,
): { readonly close: number; readonly end: number } | undefined {
  const close = closing(source, open, '[]');
  if (close === undefined) return undefined;
  if (source[close + 1] === '(') {
    const end = closing(source, close + 1, '()');
    return end === undefined ? undefined : { close, end: end + 1 };
  }
  const label = restore(source.slice(open + 1, close)).toLowerCase();
  const second = /^\s?\[([^\]]*)\]/u.exec(source.slice(close + 1));
  const name = restore(second?.[1] ?? '').toLowerCase();
  if (second !== null && options.references.has(name === '' ? label : name))
    return { close, end: close + 1 + second[0].length };
  return options.references.has(label) ? { close, end: close + 1 } : undefined;
}

/** Where what opens at a place closes, counting what opens between. */
function closing(source: string, open: number, pair: string): number | undefined {
  let depth = 0;
  for (let at = open; at < source.length; at += 1) {
    if (source[at] === pair[0]) depth += 1;
    else if (source[at] === pair[1]) depth -= 1;
    if (depth === 0) return at;
  }
  return undefined;
}

const WORD = String.raw`[\p{L}\p{N}_]`;
/** `UnderscoreProcessor.PATTERNS`, in their order. */
const UNDERSCORES = [
  '___(.+?)_(.*?)__',
  '___(.+?)__(.*?)_',
  `(?<!${WORD})__(?!_)(.+?)(?<!${WORD})_(?!_)(.+?)___(?!${WORD})`,
  `(?<!${WORD})__(?!_)(.+?)(?<!_)__(?!${WORD})`,
  `(?<!${WORD})_(?!_)(.+?)(?<!_)_(?!${WORD})`,
].map((pattern) => new RegExp(pattern, 'suy'));
/** `NOT_STRONG_RE`. */
const STANDALONE = /(^|\s)_{1,3}(?=\s|$)/gu;

function readUnderscores(source: string, context: Context): string {
  if (!source.includes('_')) return source;
  const text = source.replace(STANDALONE, (all) => context.stash(all));
  let result = '';
  let from = 0;
  for (let at = text.indexOf('_'); at !== -1; at = text.indexOf('_', Math.max(at + 1, from))) {
    const found = emphasisAt(text, at);
    if (found === undefined) continue;
    const inside = found.slice(1).map((part) => context.stash(readUnderscores(part, context)));
    result += `${text.slice(from, at)}${inside.join('')}${ELEMENT_END}`;
    from = at + found[0].length;
  }
  return result + text.slice(from);
}

function emphasisAt(text: string, at: number): RegExpExecArray | undefined {
  for (const pattern of UNDERSCORES) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found !== null) return found;
  }
  return undefined;
}
