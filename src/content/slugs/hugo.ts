/**
 * Of the raw Markdown of a heading: lower case; letters, digits, `_` and `-` are kept, spaces become `-`, all else vanishes.
 * Source: `sanitizeAnchorName` in Hugo's `markup/goldmark/autoid.go`.
 */
export function hugoSlug(text: string): string {
  return text
    .replace(/ /gu, '-')
    .replace(/[^\p{L}\p{Nd}_-]/gu, '')
    .replace(/\p{L}/gu, lower);
}

/** Go lowers each letter by itself, to one letter. */
function lower(letter: string): string {
  return String.fromCodePoint(letter.toLowerCase().codePointAt(0) ?? 0);
}
