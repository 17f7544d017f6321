import { slug as githubSlug } from 'github-slugger';
import type { AnchorRules } from './collection-rules.ts';
import { encodePath } from './site.ts';

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
  const unique = createUnique(rules.duplicates);
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
  const slug = customId ?? slugOf(heading, rules);
  if (rules.style === 'path') {
    if (level === 1 || level > rules.depth || slug === '') return parent;
    return unique(`${parent}/${encodePath(slug)}`);
  }
  const id = customId ?? unique(slug);
  // Every heading counts for the numbers of its duplicates, also one that is not linked to.
  if (level === 1) return '';
  return level > rules.depth || slug === '' ? parent : `#${encodeURIComponent(id)}`;
}

function slugOf(heading: string, { slug }: AnchorRules): string {
  if (slug === 'github') return githubSlug(heading);
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
}

/** Numbers what comes twice; a numbered slug counts as taken too, as github-slugger has it. */
function createUnique(duplicates: AnchorRules['duplicates']): (slug: string) => string {
  if (duplicates === 'same') return (slug) => slug;
  const separator = duplicates === 'dash' ? '-' : '_';
  const counts = new Map<string, number>();
  return (slug) => {
    let count = counts.get(slug) ?? 0;
    let result = slug;
    while (counts.has(result)) {
      count += 1;
      result = `${slug}${separator}${count}`;
    }
    counts.set(slug, count);
    counts.set(result, counts.get(result) ?? 0);
    return result;
  };
}
