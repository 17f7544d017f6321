import { createApp } from '../app.ts';
import type { App } from '../app.ts';
import { loadConfig } from '../config/load.ts';
import type { Config } from '../config/schema.ts';
import type { Problem } from '../core/problem.ts';
import { createLog } from '../log.ts';
import type { Log } from '../log.ts';
import { renderProblems } from '../platforms/terminal/listing.ts';
import { createProgress } from '../platforms/terminal/progress.ts';
import { EXIT } from './command-context.ts';
import type { CommandContext, ExitCode } from './command-context.ts';

/** A config that can be used, and the app made from it; its docs are not read yet. */
export interface Prepared {
  readonly app: App;
  readonly config: Config;
  readonly log: Log;
  /** Reads the docs, and shows how far that is. */
  open(): Promise<void>;
  /** Says that there are no docs, and why. */
  refuse(): ExitCode;
}

export interface PrepareOptions {
  /** Whether an index that was kept may be used, and a new one is kept. */
  readonly snapshot: boolean;
  /** Whether the program runs on by itself, and its log is read later. */
  readonly server?: boolean;
}

/** Reads the config. What is wrong with it is said, and undefined comes back. */
export async function prepare(
  context: CommandContext,
  options: PrepareOptions,
): Promise<Prepared | undefined> {
  const result = await loadConfig(context.configFile);
  if (result.kind === 'problems') {
    complain(context, result.problems);
    return undefined;
  }
  const log = logOf(context, options.server === true);
  const progress = createProgress(context.stderr, () => performance.now());
  const app = await createApp({ ...result, snapshot: options.snapshot, log, onProgress: progress.show });
  return {
    app,
    config: result.config,
    log,
    open: () => app.open().finally(progress.clear),
    refuse: () => {
      complain(context, app.problems());
      return EXIT.wrong;
    },
  };
}

function complain({ stderr, errorOptions }: CommandContext, problems: readonly Problem[]): void {
  stderr.write(`${renderProblems(problems, errorOptions)}\n`);
}

/** Who types a command is told in words what matters; only a server's log is kept. */
function logOf({ environment, stderr }: CommandContext, isServer: boolean): Log {
  const { logLevel, secretValues } = environment;
  const level = logLevel === 'info' && (stderr.isTTY || !isServer) ? 'error' : logLevel;
  return createLog({ level, secrets: secretValues, destination: stderr });
}
