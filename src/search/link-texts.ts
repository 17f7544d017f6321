import type { Page } from '../core/page.ts';
import { termIds, textKey } from './analysis.ts';
import type { Terms } from './analysis.ts';

/** What other pages say about a page where they link to it. */
export interface LinkTexts {
  /** Number of pages that link here. */
  readonly inbound: number;
  /** The terms of the links' texts, each text once. */
  readonly terms: Int32Array;
  /** The texts' keys, for a question that is one of them. */
  readonly keys: ReadonlySet<string>;
}

/** One entry a page. Without terms the texts are left out, and only the links counted. */
export function collectLinkTexts(pages: readonly Page[], known: Terms | undefined): LinkTexts[] {
  const targets = linkTargets(pages);
  const sources = pages.map(() => new Set<number>());
  const texts = pages.map(() => new Set<string>());
  pages.forEach((page, from) => {
    for (const link of page.links) {
      const to = targets.get(linkKey(link.url)) ?? targets.get(linkKey(link.url.replace(/#.*$/u, '')));
      if (to === undefined || to === from) continue;
      sources[to]?.add(from);
      texts[to]?.add(link.text.toLowerCase());
    }
  });
  return pages.map((_, index) => {
    const inbound = sources[index]?.size ?? 0;
    if (known === undefined) return { inbound, terms: new Int32Array(), keys: new Set<string>() };
    const own = [...(texts[index] ?? [])];
    const keys = new Set(own.map((text) => textKey(text, known.language)));
    return { inbound, terms: termIds(own.join(' / '), known), keys };
  });
}

/** URLs that differ only in their scheme or their end slash lead to one place. */
export function linkKey(url: string): string {
  return url.replace(/^https?:\/\//u, '').replace(/\/(?=#|$)/u, '');
}

function linkTargets(pages: readonly Page[]): ReadonlyMap<string, number> {
  const targets = new Map<string, number>();
  pages.forEach((page, index) => {
    for (const section of page.sections) targets.set(linkKey(section.url), index);
  });
  pages.forEach((page, index) => targets.set(linkKey(page.url), index));
  return targets;
}
