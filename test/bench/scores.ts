import type { Row } from './sets.ts';

/** A section that was found, best first. */
export interface Ranked {
  readonly file: string;
  readonly url: string;
}

export type Search = (query: string) => readonly Ranked[];

/** How well a set was answered; each 0 to 1. */
export interface Scores {
  readonly at1: number;
  readonly at3: number;
  readonly at5: number;
  /** Mean reciprocal rank and normalised discounted cumulative gain of the first ten pages. */
  readonly mrr: number;
  readonly ndcg: number;
  /** Of the rows that name a section, those whose first hit on the right page is that section; undefined without any. */
  readonly section: number | undefined;
}

/** Scores by page: the rank of a page is that of its best section. */
export function scoreRows(rows: readonly Row[], search: Search, isScored: (file: string) => boolean): Scores {
  const ranks = rows.map((row) => rankOf(row, search(row.query), isScored));
  const mean = (value: (rank: Rank) => number): number =>
    ranks.reduce((sum, rank) => sum + value(rank), 0) / Math.max(1, ranks.length);
  const located = ranks.filter(({ section }) => section !== undefined);
  return {
    at1: mean(({ page }) => (page <= 1 ? 1 : 0)),
    at3: mean(({ page }) => (page <= 3 ? 1 : 0)),
    at5: mean(({ page }) => (page <= 5 ? 1 : 0)),
    mrr: mean(({ page }) => (page <= 10 ? 1 / page : 0)),
    ndcg: mean(({ gain }) => gain),
    section:
      located.length === 0
        ? undefined
        : located.filter(({ section }) => section === true).length / located.length,
  };
}

interface Rank {
  /** From 1; infinite where no right page was found. */
  readonly page: number;
  readonly gain: number;
  readonly section: boolean | undefined;
}

function rankOf(row: Row, found: readonly Ranked[], isScored: (file: string) => boolean): Rank {
  const excluded = new Set(row.exclude);
  const hits = found.filter(({ file }) => isScored(file) && !excluded.has(file));
  const files = [...new Set(hits.map(({ file }) => file))];
  const first = files.findIndex((file) => row.gold.includes(file));
  const gains = files
    .slice(0, 10)
    .map((file, index) => (row.gold.includes(file) ? 1 / Math.log2(index + 2) : 0));
  const ideal = row.gold.slice(0, 10).reduce((sum, _, index) => sum + 1 / Math.log2(index + 2), 0);
  return {
    page: first === -1 ? Number.POSITIVE_INFINITY : first + 1,
    gain: gains.reduce((sum, gain) => sum + gain, 0) / Math.max(1, ideal),
    section: sectionOf(row, hits),
  };
}

function sectionOf({ gold, anchor, anchor_path: path }: Row, hits: readonly Ranked[]): boolean | undefined {
  const wanted = path ?? anchor;
  if (wanted === undefined) return undefined;
  const hit = hits.find(({ file }) => gold.includes(file));
  return hit !== undefined && (hit.url.endsWith(`/${wanted}`) || hit.url.endsWith(`#${wanted}`));
}
