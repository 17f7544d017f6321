import type { AnchorRules } from './collection-rules.ts';
import { encodePath } from './encode-path.ts';
import { createUniqueIds } from './presets/unique-ids.ts';
import { slugNamed } from './slugs/slug-named.ts';

/** What the address of a section depends on. */
export interface AnchorInput {
  /** 1 to 6. */
  readonly level: number;
  /** Plain text. */
  readonly heading: string;
  /** The id that the author gave; undefined for none. */
  readonly customId: string | undefined;
}

/** Gives each heading of one page, in document order, what its address adds to the page's: empty for nothing. */
export type NextAnchor = (input: AnchorInput) => string;

/** The anchors of one page. */
export function createAnchors(rules: AnchorRules): NextAnchor {
  const unique = createUniqueIds(rules.duplicates);
  const open: { readonly level: number; readonly anchor: string }[] = [];
  return ({ level, heading, customId }) => {
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const parent = open.at(-1)?.anchor ?? '';
    const anchor = anchorOf({ level, heading, customId }, { rules, parent, unique });
    open.push({ level, anchor });
    return anchor;
  };
}

interface Place {
  readonly rules: AnchorRules;
  /** The anchor of the section that this one is part of. */
  readonly parent: string;
  readonly unique: (slug: string) => string;
}

function anchorOf({ level, heading, customId }: AnchorInput, { rules, parent, unique }: Place): string {
  if (rules.style === 'none') return '';
  const slug = customId ?? slugNamed(rules.slug)(heading);
  if (rules.style === 'path') {
    if (level === 1 || level > rules.depth || slug === '') return parent;
    return unique(`${parent}/${encodePath(slug)}`);
  }
  const id = customId ?? unique(slug);
  // Every heading counts for the numbers of its duplicates, also one that is not linked to.
  if (level === 1) return '';
  return level > rules.depth || slug === '' ? parent : `#${encodeURIComponent(id)}`;
}
