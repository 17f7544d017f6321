import type { AnalysedPage } from './analysis.ts';
import type { Change } from './index-change.ts';

interface CountOptions {
  /** Number of terms. */
  readonly size: number;
  readonly change: Change;
  readonly previous:
    | { readonly frequency: Int32Array; readonly analysed: readonly AnalysedPage[] }
    | undefined;
}

/** The number of pages that hold each term, by term id; from `previous`, what changed is taken off and put on. */
export function countPages(
  analysed: readonly AnalysedPage[],
  { size, change, previous }: CountOptions,
): Int32Array {
  const frequency = new Int32Array(size);
  const counter = createCounter(frequency);
  if (previous === undefined) {
    for (const page of analysed) counter(page, 1);
    return frequency;
  }
  frequency.set(previous.frequency);
  for (const number of change.gone) counter(previous.analysed[number], -1);
  for (const number of change.fresh) counter(analysed[number], 1);
  return frequency;
}

function createCounter(frequency: Int32Array): (page: AnalysedPage | undefined, by: number) => void {
  const last = new Int32Array(frequency.length);
  let turn = 0;
  return (page, by) => {
    if (page === undefined) return;
    turn += 1;
    for (const field of fieldsOf(page)) {
      for (const id of field) {
        if (last[id] === turn) continue;
        last[id] = turn;
        frequency[id] = (frequency[id] ?? 0) + by;
      }
    }
  };
}

function fieldsOf(page: AnalysedPage): Int32Array[] {
  const sections = page.sections.flatMap((section) => [
    section.heading,
    section.body,
    section.names,
    section.code,
  ]);
  return [page.title, page.trail, page.description, page.path, ...sections];
}
