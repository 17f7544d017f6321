import type { Reply } from '../../core/reply.ts';
import { newState } from './slack-answering.ts';
import type { Message } from './render/message.ts';
import { renderReply } from './render/render-reply.ts';

/** The message that somebody would see who asks with the slash command. */
export function renderPreview(reply: Reply, command: string): Message {
  const question = 'query' in reply ? reply.query : '';
  const state = newState({ id: 'preview', asker: 'U0', thread: '' }, question);
  return renderReply(reply, { audience: 'private', state, command: `/${command}`, voted: false });
}
