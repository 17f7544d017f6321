import type { QueryCore } from '../core/query.ts';
import type { HelpReply, Reply } from '../core/reply.ts';
import type { SectionOnPage } from '../core/search-engine.ts';
import type { Allowance } from './allowance.ts';
import { readCommand } from './command.ts';
import type { AskCommand, Command } from './command.ts';
import { withNotableVersions } from './notable-versions.ts';
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
  /** The language of who asks, as a BCP 47 tag; empty where the platform does not tell. */
  readonly locale: string;
}

/** A question that can be asked again at any time, from any of its answers on. */
export interface Asking {
  readonly question: string;
  /** Names of the collections that were asked for; empty for all. */
  readonly collections: readonly string[];
  /** The version of the docs that was asked for; empty for the default. */
  readonly version: string;
  /** Number of the first answer that is wanted, from 0. */
  readonly offset: number;
}

/** What somebody typed, read: a question, or what else they want. */
export type Asked =
  | (Pick<AskCommand, 'text' | 'collections' | 'version'> & { readonly kind: 'question' })
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
  readonly channels: readonly ScopedChannel[];
  readonly allowance: Allowance;
  readonly now: () => Date;
}

/** What a channel sees, and in which language. */
export interface ScopedChannel extends Scoped {
  /** The language that is spoken there, as a BCP 47 tag; undefined: that of who asks. */
  readonly locale?: string | undefined;
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
  /** As in `Asking`; what is typed before a question counts where they are empty. */
  readonly collections: readonly string[];
  readonly version: string;
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
    show: (section, origin) => within(noted(core.show(section), core), scope(origin)),
    open: (url, origin) => within(noted(core.open(url), core), scope(origin)),
    suggest: (text, origin, wanted) => suggest(text, origin, { ...wanted, options }),
  };
}

function read(typed: string, origin: Origin, options: AnsweringOptions): Asked {
  const command = commandIn(typed, origin, options);
  if (command.kind === 'help') return command;
  const seconds = options.allowance.take(`${origin.workspace} ${origin.asker}`, options.now());
  if (seconds > 0) return { kind: 'refused', seconds };
  return command.kind === 'more' ? command : { ...command, kind: 'question' };
}

function commandIn(typed: string, origin: Origin, options: AnsweringOptions): Command {
  const { collections } = helpIn(options.core, scopeIn(options, origin));
  return readCommand(typed, { name: options.command, collections });
}

interface Suggesting extends SuggestOptions {
  readonly options: AnsweringOptions;
}

function suggest(
  text: string,
  origin: Origin,
  { limit, collections, version, options }: Suggesting,
): readonly SectionOnPage[] {
  const { core } = options;
  const command = commandIn(text, origin, options);
  const typed = command.kind === 'ask' ? command : { text, collections: [], version: '' };
  const chosen = collections.length > 0 ? collections : typed.collections;
  const asked = chosenOf(chosen, scopeIn(options, origin));
  if (asked.length === 0) return [];
  return core.suggest(typed.text, {
    limit,
    collections: allAsNone(asked, core),
    version: version || typed.version,
    locale: localeIn(origin, options),
  });
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
    version: asking.version,
    locale: localeIn(origin, options),
  } as const;
  const page = asking.offset === 0 ? undefined : { offset: asking.offset, limit: PAGE };
  return noted(core.ask(question, page), core);
}

/** The language of a channel that has one, else of who asks. */
function localeIn({ channel, locale }: Origin, { channels }: AnsweringOptions): string {
  return channels.find(({ id }) => id === channel)?.locale ?? locale;
}

/** Versions are told where they are not what one would expect. */
function noted(reply: Reply, core: QueryCore): Reply {
  return withNotableVersions(reply, core.help());
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
