import type { ResultsReply } from '../../core/reply.ts';
import type { Command } from '../command.ts';
import { withNotableVersions } from '../notable-versions.ts';
import { renderNotice, renderTerminal } from './render.ts';
import { askForText, outcomeOf, readTyped } from './session.ts';
import type { TerminalOutcome, TerminalSession } from './session.ts';

/** What has been said so far, as far as it matters for what comes next. */
export interface Conversation {
  readonly asked: Command | undefined;
  readonly last: ResultsReply | undefined;
  /** Ids of the sections listed for the question, the first under 1. */
  readonly listed: readonly string[];
}

export const NOTHING_SAID: Conversation = { asked: undefined, last: undefined, listed: [] };

export interface Turn {
  readonly conversation: Conversation;
  readonly text: string;
  readonly outcome: TerminalOutcome;
}

const MORE_HINT = 'Type "more" for more, or a number to open that section.';

/** Replies to a line: a question, `help`, `more` or the number of a section. */
export function takeTurn(line: string, conversation: Conversation, session: TerminalSession): Turn {
  const id = conversation.listed[numberIn(line) - 1];
  if (id !== undefined) return open(id, conversation, session);
  const command = readTyped(line, session);
  switch (command.kind) {
    case 'help':
      return say(renderTerminal(session.core.help(), inChat(session)), conversation);
    case 'more':
      return more(conversation, session);
    case 'ask':
      return ask(command, NOTHING_SAID, session);
  }
}

function open(id: string, conversation: Conversation, session: TerminalSession): Turn {
  const reply = withNotableVersions(session.core.show(id), session.core.help());
  return { conversation, text: renderTerminal(reply, session.render), outcome: outcomeOf(reply) };
}

function more(conversation: Conversation, session: TerminalSession): Turn {
  const { asked, last } = conversation;
  if (asked === undefined || last === undefined)
    return say(renderNotice('Ask a question first.', session.render), conversation);
  if (!last.more) return say(renderNotice('That is all there is.', session.render), conversation);
  return ask(asked, conversation, session);
}

/** Asks for the sections after those that are listed. */
function ask(command: Command, { last, listed }: Conversation, session: TerminalSession): Turn {
  const shown = last?.answers.length ?? 0;
  const page = last === undefined ? undefined : { offset: last.offset + shown, limit: shown };
  const reply = withNotableVersions(askForText(command, session, page), session.core.help());
  const turn = { text: renderTerminal(reply, inChat(session)), outcome: outcomeOf(reply) };
  if (reply.kind !== 'results') return { ...turn, conversation: NOTHING_SAID };
  const ids = reply.answers.map((answer) => answer.id);
  return { ...turn, conversation: { asked: command, last: reply, listed: [...listed, ...ids] } };
}

function say(text: string, conversation: Conversation): Turn {
  return { text, conversation, outcome: 'answered' };
}

function inChat({ render }: TerminalSession): TerminalSession['render'] {
  return { moreHint: MORE_HINT, ...render, chat: true };
}

function numberIn(line: string): number {
  return /^\s*\d{1,3}\s*$/u.test(line) ? Number(line) : 0;
}
