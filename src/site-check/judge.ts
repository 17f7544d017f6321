import { wrongAnchors } from './check-anchors.ts';
import type { Finding } from './finding.ts';
import type { LinkTarget } from './link-target.ts';
import type { ListedPages } from './listed-pages.ts';
import type { PageFacts } from './page-facts.ts';
import type { Sighting, Site } from './site.ts';
import { encodedPath, pathOf } from './site-path.ts';

/** In what the site differs from an address that Signpost links to, and from the ids that it links to there. */
export function judge(
  target: LinkTarget,
  sighting: Exclude<Sighting, { kind: 'forbidden' }>,
  site: Pick<Site, 'sitemap' | 'isBuilt'>,
): Finding[] {
  switch (sighting.kind) {
    case 'missing':
      return [{ kind: 'missing', target }];
    case 'unread':
      return [{ kind: 'unread', target, reason: sighting.reason }];
    case 'page':
      return judgePage(target, sighting, site);
  }
}

function judgePage(
  target: LinkTarget,
  { facts, movedTo }: Extract<Sighting, { kind: 'page' }>,
  { sitemap, isBuilt }: Pick<Site, 'sitemap' | 'isBuilt'>,
): Finding[] {
  const further = refreshTarget(target, facts);
  // A page that only leads on has nothing of what it leads to.
  if (further !== '') return [{ kind: 'moved', target, to: further, by: 'redirect' }];
  const anchors = wrongAnchors(target, facts);
  if (movedTo !== '')
    return [{ kind: 'moved', target, to: movedTo, by: isBuilt ? 'build' : 'redirect' }, ...anchors];
  const isAsked = target.isPage && sitemap !== undefined && !isOwnAddress(target, facts);
  const canonical = isAsked ? canonicalForm(target, sitemap) : '';
  return canonical === '' ? anchors : [{ kind: 'moved', target, to: canonical, by: 'sitemap' }, ...anchors];
}

function refreshTarget({ url }: LinkTarget, { refresh }: PageFacts): string {
  if (refresh === '' || !URL.canParse(refresh, url)) return '';
  const to = new URL(refresh, url);
  to.hash = '';
  return to.href === new URL(url).href ? '' : to.href;
}

/** What a page says of itself counts more than what a sitemap does. */
function isOwnAddress({ url }: LinkTarget, { canonical }: PageFacts): boolean {
  return (
    canonical !== '' && URL.canParse(canonical, url) && pathOf(new URL(canonical, url).href) === pathOf(url)
  );
}

/** The form that a sitemap has for an address, where it has another one only; empty where it agrees, or has none. */
function canonicalForm({ url }: LinkTarget, { paths }: ListedPages): string {
  const path = pathOf(url);
  const forms = paths.formsOf(path);
  const [form] = forms;
  if (form === undefined || forms.includes(path)) return '';
  return new URL(encodedPath(form), url).href;
}
