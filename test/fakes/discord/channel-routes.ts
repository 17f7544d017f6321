import { ChannelType, PermissionFlagsBits } from 'discord.js';
import { isFields, textOf } from '../slack/fields.ts';
import type { Fields } from '../slack/fields.ts';
import { invalidForm, refusal } from './discord-error.ts';
import { THREADS } from './discord-state.ts';
import type { Channel, Message } from './discord-state.ts';
import { crosspost, edit, FLAG, post, remove, restMessage } from './messages.ts';
import { param, requirePermission, visibleChannel } from './route.ts';
import type { Route, RouteCall } from './route.ts';
import { wireChannel, wireMessage } from './wire.ts';

const { ManageChannels, ManageMessages, ManageThreads, ReadMessageHistory } = PermissionFlagsBits;
const { SendMessages, SendMessagesInThreads } = PermissionFlagsBits;

const SHOWN = { shown: (body: Fields) => body };

/** https://docs.discord.com/developers/resources/channel and https://docs.discord.com/developers/resources/message */
export const CHANNEL_ROUTES = {
  'GET /channels/:channel': { run: (call) => wireChannel(visibleChannel(call), call.world.state) },
  'PATCH /channels/:channel': { run: change },
  'DELETE /channels/:channel': { run: deleteChannel },
  'POST /channels/:channel/typing': { run: (call) => requireTalk(call, visibleChannel(call)) },
  'GET /channels/:channel/messages': { run: list },
  'POST /channels/:channel/messages': { ...SHOWN, run: create },
  'GET /channels/:channel/messages/:message': {
    run: (call) => restMessage(readable(call), call.world.state),
  },
  'PATCH /channels/:channel/messages/:message': { ...SHOWN, run: editMessage },
  'DELETE /channels/:channel/messages/:message': { run: deleteMessage },
  'POST /channels/:channel/messages/:message/crosspost': { run: publish },
  'POST /users/@me/channels': { run: openDirect },
} as const satisfies Readonly<Record<string, Route>>;

function requireTalk(call: RouteCall, channel: Channel): void {
  const { state } = call.world;
  if (channel.type === ChannelType.GuildForum || channel.type === ChannelType.GuildCategory)
    throw refusal('notText');
  const isThread = THREADS.includes(channel.type);
  requirePermission(call, channel, isThread ? SendMessagesInThreads : SendMessages);
  if (channel.isLocked) throw refusal('archivedThread');
  const { recipientId } = channel;
  if (recipientId !== undefined && !state.user(recipientId).takesMessages) throw refusal('closedToUs');
}

function create(call: RouteCall): Fields {
  const { world, body } = call;
  const channel = visibleChannel(call);
  requireTalk(call, channel);
  const replyTo = referenced(call, channel);
  const nonce = body['nonce'] as string | number | undefined;
  const earlier = body['enforce_nonce'] === true ? sameNonce(call, channel, nonce) : undefined;
  const message =
    earlier ??
    post(world, body, { channelId: channel.id, nonce, replyTo, type: replyTo === undefined ? 0 : 19 });
  channel.isArchived = false;
  return wireMessage(message, world.state);
}

/** https://docs.discord.com/developers/resources/message#create-message : the earlier one is returned. */
function sameNonce({ world }: RouteCall, channel: Channel, nonce: unknown): Message | undefined {
  if (nonce === undefined) return undefined;
  const { state } = world;
  return state
    .messagesIn(channel.id)
    .find((one) => one.authorId === state.application.id && one.nonce === nonce);
}

