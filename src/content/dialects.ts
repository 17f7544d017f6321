import { fenceEnd, isFence } from '../core/blocks.ts';

/** `## Title {#id}` is no MDX, though it is written in it: the brace would begin an expression. */
const CURLY_ID = /^( {0,3}#{1,6} .*[^\\])\{(#[^{}]+\})$/u;

/** `::: tip Title` and `:::tip Title`, as VitePress and Docusaurus take it, for `:::tip[Title]`. */
const CONTAINER = /^(\s*:{3,}) *([A-Za-z][\w-]*)(?:[ \t]+([^\s{[][^\]]*))?$/u;

/** Imports, exports, and tags of components on lines of their own. */
const MODULE_LINE = /^\s*(?:import\s.*['"];?|export\s.*|<\/?[A-Z][\w.]*(?:\s[^<>]*)?>)$/u;

/** Brings what site generators write in their own way into the form that the parser knows; every line stays a line. */
export function unifyDialects(text: string, isMdx: boolean): string {
  return mapProse(text, (line) => unifyLine(line, isMdx));
}

/** What is program rather than prose in MDX as spaces, for a text that cannot be read as MDX. */
export function blankModuleLines(text: string): string {
  return mapProse(text, (line) => (MODULE_LINE.test(line.trimEnd()) ? ' '.repeat(line.length) : line));
}

/** Maps the lines that are not within a fence. */
function mapProse(text: string, map: (line: string) => string): string {
  const lines = text.split('\n');
  // A fence may be indented by the component or list that it stands in.
  const bare = lines.map((line) => line.trimStart());
  for (let index = 0; index < lines.length; index += 1) {
    if (isFence(bare[index] ?? '')) index = fenceEnd(bare, index);
    else lines[index] = map(lines[index] ?? '');
  }
  return lines.join('\n');
}

function unifyLine(line: string, isMdx: boolean): string {
  if (line.includes(':::')) return line.trimEnd().replace(CONTAINER, containerLine);
  return isMdx && line.includes('{#') ? line.trimEnd().replace(CURLY_ID, String.raw`$1\{$2`) : line;
}

// oxlint-disable-next-line max-params -- String.replace passes each group as a parameter
function containerLine(_line: string, colons: string, name: string, title = ''): string {
  return `${colons}${name}${title === '' ? '' : `[${title}]`}`;
}
