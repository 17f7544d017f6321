import type { HelpReply, Reply } from '../../core/reply.ts';
import type { Asking, Origin } from '../answering.ts';
import type { Words } from '../words/words.ts';
import type { EarlierQuestion } from './asked-before.ts';
import type { Handling } from './handling.ts';
import type { Message, Showing } from './render/message.ts';
import { renderReply } from './render/render-reply.ts';

/** How a reply is shown beyond where it came from. */
export interface Manner extends Partial<Pick<Showing, 'voted' | 'sharedBy' | 'addressee'>> {
  readonly words: Words;
}

/** Asks, and remembers the question for the buttons of the reply. */
export function answer(asking: Asking, origin: Origin, { answering, askedBefore }: Handling): Reply {
  const { question: text, collections, version } = asking;
  askedBefore.remember(origin.id, { text, collections, version, locale: origin.locale });
  return answering.reply(asking, origin);
}

/** What is asked first of a question that was read, or is remembered. */
export function askingOf({
  text,
  collections,
  version,
}: Pick<EarlierQuestion, 'text' | 'collections' | 'version'>): Asking {
  return { question: text, collections, version, offset: 0 };
}

/** A reply as a message for where it came from. */
export function show(
  reply: Reply,
  origin: Origin,
  { handling, ...manner }: Manner & { readonly handling: Handling },
): Message {
  const { id, asker, audience } = origin;
  return renderReply(reply, {
    audience,
    state: { id, section: '', offset: 0, asker, version: handling.askedBefore.versionOf(id) },
    command: `/${handling.command}`,
    voted: false,
    sharedBy: '',
    addressee: '',
    ...manner,
  });
}

/** Every question to try in a help, in its order: its buttons go by their numbers. */
export function examplesOf({ collections }: HelpReply): readonly string[] {
  return collections.flatMap(({ examples }) => examples);
}
