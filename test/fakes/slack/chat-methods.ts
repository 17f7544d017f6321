import { complaints, TOO_LONG } from './block-limits.ts';
import { defined, isFields, objectsOf, textOf } from './fields.ts';
import type { Fields } from './fields.ts';
import type { Method, MethodCall } from './method.ts';
import { explained, SlackError } from './slack-error.ts';
import type { Channel, Message, SlackState } from './slack-state.ts';
import { wireMessage } from './wire-message.ts';

const CHAT = { scopes: () => ['chat:write'] };

/** Slack cuts longer texts: https://docs.slack.dev/reference/methods/chat.postMessage */
const LONGEST_TEXT = 40_000;

/** Slack names no number; this is far beyond what anybody should put there. */
const LONGEST_METADATA = 4_000;

/** https://docs.slack.dev/reference/methods/chat.postMessage and its neighbours. */
export const CHAT_METHODS: Readonly<Record<string, Method>> = {
  'chat.postMessage': { ...CHAT, required: ['channel'], run: postMessage },
  'chat.postEphemeral': { ...CHAT, required: ['channel', 'user'], run: postEphemeral },
  'chat.update': { ...CHAT, required: ['channel', 'ts'], run: update },
  'chat.delete': { ...CHAT, required: ['channel', 'ts'], run: remove },
  'chat.unfurl': { scopes: () => ['links:write'], required: ['unfurls'], run: unfurl },
};

export interface Content {
  readonly text: string;
  readonly blocks: readonly Fields[] | undefined;
}

/** Text and blocks as Slack keeps them; throws what it refuses them with. */
export function contentOf(args: Fields, state: SlackState): Content {
  const { blocks, attachments } = args;
  const text = (textOf(args['text']) || textOf(args['markdown_text'])).slice(0, LONGEST_TEXT);
  if (blocks !== undefined) refuseBlocks(blocks);
  const kept = blocks === undefined ? undefined : withIds(objectsOf(blocks), state);
  if (text === '' && (kept ?? []).length === 0 && objectsOf(attachments).length === 0)
    throw new SlackError('no_text');
  return { text, blocks: kept };
}

function refuseBlocks(blocks: unknown): void {
  const found = complaints(blocks, 50);
  if (found.length > 0) throw explained('invalid_blocks', ...found);
  if (JSON.stringify(blocks).length > TOO_LONG) throw new SlackError('msg_blocks_too_long');
  if (objectsOf(blocks).filter(({ type }) => type === 'table').length > 1)
    throw explained('invalid_attachments', 'only_one_table_allowed');
}

/** Slack gives an id to each block that has none. */
export function withIds(blocks: readonly Fields[], state: SlackState): Fields[] {
  return blocks.map((block) => ({ block_id: state.nextId('b'), ...block }));
}

/** The channel that a message can be posted to; throws why it cannot. */
function writable({ args, workspace, state }: MethodCall): Channel {
  const id = textOf(args['channel']);
  const user = state.users.get(id);
  const channel = user === undefined ? state.channels.get(id) : state.direct(user);
  if (channel === undefined || channel.teamId !== workspace.teamId) throw new SlackError('channel_not_found');
  if (channel.isArchived) throw new SlackError('is_archived');
  if (channel.isMember) return channel;
  if (channel.kind !== 'public') throw new SlackError('channel_not_found');
  if (!workspace.scopes.includes('chat:write.public')) throw new SlackError('not_in_channel');
  return channel;
}

function threadOf({ args }: MethodCall): string | undefined {
  const { thread_ts } = args;
  if (thread_ts === undefined) return undefined;
  if (!/^\d+\.\d{6}$/u.test(textOf(thread_ts))) throw new SlackError('invalid_thread_ts');
  return textOf(thread_ts);
}

function postMessage(call: MethodCall): Fields {
  const { args, workspace, state } = call;
  const channel = writable(call);
  const message = state.addMessage({
    channel: channel.id,
    threadTs: threadOf(call),
    user: workspace.botUserId,
    botId: workspace.botId,
    metadata: metadataOf(args),
    ...contentOf(args, state),
  });
  return { channel: channel.id, ts: message.ts, message: wireMessage(message, state) };
}

