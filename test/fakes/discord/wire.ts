import { ChannelType } from 'discord.js';
import { defined } from '../slack/fields.ts';
import type { Fields } from '../slack/fields.ts';
import { THREADS } from './discord-state.ts';
import type { Channel, DiscordState, Guild, Message, User } from './discord-state.ts';
import { IDS } from './ids.ts';

const JOINED = '2024-01-02T03:04:05.678000+00:00';

/** https://docs.discord.com/developers/resources/user#user-object */
export function wireUser({ id, username, globalName, isBot }: User): Fields {
  const looks = { avatar: null, banner: null, accent_color: null, avatar_decoration_data: null };
  const names = { username, discriminator: isBot ? '4242' : '0', global_name: globalName };
  return { id, ...names, ...looks, public_flags: 0, ...(isBot ? { bot: true } : {}) };
}

/** https://docs.discord.com/developers/resources/guild#guild-member-object ; without the user. */
export function wireMember(userId: string, guild: Guild, state: DiscordState): Fields {
  const roles = userId === state.application.id ? [roleIdOf(guild)] : (guild.rolesOf.get(userId) ?? []);
  const looks = { avatar: null, banner: null, nick: null };
  const times = { joined_at: JOINED, premium_since: null, communication_disabled_until: null };
  return { ...looks, ...times, roles, deaf: false, mute: false, flags: 0, pending: false };
}

/** Of the role that Discord makes for the bot. */
function roleIdOf(guild: Guild): string {
  return String(BigInt(guild.id) + 1n);
}

const EDITORS = { id: IDS.editors, name: 'Editors', position: 2, managed: false };

function wireRoles(guild: Guild, state: DiscordState): Fields[] {
  const role = { color: 0, hoist: false, icon: null, unicode_emoji: null, mentionable: false, flags: 0 };
  const colors = { primary_color: 0, secondary_color: null, tertiary_color: null };
  const { id: botId, name } = state.application;
  const everyone = { id: guild.id, name: '@everyone', position: 0, managed: false };
  const own = { id: roleIdOf(guild), name, position: 1, managed: true, tags: { bot_id: botId } };
  return [
    { ...role, colors, ...everyone, permissions: String(guild.memberPermissions) },
    { ...role, colors, ...own, permissions: String(guild.permissions) },
    { ...role, colors, ...EDITORS, permissions: '0' },
  ];
}

/** https://docs.discord.com/developers/resources/channel#channel-object */
export function wireChannel(channel: Channel, state: DiscordState): Fields {
  const { id, type, guildId, name, parentId, recipientId } = channel;
  const last = state.messagesIn(id).findLast(({ ephemeralFor }) => ephemeralFor === undefined)?.id ?? null;
  const common = { id, type, flags: 0, last_message_id: last };
  if (recipientId !== undefined)
    return { ...common, recipients: [wireUser(state.user(recipientId))], last_pin_timestamp: null };
  const named = { ...common, guild_id: guildId, name, rate_limit_per_user: 0 };
  if (isThread(channel)) return { ...named, parent_id: parentId, ...threadFields(channel, state) };
  const place = { parent_id: parentId ?? null, position: 0, nsfw: false, topic: null };
  return { ...named, ...place, permission_overwrites: overwrites(channel, state), ...kindFields(channel) };
}

function kindFields({ type, tags }: Channel): Fields {
  switch (type) {
    case ChannelType.GuildForum:
      return { available_tags: tags.map(wireTag), default_reaction_emoji: null, default_sort_order: null };
    case ChannelType.GuildVoice:
      return { bitrate: 64_000, user_limit: 0, rtc_region: null };
    default:
      return {};
  }
}

function wireTag({ id, name }: { readonly id: string; readonly name: string }): Fields {
  return { id, name, moderated: false, emoji_id: null, emoji_name: null };
}

function threadFields(
  { id, ownerId, isArchived, isLocked, appliedTags }: Channel,
  state: DiscordState,
): Fields {
  const times = { archive_timestamp: JOINED, create_timestamp: JOINED, auto_archive_duration: 1_440 };
  const count = state.messagesIn(id).length;
  return {
    owner_id: ownerId,
    thread_metadata: { archived: isArchived, locked: isLocked, ...times },
    message_count: count,
    total_message_sent: count,
    member_count: 1,
    applied_tags: appliedTags,
  };
}

/** As a person would set them for the bot, so that discord.js computes what the channel grants. */
function overwrites(channel: Channel, state: DiscordState): Fields[] {
  const { permissions, guildId } = channel;
  if (permissions === undefined || guildId === undefined) return [];
  const { permissions: own, memberPermissions } = state.guild(guildId);
  const denied = (own | memberPermissions) & ~permissions;
  return [{ id: state.application.id, type: 1, allow: String(permissions), deny: String(denied) }];
}

