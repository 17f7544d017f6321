/** What Discord makes of a message's text. Text keeps its line breaks. */
export type DiscordNode =
  | { readonly kind: 'text' | 'code' | 'mention'; readonly text: string }
  | { readonly kind: 'code-block'; readonly language: string; readonly text: string }
  | { readonly kind: 'link'; readonly url: string; readonly children: readonly DiscordNode[] }
  | { readonly kind: 'heading'; readonly level: number; readonly children: readonly DiscordNode[] }
  | { readonly kind: 'list'; readonly start: number | undefined; readonly items: readonly DiscordNode[][] }
  | { readonly kind: Span; readonly children: readonly DiscordNode[] };

type Span = 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler' | 'subtext' | 'quote';

/** What a text stands in, which decides on what it may hold. */
interface Within {
  /** False in the midst of a line, where no block begins. */
  readonly blocks: boolean;
  readonly quote: boolean;
  readonly link: boolean;
  readonly depth: number;
}

/** What is nested deeper is shown as it was written. */
const DEEPEST = 30;

interface Rule {
  /** Holds where lines begin only. */
  readonly block?: true;
  readonly pattern: RegExp;
  /** Undefined where the rule does not hold in the end. */
  readonly read: (match: readonly string[], within: Within) => DiscordNode | undefined;
}

