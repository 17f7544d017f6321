/** A text without Liquid. */
export interface Rendered {
  /** Line by line the same as before. */
  readonly text: string;
  /** Indices of the lines on which something stands that only Jekyll knows. */
  readonly unknown: ReadonlySet<number>;
}

const TAG =
  /\{%-?\s*(\w+)?((?:"[^"\n]*"|'[^'\n]*'|[^%{"']|%(?!\}))*)-?%\}|\{\{-?((?:"[^"\n]*"|'[^'\n]*'|[^{}"']|\}(?!\}))*)-?\}\}/gu;
const RAW = /^raw$|^comment$|^highlight$/u;

/**
 * Leaves out Liquid's tags: what `raw` holds stays, a comment vanishes, `highlight` becomes a fence, `link` the file, and a text with
 * filters the text; all else is for Jekyll to know. Source: https://jekyllrb.com/docs/liquid/
 */
export function renderLiquid(body: string): Rendered {
  if (!body.includes('{%') && !body.includes('{{')) return { text: body, unknown: new Set() };
  const unknown = new Set<number>();
  const parts: string[] = [];
  let at = 0;
  let line = 0;
  const keep = (text: string): void => {
    parts.push(text);
    line += text.split('\n').length - 1;
  };
  for (let match = nextTag(body, at); match !== null; match = nextTag(body, at)) {
    keep(body.slice(at, match.index));
    const [whole, name = '', rest = '', output] = match;
    at = match.index + whole.length;
    const end = RAW.test(name) ? endOf(body, at, name) : undefined;
    if (end !== undefined) {
      keep(insideOf({ name, rest: rest.trim() }, body.slice(at, end.start)));
      at = end.end;
      continue;
    }
    const text = output === undefined ? linked(name, rest.trim()) : literal(output.trim());
    if (text === undefined) unknown.add(line);
    keep((text ?? '') + whole.replace(/[^\n]+/gu, ''));
  }
  keep(body.slice(at));
  return { text: parts.join(''), unknown };
}

function nextTag(body: string, from: number): RegExpExecArray | null {
  TAG.lastIndex = from;
  return TAG.exec(body);
}

function endOf(body: string, from: number, name: string): { start: number; end: number } | undefined {
  const closing = new RegExp(String.raw`\{%-?\s*end${name}\s*-?%\}`, 'gu');
  closing.lastIndex = from;
  const match = closing.exec(body);
  return match === null ? undefined : { start: match.index, end: match.index + match[0].length };
}

interface Tag {
  readonly name: string;
  readonly rest: string;
}

function insideOf({ name, rest }: Tag, inside: string): string {
  if (name === 'raw') return inside;
  if (name === 'comment') return inside.replace(/[^\n]+/gu, '');
  const language = /^[\w+#-]+/u.exec(rest)?.[0] ?? '';
  const isBlock = inside.startsWith('\n') && inside.trimEnd() !== '';
  return isBlock ? `${fence(inside)}${language}${inside.replace(/[ \t]+$/u, '')}${fence(inside)}` : inside;
}

function fence(inside: string): string {
  const longest = Math.max(2, ...[...inside.matchAll(/`{3,}/gu)].map(([ticks]) => ticks.length));
  return '`'.repeat(longest + 1);
}

/** `{% link a.md %}` and `{% post_url 2024-01-05-a %}` as the files that they lead to. */
function linked(name: string, rest: string): string | undefined {
  if (name === 'link') return `/${rest.replace(/^\//u, '')}`;
  return name === 'post_url' ? `/_posts/${rest.replace(/^\//u, '')}.md` : undefined;
}

/** `'/a' | relative_url` is a text; the site's own address is left out, since links begin with `/`. */
function literal(output: string): string | undefined {
  const text = /^(?:"([^"]*)"|'([^']*)')/u.exec(output);
  if (text !== null) return text[1] ?? text[2] ?? '';
  return /^site\.(?:baseurl|url)\b/u.test(output) ? '' : undefined;
}
