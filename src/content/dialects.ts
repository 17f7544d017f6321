import { fenceEnd, isFence } from '../core/blocks.ts';

/** `## Title {#id}` is no MDX, though it is written in it: the brace would begin an expression. */
const CURLY_ID = /^( {0,3}#{1,6} .*[^\\])\{(#[^{}]+\}[ \t]*)$/u;

/** `::: tip Title` and `:::tip Title`, as VitePress and Docusaurus take it, for `:::tip[Title]`. */
const CONTAINER = /^(\s*:{3,}) *([A-Za-z][\w-]*)(?:[ \t]+([^\s{[][^\]]*?))?[ \t]*$/u;

/** Brings what site generators write in their own way into the form that the parser knows; every line stays a line. */
export function unifyDialects(text: string, isMdx: boolean): string {
  const lines = text.split('\n');
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (isFence(line)) index = fenceEnd(lines, index);
    else lines[index] = unifyLine(line, isMdx);
  }
  return lines.join('\n');
}

function unifyLine(line: string, isMdx: boolean): string {
  if (line.includes(':::')) return line.replace(CONTAINER, containerLine);
  return isMdx && line.includes('{#') ? line.replace(CURLY_ID, String.raw`$1\{$2`) : line;
}

// oxlint-disable-next-line max-params -- String.replace passes each group as a parameter
function containerLine(_line: string, colons: string, name: string, title = ''): string {
  return `${colons}${name}${title === '' ? '' : `[${title}]`}`;
}
