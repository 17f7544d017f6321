import { proseLines } from './prose-lines.ts';

/** `HEADING_ID_RE` of `@mintlify/common/dist/mdx/preprocessCustomHeadingIds.js`. */
const OWN_ID = /^( {0,3}#{1,6}\s+\S.*?)\s*\{\s*#([^}]+?)\s*\}\s*$/u;

/** Escapes the `{#id}` of headings, which is none of MDX; code stays as it is. */
export function unifyMintlify(body: string): string {
  if (!body.includes('#')) return body;
  const lines = body.split('\n');
  const isProse = proseLines(lines);
  return lines
    .map((line, index) =>
      isProse[index] === true && line.trimEnd().endsWith('}')
        ? line.replace(OWN_ID, String.raw`$1 \{#$2}`)
        : line,
    )
    .join('\n');
}