/** Discord's Markdown, in the order in which its client looks: https://support.discord.com/hc/articles/210298617 */
const RULES: readonly Rule[] = [
  {
    block: true,
    pattern: / *(#{1,3}) +([^\n]+)\n?/y,
    read: ([, signs = '', text = ''], within) => ({
      kind: 'heading',
      level: signs.length,
      children: parse(text.trim(), inLine(within)),
    }),
  },
  {
    block: true,
    pattern: /-# +([^\n]+)\n?/y,
    read: ([, text = ''], within) => ({ kind: 'subtext', children: parse(text, inLine(within)) }),
  },
  {
    block: true,
    pattern: / *>>> +([^]*)| *> [^\n]*(?:\n *> [^\n]*)*\n?/y,
    read: ([whole = '', rest], within) => {
      if (within.quote) return undefined;
      const text = rest ?? whole.replace(/^ *> /gmu, '').replace(/\n$/u, '');
      return { kind: 'quote', children: parse(text, { ...within, quote: true }) };
    },
  },
  {
    block: true,
    pattern: /( *)(?:[-*]|\d{1,9}\.) [^\n]*(?:\n(?: +[^\n]+|\1(?:[-*]|\d{1,9}\.) [^\n]*))*\n?/y,
    read: ([whole = ''], within) => listOf(whole.replace(/\n$/u, ''), within),
  },
  {
    pattern: /```(?:([\w+.#-]+)\n)?\n*([^\n][^]*?)\n*```\n?/y,
    read: ([, language = '', text = '']) => ({ kind: 'code-block', language, text }),
  },
  { pattern: /\\([^0-9A-Za-z\s])/y, read: ([, text = '']) => ({ kind: 'text', text }) },
  {
    pattern: /(`+)([^]*?[^`])\1(?!`)/y,
    read: ([, , text = '']) => ({ kind: 'code', text: text.replace(/^ (?= *`)|(?<=` *) $/gu, '') }),
  },
  {
    pattern: /\[((?:\\.|[^\\[\]\n]|\[[^[\]\n]*\])+)\]\(<?(https?:\/\/(?:\([^()\s]*\)|[^\s()<>])+)>?\)/y,
    read: ([, label = '', url = ''], within) => {
      // An address that names another is drawn as it was written, so that nobody is led astray.
      if (within.link || /https?:\/\//u.test(label)) return undefined;
      return { kind: 'link', url, children: parse(label, { ...inLine(within), link: true }) };
    },
  },
  { pattern: /<(https?:\/\/[^\s<>]+)>/y, read: ([, url = ''], within) => bareLink(url, within) },
  {
    pattern: /(?<!\w)https?:\/\/[^\s<]+[^<.,:;"'\])\s]/y,
    read: ([url = ''], within) => bareLink(url, within),
  },
  { pattern: /<@!?\d+>/y, read: () => ({ kind: 'mention', text: '@user' }) },
  { pattern: /<@&\d+>/y, read: () => ({ kind: 'mention', text: '@role' }) },
  { pattern: /<#\d+>/y, read: () => ({ kind: 'mention', text: '#channel' }) },
  { pattern: /<id:(\w+)(?::\d+)?>/y, read: ([, text = '']) => ({ kind: 'mention', text }) },
  { pattern: /<t:\d+(?::\w)?>/y, read: () => ({ kind: 'mention', text: 'a time' }) },
  { pattern: /<(\/[^\n:<>]+):\d+>/y, read: ([, text = '']) => ({ kind: 'mention', text }) },
  { pattern: /<a?(:\w+:)\d+>/y, read: ([, text = '']) => ({ kind: 'mention', text }) },
  span('bold', /\*\*((?:\\[^]|[^\\])+?)\*\*(?!\*)/y),
  span('underline', /__((?:\\[^]|[^\\])+?)__(?!_)/y),
  span('italic', /\*(?=\S)((?:\*\*|\\[^]|[^\\*])+?)(?<!\s)\*(?!\*)/y),
  span('italic', /(?<!\w)_((?:__|\\[^]|[^\\_])+?)_(?!\w)/y),
  span('strike', /~~((?:\\[^]|[^\\])+?)~~/y),
  span('spoiler', /\|\|((?:\\[^]|[^\\])+?)\|\|/y),
];

/** Reads a text display as Discord's client does. `@everyone` stays text: no message of ours may ping. */
export function parseDiscordMarkdown(text: string): DiscordNode[] {
  return parse(text, { blocks: true, quote: false, link: false, depth: 0 });
}

function parse(text: string, within: Within): DiscordNode[] {
  if (within.depth > DEEPEST) return [{ kind: 'text', text }];
  const nodes: DiscordNode[] = [];
  let at = 0;
  while (at < text.length) {
    const found = match(text, at, within);
    nodes.push(found?.node ?? { kind: 'text', text: text.charAt(at) });
    at = found?.end ?? at + 1;
  }
  return joined(nodes);
}

function match(text: string, at: number, within: Within): { node: DiscordNode; end: number } | undefined {
  const begins = within.blocks && (at === 0 || text[at - 1] === '\n');
  const inner = { ...within, depth: within.depth + 1 };
  for (const { block, pattern, read } of RULES) {
    if (block && !begins) continue;
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    // The pattern is in use again while the node is read.
    const end = pattern.lastIndex;
    const node = found === null ? undefined : read(found, inner);
    if (node !== undefined) return { node, end };
  }
  return undefined;
}

/** Neighbouring texts as one. */
function joined(nodes: readonly DiscordNode[]): DiscordNode[] {
  const result: DiscordNode[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.kind === 'text' && last?.kind === 'text')
      result[result.length - 1] = { kind: 'text', text: last.text + node.text };
    else result.push(node);
  }
  return result;
}

const ITEM = /^( *)([-*]|\d{1,9}\.) (.*)$/u;

/** Each item with the lines that are indented below it. */
function listOf(text: string, within: Within): DiscordNode {
  const [, margin = '', sign = ''] = ITEM.exec(text.split('\n', 1)[0] ?? '') ?? [];
  const items: string[][] = [];
  for (const line of text.split('\n')) {
    const [, indent = '', , rest = ''] = ITEM.exec(line) ?? [];
    if (ITEM.test(line) && indent.length <= margin.length) items.push([rest]);
    else items.at(-1)?.push(line);
  }
  const outdent = new RegExp(`^ {1,${margin.length + sign.length + 1}}`, 'u');
  return {
    kind: 'list',
    start: sign.endsWith('.') ? Number.parseInt(sign, 10) : undefined,
    items: items.map((lines) => {
      const own = lines.map((line, index) => (index === 0 ? line : line.replace(outdent, '')));
      return parse(own.join('\n'), within);
    }),
  };
}

function span(kind: Span, pattern: RegExp): Rule {
  return { pattern, read: ([, text = ''], within) => ({ kind, children: parse(text, inLine(within)) }) };
}

function bareLink(url: string, within: Within): DiscordNode | undefined {
  return within.link ? undefined : { kind: 'link', url, children: [{ kind: 'text', text: url }] };
}

function inLine(within: Within): Within {
  return { ...within, blocks: false };
}
