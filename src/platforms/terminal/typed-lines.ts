import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';

export interface Typing {
  readonly input: Readable;
  /** Where a terminal echoes what is typed. */
  readonly terminal: Writable;
  /** Ends the typing, as Ctrl-D does. */
  readonly signal: AbortSignal;
}

const PROMPT = '? ';

/** The lines that a person types, with a prompt and a history, until Ctrl-D or Ctrl-C. */
export async function* typedLines({ input, terminal, signal }: Typing): AsyncGenerator<string> {
  const options = { input, output: terminal, terminal: true, removeHistoryDuplicates: true };
  const typing = createInterface({ ...options, prompt: PROMPT, signal });
  let isOpen = true;
  typing.once('close', () => (isOpen = false));
  typing.once('SIGINT', () => typing.close());
  try {
    typing.prompt();
    for await (const line of typing) {
      yield line;
      if (isOpen) typing.prompt();
    }
  } finally {
    typing.close();
  }
}
