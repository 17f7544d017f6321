/** A tag, comment or declaration in a text. */
export interface Markup {
  readonly kind: 'start' | 'empty' | 'end' | 'comment' | 'declaration';
  /** Lower case; empty for what is no tag. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Where it ends, exclusive. */
  readonly end: number;
}

const NAME = /[a-zA-Z][^`\s/>\0]*/y;
const SPACE = /[\s/]*/y;
const ATTRIBUTE = /([^`\s/>=][^\s/=>]*)(?:\s*=+\s*(?:'([^']*)'|"([^"]*)"|((?!['"])[^`>\s]*)))?/y;

/** What has more attributes is no tag. */
const MOST_ATTRIBUTES = 100;

/**
 * The markup that begins at a `<`, as Python's `html.parser` reads it with the changes of `markdown/htmlparser.py`; undefined for
 * what is only text.
 */
export function markupAt(text: string, start: number): Markup | undefined {
  if (text.startsWith('<!--', start)) return upTo('-->', 'comment', { text, start });
  if (text.startsWith('<?', start)) return upTo('?>', 'declaration', { text, start });
  if (/^<![a-zA-Z[]/u.test(text.slice(start, start + 3))) return upTo('>', 'declaration', { text, start });
  if (text[start + 1] === '/') return endTag(text, start);
  const name = matchAt(NAME, text, start + 1)?.[0];
  return name === undefined ? undefined : startTag(text, { name, from: start + 1 + name.length });
}

/** Tells that no markup can begin at a place, since what would close it stands nowhere behind it; quick for any text. */
export function createHopeless(text: string): (start: number) => boolean {
  const [tag, comment, instruction] = ['>', '-->', '?>'].map((closing) => text.lastIndexOf(closing));
  return (start) => {
    const last = text.startsWith('<!--', start) ? comment : text.startsWith('<?', start) ? instruction : tag;
    return start > (last ?? -1);
  };
}

interface Place {
  readonly text: string;
  readonly start: number;
}

function upTo(closing: string, kind: Markup['kind'], { text, start }: Place): Markup | undefined {
  const found = text.indexOf(closing, start + 2);
  return found === -1 ? undefined : { kind, name: '', attributes: new Map(), end: found + closing.length };
}

function endTag(text: string, start: number): Markup | undefined {
  const found = matchAt(/<\/([a-zA-Z][^\s/>]*)[^>]*>/y, text, start);
  if (found === undefined) return undefined;
  return {
    kind: 'end',
    name: (found[1] ?? '').toLowerCase(),
    attributes: new Map(),
    end: start + found[0].length,
  };
}

function startTag(
  text: string,
  { name, from }: { readonly name: string; readonly from: number },
): Markup | undefined {
  const attributes = new Map<string, string>();
  let at = from;
  for (let count = 0; count < MOST_ATTRIBUTES; count += 1) {
    at += matchAt(SPACE, text, at)?.[0].length ?? 0;
    const found = matchAt(ATTRIBUTE, text, at);
    if (found === undefined) break;
    const [all, key = '', single, double, bare] = found;
    const value = single ?? double ?? bare;
    attributes.set(key.toLowerCase(), value ?? key);
    at += all.length;
  }
  if (text[at] !== '>') return undefined;
  const kind = text[at - 1] === '/' ? 'empty' : 'start';
  return { kind, name: name.toLowerCase(), attributes, end: at + 1 };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
