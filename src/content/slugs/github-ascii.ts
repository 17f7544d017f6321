import { hugoSlug } from './hugo.ts';

/**
 * As `hugo`, without accents and all else that is not ASCII. Source: `autoHeadingIDType: github-ascii` in Hugo's
 * `markup/goldmark/autoid.go`, and `RemoveAccents` in its `common/text/transform.go`.
 */
export function githubAsciiSlug(text: string): string {
  return hugoSlug(text.normalize('NFD').replace(/[^\0-\u007F]/gu, ''));
}