/** https://docs.slack.dev/messaging/message-metadata: flat values, or objects of flat values. */
function metadataOf({ metadata }: Fields): Fields | undefined {
  if (metadata === undefined) return undefined;
  const { event_type, event_payload } = isFields(metadata) ? metadata : {};
  if (textOf(event_type) === '' || !isFields(event_payload)) throw new SlackError('invalid_metadata_format');
  if (!/^[\w.]+$/u.test(textOf(event_type)) || !Object.values(event_payload).every(isFlat))
    throw new SlackError('invalid_metadata_schema');
  if (JSON.stringify(metadata).length > LONGEST_METADATA) throw new SlackError('metadata_too_large');
  return { event_type, event_payload };
}

/** The values that the SDK's types allow. */
function isFlat(value: unknown): boolean {
  const objects = Array.isArray(value) ? value : [value];
  return objects.every((one) => (isFields(one) ? Object.values(one).every(isPrimitive) : isPrimitive(one)));
}

function isPrimitive(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function postEphemeral(call: MethodCall): Fields {
  const { args, workspace, state } = call;
  const channel = writable(call);
  const user = textOf(args['user']);
  if (!state.users.has(user)) throw new SlackError('user_not_in_channel');
  const message = state.addMessage({
    channel: channel.id,
    threadTs: threadOf(call),
    user: workspace.botUserId,
    botId: workspace.botId,
    ephemeral: true,
    ephemeralUser: user,
    ...contentOf(args, state),
  });
  return { message_ts: message.ts };
}

/** The bot's own message; throws `but` where it is another's. */
function own({ args, workspace, state }: MethodCall, but: string): Message {
  const channel = state.channels.get(textOf(args['channel']));
  if (channel === undefined || channel.teamId !== workspace.teamId) throw new SlackError('channel_not_found');
  const message = state.find(channel.id, textOf(args['ts']));
  if (message === undefined) throw new SlackError('message_not_found');
  if (message.botId !== workspace.botId) throw new SlackError(but);
  return message;
}

function update(call: MethodCall): Fields {
  const { args, workspace, state } = call;
  const message = own(call, 'cant_update_message');
  const { text, blocks } = contentOf(args, state);
  message.text = text;
  message.blocks = blocks ?? message.blocks;
  // What is not given stays; an empty object removes it.
  if (args['metadata'] !== undefined) message.metadata = metadataOf(args);
  message.edited = { user: workspace.botUserId, ts: state.nextTs() };
  const { channel, ts } = message;
  return { channel, ts, text, message: wireMessage(message, state) };
}

function remove(call: MethodCall): Fields {
  const message = own(call, 'cant_delete_message');
  call.state.remove(message);
  return { channel: message.channel, ts: message.ts };
}

/** https://docs.slack.dev/reference/methods/chat.unfurl: by the message, or, while that is being written, by its id. */
function unfurl({ args, state }: MethodCall): Fields {
  const { channel, ts, unfurl_id, source } = defined(args);
  const unfurls = isFields(args['unfurls']) ? args['unfurls'] : {};
  if (Object.keys(unfurls).length === 0) throw new SlackError('invalid_arguments');
  for (const one of Object.values(unfurls)) refuseUnfurl(one);
  if (unfurl_id !== undefined && source !== undefined) return {};
  if (channel === undefined || ts === undefined) throw new SlackError('cannot_parse_attachment');
  const message = state.find(textOf(channel), textOf(ts));
  if (message === undefined) throw new SlackError('cannot_find_message');
  message.unfurls = { ...message.unfurls, ...unfurls };
  return {};
}

function refuseUnfurl(unfurl: unknown): void {
  if (!isFields(unfurl)) throw new SlackError('cannot_parse_attachment');
  if (unfurl['blocks'] !== undefined) refuseBlocks(unfurl['blocks']);
}
