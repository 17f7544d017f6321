import type { AnchorRules } from '../collection-rules.ts';

/** Gives each slug of one page, in document order, an id that none before it has. */
export type UniqueId = (slug: string) => string;

const SEPARATORS = { dash: '-', underscore: '_', 'dash-two': '-' } as const;

/** Numbers what comes twice: `a`, `a-1`, `a-2`; a numbered id counts as taken too, as github-slugger has it. */
export function createUniqueIds(duplicates: AnchorRules['duplicates']): UniqueId {
  if (duplicates === 'same') return (slug) => slug;
  const separator = SEPARATORS[duplicates];
  const first = duplicates === 'dash-two' ? 1 : 0;
  const counts = new Map<string, number>();
  return (slug) => {
    let count = counts.get(slug) ?? first;
    let result = slug;
    while (counts.has(result)) {
      count += 1;
      result = `${slug}${separator}${count}`;
    }
    counts.set(slug, count);
    counts.set(result, counts.get(result) ?? first);
    return result;
  };
}
