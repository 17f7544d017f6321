import type { Problem } from '../core/problem.ts';
import { explainPages, labelOf } from './explain-pages.ts';
import type { Tally } from './check-targets.ts';
import type { Finding, MovedPage } from './finding.ts';
import type { LinkTarget } from './link-target.ts';
import { problemsOfAnchors } from './problems-of-anchors.ts';
import { problemsOfPages, problemsOfUnread } from './problems-of-pages.ts';
import type { Site } from './site.ts';
import { encodedPath } from './site-path.ts';
import { summed } from './sum-up.ts';

/** All that is to be said of the links of one collection. */
export function problemsOfCollection(collection: string, site: Site, tally: Tally): Problem[] {
  const { findings, seen } = tally;
  const kinds = {
    pages: findings.filter((finding) => finding.kind === 'missing' || finding.kind === 'moved'),
    anchors: findings.filter((finding) => finding.kind === 'anchor'),
    unread: findings.filter((finding) => finding.kind === 'unread'),
  };
  const warning = (message: string, remedy: string): Problem => ({
    severity: 'warning',
    collection,
    file: '',
    line: 0,
    message,
    remedy,
  });
  return [
    ...problemsOfPages(kinds.pages, site, seen.length),
    ...problemsOfAnchors(kinds.anchors, seen),
    ...problemsOfUnread(kinds.unread),
    ...unlistedProblems(tally.unlisted, warning),
    ...otherOrigins(site, warning),
    ...forbiddenProblems(tally, warning),
  ];
}

type Warn = (message: string, remedy: string) => Problem;

function unlistedProblems(unlisted: readonly LinkTarget[], warn: Warn): Problem[] {
  const [first] = unlisted;
  if (first === undefined) return [];
  const message = `the sitemap does not list ${summed(unlisted.length, 'page')}, such as ${first.url} of ${first.file}`;
  return [warn(message, 'nothing to do where the site leaves them out on purpose')];
}

function otherOrigins({ root, sitemap }: Site, warn: Warn): Problem[] {
  const [origin, ...more] = sitemap?.origins ?? [];
  if (origin === undefined || more.length > 0 || origin === new URL(root).origin) return [];
  const message = `the sitemap says that the site is at ${origin}, and Signpost links to ${new URL(root).origin}`;
  return [warn(message, 'set site.url to where the site is, or mend it in the site’s own config')];
}

function forbiddenProblems({ forbidden, seen }: Tally, warn: Warn): Problem[] {
  const [first] = forbidden;
  if (first === undefined) return [];
  const message = `robots.txt asks not to look at ${summed(forbidden.length, 'page')}, such as ${first.url}`;
  const problem = warn(message, 'check the built site instead, with --dist');
  return [seen.length === 0 ? { ...problem, severity: 'error' } : problem];
}

/**
 * Where a sitemap lists none of the pages, but most of them under an address to which one rule leads, such as another base, that
 * is their address.
 */
export function withSitemapRule(tally: Tally, { sitemap, root }: Site): Tally {
  const pages = tally.seen.filter(({ isPage }) => isPage);
  if (sitemap === undefined || tally.unlisted.length < Math.max(2, pages.length)) return tally;
  const explained = explainPages(
    tally.unlisted.map((target) => ({ kind: 'missing' as const, target })),
    sitemap.paths,
  );
  const moved = explained.flatMap(({ finding: { target }, at, difference }): MovedPage[] =>
    at === '' || difference === undefined || labelOf(difference) !== commonLabel(explained)
      ? []
      : [{ kind: 'moved', target, to: new URL(encodedPath(at), root).href, by: 'sitemap' }],
  );
  if (moved.length * 2 < pages.length) return tally;
  const known = new Set(moved.map(({ target }) => target));
  const findings: Finding[] = [...moved, ...tally.findings];
  return { ...tally, findings, unlisted: tally.unlisted.filter((target) => !known.has(target)) };
}

function commonLabel(explained: ReturnType<typeof explainPages>): string {
  const counts = new Map<string, number>();
  for (const { difference } of explained)
    if (difference !== undefined) counts.set(labelOf(difference), (counts.get(labelOf(difference)) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}
