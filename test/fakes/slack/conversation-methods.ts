import { defined, textOf } from './fields.ts';
import type { Fields } from './fields.ts';
import type { Method, MethodCall } from './method.ts';
import { SlackError } from './slack-error.ts';
import type { Channel, Message } from './slack-state.ts';
import { repliesTo, wireMessage } from './wire-message.ts';

const PREFIXES = { public: 'channels', private: 'groups', im: 'im', mpim: 'mpim' } as const;

/** https://docs.slack.dev/reference/methods/conversations.history and its neighbours. */
export const CONVERSATION_METHODS: Readonly<Record<string, Method>> = {
  'conversations.history': { required: ['channel'], scopes: scopeFor('history'), run: history },
  'conversations.replies': { required: ['channel', 'ts'], scopes: scopeFor('history'), run: replies },
  'conversations.info': { required: ['channel'], scopes: scopeFor('read'), run: info },
};

function scopeFor(what: 'history' | 'read') {
  return ({ args, state }: MethodCall): readonly string[] => {
    const channel = state.channels.get(textOf(args['channel']));
    const prefixes = channel === undefined ? Object.values(PREFIXES) : [PREFIXES[channel.kind]];
    return prefixes.map((prefix) => `${prefix}:${what}`);
  };
}

function known({ args, workspace, state }: MethodCall): Channel {
  const channel = state.channels.get(textOf(args['channel']));
  if (channel === undefined || channel.teamId !== workspace.teamId) throw new SlackError('channel_not_found');
  if (!channel.isMember && channel.kind !== 'public') throw new SlackError('channel_not_found');
  return channel;
}

function readable(call: MethodCall): Channel {
  const channel = known(call);
  if (!channel.isMember) throw new SlackError('not_in_channel');
  return channel;
}

/** Newest first, without what was said in threads only. */
function history(call: MethodCall): Fields {
  const { id } = readable(call);
  const said = call.state.messages.filter(({ channel, ts, ephemeral, threadTs }) => {
    return channel === id && !ephemeral && (threadTs === undefined || threadTs === ts);
  });
  const newest = said.filter(isBetween(call.args)).sort(byTs).toReversed();
  return { ...page(newest, call), pin_count: 0, channel_actions_ts: null, channel_actions_count: 0 };
}

/** The first message of the thread, whatever the bounds, then the replies, oldest first. */
function replies(call: MethodCall): Fields {
  const { id } = readable(call);
  const { args, state } = call;
  const asked = state.find(id, textOf(args['ts']));
  const root = asked?.threadTs === undefined ? asked : state.find(id, asked.threadTs);
  if (root === undefined) throw new SlackError('thread_not_found');
  const said = repliesTo(id, root.ts, state).filter(isBetween(args)).sort(byTs);
  return page([root, ...said], call);
}

function byTs(one: Message, other: Message): number {
  return one.ts < other.ts ? -1 : 1;
}

function isBetween({ oldest, latest, inclusive }: Fields): (message: Message) => boolean {
  const from = oldest === undefined ? '0' : String(oldest);
  const to = latest === undefined ? '9999999999.999999' : String(latest);
  const ends = inclusive === true || inclusive === 'true' || inclusive === 1;
  return ({ ts }) => (ts > from && ts < to) || (ends && (ts === from || ts === to));
}

function page(messages: readonly Message[], { args, state }: MethodCall): Fields {
  const limit = Number(args['limit'] ?? 100);
  if (!(limit >= 1 && limit <= 999)) throw new SlackError('invalid_limit');
  const start = args['cursor'] === undefined ? 0 : cursorAt(textOf(args['cursor']));
  const end = start + limit;
  const hasMore = end < messages.length;
  const withMetadata = args['include_all_metadata'] === true;
  return {
    messages: messages.slice(start, end).map((message) => {
      const { metadata } = message;
      return defined({ ...wireMessage(message, state), ...(withMetadata ? { metadata } : {}) });
    }),
    has_more: hasMore,
    ...(hasMore ? { response_metadata: { next_cursor: btoa(`next:${end}`) } } : {}),
  };
}

function cursorAt(cursor: string): number {
  const at = /^next:(\d+)$/u.exec(Buffer.from(cursor, 'base64').toString())?.[1];
  if (at === undefined) throw new SlackError('invalid_cursor');
  return Number(at);
}

function info(call: MethodCall): Fields {
  const { id, name, kind, user, teamId, isMember, isArchived } = known(call);
  const base = { id, created: 1_700_000_000, is_archived: isArchived, context_team_id: teamId };
  if (kind === 'im') return { channel: { ...base, is_im: true, is_org_shared: false, user, priority: 0 } };
  const channel = {
    ...base,
    name,
    name_normalized: name,
    is_channel: kind === 'public',
    is_group: kind === 'private',
    is_im: false,
    is_mpim: kind === 'mpim',
    is_private: kind !== 'public',
    is_member: isMember,
    is_general: name === 'general',
    is_shared: false,
    is_ext_shared: false,
    creator: 'U0ANA',
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
  };
  return { channel };
}
