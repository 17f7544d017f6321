import type { Problem } from '../core/problem.ts';
import { shownUrl } from '../http/shown-url.ts';
import { explainPages, labelOf } from './explain-pages.ts';
import type { ExplainedPage } from './explain-pages.ts';
import type { MissingPage, MovedPage, UnreadPage } from './finding.ts';
import { pageRemedy } from './page-remedy.ts';
import { summed, summedUp } from './sum-up.ts';
import type { Site } from './site.ts';
import { encodedPath } from './site-path.ts';

/** What is wrong with addresses of pages: once for each rule by which many differ, else one by one. */
export function problemsOfPages(
  findings: readonly (MissingPage | MovedPage)[],
  site: Site,
  seen: number,
): Problem[] {
  const explained = explainPages(findings, site.known);
  const lost = explained.filter(
    ({ finding, difference }) => finding.kind === 'missing' && difference === undefined,
  );
  if (lost.length === seen && lost.length > 1) return [nothingThere(lost, site)];
  return summedUp(explained, {
    labelOf: ({ difference }) => (difference === undefined ? '' : labelOf(difference)),
    one: (page) => problemOf(page, site),
    many: (pages) => problemOfMany(pages, site),
    rest: (left) => ({
      ...ofCollection(left),
      message: `not listed here: ${summed(left.length, 'further page')}`,
    }),
  });
}

function ofCollection(pages: readonly ExplainedPage[]): Problem {
  const collection = pages[0]?.finding.target.collection ?? '';
  return { severity: 'error', collection, file: '', line: 0, message: '', remedy: 'mend those first' };
}

function problemOf(page: ExplainedPage, site: Site): Problem {
  const { target } = page.finding;
  const { collection, file, line, url } = target;
  return {
    severity: 'error',
    collection,
    file,
    line,
    message: `${where(page, site)} ${url}${there(page, site)}`,
    remedy: remedyOf(page, site),
  };
}

function where({ finding }: ExplainedPage, { name, isBuilt }: Site): string {
  if (finding.kind === 'moved') return 'Signpost links to';
  return isBuilt ? `${name} has no page for` : 'nothing is at';
}

function there(page: ExplainedPage, site: Site): string {
  if (page.at === '') return '';
  const at = addressOf(page, site);
  const { finding } = page;
  if (finding.kind === 'missing') return `, but one for ${at}`;
  switch (finding.by) {
    case 'build':
      return `, and ${site.name} has the page as ${at}`;
    case 'redirect':
      return `, which leads on to ${at}`;
    case 'sitemap':
      return `, and the sitemap says ${at}`;
  }
}

function addressOf({ at }: ExplainedPage, { root }: Site): string {
  return at.startsWith('/') ? new URL(encodedPath(at), root).href : shownUrl(at);
}

function remedyOf({ finding, difference }: ExplainedPage, site: Site): string {
  if (difference === undefined)
    return finding.kind === 'moved'
      ? 'see whether the page says in its frontmatter where it is'
      : 'see whether the site leaves the file out; then leave it out of the collection with exclude';
  return pageRemedy(difference, {
    root: site.root,
    isFile: site.isBuilt && finding.kind === 'missing',
  });
}

/** How many of the pages are shown for a rule that all of them differ by. */
const SHOWN = 3;

function problemOfMany(pages: readonly ExplainedPage[], site: Site): Problem {
  const [first] = pages;
  const shown = pages.slice(0, SHOWN).map((page) => {
    const { file, line, url } = page.finding.target;
    return `${file}:${line} is linked as ${url}${page.at === '' ? '' : ` and is ${addressOf(page, site)}`}`;
  });
  const differ =
    first?.difference?.kind === 'section'
      ? `${summed(pages.length, 'section')} have no page of their own`
      : `${summed(pages.length, 'page')} differ in the same way from what ${sayer(first, site)}`;
  return {
    ...ofCollection(pages),
    message: `${differ}, such as ${shown.join('; ')}`,
    remedy: first === undefined ? '' : remedyOf(first, site),
  };
}

function sayer(page: ExplainedPage | undefined, { name, isBuilt }: Site): string {
  if (page?.finding.kind === 'moved' && page.finding.by === 'sitemap') return 'the sitemap says';
  return isBuilt ? `is in ${name}` : `is at ${name}`;
}

function nothingThere(pages: readonly ExplainedPage[], { name, isBuilt }: Site): Problem {
  const [first] = pages;
  const where = isBuilt ? `in ${name}` : 'on the site';
  return {
    ...ofCollection(pages),
    message: `none of ${summed(pages.length, 'page')} is ${where}, such as ${first?.finding.target.url ?? ''}`,
    remedy: isBuilt
      ? 'see whether this is the folder of that site, and whether site.url, base and routeBase are right'
      : 'see whether site.url, base and routeBase are right',
  };
}

/** Pages that cannot be read, with the first reason. */
export function problemsOfUnread(findings: readonly UnreadPage[]): Problem[] {
  const [first] = findings;
  if (first === undefined) return [];
  const { collection, file, line } = first.target;
  const many =
    findings.length > 1 ? `${summed(findings.length, 'page')} cannot be checked; of the first: ` : '';
  // The reason has the remedy.
  return [{ severity: 'error', collection, file, line, message: `${many}${first.reason}`, remedy: '' }];
}
