import { githubSlug } from './github.ts';

/**
 * As `github`, without the hyphen that emoji and other punctuation leave at the end: `rehypeHeadingIds` of `@astrojs/markdown-remark` 6,
 * which Astro up to 5 has.
 */
export function astro5Slug(text: string): string {
  return withoutLastHyphen(githubSlug(text));
}

/** Of more than one hyphen at the end, one is left out. */
export function withoutLastHyphen(slug: string): string {
  return slug.endsWith('-') ? slug.slice(0, -1) : slug;
}
