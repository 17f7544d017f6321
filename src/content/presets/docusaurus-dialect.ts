import { escapeHeadingIds } from './escape-heading-ids.ts';
import { mapComments } from './html-comments.ts';

/**
 * What Docusaurus does to a text before it is parsed: blocks of `mdx-code-block` are part of the page, ids of headings are escaped, and
 * HTML comments are left out, though MDX has none. `@docusaurus/mdx-loader/lib/preprocessor.js` and `@slorber/remark-comment`.
 */
export function unifyDocusaurus(body: string): string {
  return mapComments(escapeHeadingIds(unwrapBlocks(body)), withoutComment);
}

/** `unwrapMdxCodeBlocks` of `@docusaurus/utils`; the lines of the fences stay, but empty. */
function unwrapBlocks(body: string): string {
  if (!body.includes('mdx-code-block')) return body;
  const lines = body.split('\n');
  for (let index = 0; index < lines.length; index += 1) {
    const fence = /^ *(`{3,4}) *mdx-code-block$/u.exec(lines[index] ?? '')?.[1];
    if (fence === undefined) continue;
    const end = lines.findIndex((line, at) => at > index && line.trimStart() === fence);
    if (end === -1) continue;
    lines[index] = '';
    lines[end] = '';
    index = end;
  }
  return lines.join('\n');
}

const HEADING = /^#{1,6}(?!#)/u;

/** White space, and an expression of nothing where white space alone would change what stands around. */
function withoutComment(comment: string, before: string, after: string): string {
  const blank = comment.replace(/[^\n]/gu, ' ');
  if (HEADING.test(before) && /^<!--\s*#\S/u.test(comment)) return comment;
  const isHeld = HEADING.test(before.trimStart()) || (before.trim() === '' && after.trim() !== '');
  return isHeld ? `{${comment.replace(/[^\n]/gu, '')}}` : blank;
}
