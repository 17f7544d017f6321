import { cleanQuestion } from '../../core/question.ts';
import { withNotableVersions } from '../notable-versions.ts';
import { jsonLine, toJson } from './json.ts';
import { renderTerminal } from './render.ts';
import { askForJson, askForText, outcomeOf, readTyped } from './session.ts';
import type { TerminalOutcome, TerminalSession } from './session.ts';

export interface OneQuestion {
  readonly text: string;
  readonly json: boolean;
}

/** How many sections are offered where there are more than were shown. */
const MORE = 10;

/** Answers one question. */
export async function runQuestion(
  { text, json }: OneQuestion,
  session: TerminalSession,
): Promise<TerminalOutcome> {
  return json ? answerAsJson(text, session) : answerAsText(text, session);
}

async function answerAsJson(text: string, session: TerminalSession): Promise<TerminalOutcome> {
  const { reply, docs } = askForJson(text, session);
  await session.output.write(`${jsonLine(toJson(reply, cleanQuestion(text), docs))}\n`);
  // A script that asks nothing gets nothing, not help.
  return reply.kind === 'help' ? 'nothing' : outcomeOf(reply);
}

async function answerAsText(text: string, session: TerminalSession): Promise<TerminalOutcome> {
  const reply = askForText(readTyped(text, session), session);
  const moreHint = `More with --limit ${Math.max(MORE, 2 * (session.limit ?? 0))}`;
  await session.output.write(
    `${renderTerminal(withNotableVersions(reply, session.core.help()), { moreHint, ...session.render })}\n`,
  );
  return outcomeOf(reply);
}
