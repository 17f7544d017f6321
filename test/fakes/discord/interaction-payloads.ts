import { PermissionFlagsBits } from 'discord.js';
import { defined, objectsOf, textOf } from '../slack/fields.ts';
import type { Fields } from '../slack/fields.ts';
import type { Channel, DiscordState, Guild, Message } from './discord-state.ts';
import { flat } from './form-body.ts';
import { IDS } from './ids.ts';
import { wireChannel, wireMember, wireMessage, wireUser } from './wire.ts';

/** Who does something, and where; all ids. Ana in `#general` where nothing else is said. */
export interface Doing {
  readonly user?: string;
  /** The guild goes by it. */
  readonly channel?: string;
  /** What the person may do there, beside what everybody may; bits of `PermissionFlagsBits`. */
  readonly memberPermissions?: bigint;
  /** The person's; `en-US` where it is left out. */
  readonly locale?: string;
}

/** A value of an option; people and channels are named by their ids. */
export type OptionValue =
  | string
  | number
  | boolean
  | { readonly user: string }
  | { readonly channel: string };

export interface CommandDoing extends Doing {
  readonly name?: string;
  /** Left out for a command that has none. */
  readonly subcommand?: string;
  readonly options?: Readonly<Record<string, OptionValue>>;
}

export interface AutocompleteDoing extends CommandDoing {
  /** The option that is being typed; the last where it is left out. */
  readonly focused?: string;
}

export interface MessageCommandDoing extends Doing {
  readonly name?: string;
  /** The message that it was chosen for; its channel counts. */
  readonly message: Message | string;
}

export interface ClickDoing extends Doing {
  /** Where the button is; left out: a message of the app with that one button. */
  readonly message?: Message | string;
  readonly customId?: string;
  /** Names the button by what it says, where the `custom_id` is not known. */
  readonly label?: string;
}

/** What is sent, and what the reply will tell of it. */
export interface Payload {
  readonly data: Fields;
  readonly metadata: Fields;
  readonly guildId: string | undefined;
  readonly channelId: string;
  readonly userId: string;
  readonly type: number;
  readonly id: string;
  readonly token: string;
  readonly sourceId: string | undefined;
}

const KIND = { command: 2, component: 3, autocomplete: 4 } as const;

/** `/docs` where nothing else is said: https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object */
export function commandPayload(doing: CommandDoing, state: DiscordState): Payload {
  return payload(KIND.command, { doing, state, data: commandData(doing, state) });
}

export function autocompletePayload(doing: AutocompleteDoing, state: DiscordState): Payload {
  const data = commandData(doing, state);
  const mark = (options: readonly Fields[]): Fields[] => {
    const focused = doing.focused ?? textOf(options.at(-1)?.['name']);
    return options.map((option) => (option['name'] === focused ? { ...option, focused: true } : option));
  };
  const options = objectsOf(data['options']);
  const marked =
    doing.subcommand === undefined
      ? mark(options)
      : options.map((one) => ({ ...one, options: mark(objectsOf(one['options'])) }));
  const { resolved: _, ...rest } = data;
  return payload(KIND.autocomplete, { doing, state, data: { ...rest, options: marked } });
}

function commandData(
  { name = 'docs', subcommand, options = {}, channel = IDS.text }: CommandDoing,
  state: DiscordState,
): Fields {
  const known = registered(state, { name, type: 1, channel });
  const within =
    subcommand === undefined
      ? known
      : objectsOf(known?.['options']).find((one) => one['name'] === subcommand);
  const list = Object.entries(options).map(([key, value]) => {
    const told = objectsOf(within?.['options']).find((one) => one['name'] === key);
    return { name: key, ...typed(value, Number(told?.['type'])) };
  });
  const resolved = resolve(list, state.channel(channel), state);
  return defined({
    id: known?.['id'] ?? '1100000000000000401',
    name,
    type: 1,
    guild_id: known?.['guild_id'],
    options: nested(list, subcommand),
    resolved,
  });
}

function nested(list: readonly Fields[], subcommand: string | undefined): readonly Fields[] | undefined {
  const options = list.length > 0 ? list : undefined;
  return subcommand === undefined ? options : [defined({ name: subcommand, type: 1, options })];
}

interface CommandKey {
  readonly name: string;
  readonly type: number;
  readonly channel: string;
}

/** The guild's own goes before the global one. */
function registered(state: DiscordState, { name, type, channel }: CommandKey): Fields | undefined {
  const { guildId = '' } = state.channel(channel);
  const all = [...(state.commands.get(guildId) ?? []), ...(state.commands.get('global') ?? [])];
  return all.find((one) => one['name'] === name && (one['type'] ?? 1) === type);
}

/** As the command tells; by its JavaScript type where the command is not registered. */
function typed(value: OptionValue, type: number): { readonly type: number; readonly value: unknown } {
  if (typeof value === 'object')
    return 'user' in value ? { type: 6, value: value.user } : { type: 7, value: value.channel };
  const guessed = typeof value === 'string' ? 3 : typeof value === 'boolean' ? 5 : 10;
  return { type: Number.isNaN(type) ? guessed : type, value };
}

