import type { Page } from '../core/page.ts';
import type { AnalysedPage } from './analysis.ts';

/** What of an index differs from the one before it. Numbers are places in the lists of pages. */
export interface Change {
  /** Pages that are not in the index before. */
  readonly fresh: readonly number[];
  /** Pages of the index before that are in it no more. */
  readonly gone: readonly number[];
  /** The place of a page in the index before; undefined for a fresh one. */
  numberBefore(number: number): number | undefined;
  analysedBefore(number: number): AnalysedPage | undefined;
  /** Whether no page came, went or moved, and each links to the same and is linked to at the same addresses. */
  readonly isLinkedAsBefore: boolean;
}

/** Compares pages by what they are: those that did not change are the same objects. */
export function changeOf(
  pages: readonly Page[],
  previous: { readonly pages: readonly Page[]; readonly analysed: readonly AnalysedPage[] } | undefined,
): Change {
  const before = new Map(previous?.pages.map((page, number) => [page, number]));
  const now = new Set(pages);
  const fresh = pages.flatMap((page, number) => (before.has(page) ? [] : [number]));
  const gone = [...before].flatMap(([page, number]) => (now.has(page) ? [] : [number]));
  const numberBefore = (number: number): number | undefined => {
    const page = pages[number];
    return page && before.get(page);
  };
  return {
    fresh,
    gone,
    numberBefore,
    analysedBefore: (number) => {
      const earlier = numberBefore(number);
      return earlier === undefined ? undefined : previous?.analysed[earlier];
    },
    isLinkedAsBefore:
      previous !== undefined &&
      previous.pages.length === pages.length &&
      pages.every(
        (page, number) => page === previous.pages[number] || isLinkedAs(page, previous.pages[number]),
      ),
  };
}

function isLinkedAs(page: Page, before: Page | undefined): boolean {
  return before !== undefined && linksOf(page) === linksOf(before);
}

function linksOf({ url, links, sections }: Page): string {
  return JSON.stringify([url, links.map((link) => [link.text, link.url]), sections.map((one) => one.url)]);
}
