import type { Page } from '../core/page.ts';
import type { Problem } from '../core/problem.ts';
import type { PoliteHttp } from '../sources/polite-http.ts';
import { builtPages } from './built-pages.ts';
import { openBuiltSite } from './built-site.ts';
import { builtSitemap } from './built-sitemap.ts';
import { checkTargets, confirmedSections } from './check-targets.ts';
import type { Tally } from './check-targets.ts';
import { loadKeptPages, saveKeptPages } from './kept-pages.ts';
import { linkTargets } from './link-target.ts';
import type { LinkTarget } from './link-target.ts';
import { livePages } from './live-pages.ts';
import { liveSitemap } from './live-sitemap.ts';
import { problemsOfCollection, withSitemapRule } from './problems-of-collection.ts';
import type { Site } from './site.ts';
import { evenlySpread } from './spread.ts';
import { summed } from './sum-up.ts';

/** A collection and where its site is. */
export interface CheckedCollection {
  readonly name: string;
  /** Absolute URL of the site's root, its base included, without a slash at the end. */
  readonly root: string;
}

export interface CheckLinksOptions {
  readonly collections: readonly CheckedCollection[];
  /** Those of all collections. */
  readonly pages: readonly Page[];
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

/** What came of it, to be shown: a few lines, and all that differs. */
export interface LinksCheck {
  readonly lines: readonly string[];
  readonly problems: readonly Problem[];
}

/** How many files are read at a time: so many that the disk is not waited for. */
const FILES_AT_A_TIME = 8;

export interface BuiltLinksOptions extends CheckLinksOptions {
  /** The folder, and how messages name it. */
  readonly folder: string;
  readonly name: string;
}

/** Compares every page and section with a site that was built into a folder. */
export async function checkBuiltLinks({ folder, name, ...options }: BuiltLinksOptions): Promise<LinksCheck> {
  const build = await openBuiltSite(folder);
  if ('what' in build) {
    const { what: message, remedy } = build;
    const problem: Problem = { severity: 'error', collection: '', file: '', line: 0, message, remedy };
    return { lines: [`links: not checked, see below`], problems: [problem] };
  }
  const sitemap = await builtSitemap(build);
  const work = workOf(options);
  return checkSites(work.parts, {
    ...options,
    atATime: FILES_AT_A_TIME,
    lines: [],
    problems: work.problems,
    siteOf: async ({ root }, targets) => builtPages(build, { root, name, targets, sitemap }),
  });
}

export interface LiveLinksOptions extends CheckLinksOptions {
  /** What reads the site of a root. */
  readonly httpOf: (root: string) => PoliteHttp;
  /** How many addresses are looked at at most. */
  readonly limit: number;
  /** Where pages are kept so that they need not be sent again where they are still the same. */
  readonly keptIn: string;
}

/** Compares pages and sections with the site as it is on the web, one request at a time. */
export async function checkLiveLinks(options: LiveLinksOptions): Promise<LinksCheck> {
  const { httpOf, limit, keptIn, signal } = options;
  const kept = new Map(await loadKeptPages(keptIn));
  const work = workOf(options);
  const all = work.parts.flatMap(({ targets }) => targets);
  const chosen = new Set(evenlySpread(all, limit));
  const parts = work.parts.map((part) => ({
    ...part,
    targets: part.targets.filter((one) => chosen.has(one)),
  }));
  const result = await checkSites(parts, {
    ...options,
    atATime: 1,
    lines: all.length > chosen.size ? [leftOut(all.length, chosen.size)] : [],
    problems: work.problems,
    siteOf: async ({ root }) => {
      const http = httpOf(root);
      return livePages({ root, sitemap: await liveSitemap(root, http, signal), http, kept, signal });
    },
  });
  await saveKeptPages(keptIn, kept).catch(() => undefined);
  return result;
}

function leftOut(all: number, looked: number): string {
  return `links: ${summed(all - looked, 'page')} left out, evenly (--limit ${all} looks at all)`;
}

interface Part {
  readonly collection: CheckedCollection;
  readonly targets: readonly LinkTarget[];
}

/** What is to be looked at; addresses of other hosts are nobody's to ask. */
function workOf({ collections, pages }: CheckLinksOptions): { parts: Part[]; problems: Problem[] } {
  const targets = linkTargets(pages);
  const problems: Problem[] = [];
  const parts = collections.map((collection) => {
    const own = targets.filter((target) => target.collection === collection.name);
    const { origin } = new URL(collection.root);
    const elsewhere = own.filter(({ url }) => new URL(url).origin !== origin);
    const [first] = elsewhere;
    if (first !== undefined) problems.push(elsewhereProblem(first, elsewhere.length, origin));
    return { collection, targets: own.filter(({ url }) => new URL(url).origin === origin) };
  });
  return { parts, problems };
}

function elsewhereProblem(
  { collection, file, line, url }: LinkTarget,
  count: number,
  origin: string,
): Problem {
  const message = `${summed(count, 'page')} not looked at, since not at ${origin}, such as ${url}`;
  return { severity: 'warning', collection, file, line, message, remedy: 'look yourself' };
}

interface CheckSitesOptions extends CheckLinksOptions {
  readonly atATime: number;
  readonly lines: readonly string[];
  readonly problems: readonly Problem[];
  readonly siteOf: (collection: CheckedCollection, targets: readonly LinkTarget[]) => Promise<Site>;
}

async function checkSites(parts: readonly Part[], options: CheckSitesOptions): Promise<LinksCheck> {
  const { siteOf, atATime, signal, onProgress } = options;
  const total = parts.reduce((sum, { targets }) => sum + targets.length, 0);
  const problems = [...options.problems];
  const tallies: Tally[] = [];
  let done = 0;
  for (const { collection, targets } of parts) {
    if (targets.length === 0) continue;
    const site = await siteOf(collection, targets);
    const onSeen = (): void => onProgress((done += 1), total);
    const tally = withSitemapRule(await checkTargets(site, targets, { atATime, signal, onSeen }), site);
    tallies.push(tally);
    problems.push(...problemsOfCollection(collection.name, site, tally));
  }
  return { lines: [summary(tallies), ...options.lines], problems };
}

function summary(tallies: readonly Tally[]): string {
  const counts = tallies.map(confirmedSections);
  const confirmed = counts.reduce((sum, one) => sum + one.confirmed, 0);
  const sections = counts.reduce((sum, one) => sum + one.sections, 0);
  const pages = tallies.reduce((sum, { seen }) => sum + seen.length, 0);
  return `links: ${confirmed.toLocaleString('en-US')} of ${summed(sections, 'section')} confirmed in ${summed(pages, 'page')}`;
}
