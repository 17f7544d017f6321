import { defined } from './fields.ts';
import type { Fields } from './fields.ts';
import type { Message, SlackState, Workspace } from './slack-state.ts';

/** A message as Slack sends it: https://docs.slack.dev/reference/events/message */
export function wireMessage(message: Message, state: SlackState): Fields {
  const { subtype, user, ts, text, blocks, edited } = message;
  return defined({
    type: 'message',
    subtype,
    user,
    ts,
    ...botFields(message, state),
    text,
    team: teamOf(message, state),
    blocks,
    edited,
    ...threadFields(message, state),
  });
}

function teamOf({ channel }: Message, state: SlackState): string {
  return state.channels.get(channel)?.teamId ?? state.workspace.teamId;
}

function botFields({ botId }: Message, state: SlackState): Fields {
  if (botId === undefined) return {};
  const workspace = [...state.workspaces.values()].find((one) => one.botId === botId);
  return workspace === undefined ? { bot_id: botId } : { bot_id: botId, ...profile(workspace) };
}

function profile({ appId, botId, botName, teamId }: Workspace): Fields {
  const bot = {
    id: botId,
    app_id: appId,
    user_id: undefined,
    name: botName,
    deleted: false,
    updated: 1_700_000_000,
  };
  return { app_id: appId, bot_profile: defined({ ...bot, team_id: teamId }) };
}

function threadFields({ channel, ts, threadTs }: Message, state: SlackState): Fields {
  const root = state.find(channel, threadTs ?? ts);
  if (threadTs !== undefined && threadTs !== ts)
    return { thread_ts: threadTs, parent_user_id: root?.user ?? state.workspace.botUserId };
  const replies = repliesTo(channel, ts, state);
  const last = replies.at(-1);
  if (last === undefined) return {};
  const users = [...new Set(replies.map(({ user }) => user))];
  return {
    thread_ts: ts,
    reply_count: replies.length,
    reply_users_count: users.length,
    latest_reply: last.ts,
    reply_users: users,
    is_locked: false,
    subscribed: false,
  };
}

/** Oldest first, without the message that the thread starts with. */
export function repliesTo(channel: string, ts: string, state: SlackState): Message[] {
  return state.messages.filter(
    (one) => one.channel === channel && one.threadTs === ts && one.ts !== ts && !one.ephemeral,
  );
}
