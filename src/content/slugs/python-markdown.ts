/**
 * As Python-Markdown makes it (`slugify` in `markdown/extensions/toc.py`): only ASCII is left, so that a heading in another alphabet
 * has an empty one.
 */
export function pythonMarkdownSlug(text: string): string {
  const ascii = text.normalize('NFKD').replace(/[^\0-\x7F]/gu, '');
  return ascii
    .replace(/[^\w\s-]/gu, '')
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/gu, '-');
}
