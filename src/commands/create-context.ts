import { readSecrets } from '../config/secrets.ts';
import { terminalOptions } from '../platforms/terminal/terminal-options.ts';
import type { CommandContext } from './command-context.ts';

export interface ContextOptions {
  /** As it was asked for on the command line. */
  readonly config: string | undefined;
  /** Where the config is when nobody says. */
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
    configFile: config ?? environment.configFile ?? byDefault,
    version,
    stdin,
    stdout,
    stderr,
    outOptions: terminalOptions(stdout, environment),
    errorOptions: terminalOptions(stderr, environment),
    ...ending,
  };
}
