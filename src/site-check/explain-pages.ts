import type { MissingPage, MovedPage } from './finding.ts';
import type { KnownPaths, NearPath } from './known-paths.ts';
import { differentlyPlaced, pathDifference } from './path-difference.ts';
import type { PathDifference } from './path-difference.ts';
import { pathOf } from './site-path.ts';

/** A page that is not where Signpost links to, where it is, and the rule in that. */
export interface ExplainedPage {
  readonly finding: MissingPage | MovedPage;
  /** Its decoded path, or its URL where that is on another host; empty where it is nowhere. */
  readonly at: string;
  /** Undefined where there is no rule in it. */
  readonly difference: PageDifference | undefined;
}

export type PageDifference =
  | PathDifference
  /** The page is at another host, or at the same by another protocol. */
  | { readonly kind: 'origin'; readonly origin: string }
  /** A section has no page of its own. */
  | { readonly kind: 'section' };

/** Finds for each page where it is, by the rules that hold for most of them. */
export function explainPages(
  findings: readonly (MissingPage | MovedPage)[],
  known: KnownPaths,
): readonly ExplainedPage[] {
  const missing = findings.filter((finding) => finding.kind === 'missing');
  const near = new Map(missing.map((finding) => [finding, known.near(pathOf(finding.target.url))]));
  const votes = new Map<string, { difference: PathDifference; pages: number }>();
  for (const paths of near.values()) {
    for (const [label, difference] of new Map(
      paths.map(({ difference }) => [labelOf(difference), difference]),
    ))
      votes.set(label, { difference, pages: (votes.get(label)?.pages ?? 0) + 1 });
  }
  const rules = [...votes.values()]
    .filter(({ pages }) => pages >= RULE)
    .sort((a, b) => b.pages - a.pages)
    .slice(0, RULES)
    .map(({ difference }) => difference);
  return findings.map((finding) =>
    finding.kind === 'moved'
      ? explainMoved(finding)
      : explainMissing(finding, { near: near.get(finding) ?? [], votes, rules, known }),
  );
}

/** So many pages make a rule that may hold for others, which cannot be told by their names alone. */
const RULE = 3;
/** No site differs by more rules than that at once. */
const RULES = 5;

/** What two pages have in common that differ by the same rule. */
export function labelOf(difference: PageDifference): string {
  return JSON.stringify(difference);
}

function explainMoved(finding: MovedPage): ExplainedPage {
  const [from, to] = [new URL(finding.target.url), new URL(finding.to)];
  if (from.origin !== to.origin)
    return { finding, at: finding.to, difference: { kind: 'origin', origin: to.origin } };
  const at = pathOf(finding.to);
  return { finding, at, difference: pathDifference(pathOf(finding.target.url), at) };
}

interface Knowledge {
  readonly near: readonly NearPath[];
  readonly votes: ReadonlyMap<string, { readonly pages: number }>;
  readonly rules: readonly PathDifference[];
  readonly known: KnownPaths;
}

function explainMissing(finding: MissingPage, { near, votes, rules, known }: Knowledge): ExplainedPage {
  const votesOf = ({ difference }: NearPath): number => votes.get(labelOf(difference))?.pages ?? 0;
  const [best, second] = [...near].sort((a, b) => votesOf(b) - votesOf(a));
  if (best !== undefined && (second === undefined || votesOf(best) > votesOf(second)))
    return { finding, at: best.path, difference: best.difference };
  const path = pathOf(finding.target.url);
  for (const difference of rules) {
    const at = foundAt(differentlyPlaced(path, difference), known);
    if (at !== undefined) return { finding, at, difference };
  }
  return { finding, at: '', difference: finding.target.isPage ? undefined : { kind: 'section' } };
}

/** A page there, also where it differs by something more. */
function foundAt(place: string | undefined, known: KnownPaths): string | undefined {
  if (place === undefined) return undefined;
  const [form] = known.formsOf(place);
  const near = form === undefined ? known.near(place) : [];
  return form ?? (near.length === 1 ? near[0]?.path : undefined);
}
