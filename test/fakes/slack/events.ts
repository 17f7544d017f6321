import { defined, isFields, textOf } from './fields.ts';
import type { Fields } from './fields.ts';
import type { PayloadContext } from './payloads.ts';
import type { Message, SlackState } from './slack-state.ts';
import { wireMessage } from './wire-message.ts';

/** Who says what where. */
export interface Said {
  readonly text?: string;
  readonly user?: string;
  readonly channel?: string;
  readonly ts?: string;
  /** The `ts` of the thread that it is said in. */
  readonly thread?: string;
}

/**
 * Events as they stand in an envelope. What tells of a message also puts it in the channel, unless there is one with that `ts`:
 * that is how `app_mention` and `message` come of one message.
 */
export function createEvents({ state, workspace }: Pick<PayloadContext, 'state' | 'workspace'>) {
  const say = ({ channel, ts = state.nextTs(), ...said }: Said, place: string): Message =>
    state.find(channel ?? place, ts) ??
    state.addMessage({
      channel: channel ?? place,
      text: said.text ?? `<@${workspace.botUserId}> how do I log in?`,
      user: said.user ?? 'U0ANA',
      ts,
      threadTs: said.thread,
    });
  return {
    /** https://docs.slack.dev/reference/events/app_mention */
    appMention: (said: Said = {}): Fields => written('app_mention', say(said, 'C0GENERAL'), state),
    /** https://docs.slack.dev/reference/events/message.im */
    messageIm: (said: Said = {}): Fields => {
      const message = say({ text: 'how do I log in?', ...said }, 'D0ANA');
      return { ...written('message', message, state), channel_type: 'im' };
    },
    /** https://docs.slack.dev/reference/events/message.channels */
    messageChannels: (said: Said = {}): Fields => {
      const message = say({ text: 'good morning', ...said }, 'C0GENERAL');
      return { ...written('message', message, state), channel_type: 'channel' };
    },
    /** https://docs.slack.dev/reference/events/message/message_changed */
    messageChanged: (message: Message, text: string): Fields => {
      const previous = wireMessage(message, state);
      const edited = { user: message.user ?? '', ts: state.nextTs() };
      Object.assign(message, { text, edited });
      const { channel } = message;
      return hidden(
        'message_changed',
        { channel, previous_message: previous, message: wireMessage(message, state) },
        state,
      );
    },
    /** https://docs.slack.dev/reference/events/message/message_deleted */
    messageDeleted: (message: Message): Fields => {
      state.remove(message);
      const { channel, ts } = message;
      const previous = wireMessage(message, state);
      return hidden('message_deleted', { channel, deleted_ts: ts, previous_message: previous }, state);
    },
    /** https://docs.slack.dev/reference/events/message/channel_join */
    channelJoin: ({ user = 'U0BEN', channel = 'C0GENERAL' }: Said = {}): Fields => {
      const message = state.addMessage({
        channel,
        user,
        subtype: 'channel_join',
        text: `<@${user}> has joined the channel`,
      });
      return { ...written('message', message, state), channel_type: 'channel', inviter: 'U0ANA' };
    },
    /** https://docs.slack.dev/reference/events/message/bot_message: what another app says. */
    botMessage: ({ text = 'Build passed', channel = 'C0GENERAL', thread }: Said = {}): Fields => {
      const message = state.addMessage({
        channel,
        text,
        botId: 'B0OTHER',
        subtype: 'bot_message',
        threadTs: thread,
      });
      return { ...written('message', message, state), channel_type: 'channel', username: 'ci' };
    },
    /** https://docs.slack.dev/reference/events/link_shared, of a message that has been posted. */
    linkShared: (links: readonly string[], said: Said = {}): Fields => {
      const message = say({ text: links.map((link) => `<${link}>`).join(' '), ...said }, 'C0GENERAL');
      const { channel, user, ts, threadTs } = message;
      const about = {
        unfurl_id: `${channel}.${ts}.fake`,
        source: 'conversations_history',
        event_ts: state.nextTs(),
      };
      const where = defined({ channel, is_bot_user_member: true, user, message_ts: ts, thread_ts: threadTs });
      return { type: 'link_shared', ...where, links: links.map(linked), ...about };
    },
    /** The same while somebody is still writing. */
    linkComposed: (links: readonly string[], { user = 'U0ANA' }: Said = {}): Fields => {
      const id = crypto.randomUUID();
      const about = { message_ts: id, unfurl_id: id, source: 'composer', event_ts: state.nextTs() };
      return {
        type: 'link_shared',
        channel: 'COMPOSER',
        user,
        is_bot_user_member: true,
        links: links.map(linked),
        ...about,
      };
    },
    /** https://docs.slack.dev/reference/events/app_home_opened */
    appHomeOpened: ({
      user = 'U0ANA',
      tab = 'home',
    }: { user?: string; tab?: 'home' | 'messages' } = {}): Fields => {
      const found = state.users.get(user);
      const channel = found === undefined ? 'D0UNKNOWN' : state.direct(found).id;
      return defined({
        type: 'app_home_opened',
        user,
        channel,
        tab,
        view: state.views.get(user),
        event_ts: state.nextTs(),
      });
    },
    /** https://docs.slack.dev/reference/events/app_uninstalled; the token is of no use from then on. */
    appUninstalled: (): Fields => {
      workspace.refusal = 'account_inactive';
      return { type: 'app_uninstalled', event_ts: state.nextTs() };
    },
    /** https://docs.slack.dev/reference/events/tokens_revoked */
    tokensRevoked: (
      tokens: { oauth?: string[]; bot?: string[] } = { bot: [workspace.botUserId] },
    ): Fields => {
      if ((tokens.bot ?? []).length > 0) workspace.refusal = 'token_revoked';
      return { type: 'tokens_revoked', tokens, event_ts: state.nextTs() };
    },
    /** https://docs.slack.dev/reference/events/assistant_thread_started */
    assistantThreadStarted: (said: Said = {}): Fields => assistant('assistant_thread_started', said, state),
    /** https://docs.slack.dev/reference/events/assistant_thread_context_changed */
    assistantThreadContextChanged: (said: Said = {}): Fields =>
      assistant('assistant_thread_context_changed', said, state),
  };
}

