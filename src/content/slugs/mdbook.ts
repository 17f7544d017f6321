/**
 * Trimmed and in lower case; letters, numbers, `_` and `-` are kept, white space becomes `-`, all else vanishes. Source:
 * `id_from_content` in mdBook 0.5's `crates/mdbook-html/src/utils.rs`.
 */
export function mdbookSlug(text: string): string {
  return kept(text.trim().toLowerCase());
}

/** The same, with only ASCII in lower case. Source: `normalize_id` in mdBook 0.4's `src/utils/mod.rs`. */
export function mdbook04Slug(text: string): string {
  return kept(text.trim().replace(/^#+/u, '').trim()).replace(/[A-Z]/gu, (letter) => letter.toLowerCase());
}

function kept(text: string): string {
  return text.replace(/[^\p{Alphabetic}\p{N}_\-\s]/gu, '').replace(/\s/gu, '-');
}
