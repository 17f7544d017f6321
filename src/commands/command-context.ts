import type { Environment } from '../config/secrets.ts';
import type { Problem } from '../core/problem.ts';
import type { TerminalOptions } from '../platforms/terminal/render.ts';

/** What every command is given; its answer is an exit code. */
export interface CommandContext {
  readonly environment: Environment;
  /** Problems of the environment. */
  readonly problems: readonly Problem[];
  /** The config file to read. */
  readonly configFile: string;
  readonly version: string;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /** How to draw on standard output, and on standard error. */
  readonly outOptions: TerminalOptions;
  readonly errorOptions: TerminalOptions;
  /** Aborted when the program is told to end. */
  readonly signal: AbortSignal;
  /** Aborts it: for a command that nobody needs any more, whatever it is at. */
  end(): void;
}

/** What a shell is told: https://www.gnu.org/software/grep/manual/html_node/Exit-Status.html has the same three. */
export const EXIT = { good: 0, nothing: 1, wrong: 2 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
