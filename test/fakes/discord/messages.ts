import { isFields, objectsOf, textOf } from '../slack/fields.ts';
import type { Fields } from '../slack/fields.ts';
import { invalidForm } from './discord-error.ts';
import { mentioned } from './discord-state.ts';
import type { DiscordState, Message } from './discord-state.ts';
import { flat, requireMessage, requireSomething } from './form-body.ts';
import type { GatewayEvent } from './gateway.ts';
import type { World } from './route.ts';
import { wireMember, wireMessage, withoutContent } from './wire.ts';

export const FLAG = {
  crossposted: 1 << 0,
  suppressEmbeds: 1 << 2,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  v2: 1 << 15,
} as const;

/** What the gateway tells of a message. */
export function messageEvent(
  type: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE',
  message: Message,
  state: DiscordState,
): GatewayEvent {
  const wire = wireMessage(message, state);
  const channel = state.channel(message.channelId);
  const guild = channel.guildId === undefined ? undefined : state.guild(channel.guildId);
  const place =
    guild === undefined ? {} : { guild_id: guild.id, member: wireMember(message.authorId, guild, state) };
  const around = (shown: Fields): Fields => ({ ...shown, ...place, channel_type: channel.type });
  const data = around(wire);
  return { type, guildId: guild?.id, data, withoutContent: around(withoutContent(wire, message, state)) };
}

/** As REST tells of a message later: without its nonce, and without what the app may not read. */
export function restMessage(message: Message, state: DiscordState): Fields {
  const { nonce: _, ...wire } = wireMessage(message, state);
  return state.readsContent ? wire : withoutContent(wire, message, state);
}

/** Posts what the app says, once it was checked. */
export function post(world: World, body: Fields, own: Partial<Message>): Message {
  const { state, gateway } = world;
  const flags = Number(body['flags'] ?? 0) & (FLAG.v2 | FLAG.suppressEmbeds | FLAG.ephemeral);
  requireMessage(body, flags);
  requireSomething(body);
  const message = state.addMessage({ authorId: state.application.id, ...said(body), flags, ...own });
  if (message.ephemeralFor === undefined) gateway.dispatch(messageEvent('MESSAGE_CREATE', message, state));
  return message;
}

/** Changes what the body names; a reply that was waited for is there then. */
export function edit(world: World, message: Message, body: Fields): Message {
  const { state, gateway } = world;
  const added = Number(body['flags'] ?? 0) & (FLAG.v2 | FLAG.suppressEmbeds);
  const flags = (message.flags & ~FLAG.loading) | added;
  requireMessage(body, flags);
  const wasLoading = (message.flags & FLAG.loading) !== 0;
  const next = said(body);
  if ((flags & FLAG.v2) !== 0 && (next.content ?? message.content) !== '') throw keepsContent();
  Object.assign(message, next, { flags, editedAt: wasLoading ? null : new Date().toISOString() });
  if (message.ephemeralFor === undefined) gateway.dispatch(messageEvent('MESSAGE_UPDATE', message, state));
  return message;
}

/** Publishes it to the channels that follow its channel. */
export function crosspost({ state, gateway }: World, message: Message): Message {
  message.flags |= FLAG.crossposted;
  gateway.dispatch(messageEvent('MESSAGE_UPDATE', message, state));
  return message;
}

function keepsContent(): Error {
  const message = 'The MessageFlags.IS_COMPONENTS_V2 flag cannot be used with this field';
  const code = 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2';
  return invalidForm([{ at: 'content', code, message }]);
}

export function remove(world: World, message: Message): void {
  const { state, gateway } = world;
  state.messages.delete(message.id);
  if (message.ephemeralFor !== undefined) return;
  const { id, channelId } = message;
  const guildId = state.channels.get(channelId)?.guildId;
  const place = guildId === undefined ? {} : { guild_id: guildId };
  gateway.dispatch({ type: 'MESSAGE_DELETE', guildId, data: { id, channel_id: channelId, ...place } });
}

type Said = Partial<Pick<Message, 'content' | 'components' | 'embeds' | 'mentions'>>;

/** What a body says of a message; nothing of what it does not name. */
function said(body: Fields): Said {
  const { content, components, embeds } = body;
  const texts = [content, ...flat(components).map((one) => one['content'])].map(textOf);
  const speaks = content !== undefined || components !== undefined;
  return {
    ...(content === undefined ? {} : { content: textOf(content) }),
    ...(components === undefined ? {} : { components: numbered(objectsOf(components), { next: 1 }) }),
    ...(embeds === undefined ? {} : { embeds: objectsOf(embeds) }),
    ...(speaks ? { mentions: allowed(mentioned(texts.join('\n')), body['allowed_mentions']) } : {}),
  };
}

/** Those whom `allowed_mentions` lets be pinged. */
function allowed(ids: readonly string[], rules: unknown): readonly string[] {
  if (!isFields(rules)) return ids;
  const { parse, users } = rules;
  if (Array.isArray(parse) && parse.includes('users')) return ids;
  return Array.isArray(users) ? ids.filter((id) => users.includes(id)) : [];
}

/** Components get numbers where the app gave none. */
function numbered(components: readonly Fields[], count: { next: number }): Fields[] {
  return components.map((component) => {
    const { components: inner, accessory } = component;
    const id = typeof component['id'] === 'number' ? component['id'] : count.next;
    count.next += 1;
    return {
      ...component,
      id,
      ...(Array.isArray(inner) ? { components: numbered(objectsOf(inner), count) } : {}),
      ...(isFields(accessory) ? { accessory: numbered([accessory], count)[0] } : {}),
    };
  });
}
