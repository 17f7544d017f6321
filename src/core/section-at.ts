import type { Page, Section } from './page.ts';
import { decodedOnce, folded } from './shelf.ts';

/**
 * The section of a page that an anchor means: by what the section's address adds to the page's (`#set-up`, `/guide/set-up`), by the
 * end of that, or by its heading, in this order. Undefined for none.
 */
export function sectionAt(page: Page, anchor: string): Section | undefined {
  const asked = decodedOnce(anchor);
  const slug = slugOf(asked);
  if (slug === '') return undefined;
  return (
    sectionBelow(page, asked) ??
    page.sections.find((section) => endOf(anchorOf(section, page)) === folded(asked)) ??
    page.sections.find(({ heading }) => slugOf(heading) === slug)
  );
}

/** The section whose address is the page's and, whole, what follows it. */
export function sectionBelow(page: Page, rest: string): Section | undefined {
  const asked = folded(rest.replace(/^[#/]+/u, ''));
  if (asked === '') return undefined;
  return page.sections.find((section) => folded(anchorOf(section, page)) === asked);
}

/** Without its sign; empty for a section that has none of its own. */
function anchorOf({ url }: Section, page: Page): string {
  const base = page.url.replace(/\/+$/u, '');
  return url.startsWith(base) ? decodedOnce(url.slice(base.length).replace(/^[#/]+/u, '')) : '';
}

function endOf(anchor: string): string {
  return folded(anchor.slice(anchor.lastIndexOf('/') + 1));
}

function slugOf(text: string): string {
  return folded(text)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '');
}
