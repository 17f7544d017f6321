import type { CollectionConfig } from '../config/schema.ts';
import { siteRoot } from '../content/site-rules.ts';
import type { Page, Section } from '../core/page.ts';
import { builtPages } from '../site-check/built-pages.ts';
import { openBuiltSite } from '../site-check/built-site.ts';
import type { NoBuiltSite } from '../site-check/built-site.ts';
import { builtSitemap } from '../site-check/built-sitemap.ts';
import { checkTargets } from '../site-check/check-targets.ts';
import type { Finding } from '../site-check/finding.ts';
import { linkTargets } from '../site-check/link-target.ts';
import { evenlySpread } from '../site-check/spread.ts';

export interface ChosenSection {
  readonly page: Page;
  readonly section: Section;
}

export interface TriedSection extends ChosenSection {
  /** What the built site has instead of what is linked; empty where it is as it should be. */
  readonly differs: string;
}

/** Some sections, evenly over all pages, and from different places of them. */
export function someSections(pages: readonly Page[], most: number): readonly ChosenSection[] {
  if (pages.length < most)
    return evenlySpread(
      pages.flatMap((page) => page.sections.map((section) => ({ page, section }))),
      most,
    );
  return evenlySpread(pages, most).flatMap((page, index) => {
    const section = page.sections[index % Math.max(1, page.sections.length)];
    return section === undefined ? [] : [{ page, section }];
  });
}

export interface TryOptions {
  readonly collections: readonly CollectionConfig[];
  readonly pages: readonly Page[];
  readonly chosen: readonly ChosenSection[];
  /** Absolute path of the folder of the built site, and how messages name it. */
  readonly folder: string;
  readonly name: string;
  readonly signal: AbortSignal;
}

/** Looks for sections in a built site. */
export async function trySections({
  collections,
  pages,
  chosen,
  folder,
  name,
  signal,
}: TryOptions): Promise<readonly TriedSection[] | NoBuiltSite> {
  const build = await openBuiltSite(folder);
  if ('what' in build) return build;
  const sitemap = await builtSitemap(build);
  const sections = new Set(chosen.map(({ section }) => section));
  const all = linkTargets(pages);
  const findings: Finding[] = [];
  for (const collection of collections) {
    const targets = all.filter((target) => target.collection === collection.name);
    const site = builtPages(build, { root: siteRoot(collection.site), name, targets, sitemap });
    const own = targets.filter(({ places }) => places.some(({ section }) => sections.has(section)));
    const tally = await checkTargets(site, own, { atATime: 4, signal, onSeen: () => undefined });
    findings.push(...tally.findings);
  }
  return chosen.map((one) => ({ ...one, differs: differenceOf(one.section, findings) }));
}

function differenceOf(section: Section, findings: readonly Finding[]): string {
  const found = findings.find((finding) =>
    finding.kind === 'anchor'
      ? finding.place.section === section
      : finding.target.places.some((place) => place.section === section),
  );
  if (found === undefined) return '';
  switch (found.kind) {
    case 'missing':
      return 'there is no such page';
    case 'moved':
      return `the page is at ${found.to}`;
    case 'unread':
      return found.reason;
    case 'anchor':
      return found.actual.kind === 'id' ? `its id is ${found.actual.id}` : 'no heading there has this id';
  }
}
