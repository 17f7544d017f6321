import { fenceEnd, isFence } from '../../core/blocks.ts';

const HEADING = /^#{1,6}(?!#)/u;

/**
 * Escapes the `{#id}` of headings, which is none of MDX: `escapeMarkdownHeadingIds` of `@docusaurus/utils` and of Rspress. Unlike there,
 * code stays as it is.
 */
export function escapeHeadingIds(body: string): string {
  if (!body.includes('{#')) return body;
  const lines = body.split('\n');
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (isFence(line)) index = fenceEnd(lines, index);
    else if (HEADING.test(line)) lines[index] = escapeId(line);
  }
  return lines.join('\n');
}

function escapeId(line: string): string {
  return line.replace('{#', String.raw`\{#`).replace(String.raw`\\{#`, String.raw`\{#`);
}