function referenced(call: RouteCall, channel: Channel): string | undefined {
  const reference = call.body['message_reference'];
  if (!isFields(reference)) return undefined;
  if ((call.world.state.permissionsIn(channel) & ReadMessageHistory) === 0n) throw refusal('noHistory');
  const id = textOf(reference['message_id']);
  const found = call.world.state.messages.get(id);
  if (found?.channelId === channel.id && found.ephemeralFor === undefined) return id;
  if (reference['fail_if_not_exists'] === false) return undefined;
  const message = 'Unknown message';
  throw invalidForm([{ at: 'message_reference', code: 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', message }]);
}

/** The message of the path; nobody finds ephemeral ones by it. */
function existing(call: RouteCall): Message {
  const channel = visibleChannel(call);
  const message = call.world.state.messages.get(param(call, 'message'));
  if (message?.channelId !== channel.id || message.ephemeralFor !== undefined)
    throw refusal('unknownMessage');
  return message;
}

function readable(call: RouteCall): Message {
  const message = existing(call);
  if ((call.world.state.permissionsIn(visibleChannel(call)) & ReadMessageHistory) === 0n)
    throw refusal('missingAccess');
  return message;
}

function editMessage(call: RouteCall): Fields {
  const { state } = call.world;
  const message = existing(call);
  if (message.authorId !== state.application.id) throw refusal('notOurs');
  return wireMessage(edit(call.world, message, call.body), state);
}

/** https://docs.discord.com/developers/resources/message#crosspost-message */
function publish(call: RouteCall): Fields {
  const { state } = call.world;
  const channel = visibleChannel(call);
  if (channel.type !== ChannelType.GuildAnnouncement) throw refusal('wrongChannelType');
  const message = existing(call);
  const isOurs = message.authorId === state.application.id;
  requirePermission(call, channel, isOurs ? SendMessages : SendMessages | ManageMessages);
  if ((message.flags & FLAG.crossposted) !== 0) throw refusal('alreadyPublished');
  return wireMessage(crosspost(call.world, message), state);
}

function deleteMessage(call: RouteCall): void {
  const message = existing(call);
  const isOurs = message.authorId === call.world.state.application.id;
  if (!isOurs) requirePermission(call, visibleChannel(call), ManageMessages);
  remove(call.world, message);
}

/** Newest first. */
function list(call: RouteCall): Fields[] {
  const { state } = call.world;
  const channel = visibleChannel(call);
  if ((state.permissionsIn(channel) & ReadMessageHistory) === 0n) return [];
  const limit = Number(call.query.get('limit') ?? 50);
  const before = call.query.get('before');
  const after = call.query.get('after');
  const all = state
    .messagesIn(channel.id)
    .filter(({ ephemeralFor }) => ephemeralFor === undefined)
    .filter(({ id }) => before === null || BigInt(id) < BigInt(before))
    .filter(({ id }) => after === null || BigInt(id) > BigInt(after));
  const some = after === null ? all.slice(-limit) : all.slice(0, limit);
  return some.toReversed().map((message) => restMessage(message, state));
}

/** Tags, closing and opening of threads. */
function change(call: RouteCall): Fields {
  const { state, gateway } = call.world;
  const channel = visibleChannel(call);
  const isThread = THREADS.includes(channel.type);
  requirePermission(call, channel, isThread ? ManageThreads : ManageChannels);
  const { applied_tags: tags, archived, locked, name } = call.body;
  if (tags !== undefined) channel.appliedTags = knownTags(tags, state.channels.get(channel.parentId ?? ''));
  if (typeof archived === 'boolean') channel.isArchived = archived;
  if (typeof locked === 'boolean') channel.isLocked = locked;
  if (typeof name === 'string') Object.assign(channel, { name });
  const data = wireChannel(channel, state);
  gateway.dispatch({ type: isThread ? 'THREAD_UPDATE' : 'CHANNEL_UPDATE', guildId: channel.guildId, data });
  return data;
}

/** https://docs.discord.com/developers/resources/channel#modify-channel-json-params-thread */
function knownTags(tags: unknown, forum: Channel | undefined): readonly string[] {
  const ids = Array.isArray(tags) ? tags.map(String) : [];
  const strange = ids.find((id) => !(forum?.tags ?? []).some((tag) => tag.id === id));
  const message = strange === undefined ? 'Must be 5 or fewer in length.' : `Unknown tag ${strange}`;
  if (strange !== undefined || ids.length > 5)
    throw invalidForm([{ at: 'applied_tags', code: 'BASE_TYPE_MAX_LENGTH', message }]);
  return ids;
}

function deleteChannel(call: RouteCall): Fields {
  const { state, gateway } = call.world;
  const channel = visibleChannel(call);
  const isThread = THREADS.includes(channel.type);
  requirePermission(call, channel, isThread ? ManageThreads : ManageChannels);
  const data = wireChannel(channel, state);
  state.channels.delete(channel.id);
  gateway.dispatch({ type: isThread ? 'THREAD_DELETE' : 'CHANNEL_DELETE', guildId: channel.guildId, data });
  return data;
}

function openDirect({ world, body }: RouteCall): Fields {
  const { state } = world;
  const id = textOf(body['recipient_id']);
  if (!state.users.has(id)) throw refusal('unknownUser');
  return wireChannel(state.addDirect(id), state);
}
