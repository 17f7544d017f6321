/**
 * Lower case; all but letters, marks, digits, `_`, `-` and space vanishes, and each space becomes `-`. Source:
 * `generate_gfm_header_id` in `kramdown-parser-gfm/lib/kramdown/parser/gfm.rb`.
 */
export function kramdownGfmSlug(text: string): string {
  // Ruby lowers each letter by itself.
  return [...text]
    .map((letter) => letter.toLowerCase())
    .join('')
    .replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- \t]/gu, '')
    .replace(/[ \t]/gu, '-');
}
