/**
 * Lower case; each run of what is no letter or number becomes one `-`, and none stands at an end. Source:
 * `SanitizedAnchorName` in Hugo's `markup/blackfriday/anchors.go`.
 */
export function blackfridaySlug(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '')
    .replace(/\p{L}/gu, (letter) => String.fromCodePoint(letter.toLowerCase().codePointAt(0) ?? 0));
}
