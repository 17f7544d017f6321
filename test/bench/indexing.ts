import type { Page } from '../../src/core/page.ts';
import { buildEngine } from '../../src/search/engine.ts';
import type { SearchSettings } from '../../src/search/engine.ts';
import { createPlainMinisearch } from './plain-minisearch.ts';
import { repeated } from './repeated.ts';
import { table } from './table.ts';
import { milliseconds, percentile, ratio, timeEach } from './timing.ts';

export interface IndexingOptions {
  readonly pages: readonly Page[];
  readonly settings: SearchSettings;
  readonly questions: readonly string[];
  /** How many times as large the docs get. */
  readonly factors: readonly number[];
}

/** Indexing and asking as the docs grow, beside plain minisearch on the same sections. */
export function benchIndexing({ pages, settings, questions, factors }: IndexingOptions): string {
  const rows = factors.map((factor) => {
    const larger = repeated(pages, factor);
    const sections = larger.reduce((sum, page) => sum + page.sections.length, 0);
    const own = measured(() => buildEngine(larger, settings));
    const plain = measured(() => createPlainMinisearch(larger));
    const rounds = factor > 10 ? 1 : 3;
    const asked = factor > 10 ? questions.slice(0, 100) : questions;
    const ownTimes = timeEach(
      asked,
      (query) => own.result.search(query, { limit: 6, collections: [] }),
      rounds,
    );
    const plainTimes = timeEach(asked, plain.result, rounds);
    return [
      `${factor} ×`,
      String(larger.length),
      String(sections),
      milliseconds(own.time),
      milliseconds(plain.time),
      ratio(own.time, plain.time),
      ...[0.5, 0.99].flatMap((share) => {
        const [ours, theirs] = [percentile(ownTimes, share), percentile(plainTimes, share)];
        return [milliseconds(ours), milliseconds(theirs), ratio(ours, theirs)];
      }),
    ];
  });
  return table(
    ['docs', 'pages', 'sections', ...peers('indexing'), ...peers('search p50'), ...peers('p99')],
    rows,
  );
}

function peers(what: string): string[] {
  return [what, 'minisearch', 'ratio'];
}

function measured<Result>(run: () => Result): { result: Result; time: number } {
  const start = performance.now();
  const result = run();
  return { result, time: performance.now() - start };
}
