import { ADMONITION, DETAILS, TAB_START } from './python-markdown-titled.ts';

/**
 * Admonitions, blocks that fold, and tabs of Python-Markdown, whose content is indented by four, as `:::` directives; also those that
 * `pymdownx.blocks` writes as `/// note | Title`. Every line stays a line: a block ends at the blank line behind it, and where there
 * is none it is only its title in bold.
 */
export function unifyContainers(body: string): string {
  return body.includes('!!!') || body.includes('???') || body.includes('===') || body.includes('///')
    ? unifyLines(body.split('\n')).lines.join('\n')
    : body;
}

interface Unified {
  readonly lines: readonly string[];
  /** How many directives stand in one another. */
  readonly depth: number;
}

function unifyLines(given: readonly string[]): Unified {
  const lines = [...given];
  let depth = 0;
  let index = 0;
  while (index < lines.length) {
    const line = lines[index] ?? '';
    const fence = /^\s*(`{3,}|~{3,})/u.exec(line)?.[1];
    const opened = fence === undefined ? openingOf(line) : undefined;
    if (fence !== undefined) index = fenceEnd(lines, index, fence);
    else if (opened === undefined) lines[index] = unifySlashes(line);
    else {
      const end = contentEnd(lines, index, opened.indent);
      const inside = unifyLines(lines.slice(index + 1, end).map((text) => dedented(text, opened.indent)));
      const written = write(opened, inside, lines[end]);
      lines.splice(index, written.lines.length, ...written.lines);
      depth = Math.max(depth, written.depth);
      index += written.lines.length - 1;
    }
    index += 1;
  }
  return { lines, depth };
}

interface Opening {
  readonly indent: string;
  /** Undefined for a tab. */
  readonly name: string | undefined;
  /** Undefined for none of its own. */
  readonly title: string | undefined;
}

function openingOf(line: string): Opening | undefined {
  const text = line.trim();
  const indent = line.slice(0, line.indexOf(text));
  if (!/^[!?=]/u.test(text)) return undefined;
  const tab = TAB_START.exec(text);
  if (tab !== null) return { indent, name: undefined, title: tab[2] ?? '' };
  const admonition = ADMONITION.exec(text);
  if (admonition !== null) return { indent, name: nameOf(admonition[1]), title: admonition[2] };
  const details = text.length > 3 ? DETAILS.exec(text) : null;
  return details === null
    ? undefined
    : { indent, name: nameOf(details[2] ?? details[4] ?? 'note'), title: details[3] };
}

/** The first of several classes, such as of `!!! note inline`, is the type. */
function nameOf(type = ''): string {
  return (/^[A-Za-z][\w-]*/u.exec(type)?.[0] ?? 'note').toLowerCase();
}

function fenceEnd(lines: readonly string[], start: number, fence: string): number {
  for (let index = start + 1; index < lines.length; index += 1) {
    const text = (lines[index] ?? '').trim();
    if (text.startsWith(fence) && text.replaceAll(fence[0] ?? '', '') === '') return index;
  }
  return lines.length;
}

/** The line behind the content: the first that is not indented, or else the blank ones before it. */
function contentEnd(lines: readonly string[], start: number, indent: string): number {
  let end = start + 1;
  for (let index = start + 1; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line.trim() === '') continue;
    if (columnsOf(line) < columnsOf(indent) + 4) break;
    end = index + 1;
  }
  return end;
}

function columnsOf(line: string): number {
  return (/^\s*/u.exec(line)?.[0] ?? '').replaceAll('\t', '    ').length;
}

/** A line of the content, without the four columns. */
function dedented(text: string, indent: string): string {
  const rest = text.slice(indent.length);
  return indent + (rest.startsWith('\t') ? rest.slice(1) : rest.replace(/^ {1,4}/u, ''));
}

/** The directive, or only the title in bold; `after` is the line behind the content. */
function write({ indent, name, title }: Opening, inside: Unified, after: string | undefined): Unified {
  if (name === undefined || (after !== undefined && after.trim() !== '')) {
    const label = title ?? (name === undefined ? '' : readable(name));
    return { lines: [label === '' ? '' : `${indent}**${label}**`, ...inside.lines], depth: inside.depth };
  }
  const colons = ':'.repeat(3 + inside.depth);
  const label = title === undefined ? readable(name) : title;
  const first = `${indent}${colons}${name}${label === '' ? '' : `[${label.replace(/[[\]\\]/gu, String.raw`\$&`)}]`}`;
  const lines = [first, ...inside.lines];
  return {
    lines: after === undefined ? lines : [...lines, `${indent}${colons}`],
    depth: inside.depth + 1,
  };
}

function readable(name: string): string {
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}

const SLASHES = /^( *)(\/{3,})(?: ([\w-]+)(?: *\| *(.*?))?)? *$/u;

/** `/// note | Title` and the `///` that ends it. */
function unifySlashes(line: string): string {
  const found = line.includes('///') ? SLASHES.exec(line) : null;
  if (found === null) return line;
  const [, indent = '', slashes = '', name, title] = found;
  const colons = ':'.repeat(slashes.length);
  if (name === undefined) return `${indent}${colons}`;
  return `${indent}${colons}${nameOf(name)}[${(title ?? readable(name)).replace(/[[\]\\]/gu, String.raw`\$&`)}]`;
}
