import type { AnchorRules } from './collection-rules.ts';

/** A heading whose fragment the generator's own rule gave. */
interface Addressed {
  /** 1 to 6. */
  readonly level: number;
  /** Percent-encoded; empty for none. */
  readonly fragment?: string | undefined;
}

/**
 * Gives each heading of one page, in document order, what its address adds to the page's: empty for nothing. The title that a page
 * begins with is the page itself, and so is what shares its id with an earlier heading, since a browser goes to the first.
 */
export function createFragments(rules: AnchorRules): (heading: Addressed) => string {
  const taken = new Set<string>();
  const open: { readonly level: number; readonly anchor: string }[] = [];
  let isFirst = true;
  return ({ level, fragment = '' }) => {
    const isTitle = isFirst && level === 1;
    isFirst = false;
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const isOwn = fragment !== '' && !taken.has(fragment);
    taken.add(fragment);
    const anchor = rules.style === 'none' || isTitle || !isOwn ? '' : `#${fragment}`;
    const given = level > rules.depth ? (open.at(-1)?.anchor ?? '') : anchor;
    open.push({ level, anchor: given });
    return given;
  };
}
