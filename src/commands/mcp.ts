import { once } from 'node:events';
import { createMcpStdio } from '../app/create-mcp.ts';
import type { McpStdioOptions } from '../app/create-mcp.ts';
import type { App } from '../app/docs-app.ts';
import { loadConfig } from '../config/load.ts';
import type { EntrySearch } from '../core/entry-search.ts';
import { createLog } from '../log.ts';
import { EXIT } from './command-context.ts';
import type { CommandContext, ExitCode } from './command-context.ts';
import type { LoadedConfig } from './prepare.ts';

/**
 * `signpost mcp`: answers the AI assistant that has started it, until that ends it. The assistant is answered first; what reads
 * the docs is loaded after that, and changelogs after them.
 */
export async function mcp(context: CommandContext): Promise<ExitCode> {
  const loaded = await loadConfig(context.configFile);
  if (loaded.kind === 'problems') {
    const { complain } = await import('./prepare.ts');
    complain(context, loaded.problems);
    return EXIT.wrong;
  }
  const late: Late = { app: undefined, entries: undefined, show: undefined };
  const { docs, entries } = { docs: new Milestone(), entries: new Milestone() };
  const platform = await createMcpStdio({
    ...servedOf(context, loaded, late),
    ready: { docs: docs.reached, entries: entries.reached },
  });
  // What is being read by then, nobody waits for.
  void platform.done.then(context.end);
  await platform.start();
  try {
    return await serve(context, { loaded, late, docs, entries });
  } finally {
    await platform.stop();
    await late.app?.close();
  }
}

/** What there is once it is loaded and read. */
interface Late {
  app: App | undefined;
  entries: EntrySearch | undefined;
  show: McpStdioOptions['show'] | undefined;
}

/** Something that is waited for. */
class Milestone {
  readonly #reaching = new AbortController();
  readonly reached = once(this.#reaching.signal, 'abort');

  reach(): void {
    this.#reaching.abort();
  }
}

function servedOf(
  { environment, stdin, stdout, stderr, version }: CommandContext,
  { config, folder }: LoadedConfig,
  late: Late,
): Omit<McpStdioOptions, 'ready'> {
  const { logLevel, secretValues } = environment;
  const level = logLevel === 'info' ? 'error' : logLevel;
  return {
    config,
    folder,
    version,
    log: createLog({ level, secrets: secretValues, destination: stderr }),
    input: stdin,
    output: stdout,
    app: () => late.app,
    entries: () => late.entries,
    show: (entry) => {
      if (late.show === undefined) throw new Error('an entry is shown that nobody has read');
      return late.show(entry);
    },
  };
}

interface Serving {
  readonly loaded: LoadedConfig;
  readonly late: Late;
  readonly docs: Milestone;
  readonly entries: Milestone;
}

async function serve(context: CommandContext, { loaded, late, docs, entries }: Serving): Promise<ExitCode> {
  const { aborted, prepareLoaded } = await import('./prepare.ts');
  const prepared = await prepareLoaded(context, loaded, { snapshot: true, entries: () => late.entries });
  late.app = prepared.app;
  await prepared.app.watch();
  if (!(await prepared.open())) return EXIT.good;
  if (prepared.app.pages.length === 0) return prepared.refuse();
  docs.reach();
  await readChangelogs(context, loaded, late);
  entries.reach();
  await aborted(context.signal);
  return EXIT.good;
}

/** Nothing of them is kept, so they are read once. */
async function readChangelogs(
  { version, signal }: CommandContext,
  { config, folder }: LoadedConfig,
  late: Late,
): Promise<void> {
  if (config.feeds.length === 0) return;
  const { showEntry } = await import('../app/create-notifications.ts');
  const { readEntries } = await import('../app/read-feeds.ts');
  late.show = showEntry(config);
  late.entries = await readEntries({ config, folder, version }, signal);
}
