import { existsSync } from 'node:fs';
import { LOCAL_CONFIG } from '../config/local-config.ts';
import { readSecrets } from '../config/secrets.ts';
import { terminalOptions } from '../platforms/terminal/terminal-options.ts';
import type { CommandContext } from './command-context.ts';

export interface ContextOptions {
  /** As it was asked for on the command line. */
  readonly config: string | undefined;
  /** Where the config is when nobody says, and the working directory has none. */
  readonly byDefault: string;
  readonly version: string;
  readonly signal: AbortSignal;
  readonly end: () => void;
}

/** What this process is given: its environment, its streams, and how to draw on them. */
export function createContext({ config, byDefault, version, ...ending }: ContextOptions): CommandContext {
  const { environment, problems } = readSecrets();
  const { stdin, stdout, stderr } = process;
  return {
    environment,
    problems,
    configFile: config ?? environment.configFile ?? localConfig() ?? byDefault,
    version,
    stdin,
    stdout,
    stderr,
    outOptions: terminalOptions(stdout, environment),
    errorOptions: terminalOptions(stderr, environment),
    ...ending,
  };
}

/** That of the repository in which the program runs. */
function localConfig(): string | undefined {
  return existsSync(LOCAL_CONFIG) ? LOCAL_CONFIG : undefined;
}
