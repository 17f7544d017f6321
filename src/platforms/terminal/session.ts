import type { Readable } from 'node:stream';
import type { AnswerPage, QueryCore } from '../../core/query.ts';
import type { Reply } from '../../core/reply.ts';
import { readCommand } from '../command.ts';
import type { Command, CommandOptions } from '../command.ts';
import type { Output } from './output.ts';
import type { TerminalOptions } from './render.ts';

/** What the exit code tells. `answered`: there is an answer, or what may be one; `failed`: something could not be asked. */
export type TerminalOutcome = 'answered' | 'nothing' | 'failed';

/** Whom to ask, and how to say it: the same for one question, a batch and a chat. */
export interface TerminalSession {
  readonly core: QueryCore;
  readonly input: Readable;
  readonly output: Output;
  /** Only these collections; empty for all. A question may name others. */
  readonly collections: readonly string[];
  /** How many sections; undefined for 25 as JSON, and as many as the config says as text. */
  readonly limit: number | undefined;
  readonly render: TerminalOptions;
  readonly command: CommandOptions;
  /** Names of the collections that are docs, and no changelogs. */
  readonly docs: readonly string[];
  /** Aborts when the platform is stopped. */
  readonly signal: AbortSignal;
}

/** Sections of a reply as JSON: as rankings are measured by the first ten, enough for a script that leaves some out. */
const JSON_LIMIT = 25;

/** What a script gets. */
export interface AnswerForJson {
  readonly reply: Reply;
  /** What the docs say, where entries of changelogs are the reply; undefined otherwise. */
  readonly docs: Reply | undefined;
}

/**
 * Asks what a script asked: there are no commands, only questions, and it gets as many sections as it measures by, also where
 * entries of changelogs are the reply.
 */
export function askForJson(text: string, session: TerminalSession): AnswerForJson {
  const command = readCommand(text, session.command);
  const { question, collections } =
    command.kind === 'ask'
      ? { question: command.text, collections: command.collections }
      : { question: text, collections: [] };
  const page = { offset: 0, limit: session.limit ?? JSON_LIMIT };
  const reply = ask({ text: question, collections, page }, session);
  const asked = collections.length > 0 ? collections : session.collections;
  const docs = session.docs.filter((name) => asked.length === 0 || asked.includes(name));
  const isAboutBoth = reply.kind === 'entries' && docs.length > 0;
  return { reply, docs: isAboutBoth ? ask({ text: question, collections: docs, page }, session) : undefined };
}

/** Asks what a person typed. */
export function askForText(command: Command, session: TerminalSession, page?: AnswerPage): Reply {
  const first = session.limit === undefined ? undefined : { offset: 0, limit: session.limit };
  switch (command.kind) {
    case 'help':
      return session.core.help();
    case 'more':
      return ask({ text: 'more', collections: [], page: page ?? first }, session);
    case 'ask':
      return ask({ text: command.text, collections: command.collections, page: page ?? first }, session);
  }
}

export function outcomeOf(reply: Reply): TerminalOutcome {
  switch (reply.kind) {
    case 'results':
      return reply.outcome === 'nothing' ? 'nothing' : 'answered';
    case 'failure':
      return 'failed';
    case 'entries':
      return reply.entries.length === 0 ? 'nothing' : 'answered';
    case 'section':
    case 'help':
    case 'entry':
      return 'answered';
  }
}

interface Asked {
  readonly text: string;
  readonly collections: readonly string[];
  readonly page: AnswerPage | undefined;
}

function ask({ text, collections, page }: Asked, session: TerminalSession): Reply {
  const chosen = collections.length > 0 ? collections : session.collections;
  const about = {
    id: '',
    platform: 'terminal',
    workspace: '',
    place: '',
    asker: '',
    visibility: 'private',
  } as const;
  return session.core.ask({ text, ...about, collections: chosen }, page);
}
