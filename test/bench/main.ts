import { parseArgs } from 'node:util';
import { readDocs } from './docs.ts';
import { benchIndexing } from './indexing.ts';
import { benchPhases } from './phases.ts';
import { benchReplies } from './replies.ts';
import { readSets } from './sets.ts';
import { benchSlackCommands } from './slack-commands.ts';
import { benchStarts } from './starts.ts';

/**
 * Speed and memory beside peers, in one run:
 * `npm run bench -- [--config FILE] [--sets FOLDER] [--growth 1,10,100]`.
 */
const { values } = parseArgs({
  options: {
    config: { type: 'string', default: 'config/workos.yaml' },
    sets: { type: 'string', default: '../shared/bench' },
    growth: { type: 'string', default: '1,10' },
  },
});

const questions = readSets(values.sets).flatMap(({ rows }) => rows.map(({ query }) => query));
const show = (text: string): void => void process.stdout.write(`${text}\n\n`);

show(benchStarts(values.config, questions));
show(benchPhases(values.config));
const docs = await readDocs(values.config);
show(await benchReplies(docs, questions));
show(await benchSlackCommands(values.config, questions));
const factors = values.growth.split(',').map(Number);
show(benchIndexing({ pages: docs.pages, settings: docs.config.search, questions, factors }));
