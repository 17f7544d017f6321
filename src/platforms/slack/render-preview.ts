import type { Reply } from '../../core/reply.ts';
import { newState } from './slack-answering.ts';
import type { Message } from './render/message.ts';
import { renderReply } from './render/render-reply.ts';

/** The message that somebody would see who asks with the slash command. */
export function renderPreview(reply: Reply, command: string): Message {
  const question = 'query' in reply ? reply.query : '';
  const about = { id: 'preview', workspace: 'T0', organisation: '', channel: 'C0', asker: 'U0', thread: '' };
  const state = newState({ ...about, audience: 'private' }, question);
  return renderReply(reply, { audience: 'private', state, command: `/${command}`, voted: false });
}
