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
}

export interface CommandOptions {
  /** The command's name without its slash, such as `docs`: it may stand before the rest, or not. */
  readonly name: string;
  /** The names of the collections that there are. */
  readonly collections: readonly string[];
}

const WITHIN = /(?<=^|\s)in:(\S+)(?:\s+|$)/giu;
const PREFIX = /^([^\s:]+):(?!\/\/)\s*/u;

/**
 * Reads `help`, `more`, a question, and a question to one collection: `in:api rate limits` or `api: rate limits`. What names
 * no collection is part of the question.
 */
export function readCommand(typed: string, { name, collections }: CommandOptions): Command {
  const text = withoutName(typed.trim(), name);
  const known = new Map(collections.map((collection) => [collection.toLowerCase(), collection]));
  const chosen: string[] = [];
  const choose = (whole: string, word: string): string => {
    const collection = known.get(word.toLowerCase());
    if (collection !== undefined && !chosen.includes(collection)) chosen.push(collection);
    return collection === undefined ? whole : '';
  };
  const question = text.replace(WITHIN, choose).replace(PREFIX, choose).trim();
  if (/^(?:help|\?)?$/iu.test(question)) return { kind: 'help' };
  if (/^more$/iu.test(question)) return { kind: 'more' };
  return { kind: 'ask', text: question, collections: chosen };
}

function withoutName(text: string, name: string): string {
  const [first = ''] = text.split(/\s/u, 1);
  return first.toLowerCase() === `/${name.toLowerCase()}` ? text.slice(first.length).trim() : text;
}