/** https://docs.discord.com/developers/resources/guild#guild-object */
export function wireGuild(guild: Guild, state: DiscordState): Fields {
  const { id, name, ownerId, locale } = guild;
  const looks = { icon: null, splash: null, discovery_splash: null, banner: null, description: null };
  const rooms = { afk_channel_id: null, rules_channel_id: null, public_updates_channel_id: null };
  const system = { system_channel_id: null, system_channel_flags: 0, safety_alerts_channel_id: null };
  const levels = { verification_level: 1, default_message_notifications: 1, explicit_content_filter: 2 };
  const premium = { premium_tier: 0, premium_subscription_count: 0, premium_progress_bar_enabled: false };
  const lists = { roles: wireRoles(guild, state), emojis: [], stickers: [], features: ['COMMUNITY'] };
  const rest = { afk_timeout: 300, mfa_level: 0, nsfw_level: 0, application_id: null, vanity_url_code: null };
  const own = { id, name, owner_id: ownerId, preferred_locale: locale };
  return { ...own, ...looks, ...rooms, ...system, ...levels, ...premium, ...lists, ...rest };
}

function isThread({ type }: Channel): boolean {
  return THREADS.includes(type);
}

/** What GUILD_CREATE tells beside the guild: https://docs.discord.com/developers/events/gateway-events#guild-create */
export function wireWholeGuild(guild: Guild, state: DiscordState): Fields {
  const rooms = [...state.channels.values()].filter(({ guildId }) => guildId === guild.id);
  const wire = (channel: Channel): Fields => wireChannel(channel, state);
  const member = {
    ...wireMember(state.application.id, guild, state),
    user: wireUser(state.user(state.application.id)),
  };
  return {
    ...wireGuild(guild, state),
    joined_at: JOINED,
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    members: [member],
    channels: rooms.filter((room) => !isThread(room)).map(wire),
    threads: rooms.filter((room) => isThread(room) && !room.isArchived).map(wire),
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** https://docs.discord.com/developers/resources/message#message-object */
export function wireMessage(message: Message, state: DiscordState): Fields {
  const { id, channelId, authorId, type, content, components, embeds, flags, createdAt, editedAt } = message;
  const { replyTo, interaction, nonce } = message;
  const said = { content, embeds, attachments: [], components };
  const times = { timestamp: createdAt, edited_timestamp: editedAt };
  const mentions = message.mentions.flatMap((one) => {
    const user = state.users.get(one);
    return user === undefined ? [] : [wireUser(user)];
  });
  const loud = { mentions, mention_roles: [], mention_everyone: false, tts: false, pinned: false };
  const author = wireUser(state.user(authorId));
  return defined({
    id,
    channel_id: channelId,
    type,
    author,
    flags,
    nonce,
    ...said,
    ...times,
    ...loud,
    ...(replyTo === undefined ? {} : reply(message, replyTo, state)),
    ...(interaction === undefined
      ? {}
      : {
          interaction_metadata: interaction,
          webhook_id: state.application.id,
          application_id: state.application.id,
        }),
  });
}

function reply({ channelId }: Message, replyTo: string, state: DiscordState): Fields {
  const { guildId } = state.channel(channelId);
  const found = state.messages.get(replyTo);
  const reference = defined({ type: 0, message_id: replyTo, channel_id: channelId, guild_id: guildId });
  return {
    message_reference: reference,
    referenced_message:
      found === undefined ? null : { ...wireMessage({ ...found, replyTo: undefined }, state) },
  };
}

/** Without what an app may not read that lacks the message-content intent. */
export function withoutContent(wire: Fields, message: Message, state: DiscordState): Fields {
  const { application } = state;
  const { guildId } = state.channel(message.channelId);
  if (guildId === undefined) return wire;
  if (message.authorId === application.id || message.mentions.includes(application.id)) return wire;
  return {
    ...wire,
    ...hiddenReply(message, wire, state),
    content: '',
    embeds: [],
    attachments: [],
    components: [],
  };
}

function hiddenReply({ replyTo }: Message, wire: Fields, state: DiscordState): Fields {
  const found = replyTo === undefined ? undefined : state.messages.get(replyTo);
  const referenced = wire['referenced_message'];
  if (found === undefined || typeof referenced !== 'object' || referenced === null) return {};
  return { referenced_message: withoutContent({ ...referenced }, { ...found, replyTo: undefined }, state) };
}
