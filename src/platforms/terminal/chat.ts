import type { Writable } from 'node:stream';
import { NOTHING_SAID, takeTurn } from './conversation.ts';
import { inputLines } from './input-lines.ts';
import { renderNotice } from './render.ts';
import type { TerminalOutcome, TerminalSession } from './session.ts';
import { typedLines } from './typed-lines.ts';

export interface Chat {
  /** Whether a person types on a terminal, and not a pipe. */
  readonly interactive: boolean;
  /** Where a terminal echoes what is typed. */
  readonly terminal: Writable;
}

const GREETING = 'Ask a question about the docs. "help" shows how, "exit" leaves.';
const LEAVE = /^\s*(?:exit|quit)\s*$/iu;
const LONGEST_LINE = 1024 * 1024;

/** Answers until the input ends or the person leaves. */
export async function runChat(
  { interactive, terminal }: Chat,
  session: TerminalSession,
): Promise<TerminalOutcome> {
  return interactive ? talk(terminal, session) : answerLines(session);
}

/** With a person at a terminal, who sees every reply; leaving is no failure. */
async function talk(terminal: Writable, session: TerminalSession): Promise<TerminalOutcome> {
  const { input, output, signal, render } = session;
  let conversation = NOTHING_SAID;
  let isHelped = false;
  await output.write(`${renderNotice(GREETING, render)}\n\n`);
  for await (const line of typedLines({ input, terminal, signal })) {
    if (LEAVE.test(line)) return 'answered';
    const isEmpty = line.trim() === '';
    if (isEmpty && isHelped) continue;
    isHelped ||= isEmpty;
    const turn = takeTurn(line, conversation, session);
    if (!(await output.write(`\n${turn.text}\n\n`))) return 'answered';
    conversation = turn.conversation;
  }
  await output.write('\n');
  return 'answered';
}

/** With a pipe: a reply to each line, a blank line between two. */
async function answerLines(session: TerminalSession): Promise<TerminalOutcome> {
  const { input, output, signal } = session;
  const outcomes: TerminalOutcome[] = [];
  let conversation = NOTHING_SAID;
  for await (const bytes of inputLines(input, { longest: LONGEST_LINE, signal })) {
    const line = bytes.toString();
    if (line.trim() === '') continue;
    if (LEAVE.test(line)) break;
    const turn = takeTurn(line, conversation, session);
    if (!(await output.write(`${outcomes.length > 0 ? '\n' : ''}${turn.text}\n`))) break;
    outcomes.push(turn.outcome);
    conversation = turn.conversation;
  }
  if (outcomes.includes('failed')) return 'failed';
  return outcomes.includes('answered') ? 'answered' : 'nothing';
}
