import type { Finding } from './finding.ts';
import { judge } from './judge.ts';
import type { LinkTarget } from './link-target.ts';
import type { Site } from './site.ts';
import { pathOf } from './site-path.ts';

/** What came of looking at addresses of one site. */
export interface Tally {
  readonly findings: readonly Finding[];
  /** The addresses that were looked at. */
  readonly seen: readonly LinkTarget[];
  /** Those that robots.txt asks to leave alone. */
  readonly forbidden: readonly LinkTarget[];
  /** The pages that are where they should be, and that the sitemap does not list. */
  readonly unlisted: readonly LinkTarget[];
}

export interface CheckTargetsOptions {
  /** How many addresses are looked at at a time. */
  readonly atATime: number;
  readonly signal: AbortSignal;
  readonly onSeen: () => void;
}

/** Looks at addresses, in their order; those that come after the end of the signal are left out. */
export async function checkTargets(
  site: Site,
  targets: readonly LinkTarget[],
  { atATime, signal, onSeen }: CheckTargetsOptions,
): Promise<Tally> {
  const results = new Map<LinkTarget, readonly Finding[] | 'forbidden'>();
  const open = targets.values();
  const work = async (): Promise<void> => {
    // Workers take from the same iterator, so each address is taken once.
    for (const target of open) {
      if (signal.aborted) return;
      const sighting = await site.look(target);
      results.set(target, sighting.kind === 'forbidden' ? 'forbidden' : judge(target, sighting, site));
      onSeen();
    }
  };
  await Promise.all(Array.from({ length: atATime }, work));
  return tallyOf(site, targets, results);
}

function tallyOf(
  site: Site,
  targets: readonly LinkTarget[],
  results: ReadonlyMap<LinkTarget, readonly Finding[] | 'forbidden'>,
): Tally {
  const seen = targets.filter((target) => Array.isArray(results.get(target)));
  const findings = seen.flatMap((target) => {
    const result = results.get(target) ?? [];
    return result === 'forbidden' ? [] : result;
  });
  const wrong = new Set(findings.filter(({ kind }) => kind !== 'anchor').map(({ target }) => target));
  return {
    findings,
    seen,
    forbidden: targets.filter((target) => results.get(target) === 'forbidden'),
    unlisted: seen.filter((target) => target.isPage && !wrong.has(target) && !isListed(site, target)),
  };
}

function isListed({ sitemap }: Site, { url }: LinkTarget): boolean {
  return sitemap === undefined || sitemap.paths.formsOf(pathOf(url)).length > 0;
}

/** How many sections of the addresses were looked at, and how many of these are as they should be. */
export function confirmedSections({ findings, seen }: Pick<Tally, 'findings' | 'seen'>): {
  sections: number;
  confirmed: number;
} {
  const sections = seen.reduce((sum, { places }) => sum + places.length, 0);
  const pages = new Set(findings.filter(({ kind }) => kind !== 'anchor').map(({ target }) => target));
  const onThem = [...pages].reduce((sum, { places }) => sum + places.length, 0);
  const anchors = findings.filter(({ kind, target }) => kind === 'anchor' && !pages.has(target)).length;
  return { sections, confirmed: sections - onThem - anchors };
}
