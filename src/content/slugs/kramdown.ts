/**
 * Of the raw Markdown of a heading: from the first ASCII letter on, only ASCII letters, digits, spaces and `-`, lower case, spaces as
 * `-`; `section` where nothing is left. Source: `basic_generate_id` in kramdown's `lib/kramdown/converter/base.rb`.
 */
export function kramdownSlug(text: string): string {
  const slug = text
    .replace(/^[^a-zA-Z]+/u, '')
    .replace(/[^a-zA-Z0-9 -]/gu, '')
    .replace(/ /gu, '-')
    .toLowerCase();
  return slug === '' ? 'section' : slug;
}
