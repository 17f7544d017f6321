import type { Reply } from '../../core/reply.ts';
import { ENGLISH } from '../words/english.ts';
import type { Message } from './render/message.ts';
import { renderReply } from './render/render-reply.ts';

/** The message that somebody would see who asks with the slash command. */
export function renderPreview(reply: Reply, command: string): Message {
  return renderReply(reply, {
    audience: 'private',
    state: { id: 'preview', section: '', offset: 0, asker: '0', version: '' },
    command: `/${command}`,
    words: ENGLISH,
    voted: false,
    sharedBy: '',
    addressee: '',
  });
}
