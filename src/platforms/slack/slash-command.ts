import type { Context } from '@slack/bolt';
import { questionId } from '../question-id.ts';
import { tenantOf } from './origin.ts';
import type { Origin } from './origin.ts';

/** The fields of a slash command: https://docs.slack.dev/interactivity/implementing-slash-commands#app_command_handling */
export interface SlashCommand {
  readonly text?: string;
  readonly channel_id: string;
  readonly user_id: string;
  readonly trigger_id: string;
}

/** Who typed a command where; the reply is for their eyes only. */
export function originOfCommand(command: SlashCommand, context: Context): Origin {
  const { channel_id: channel, user_id: asker, trigger_id } = command;
  return {
    id: questionId(trigger_id),
    ...tenantOf(context),
    channel,
    asker,
    thread: '',
    audience: 'private',
  };
}
