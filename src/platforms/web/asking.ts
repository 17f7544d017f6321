import type { QueryCore } from '../../core/query.ts';
import type { Reply } from '../../core/reply.ts';
import { readCommand } from '../command.ts';
import type { AskCommand, Command } from '../command.ts';
import { versionAsked, versionsOf } from '../version-named.ts';
import { readAskBody } from './ask-body.ts';
import type { AskBody, Refusal } from './wire.ts';

/** Whom to ask, and for what the question is. */
export interface Asking {
  readonly core: QueryCore;
  /** Name of the chats' slash command without its slash; it works here too. */
  readonly command: string;
  /** The language of who asks, as a BCP 47 tag; empty where it is not known. */
  readonly locale: string;
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
      return ask({ text: 'more', collections: [], version: '' }, read, asking);
    case 'ask':
      return ask(command, read, asking);
  }
}

/** Reads what was typed as every platform does. */
export function readTyped(text: string, { core, command }: Pick<Asking, 'core' | 'command'>): Command {
  return readCommand(text, { name: command, collections: core.help().collections });
}

/** A version as the docs call it, of some collections or of all where none is named. */
export function versionIn(collections: readonly string[], given: string, core: QueryCore): string {
  const asked = core
    .help()
    .collections.filter(({ name }) => collections.length === 0 || collections.includes(name));
  return versionAsked(given, versionsOf(asked));
}

/** Collections and the version named in the question count more than those of the body. */
function ask(
  { text, collections, version }: Pick<AskCommand, 'text' | 'collections' | 'version'>,
  body: AskBody,
  { core, platform, locale }: Asking,
): Reply {
  const about = { id: '', platform, workspace: '', place: '', asker: '', visibility: 'private' } as const;
  const within = collections.length > 0 ? collections : body.collections;
  const wanted = {
    collections: within,
    version: version || versionIn(within, body.version, core),
    locale: body.locale || locale,
  };
  return core.ask({ text, ...about, ...wanted }, body.page);
}
