import { parseArgs } from 'node:util';
import { benchDeliveries } from './deliveries.ts';
import { benchDiscordInteractions } from './discord-interactions.ts';
import { readDocs } from './docs.ts';
import { benchIndexing } from './indexing.ts';
import { benchMcp } from './mcp.ts';
import { benchPhases } from './phases.ts';
import { benchPolling } from './polling.ts';
import { benchReplies } from './replies.ts';
import { readSets } from './sets.ts';
import { benchScale } from './scale.ts';
import { benchSlackCommands } from './slack-commands.ts';
import { benchStarts } from './starts.ts';

/**
 * Speed and memory beside peers, in one run, or one part of it:
 * `npm run bench -- [--config FILE] [--sets FOLDER] [--growth 1,10,100] [--sizes 500,5000,50000] [--only PART]`.
 */
const { values } = parseArgs({
  options: {
    config: { type: 'string', default: 'config/workos.yaml' },
    sets: { type: 'string', default: '../shared/bench' },
    growth: { type: 'string', default: '1,10' },
    sizes: { type: 'string', default: '500,5000' },
    only: { type: 'string' },
  },
});

const { config, growth, only } = values;
const sets = readSets(values.sets);
const questions = sets.flatMap(({ rows }) => rows.map(({ query }) => query));

/** In the order in which they run. */
const PARTS = new Map<string, () => string | Promise<string>>([
  ['starts', () => benchStarts(config, questions)],
  ['phases', () => benchPhases(config)],
  ['replies', async () => benchReplies(await readDocs(config), questions)],
  ['slack', () => benchSlackCommands(config, questions)],
  ['discord', () => benchDiscordInteractions(config, questions)],
  ['mcp', async () => benchMcp({ config, sets, pages: (await readDocs(config)).pages })],
  ['indexing', indexing],
  ['scale', async () => benchScale((await readDocs(config)).pages, values.sizes.split(',').map(Number))],
  ['deliveries', benchDeliveries],
  ['polling', benchPolling],
]);

async function indexing(): Promise<string> {
  const docs = await readDocs(config);
  const factors = growth.split(',').map(Number);
  return benchIndexing({ pages: docs.pages, settings: docs.config.search, questions, factors });
}

if (only !== undefined && !PARTS.has(only))
  throw new Error(`no part ${only}: there are ${[...PARTS.keys()].join(', ')}`);
for (const [name, run] of PARTS)
  if (only === undefined || only === name) process.stdout.write(`${await run()}\n\n`);