export type Events = ReturnType<typeof createEvents>;

function written(type: 'app_mention' | 'message', message: Message, state: SlackState): Fields {
  const { channel, ts, blocks, text } = message;
  const shown = blocks ?? (message.subtype === undefined ? [typed(text, state)] : undefined);
  const id = message.subtype === undefined ? { client_msg_id: crypto.randomUUID() } : {};
  return defined({ ...wireMessage(message, state), type, ...id, blocks: shown, channel, event_ts: ts });
}

/** What people type comes as rich text, too; all of it as one run here. */
function typed(text: string, state: SlackState): Fields {
  const section = { type: 'rich_text_section', elements: [{ type: 'text', text }] };
  return { type: 'rich_text', block_id: state.nextId('b'), elements: [section] };
}

function hidden(subtype: string, own: Fields, state: SlackState): Fields {
  const ts = state.nextTs();
  return { type: 'message', subtype, ...own, hidden: true, ts, event_ts: ts, channel_type: 'channel' };
}

function linked(url: string): Fields {
  return { domain: new URL(url).hostname, url };
}

function assistant(
  type: string,
  { user = 'U0ANA', channel = 'D0ANA', thread }: Said,
  state: SlackState,
): Fields {
  const context = { channel_id: 'C0GENERAL', team_id: state.workspace.teamId, enterprise_id: null };
  const assistant_thread = {
    user_id: user,
    context,
    channel_id: channel,
    thread_ts: thread ?? state.nextTs(),
  };
  return { type, assistant_thread, event_ts: state.nextTs() };
}

/** An event in its envelope: https://docs.slack.dev/apis/events-api#callback-field. What is one already stays as it is. */
export function eventCallback(event: Fields, context: EnvelopeContext, own: Fields = {}): Fields {
  if (event['type'] === 'event_callback') return { ...event, ...own };
  const { state, workspace } = context;
  const { teamId, enterpriseId, appId, botUserId } = workspace;
  const authorization = {
    enterprise_id: enterpriseId ?? null,
    team_id: teamId,
    user_id: botUserId,
    is_bot: true,
  };
  return {
    token: 'verification-token',
    team_id: teamId,
    ...(enterpriseId === undefined ? {} : { enterprise_id: enterpriseId }),
    context_team_id: teamId,
    context_enterprise_id: enterpriseId ?? null,
    api_app_id: appId,
    event,
    type: 'event_callback',
    event_id: state.nextId('Ev'),
    event_time: Math.floor(Date.now() / 1_000),
    authorizations: [{ ...authorization, is_enterprise_install: false }],
    is_ext_shared_channel: false,
    event_context: `4-${btoa(JSON.stringify({ et: event['type'], tid: teamId, aid: appId, cid: channelOf(event) }))}`,
    ...own,
  };
}

type EnvelopeContext = Pick<PayloadContext, 'state' | 'workspace'>;

function channelOf(event: Fields): string {
  const thread = event['assistant_thread'];
  return textOf(event['channel']) || (isFields(thread) ? textOf(thread['channel_id']) : '');
}
