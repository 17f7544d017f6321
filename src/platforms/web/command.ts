const COMMAND = /^\s*\/docs(?=\s|$)/iu;

/** What somebody typed: a question, or a request for help; the slash command of the chats works here too. */
export type Command = { readonly kind: 'help' } | { readonly kind: 'ask'; readonly text: string };

/** Reads `how do I …`, `/docs how do I …`, `/docs help`, `/docs` and nothing at all. */
export function readCommand(typed: string): Command {
  const text = typed.replace(COMMAND, '').trim();
  return text === '' || text.toLowerCase() === 'help' ? { kind: 'help' } : { kind: 'ask', text };
}
