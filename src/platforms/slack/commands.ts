import type { App, Context } from '@slack/bolt';
import { ENGLISH } from '../words/english.ts';
import { newState } from './slack-answering.ts';
import type { Handling } from './handling.ts';
import { plainText } from './incoming-text.ts';
import type { Message } from './render/message.ts';
import { renderNotice } from './render/notice.ts';
import { originOfCommand } from './slash-command.ts';
import type { SlashCommand } from './slash-command.ts';

/**
 * Answers the slash command in the acknowledgement itself: that needs no second call, and no bot in the channel. The reply is
 * for the asker's eyes only.
 */
export function listenToCommands(app: App, handling: Handling): void {
  app.command(`/${handling.command}`, async ({ command, context, ack }) => {
    await ack({ response_type: 'ephemeral', ...answer(command, context, handling) });
  });
}

function answer(command: SlashCommand, context: Context, { answering }: Handling): Message {
  const origin = originOfCommand(command, context);
  const asked = answering.read(plainText(command.text ?? ''), origin);
  switch (asked.kind) {
    case 'question':
      return answering.show(answering.reply(asked.state, origin), asked.state, origin);
    case 'more':
      return renderNotice(ENGLISH.notices.useMore);
    case 'help':
      return answering.show(answering.help(origin), newState(origin, ''), origin);
    case 'refused':
      return asked.message;
  }
}