function resolve(options: readonly Fields[], channel: Channel, state: DiscordState): Fields | undefined {
  const of = (type: number): string[] =>
    options.filter((one) => one['type'] === type).map((one) => textOf(one['value']));
  const people = of(6);
  const rooms = of(7);
  if (people.length + rooms.length === 0) return undefined;
  const guild = channel.guildId === undefined ? undefined : state.guild(channel.guildId);
  const users = people.map((id) => [id, wireUser(state.user(id))]);
  const members = people.flatMap((id) =>
    guild?.members.has(id) === true
      ? [[id, { ...wireMember(id, guild, state), permissions: String(guild.memberPermissions) }]]
      : [],
  );
  const channels = rooms.map((id) => [id, { ...wireChannel(state.channel(id), state), permissions: '0' }]);
  return defined({
    users: users.length > 0 ? Object.fromEntries(users) : undefined,
    members: members.length > 0 ? Object.fromEntries(members) : undefined,
    channels: channels.length > 0 ? Object.fromEntries(channels) : undefined,
  });
}

export function messageCommandPayload(doing: MessageCommandDoing, state: DiscordState): Payload {
  const { name = 'Find in docs' } = doing;
  const message = typeof doing.message === 'string' ? state.message(doing.message) : doing.message;
  const channel = message.channelId;
  const known = registered(state, { name, type: 3, channel });
  const resolved = { messages: { [message.id]: wireMessage(message, state) } };
  const id = known?.['id'] ?? '1100000000000000402';
  const data = defined({ id, name, type: 3, target_id: message.id, guild_id: known?.['guild_id'], resolved });
  return payload(KIND.command, { doing: { ...doing, channel }, state, data, targetId: message.id });
}

export function clickPayload(doing: ClickDoing, state: DiscordState): Payload {
  const message = clicked(doing, state);
  const button = buttonOf(message, doing);
  const data = { component_type: 2, custom_id: button['custom_id'], id: button['id'] };
  return payload(KIND.component, {
    doing: { ...doing, channel: message.channelId },
    state,
    data,
    source: message,
  });
}

function clicked({ message, customId = '', channel = IDS.text }: ClickDoing, state: DiscordState): Message {
  if (typeof message === 'object') return message;
  if (message !== undefined) return state.message(message);
  const button = { type: 2, id: 2, style: 2, label: 'Button', custom_id: customId };
  const components = [{ type: 1, id: 1, components: [button] }];
  return state.addMessage({ channelId: channel, authorId: state.application.id, components });
}

function buttonOf({ components }: Message, { customId, label }: ClickDoing): Fields {
  const buttons = flat(components).filter(({ type }) => type === 2);
  const found = buttons.find((one) =>
    customId === undefined ? one['label'] === label : one['custom_id'] === customId,
  );
  if (found !== undefined) return found;
  const there = buttons.map((one) => `${textOf(one['label'])} (${textOf(one['custom_id'])})`).join(', ');
  throw new Error(`the message has no button ${customId ?? label ?? ''}; there are: ${there}`);
}

interface Parts {
  readonly doing: Doing;
  readonly state: DiscordState;
  readonly data: Fields;
  readonly source?: Message;
  readonly targetId?: string;
}

function payload(type: number, { doing, state, data, source, targetId }: Parts): Payload {
  const channel = state.channel(doing.channel ?? IDS.text);
  const userId = doing.user ?? channel.recipientId ?? IDS.ana;
  const guild = channel.guildId === undefined ? undefined : state.guild(channel.guildId);
  const id = state.nextId();
  const token = `aW50ZXJhY3Rpb246${crypto.randomUUID().replaceAll('-', '')}`;
  const owners = { 0: guild?.id ?? '0' };
  const all = {
    id,
    application_id: state.application.id,
    type,
    token,
    version: 1,
    data,
    ...place(channel, guild, state),
    ...person(doing, { userId, guild, state }),
    ...(source === undefined ? {} : { message: wireMessage(source, state) }),
    app_permissions: String(state.permissionsIn(channel)),
    locale: doing.locale ?? 'en-US',
    entitlements: [],
    entitlement_sku_ids: [],
    authorizing_integration_owners: owners,
    context: guild === undefined ? 1 : 0,
    attachment_size_limit: 10_485_760,
  };
  const from = source === undefined ? {} : { interacted_message_id: source.id };
  const target = targetId === undefined ? {} : { target_message_id: targetId };
  const metadata = {
    id,
    type,
    user: wireUser(state.user(userId)),
    authorizing_integration_owners: owners,
    ...from,
    ...target,
  };
  const of = { guildId: guild?.id, channelId: channel.id, userId, sourceId: source?.id };
  return { data: all, metadata, type, id, token, ...of };
}

function place(channel: Channel, guild: Guild | undefined, state: DiscordState): Fields {
  const common = { channel_id: channel.id, channel: wireChannel(channel, state) };
  if (guild === undefined) return common;
  const { id, locale } = guild;
  const room = { ...wireChannel(channel, state), permissions: String(guild.memberPermissions) };
  const short = { id, locale, features: ['COMMUNITY'] };
  return { ...common, channel: room, guild_id: id, guild: short, guild_locale: locale };
}

interface PersonParts {
  readonly userId: string;
  readonly guild: Guild | undefined;
  readonly state: DiscordState;
}

/** A member in a guild, a user elsewhere; the owner may do everything. */
function person({ memberPermissions = 0n }: Doing, { userId, guild, state }: PersonParts): Fields {
  const user = wireUser(state.user(userId));
  if (guild === undefined) return { user };
  const isOwner = guild.ownerId === userId;
  const every = Object.values(PermissionFlagsBits).reduce((all, one) => all | one, 0n);
  const permissions = isOwner ? every : guild.memberPermissions | memberPermissions;
  return { member: { ...wireMember(userId, guild, state), user, permissions: String(permissions) } };
}
