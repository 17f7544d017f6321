import type { Reply } from '../../core/reply.ts';
import { createAnswering } from '../answering.ts';
import type { AnsweringOptions, Answering } from '../answering.ts';
import { ENGLISH } from '../words/english.ts';
import type { Origin } from './origin.ts';
import type { ButtonState } from './render/buttons.ts';
import type { Message } from './render/message.ts';
import { renderNotice } from './render/notice.ts';
import { renderReply } from './render/render-reply.ts';

/** What somebody typed, read: a question that can be asked, or what to say instead. */
export type SlackAsked =
  | { readonly kind: 'question'; readonly state: ButtonState }
  | { readonly kind: 'more' }
  | { readonly kind: 'help' }
  | { readonly kind: 'refused'; readonly message: Message };

/** Turns what people type and click on Slack into messages. */
export interface SlackAnswering extends Pick<Answering, 'help' | 'open' | 'seen'> {
  /** Reads what was typed. Takes of the asker's allowance. */
  read(typed: string, origin: Origin): SlackAsked;
  /** The reply to a question, from the answer on that its state names. */
  reply(state: ButtonState, origin: Origin): Reply;
  /** A reply as a message. */
  show(reply: Reply, state: ButtonState, origin: Origin & { readonly voted?: boolean }): Message;
  /** Whether the docs still have a section, and it may be shown here. */
  has(section: string, origin: Origin): boolean;
}

export function createSlackAnswering(options: AnsweringOptions): SlackAnswering {
  const answering = createAnswering(options);
  return {
    help: answering.help,
    open: answering.open,
    seen: answering.seen,
    reply: answering.reply,
    has: (section, origin) => answering.show(section, origin).kind === 'section',
    read: (typed, origin) => {
      const asked = answering.read(typed, origin);
      switch (asked.kind) {
        case 'question':
          return {
            kind: 'question',
            state: {
              ...newState(origin, asked.text),
              collections: asked.collections,
              version: asked.version,
            },
          };
        case 'refused':
          return { kind: 'refused', message: renderNotice(ENGLISH.notices.tooMany(asked.seconds)) };
        case 'more':
        case 'help':
          return asked;
      }
    },
    show: (reply, state, { audience, voted = false }) =>
      renderReply(reply, { audience, state, command: `/${options.command}`, voted }),
  };
}

/** What a question's buttons hold before anything is shown. */
export function newState(
  { id, asker, thread }: Pick<Origin, 'id' | 'asker' | 'thread'>,
  question: string,
): ButtonState {
  return { id, section: '', offset: 0, asker, thread, sharedBy: '', collections: [], version: '', question };
}
