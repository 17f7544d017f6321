import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startUp } from './start-up.ts';
import type { StartUp } from './start-up.ts';
import { table } from './table.ts';
import { milliseconds, percentile } from './timing.ts';

const RUNS = 5;
/** Asked after the start, to see what memory settles at. */
const QUESTIONS = 1_000;

/** The built program from nothing and from its snapshot: medians of five processes each. */
export function benchStarts(config: string, questions: readonly string[]): string {
  const asked = Array.from({ length: QUESTIONS }, (_, index) => questions[index % questions.length] ?? '');
  const data = mkdtempSync(join(tmpdir(), 'signpost-bench-'));
  try {
    const cold = Array.from({ length: RUNS }, (_, run) => startUp(config, join(data, String(run)), asked));
    const warm = Array.from({ length: RUNS }, (_, run) => startUp(config, join(data, String(run)), asked));
    return table(
      ['start', 'ready after', 'processor time', 'memory when ready', `memory after ${QUESTIONS} questions`],
      [row('from nothing', cold, false), row('from the snapshot', warm, true)],
    );
  } finally {
    rmSync(data, { recursive: true });
  }
}

function row(name: string, runs: readonly StartUp[], fromSnapshot: boolean): string[] {
  if (runs.some((run) => run.fromSnapshot !== fromSnapshot)) throw new Error(`a start ${name} was none`);
  const median = (value: (run: StartUp) => number): number => percentile(runs.map(value), 0.5);
  return [
    name,
    milliseconds(median(({ wall }) => wall)),
    milliseconds(median(({ cpu }) => cpu)),
    megabytes(median(({ memory }) => memory)),
    megabytes(median(({ memoryAfter }) => memoryAfter)),
  ];
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}
