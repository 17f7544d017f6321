/**
 * As markdown-it-anchor makes it where it is given no rule (`slugify` in its `index.js`): percent-encoded already, so that it stands
 * in an address as it is.
 */
export function markdownItAnchorSlug(text: string): string {
  const slug = text.trim().toLowerCase().replace(/\s+/gu, '-');
  return encodeURIComponent(slug.replace(/\p{Surrogate}/gu, '\uFFFD'));
}
