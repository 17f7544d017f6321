import { setImmediate } from 'node:timers/promises';
import { cleanQuestion } from '../../core/question.ts';
import { LONGEST_BATCH_LINE, readBatchLine } from './batch-line.ts';
import type { BatchLine } from './batch-line.ts';
import { inputLines } from './input-lines.ts';
import { jsonLine, toJson } from './json.ts';
import { askForJson } from './session.ts';
import type { TerminalOutcome, TerminalSession } from './session.ts';

/** Answers line by line, in order; `failed` where a line could not be answered, but not where the docs say nothing. */
export async function runBatch(session: TerminalSession): Promise<TerminalOutcome> {
  const { input, output, signal } = session;
  let outcome: TerminalOutcome = 'answered';
  let number = 0;
  for await (const line of inputLines(input, { longest: LONGEST_BATCH_LINE + 1, signal })) {
    number += 1;
    const read = readBatchLine(line, number);
    if (read === undefined) continue;
    const reply = replyTo(read, session);
    if ('error' in reply) outcome = 'failed';
    if (!(await output.write(`${jsonLine(reply)}\n`))) break;
    // Lets signals in: answering itself waits for nothing.
    await setImmediate();
  }
  return signal.aborted ? 'failed' : outcome;
}

function replyTo(line: BatchLine, session: TerminalSession): object {
  switch (line.kind) {
    case 'mistake':
      return { id: line.id, error: line.error };
    case 'question':
      return { id: line.id, ...answerTo(line.query, session) };
  }
}

function answerTo(query: string, session: TerminalSession): object {
  const { reply, docs } = askForJson(query, session);
  return toJson(reply, cleanQuestion(query), docs);
}
