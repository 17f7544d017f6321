import { fenceEnd, isFence } from '../../core/blocks.ts';

/** A line that is nothing but tags of Liquid or Nunjucks: `{% if x %}`. */
const TAGS_ONLY = /^\s*(?:\{%-?(?:(?!%\}).)*%\}\s*)+$/u;
const BEGIN = /\{%-?\s*(?:for|if|unless|case|comment|set|capture|macro)\b(?!.*\{%-?\s*end)/u;
const END = /\{%-?\s*end(?:for|if|unless|case|comment|set|capture|macro)\b/u;

/** The text without lines that only tell the template engine something, as empty lines. */
export function blankTags(body: string): string {
  const lines = body.split('\n');
  for (let index = 0; index < lines.length; index += 1) {
    if (isFence(lines[index] ?? '')) index = fenceEnd(lines, index);
    else if (TAGS_ONLY.test(lines[index] ?? '')) lines[index] = '';
  }
  return lines.join('\n');
}

/** The lines (1-based) of which nobody knows whether they are on the page, or how often. */
export function conditionalLines(body: string): ReadonlySet<number> {
  const found = new Set<number>();
  let depth = 0;
  for (const [index, line] of body.split('\n').entries()) {
    if (END.test(line)) depth = Math.max(0, depth - 1);
    if (depth > 0) found.add(index + 1);
    if (BEGIN.test(line)) depth += 1;
  }
  return found;
}
