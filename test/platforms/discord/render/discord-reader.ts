/**
 * Reads Markdown as Discord's client does: the rules in the order in which it tries them, each at the first place where it
 * fits. Where it is not known what Discord does, this finds more than Discord would.
 */
export interface Token {
  readonly kind: Kind;
  /** What is shown: of code what it holds, of a link its text, of a mark nothing. */
  readonly text: string;
  /** Where a link leads. */
  readonly target?: string;
}

export type Kind = 'text' | (typeof INLINE)[number][0] | (typeof LINE)[number][0];

const LINE = [
  ['heading', /#{1,3}\s+/y],
  ['small', /-#\s+/y],
  ['quote', / *>(?:>>)? /y],
  ['item', / *(?:[*+-]|\d+[.)])\s+/y],
] as const;

const INLINE = [
  ['escape', /\\([^0-9A-Za-z\s])/y],
  ['fence', /```(?:[a-z0-9_+\-.#]+?\n)?\n*([^\n][^]*?)\n*```/iy],
  ['code', /(`+)([\s\S]*?[^`])\1(?!`)/y],
  ['mention', /<(?:@!?|@&|#)\d+>|@(?:everyone|here|Clyde)|<id:[\w:-]+>|<\/[^:>]+:\d+>/iy],
  ['emoji', /<a?:\w+:\d+>|:[\w+-]+(?:::skin-tone-\d)?:/y],
  ['timestamp', /<t:-?\d+(?::[A-Za-z])?>/y],
  ['autolink', /<((?:https?|steam|mailto|tel):[^\s>]+)>/iy],
  ['link', /\[((?:\[[^\]]*\]|[^[\]]|\](?=[^[]*\]))*)\]\(\s*<?((?:\([^)]*\)|[^\s\\]|\\.)*?)>?\s*\)/y],
  ['url', /(?:https?|steam):\/\/[^\s<]+[^<.,:;"'\]\s]/iy],
  ['strong', /\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y],
  ['underline', /__((?:\\[\s\S]|[^\\])+?)__(?!_)/y],
  ['emphasis', /_((?:__|\\[\s\S]|[^\\_])+?)_(?!\w)/y],
  ['emphasis', /\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/y],
  ['strike', /~~([\s\S]+?)~~(?!_)/y],
  ['spoiler', /\|\|([\s\S]+?)\|\|/y],
] as const;

/** Words and what stands between them that begins nothing. */
const PLAIN = /(?:[0-9A-Za-z\u00C0-\uFFFF]+(?![0-9A-Za-z\u00C0-\uFFFF]|:\/\/)|[ ,.()'"=/{};!?&%$^#+-])+/y;

/** What Discord would make of it, in order; texts beside each other are one. */
export function readDiscord(markdown: string): Token[] {
  const tokens: Token[] = [];
  let isStart = true;
  for (let index = 0; index < markdown.length;) {
    const line: Found | undefined = isStart ? matchAt(LINE, markdown, index) : undefined;
    const plain: string = line === undefined ? plainAt(markdown, index) : '';
    const found: Found | undefined = line ?? (plain === '' ? matchAt(INLINE, markdown, index) : undefined);
    const next: string = found?.match[0] ?? (plain === '' ? markdown.charAt(index) : plain);
    if (found === undefined) add(tokens, { kind: 'text', text: next });
    else for (const token of tokensOf(found)) add(tokens, token);
    index += next.length;
    isStart = line !== undefined || next.endsWith('\n') || found?.kind === 'fence';
  }
  return tokens;
}

/** What a reader sees; the signs that mark nothing but a place are not among it. */
export function shownText(tokens: readonly Token[]): string {
  return tokens
    .map(({ text }) => text)
    .join('')
    .replaceAll('\u200B', '');
}

interface Found {
  readonly kind: Kind;
  readonly match: RegExpExecArray;
}

function matchAt(rules: typeof LINE | typeof INLINE, markdown: string, index: number): Found | undefined {
  for (const [kind, rule] of rules) {
    rule.lastIndex = index;
    const match = rule.exec(markdown);
    if (match !== null) return { kind, match };
  }
  return undefined;
}

function plainAt(markdown: string, index: number): string {
  PLAIN.lastIndex = index;
  return PLAIN.exec(markdown)?.[0] ?? '';
}

function tokensOf({ kind, match }: Found): Token[] {
  const [whole, first = '', second = ''] = match;
  switch (kind) {
    case 'escape':
      return [{ kind: 'text', text: first }];
    case 'fence':
      return [{ kind, text: first }];
    case 'code':
      return [{ kind, text: second.replace(/^ (?= *`)|(` *) $/gu, '$1') }];
    case 'autolink':
      return [{ kind, text: first, target: first }];
    case 'link':
      return [
        { kind, text: shownText(readInline(first)), target: second },
        ...readInline(first).filter(isOdd),
      ];
    case 'strong':
    case 'underline':
    case 'emphasis':
    case 'strike':
    case 'spoiler':
      return [{ kind, text: '' }, ...readInline(first), { kind, text: '' }];
    case 'heading':
    case 'small':
    case 'quote':
    case 'item':
      return [{ kind, text: '' }];
    default:
      return [{ kind, text: whole }];
  }
}

/** What stands within a mark; there no line starts. */
function readInline(markdown: string): Token[] {
  const [first, ...others] = readDiscord(`\u200B${markdown}`);
  return [{ kind: 'text', text: first?.text.slice(1) ?? '' }, ...others];
}

function isOdd({ kind }: Token): boolean {
  return ['mention', 'emoji', 'timestamp', 'url', 'spoiler', 'fence'].includes(kind);
}

function add(tokens: Token[], token: Token): void {
  const last = tokens.at(-1);
  if (last?.kind === 'text' && token.kind === 'text')
    tokens[tokens.length - 1] = { kind: 'text', text: last.text + token.text };
  else tokens.push(token);
}
