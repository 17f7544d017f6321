import type { QueryCore } from '../../core/query.ts';
import type { Question } from '../../core/question.ts';
import type { HelpReply, Reply } from '../../core/reply.ts';
import type { Allowance } from '../allowance.ts';
import { readCommand } from '../command.ts';
import { scopeOf } from '../scope.ts';
import type { ButtonState } from './render/buttons.ts';
import type { Message } from './render/message.ts';
import { renderNotice } from './render/notice.ts';
import type { Origin } from './origin.ts';
import { renderReply } from './render/render-reply.ts';
import type { SlackSettings } from './settings.ts';

export interface AnsweringOptions {
  readonly core: QueryCore;
  readonly settings: SlackSettings;
  /** Name of the slash command, without the slash. */
  readonly command: string;
  readonly allowance: Allowance;
  readonly now: () => Date;
}

/** What somebody typed, read: a question that can be asked, or what to say instead. */
export type Asked =
  | { readonly kind: 'question'; readonly state: ButtonState }
  | { readonly kind: 'more' }
  | { readonly kind: 'help' }
  | { readonly kind: 'refused'; readonly message: Message };

/** Turns what people type and click into messages; knows who may see what, and how much one may ask. */
export interface Answering {
  /** Reads what was typed. Takes of the asker's allowance. */
  read(typed: string, origin: Origin): Asked;
  /** The reply to a question, from the answer on that its state names. */
  reply(state: ButtonState, origin: Origin): Reply;
  /** A reply as a message. */
  show(reply: Reply, state: ButtonState, origin: Origin & { readonly voted?: boolean }): Message;
  help(origin: Origin): HelpReply;
  /** The section that an address leads to, where it may be shown. */
  open(url: string, origin: Origin): Reply;
  /** Whether the docs still have a section, and it may be shown here. */
  has(section: string, origin: Origin): boolean;
}

export function createAnswering(options: AnsweringOptions): Answering {
  const { core, command } = options;
  const scope = (origin: Origin): readonly string[] => scopeIn(options, origin);
  return {
    read: (typed, origin) => read(typed, origin, options),
    reply: (state, origin) => {
      const seen = scope(origin);
      const asked = seen.filter((name) => state.collections.length === 0 || state.collections.includes(name));
      // An empty list means all of them.
      if (asked.length === 0) return helpIn(core, seen);
      const collections = asked.length === core.help().collections.length ? [] : asked;
      const page = state.offset === 0 ? undefined : { offset: state.offset, limit: PAGE };
      return core.ask(questionOf(state, origin, collections), page);
    },
    show: (reply, state, { audience, voted = false }) =>
      renderReply(reply, { audience, state, command: `/${command}`, voted }),
    help: (origin) => helpIn(core, scope(origin)),
    open: (url, origin) => within(core.open(url), scope(origin)),
    has: (section, origin) => within(core.show(section), scope(origin)).kind === 'section',
  };
}

/** Answers on a further page: one in full, and four as links. */
const PAGE = 5;

/** What a question's buttons hold before anything is shown. */
export function newState(origin: Origin, question: string): ButtonState {
  const { id, asker, thread } = origin;
  return { id, section: '', offset: 0, asker, thread, sharedBy: '', collections: [], question };
}

function read(typed: string, origin: Origin, options: AnsweringOptions): Asked {
  const command = readCommand(typed, { name: options.command, collections: scopeIn(options, origin) });
  if (command.kind === 'help') return { kind: 'help' };
  const wait = options.allowance.take(`${origin.workspace} ${origin.asker}`, options.now());
  if (wait > 0) return { kind: 'refused', message: renderNotice(tooMany(wait)) };
  if (command.kind === 'more') return { kind: 'more' };
  const { text, collections } = command;
  return { kind: 'question', state: { ...newState(origin, text), collections } };
}

function tooMany(seconds: number): string {
  const when = seconds === 1 ? 'a second' : `${seconds} seconds`;
  return `That is a lot of questions at once. Ask again in ${when}.`;
}

function questionOf(state: ButtonState, origin: Origin, collections: readonly string[]): Question {
  const { id, question: text, asker } = state;
  const { workspace, channel: place, audience } = origin;
  const visibility = audience === 'public' ? 'public' : 'private';
  return { id, text, platform: 'slack', workspace, place, asker, visibility, collections };
}

function scopeIn({ core, settings }: AnsweringOptions, origin: Origin): readonly string[] {
  const { workspaces, channels } = settings;
  const collections = core.help().collections.map(({ name }) => name);
  const rules = { collections, workspaces, channels };
  const { workspace, organisation, channel } = origin;
  return scopeOf(rules, { workspaces: [workspace, organisation], channel });
}

function helpIn(core: QueryCore, scope: readonly string[]): HelpReply {
  const { collections } = core.help();
  return { kind: 'help', collections: collections.filter(({ name }) => scope.includes(name)) };
}

/** A section of docs that are not meant for this place is as good as gone. */
function within(reply: Reply, scope: readonly string[]): Reply {
  const isMeant = reply.kind !== 'section' || scope.includes(reply.answer.collection);
  return isMeant ? reply : { kind: 'failure', reason: 'gone' };
}
