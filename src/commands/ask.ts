import { createTerminal } from '../app/create-terminal.ts';
import { listed } from '../config/listed.ts';
import type { Config } from '../config/schema.ts';
import type { Problem } from '../core/problem.ts';
import type { TerminalMode } from '../platforms/terminal/terminal-platform.ts';
import { EXIT } from './command-context.ts';
import type { CommandContext, ExitCode } from './command-context.ts';
import { complain, prepare } from './prepare.ts';

export interface AskOptions {
  /** Undefined for a chat. */
  readonly question: string | undefined;
  readonly json: boolean;
  readonly batch: boolean;
  readonly limit: number | undefined;
  /** Names of collections; empty for all. */
  readonly collections: readonly string[];
  /** The version of the docs, as it was typed; empty for the default. */
  readonly version: string;
  /** The language that is preferred, as a BCP 47 tag; empty for that of the docs. */
  readonly locale: string;
}

/** `signpost ask`: one reply, a batch of them, or a chat, on standard output. */
export async function ask(context: CommandContext, options: AskOptions): Promise<ExitCode> {
  const mode = modeOf(context, options);
  if (mode === undefined) return EXIT.wrong;
  const prepared = await prepare(context, { snapshot: true, changelogs: true });
  if (prepared === undefined) return EXIT.wrong;
  const { app, config } = prepared;
  const unknown = unknownNames(options.collections, config);
  if (unknown.length > 0) {
    complain(context, unknown);
    return EXIT.wrong;
  }
  if (!(await prepared.open())) return EXIT.wrong;
  if (app.pages.length === 0) return prepared.refuse();
  const { stdin: input, stdout: output, outOptions: render, signal } = context;
  const { limit, collections, version, locale } = options;
  const asked = { mode, limit, collections, version, locale };
  const terminal = createTerminal({ app, config, input, output, render, ...asked });
  signal.addEventListener('abort', () => void terminal.stop(), { once: true });
  await terminal.start();
  return { answered: EXIT.good, nothing: EXIT.nothing, failed: EXIT.wrong }[await terminal.done];
}

/** Undefined where the options do not go together, which is said. */
function modeOf(
  { stdin, stdout, stderr }: CommandContext,
  { question, json, batch }: AskOptions,
): TerminalMode | undefined {
  if (batch && question !== undefined) {
    stderr.write('signpost: --batch reads questions from standard input; leave out the one given here\n');
    return undefined;
  }
  if (batch) return { kind: 'batch' };
  if (question !== undefined) return { kind: 'question', text: question, json };
  if (!json) return { kind: 'chat', interactive: stdin.isTTY && stdout.isTTY };
  stderr.write('signpost: --json needs a question; --batch reads many as JSON lines\n');
  return undefined;
}

function unknownNames(asked: readonly string[], { collections, feeds }: Config): Problem[] {
  const names = [...collections, ...feeds].map(({ name }) => name);
  return asked
    .filter((name) => !names.includes(name))
    .map((name) => ({
      severity: 'error',
      collection: '',
      file: '',
      line: 0,
      message: `there is no collection or feed ${JSON.stringify(name)}`,
      remedy: `use ${listed(names, 'or')}`,
    }));
}
