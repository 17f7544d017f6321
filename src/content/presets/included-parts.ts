/** A place where another file's text is put in, which may have headings of its own. */
export interface Include {
  /** 1-based. */
  readonly line: number;
  /** The file, as it is written. */
  readonly path: string;
}

/** A heading of which the file itself makes an id. */
interface Numbered {
  readonly line: number;
  /** What its id would be, were it the only one of its text. */
  readonly slug: string;
}

/**
 * Tells whether a heading's id may be another than the file itself tells, since a part that is included before it has one of the same
 * text: that is what a part has that is named by one of its words, and what the page itself has more than once.
 */
export function mayBeShared(
  includes: readonly Include[],
  headings: readonly Numbered[],
): (heading: Numbered) => boolean {
  if (includes.length === 0) return () => false;
  const counts = new Map<string, number>();
  for (const { slug } of headings) counts.set(slug, (counts.get(slug) ?? 0) + 1);
  return ({ line, slug }) => {
    const before = includes.filter((include) => include.line <= line);
    if (before.length === 0) return false;
    const words = wordsOf(slug);
    const named = new Set(before.flatMap(({ path }) => wordsOf(path)));
    return words.length === 0 || (counts.get(slug) ?? 0) > 1 || words.some((word) => named.has(word));
  };
}

/** Without the ends by which the forms of a word differ. */
function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, 5));
}
