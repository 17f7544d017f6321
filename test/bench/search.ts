import { parseArgs } from 'node:util';
import type { Outcome } from '../../src/core/reply.ts';
import { buildEngine } from '../../src/search/engine.ts';
import { createPlainMinisearch } from './plain-minisearch.ts';
import { readDocs } from './docs.ts';
import { scoreRows } from './scores.ts';
import type { Scores, Search } from './scores.ts';
import { readSets } from './sets.ts';
import type { QuestionSet } from './sets.ts';
import { table } from './table.ts';

/**
 * How often the right page is found, beside plain minisearch on the same sections:
 * `npm run bench:search -- [--config FILE] [--sets FOLDER] [--skip REGEXP]`.
 */
const { values } = parseArgs({
  options: {
    config: { type: 'string', default: 'config/workos.yaml' },
    sets: { type: 'string', default: '../shared/bench' },
    skip: { type: 'string', default: '^demo/' },
  },
});

const { config, pages } = await readDocs(values.config);
const skipped = new RegExp(values.skip, 'u');
const isScored = (file: string): boolean => !skipped.test(file);
const engines = [false, true].map((linkText) => ({
  name: linkText ? 'Signpost, link texts on' : 'Signpost, link texts off',
  engine: buildEngine(pages, { ...config.search, linkText }),
}));
const sets = readSets(values.sets);
const answerable = sets.filter(({ rows }) => rows.some(({ gold }) => gold.length > 0));
const unanswerable = sets.filter((set) => !answerable.includes(set));

process.stdout.write(`${pages.length} pages of ${values.config}; sets of ${values.sets}\n\n`);
process.stdout.write(
  `${table(['set', 'search', 'rows', 'S@1', 'S@3', 'S@5', 'MRR@10', 'nDCG@10', 'section'], scoreTable())}\n\n`,
);
process.stdout.write(`${table(['set', 'search', 'answered', 'unsure', 'nothing'], outcomeTable())}\n`);

function scoreTable(): string[][] {
  const peers: { name: string; search: Search }[] = [
    { name: 'plain minisearch', search: createPlainMinisearch(pages) },
    ...engines.map(({ name, engine }) => ({
      name,
      search: (query: string) =>
        engine
          .search(query, { limit: 100, collections: [] })
          .hits.map(({ page, section }) => ({ file: page.file, url: section.url })),
    })),
  ];
  return answerable.flatMap(({ name, rows }) =>
    peers.map((peer) => [
      name,
      peer.name,
      String(rows.length),
      ...figures(scoreRows(rows, peer.search, isScored)),
    ]),
  );
}

function figures({ at1, at3, at5, mrr, ndcg, section }: Scores): string[] {
  return [at1, at3, at5, mrr, ndcg, section].map((value) => (value === undefined ? '' : value.toFixed(3)));
}

function outcomeTable(): string[][] {
  return [...answerable, ...byKind(unanswerable)].flatMap(({ name, rows }) =>
    engines.map((one) => {
      const outcomes = rows.map(({ query }) =>
        outcomeOf(one.engine.search(query, { limit: 1, collections: [] }).confidence),
      );
      const share = (outcome: Outcome): string => {
        const count = outcomes.filter((found) => found === outcome).length;
        return `${count} (${((100 * count) / rows.length).toFixed(1)} %)`;
      };
      return [name, one.name, share('answered'), share('unsure'), share('nothing')];
    }),
  );
}

function outcomeOf(confidence: number): Outcome {
  const { answered, unsure } = config.answers;
  if (confidence >= answered) return 'answered';
  return confidence >= unsure ? 'unsure' : 'nothing';
}

function byKind(sets: readonly QuestionSet[]): QuestionSet[] {
  return sets.flatMap(({ name, rows }) => {
    const kinds = new Set(rows.map(({ kind }) => kind));
    return Array.from(kinds, (kind) => ({
      name: `${name}, ${kind}`,
      rows: rows.filter((row) => row.kind === kind),
    }));
  });
}
