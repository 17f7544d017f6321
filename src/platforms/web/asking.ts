import type { QueryCore } from '../../core/query.ts';
import type { Reply } from '../../core/reply.ts';
import { readCommand } from '../command.ts';
import type { Command } from '../command.ts';
import { readAskBody } from './ask-body.ts';
import type { AskBody, Refusal } from './wire.ts';

/** Whom to ask, and for what the question is. */
export interface Asking {
  readonly core: QueryCore;
  /** Name of the chats' slash command without its slash; it works here too. */
  readonly command: string;
  /** `preview`: only to see how another platform shows the reply. */
  readonly platform: 'web' | 'preview';
}

/** The reply to the body of `POST /api/ask`, or why it is refused. */
export function replyTo(body: unknown, asking: Asking): Reply | Refusal {
  const names = asking.core.help().collections.map((collection) => collection.name);
  const read = readAskBody(body, names);
  if ('error' in read) return read;
  const command = readTyped(read.query, asking);
  switch (command.kind) {
    case 'help':
      return asking.core.help();
    case 'more':
      // The page keeps what was asked before, and asks for an offset; whoever sends the word alone means the word.
      return ask({ text: 'more', collections: [] }, read, asking);
    case 'ask':
      return ask(command, read, asking);
  }
}

/** Reads what was typed as every platform does. */
export function readTyped(text: string, { core, command }: Omit<Asking, 'platform'>): Command {
  const collections = core.help().collections.map((collection) => collection.name);
  return readCommand(text, { name: command, collections });
}

/** Collections named in the question count more than those of the body. */
function ask(
  { text, collections }: { readonly text: string; readonly collections: readonly string[] },
  body: AskBody,
  { core, platform }: Asking,
): Reply {
  const about = { id: '', platform, workspace: '', place: '', asker: '', visibility: 'private' } as const;
  const within = collections.length > 0 ? collections : body.collections;
  return core.ask({ text, ...about, collections: within }, body.page);
}
