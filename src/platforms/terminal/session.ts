import type { Readable } from 'node:stream';
import type { AnswerPage, QueryCore } from '../../core/query.ts';
import type { Reply } from '../../core/reply.ts';
import { readCommand } from '../command.ts';
import type { AskCommand, Command } from '../command.ts';
import { versionAsked, versionsOf } from '../version-named.ts';
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
  /** As it was given: the version that is asked where a question names none; empty for the default. */
  readonly version: string;
  /** The language that is preferred, as a BCP 47 tag; empty for that of the docs. */
  readonly locale: string;
  /** How many sections; undefined for 25 as JSON, and as many as the config says as text. */
  readonly limit: number | undefined;
  readonly render: TerminalOptions;
  readonly command: TerminalCommand;
  /** Names of the collections that are docs, and no changelogs. */
  readonly docs: readonly string[];
  /** Aborts when the platform is stopped. */
  readonly signal: AbortSignal;
}

/** What may be typed before a question. */
export interface TerminalCommand {
  /** The command's name without its slash. */
  readonly name: string;
  /** Names of the collections that there are. */
  readonly collections: readonly string[];
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
  const command = readTyped(text, session);
  const question = command.kind === 'ask' ? command : { text, collections: [], version: '' };
  const page = { offset: 0, limit: session.limit ?? JSON_LIMIT };
  const reply = ask({ ...question, page }, session);
  const asked = question.collections.length > 0 ? question.collections : session.collections;
  const docs = session.docs.filter((name) => asked.length === 0 || asked.includes(name));
  const isAboutBoth = reply.kind === 'entries' && docs.length > 0;
  return { reply, docs: isAboutBoth ? ask({ ...question, collections: docs, page }, session) : undefined };
}

/** Reads what was typed as every platform does. */
export function readTyped(text: string, { core, command: { name, collections } }: TerminalSession): Command {
  const known = core.help().collections.filter((collection) => collections.includes(collection.name));
  return readCommand(text, { name, collections: known });
}

/** Asks what a person typed. */
export function askForText(command: Command, session: TerminalSession, page?: AnswerPage): Reply {
  const first = session.limit === undefined ? undefined : { offset: 0, limit: session.limit };
  switch (command.kind) {
    case 'help':
      return session.core.help();
    case 'more':
      return ask({ text: 'more', collections: [], version: '', page: page ?? first }, session);
    case 'ask':
      return ask({ ...command, page: page ?? first }, session);
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

interface Asked extends Pick<AskCommand, 'text' | 'collections' | 'version'> {
  readonly page: AnswerPage | undefined;
}

function ask({ text, collections, version, page }: Asked, session: TerminalSession): Reply {
  const { core, locale } = session;
  const chosen = collections.length > 0 ? collections : session.collections;
  const about = {
    id: '',
    platform: 'terminal',
    workspace: '',
    place: '',
    asker: '',
    visibility: 'private',
  } as const;
  const wanted = { collections: chosen, version: version || versionIn(chosen, session), locale };
  return core.ask({ text, ...about, ...wanted }, page);
}

/** What was given for all questions, as these docs call it. */
function versionIn(collections: readonly string[], { core, version }: TerminalSession): string {
  const asked = core
    .help()
    .collections.filter(({ name }) => collections.length === 0 || collections.includes(name));
  return versionAsked(version, versionsOf(asked));
}
