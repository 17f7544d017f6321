import type { QueryCore } from '../core/query.ts';
import type { HelpReply, Reply } from '../core/reply.ts';
import type { SectionOnPage } from '../core/search-engine.ts';
import type { Allowance } from './allowance.ts';
import { readCommand } from './command.ts';
import { scopeOf } from './scope.ts';
import type { Scoped } from './scope.ts';

/** Where a question came from, and who will see the reply. */
export interface Origin {
  /** Id of the question, the same for whatever the platform sends about it. */
  readonly id: string;
  readonly workspace: string;
  /** The organisation of the workspace; empty where it has none. */
  readonly organisation: string;
  readonly channel: string;
  /** The platform's id of who asks. */
  readonly asker: string;
  /** `private`: the asker alone; `direct`: a conversation with the bot; else everybody in the channel. */
  readonly audience: 'private' | 'public' | 'direct' | 'forum';
}

/** A question that can be asked again at any time, from any of its answers on. */
export interface Asking {
  readonly question: string;
  /** Names of the collections that were asked for; empty for all. */
  readonly collections: readonly string[];
  /** Number of the first answer that is wanted, from 0. */
  readonly offset: number;
}

/** What somebody typed, read: a question, or what else they want. */
export type Asked =
  | { readonly kind: 'question'; readonly text: string; readonly collections: readonly string[] }
  | { readonly kind: 'more' }
  | { readonly kind: 'help' }
  /** Too many at once; whole seconds until the next. */
  | { readonly kind: 'refused'; readonly seconds: number };

export interface AnsweringOptions {
  readonly core: QueryCore;
  readonly platform: string;
  /** Name of the slash command, without the slash. */
  readonly command: string;
  /** What single workspaces and channels see. */
  readonly workspaces: readonly Scoped[];
  readonly channels: readonly Scoped[];
  readonly allowance: Allowance;
  readonly now: () => Date;
}

/** Asks the core for chats; knows who may see what, and how much one may ask. */
export interface Answering {
  /** Reads what was typed. Takes of the asker's allowance. */
  read(typed: string, origin: Origin): Asked;
  reply(asking: Asking, origin: Origin): Reply;
  help(origin: Origin): HelpReply;
  /** Names of the collections and feeds that the workspace sees, whatever its channels do. */
  seen(origin: Origin): readonly string[];
  /** The section with an id, where it may be shown. */
  show(section: string, origin: Origin): Reply;
  /** The section that an address leads to, where it may be shown. */
  open(url: string, origin: Origin): Reply;
  /** Sections whose titles complete what somebody is typing. */
  suggest(text: string, origin: Origin, options: SuggestOptions): readonly SectionOnPage[];
}

export interface SuggestOptions {
  readonly limit: number;
  /** As in `Asking`. */
  readonly collections: readonly string[];
}

/** Answers on a further page: one in full, and four as links. */
const PAGE = 5;

export function createAnswering(options: AnsweringOptions): Answering {
  const { core } = options;
  const scope = (origin: Origin): readonly string[] => scopeIn(options, origin);
  return {
    read: (typed, origin) => read(typed, origin, options),
    reply: (asking, origin) => reply(asking, origin, options),
    help: (origin) => helpIn(core, scope(origin)),
    seen: (origin) => scope({ ...origin, channel: '' }),
    show: (section, origin) => within(core.show(section), scope(origin)),
    open: (url, origin) => within(core.open(url), scope(origin)),
    suggest: (text, origin, { limit, collections }) => {
      const asked = chosenOf(collections, scope(origin));
      return asked.length === 0 ? [] : core.suggest(text, { limit, collections: allAsNone(asked, core) });
    },
  };
}

function read(typed: string, origin: Origin, options: AnsweringOptions): Asked {
  const command = readCommand(typed, { name: options.command, collections: scopeIn(options, origin) });
  if (command.kind === 'help') return command;
  const seconds = options.allowance.take(`${origin.workspace} ${origin.asker}`, options.now());
  if (seconds > 0) return { kind: 'refused', seconds };
  return command.kind === 'more' ? command : { ...command, kind: 'question' };
}

function reply(asking: Asking, origin: Origin, options: AnsweringOptions): Reply {
  const { core, platform } = options;
  const seen = scopeIn(options, origin);
  const asked = chosenOf(asking.collections, seen);
  if (asked.length === 0) return helpIn(core, seen);
  const { id, workspace, channel: place, asker, audience } = origin;
  const isPublic = audience === 'public' || audience === 'forum';
  const question = {
    id,
    text: asking.question,
    platform,
    workspace,
    place,
    asker,
    visibility: isPublic ? 'public' : 'private',
    collections: allAsNone(asked, core),
  } as const;
  return core.ask(question, asking.offset === 0 ? undefined : { offset: asking.offset, limit: PAGE });
}

function chosenOf(collections: readonly string[], seen: readonly string[]): readonly string[] {
  return seen.filter((name) => collections.length === 0 || collections.includes(name));
}

/** The core takes an empty list for all of them. */
function allAsNone(names: readonly string[], core: QueryCore): readonly string[] {
  return names.length === core.help().collections.length ? [] : names;
}

function scopeIn({ core, workspaces, channels }: AnsweringOptions, origin: Origin): readonly string[] {
  const collections = core.help().collections.map(({ name }) => name);
  const { workspace, organisation, channel } = origin;
  return scopeOf({ collections, workspaces, channels }, { workspaces: [workspace, organisation], channel });
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
