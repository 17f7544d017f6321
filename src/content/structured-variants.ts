import type { StructuredRule } from './collection-rules.ts';
import { isRecord } from './frontmatter.ts';
import type { Thing } from './structured-parts.ts';

/** The things of one alternative, and those of the others. */
export interface Variants {
  readonly chosen: readonly Thing[];
  readonly others: readonly { readonly name: string; readonly things: readonly Thing[] }[];
}

/** The value itself where it is a list; of a map of alternatives the preferred one, and the others beside it. */
export function chooseVariant(value: unknown, { variants }: StructuredRule): Variants {
  if (Array.isArray(value)) return { chosen: value.filter(isRecord), others: [] };
  if (!isRecord(value)) return { chosen: [], others: [] };
  const lists = Object.entries(value).map(([name, list]) => ({
    name,
    things: Array.isArray(list) ? list.filter(isRecord) : [],
  }));
  if (lists.every(({ things }) => things.length === 0)) return { chosen: [value], others: [] };
  const filled = lists.filter(({ things }) => things.length > 0);
  const best = variants.flatMap((name) => filled.find((list) => list.name === name) ?? [])[0] ?? filled[0];
  return { chosen: best?.things ?? [], others: filled.filter((list) => list !== best) };
}
