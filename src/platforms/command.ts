import type { CollectionHelp } from '../core/reply.ts';
import { LONGEST_VERSION, versionAsked, versionNamed, versionsOf } from './version-named.ts';

/** What somebody typed after the command, or in a message to the bot. */
export type Command = HelpCommand | MoreCommand | AskCommand;

export interface HelpCommand {
  readonly kind: 'help';
}

/** The next results of the question before. */
export interface MoreCommand {
  readonly kind: 'more';
}

export interface AskCommand {
  readonly kind: 'ask';
  readonly text: string;
  /** Names of the collections that were asked for; empty for all. */
  readonly collections: readonly string[];
  /** The version that was asked for, as the docs call it; as it was typed where they have none so called, and empty for the default. */
  readonly version: string;
}

/** A collection that can be asked for, and its versions. */
export type AskableCollection = Pick<CollectionHelp, 'name' | 'versions'>;

export interface CommandOptions {
  /** The command's name without its slash, such as `docs`: it may stand before the rest, or not. */
  readonly name: string;
  /** The collections that there are. */
  readonly collections: readonly AskableCollection[];
}

const WITHIN = /(?<=^|\s)in:(\S+)(?:\s+|$)/giu;
const VERSION = /(?<=^|\s)version:(\S+)(?:\s+|$)/giu;
/** Phones make one dash of two. */
const FLAG = /(?<=^|\s)(?:--|[–—])version(?:=|\s+)(\S+)(?:\s+|$)/giu;
const PREFIX = /^([^\s:]+):(?!\/\/)\s*/u;

/**
 * Reads `help`, `more`, a question, and a question to one collection or version: `in:api rate limits` or `api: rate limits`,
 * `version:v2 rate limits`, `--version v2 rate limits` or `v2: rate limits`, and `in:api v2: rate limits`. What names no
 * collection and no version is part of the question; but who begins with `--version` means one.
 */
export function readCommand(typed: string, { name, collections }: CommandOptions): Command {
  const choice = new Choice(collections);
  const question = withoutName(typed.trim(), name)
    .replace(WITHIN, (whole, word: string) => (choice.takesCollection(word) ? '' : whole))
    .trimStart()
    .replace(FLAG, (whole, word: string, at: number) => (choice.takesFlag(word, at) ? '' : whole))
    .replace(VERSION, (whole, word: string) => (choice.takesVersion(word) ? '' : whole))
    .trimStart()
    .replace(PREFIX, (whole, word: string) => (choice.takesPrefix(word) ? '' : whole))
    .replace(PREFIX, (whole, word: string) => (choice.takesPrefix(word) ? '' : whole))
    .trim();
  if (/^(?:help|\?)?$/iu.test(question)) return { kind: 'help' };
  if (/^more$/iu.test(question)) return { kind: 'more' };
  return { kind: 'ask', text: question, ...choice.chosen };
}

/** What is chosen while a text is read. */
class Choice {
  readonly #collections: readonly AskableCollection[];
  readonly #versions: readonly string[];
  readonly #chosen = new Set<AskableCollection>();
  #version: string | undefined;

  constructor(collections: readonly AskableCollection[]) {
    this.#collections = collections;
    this.#versions = versionsOf(collections);
  }

  get chosen(): Pick<AskCommand, 'collections' | 'version'> {
    const version = this.#version ?? '';
    const own = versionNamed(
      version,
      [...this.#chosen].flatMap(({ versions }) => versions),
    );
    return {
      collections: [...this.#chosen].map(({ name }) => name),
      version: own ?? versionAsked(version, this.#versions),
    };
  }

  takesCollection(word: string): boolean {
    const named = this.#collections.find(({ name }) => name.toLowerCase() === word.toLowerCase());
    if (named !== undefined) this.#chosen.add(named);
    return named !== undefined;
  }

  /** The first that is named counts; others are words. */
  takesVersion(word: string): boolean {
    if (this.#version !== undefined || versionNamed(word, this.#versions) === undefined) return false;
    this.#version = word;
    return true;
  }

  /** Of docs that have no versions, and within a question, `--version` is a flag of somebody's program. */
  takesFlag(word: string, at: number): boolean {
    if (this.takesVersion(word)) return true;
    const isMeant = at === 0 || /^v?\d/iu.test(word);
    if (!isMeant || this.#version !== undefined || this.#versions.length === 0) return false;
    if (word.length > LONGEST_VERSION) return false;
    this.#version = word;
    return true;
  }

  takesPrefix(word: string): boolean {
    return this.takesCollection(word) || this.takesVersion(word);
  }
}

function withoutName(text: string, name: string): string {
  const [first = ''] = text.split(/\s/u, 1);
  return first.toLowerCase() === `/${name.toLowerCase()}` ? text.slice(first.length).trim() : text;
}
