import { createTerminal } from '../app.ts';
import type { TerminalMode } from '../platforms/terminal/terminal-platform.ts';
import { EXIT } from './command-context.ts';
import type { CommandContext, ExitCode } from './command-context.ts';
import { prepare } from './prepare.ts';

export interface AskOptions {
  /** Empty for a chat. */
  readonly question: string;
  readonly json: boolean;
  readonly batch: boolean;
  readonly limit: number | undefined;
  /** Names of collections; empty for all. */
  readonly collections: readonly string[];
}

/** `signpost ask`: one reply, a batch of them, or a chat, on standard output. */
export async function ask(context: CommandContext, options: AskOptions): Promise<ExitCode> {
  if (options.json && options.question === '' && !options.batch) {
    context.stderr.write('signpost: --json needs a question; --batch reads many as JSON lines\n');
    return EXIT.wrong;
  }
  const prepared = await prepare(context, { snapshot: true });
  if (prepared === undefined) return EXIT.wrong;
  const { app, config } = prepared;
  await prepared.open();
  if (app.pages.length === 0) return prepared.refuse();
  const { stdin: input, stdout: output, outOptions: render, signal } = context;
  const terminal = createTerminal({
    app,
    config,
    input,
    output,
    render,
    mode: modeOf(context, options),
    ...options,
  });
  signal.addEventListener('abort', () => void terminal.stop(), { once: true });
  await terminal.start();
  return { answered: EXIT.good, nothing: EXIT.nothing, failed: EXIT.wrong }[await terminal.done];
}

function modeOf({ stdin, stdout }: CommandContext, { question, json, batch }: AskOptions): TerminalMode {
  if (batch) return { kind: 'batch' };
  if (question !== '') return { kind: 'question', text: question, json };
  return { kind: 'chat', interactive: stdin.isTTY && stdout.isTTY };
}
