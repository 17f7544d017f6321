import { renderLiquid } from './liquid.ts';
import { proseLines } from './prose-lines.ts';

/** Text without Liquid and without what kramdown takes for attributes. */
export function unifyJekyll(body: string): string {
  const lines = renderLiquid(body).text.split('\n');
  const isProse = proseLines(lines);
  lines.forEach((line, index) => {
    if (isProse[index] !== true) return;
    if (BOX.test(line) && lines[index + 1]?.trim() !== '') lines[index] = '';
    if (!line.includes('{:')) return;
    if (TOC.test(line) && LIST.test(lines[index - 1] ?? '')) lines.fill('', index - 1, index + 1);
    else if (ATTRIBUTES.test(line)) lines[index] = '';
    else lines[index] = line.replace(SPAN_ATTRIBUTES, '');
  });
  return lines.join('\n');
}

/** What follows is Markdown, which it is elsewhere only behind a blank line. */
const BOX = /^\s*<(?:div|section|article|aside|main)\b[^<>]*\bmarkdown\s*=[^<>]*>\s*$/iu;
/** The list above becomes a table of contents. */
const TOC = /^\s*\{:\s*toc\b[^}]*\}\s*$/u;
const LIST = /^\s*(?:[-*+]|\d+\.)\s/u;
/** `{: .note }`, and `{::options …}`, on lines of their own. */
const ATTRIBUTES = /^[\s>]*\{:[:/]?[^}]*\}\s*$/u;
/** `[text](url){:target="_blank"}` */
const SPAN_ATTRIBUTES = /(?<=[)\]*_`>])\{:[^}]*\}/gu;
