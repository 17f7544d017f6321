import { ChannelType, PermissionFlagsBits } from 'discord.js';
import type { Fields } from '../slack/fields.ts';
import { IDS } from './ids.ts';

export interface Application {
  readonly id: string;
  readonly name: string;
  readonly token: string;
  /** Bits: https://docs.discord.com/developers/resources/application#application-object-application-flags */
  flags: number;
}

export interface User {
  readonly id: string;
  readonly username: string;
  readonly globalName: string | null;
  readonly isBot: boolean;
  /** Whether the app may write to them. */
  takesMessages: boolean;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly locale: string;
  /** What the app may do where a channel says nothing else. */
  permissions: bigint;
  /** What everybody may do. */
  memberPermissions: bigint;
  readonly members: Set<string>;
  /** Ids of the roles that people have beside what everybody has, by their ids. */
  readonly rolesOf: Map<string, readonly string[]>;
}

export interface Tag {
  readonly id: string;
  readonly name: string;
}

export interface Channel {
  readonly id: string;
  readonly type: ChannelType;
  /** Undefined for a conversation with one person. */
  readonly guildId: string | undefined;
  readonly name: string;
  /** Of a thread, or of a post in a forum. */
  readonly parentId: string | undefined;
  /** The person of a conversation. */
  readonly recipientId: string | undefined;
  /** Who began the thread. */
  readonly ownerId: string | undefined;
  /** Of a forum. */
  readonly tags: readonly Tag[];
  /** Of a post: ids of tags. */
  appliedTags: readonly string[];
  isArchived: boolean;
  isLocked: boolean;
  /** What the app may do there; undefined: as in the guild. A thread goes by its parent. */
  permissions: bigint | undefined;
}

/** A message as it is kept. */
export interface Message {
  readonly id: string;
  readonly channelId: string;
  readonly authorId: string;
  readonly type: number;
  readonly createdAt: string;
  /** Discord keeps it for some minutes. */
  nonce: string | number | undefined;
  /** Who alone sees it; undefined for all. */
  readonly ephemeralFor: string | undefined;
  /** Id of the message that it replies to. */
  readonly replyTo: string | undefined;
  /** As Discord sends it. */
  readonly interaction: Fields | undefined;
  content: string;
  components: readonly Fields[];
  embeds: readonly Fields[];
  flags: number;
  /** Ids of those whom it mentions. */
  mentions: readonly string[];
  editedAt: string | null;
}

/** Where one may talk in threads. */
export const THREADS: readonly ChannelType[] = [
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
];

const { ViewChannel, SendMessages, SendMessagesInThreads, ReadMessageHistory } = PermissionFlagsBits;
const { EmbedLinks, UseApplicationCommands, AddReactions, CreatePublicThreads } = PermissionFlagsBits;

const APP_PERMISSIONS = ViewChannel | SendMessages | SendMessagesInThreads | ReadMessageHistory;
const MEMBER_PERMISSIONS = ViewChannel | ReadMessageHistory | UseApplicationCommands | AddReactions;
const TALK = SendMessages | SendMessagesInThreads | EmbedLinks | CreatePublicThreads;

/** Everything that the fake Discord knows. */
export class DiscordState {
  readonly application: Application = {
    id: IDS.app,
    name: 'Signpost',
    token: 'MTEwMDAwMDAwMDAwMDAwMDAwMQ.GfakeX.fake-bot-token-of-signpost-0000000000000',
    // GATEWAY_MESSAGE_CONTENT_LIMITED
    flags: 1 << 19,
  };
  readonly users = new Map<string, User>();
  readonly guilds = new Map<string, Guild>();
  readonly channels = new Map<string, Channel>();
  /** Oldest first; ephemeral ones, too. */
  readonly messages = new Map<string, Message>();
  /** By `global` or the id of a guild. */
  readonly commands = new Map<string, Fields[]>();
  #last = 0n;

  constructor() {
    this.addUser({ id: IDS.app, username: 'Signpost', globalName: null, isBot: true });
    this.addUser({ id: IDS.ana, username: 'ana', globalName: 'Ana Silva' });
    this.addUser({ id: IDS.ben, username: 'ben', globalName: 'Ben Okri' });
    this.addGuild({ id: IDS.guild, name: 'Acme' });
    this.addGuild({ id: IDS.otherGuild, name: 'Umbrella' });
    this.addChannel({ id: IDS.text, name: 'general' });
    this.addChannel({ id: IDS.voice, name: 'Lounge', type: ChannelType.GuildVoice });
    const tags = [
      { id: IDS.solvedTag, name: 'Solved' },
      { id: IDS.bugTag, name: 'Bug' },
    ];
    this.addChannel({ id: IDS.forum, name: 'help', type: ChannelType.GuildForum, tags });
    const starter = { id: IDS.thread, channelId: IDS.text, content: 'How do I log in with SSO?' };
    this.addMessage(starter);
    this.addThread({ id: IDS.thread, parentId: IDS.text, name: 'Logging in' });
    this.addChannel({ id: IDS.otherText, name: 'general', guildId: IDS.otherGuild });
    this.addDirect(IDS.ana, IDS.direct);
  }

  addUser(own: Partial<User>): User {
    const { id = this.nextId() } = own;
    const username = own.username ?? `user${id.slice(-4)}`;
    const user = { id, username, globalName: username, isBot: false, takesMessages: true, ...own };
    this.users.set(id, user);
    return user;
  }

  /** Ana and Ben are in it, and the app. */
  addGuild(own: Partial<Guild> = {}): Guild {
    const guild: Guild = {
      id: this.nextId(),
      name: 'Another',
      ownerId: IDS.ben,
      locale: 'en-US',
      permissions: APP_PERMISSIONS,
      memberPermissions: MEMBER_PERMISSIONS | TALK,
      members: new Set([IDS.app, IDS.ana, IDS.ben]),
      rolesOf: new Map(),
      ...own,
    };
    this.guilds.set(guild.id, guild);
    return guild;
  }

  /** A text channel of the first guild where nothing else is said. */
  addChannel(own: Partial<Channel> = {}): Channel {
    const channel: Channel = {
      id: this.nextId(),
      type: ChannelType.GuildText,
      guildId: IDS.guild,
      name: 'another',
      parentId: undefined,
      recipientId: undefined,
      ownerId: undefined,
      tags: [],
      appliedTags: [],
      isArchived: false,
      isLocked: false,
      permissions: undefined,
      ...own,
    };
    this.channels.set(channel.id, channel);
    return channel;
  }

  /** Also a post, where the parent is a forum. */
  addThread(own: Partial<Channel> & { readonly parentId: string }): Channel {
    const { guildId } = this.channel(own.parentId);
    return this.addChannel({ type: ChannelType.PublicThread, ownerId: IDS.ana, ...own, guildId });
  }

  /** The conversation of the app with a person. */
  addDirect(userId: string, id = this.nextId()): Channel {
    const found = [...this.channels.values()].find(({ recipientId }) => recipientId === userId);
    const own = { id, type: ChannelType.DM, guildId: undefined, name: '', recipientId: userId };
    return found ?? this.addChannel(own);
  }

  /** Puts a message in a channel, unasked; by Ana where nothing else is said. */
  addMessage(own: Partial<Message>): Message {
    const message: Message = {
      id: this.nextId(),
      channelId: IDS.text,
      authorId: IDS.ana,
      type: own.replyTo === undefined ? 0 : 19,
      createdAt: new Date().toISOString(),
      nonce: undefined,
      ephemeralFor: undefined,
      replyTo: undefined,
      interaction: undefined,
      content: '',
      components: [],
      embeds: [],
      flags: 0,
      mentions: mentioned(own.content ?? ''),
      editedAt: null,
      ...own,
    };
    this.messages.set(message.id, message);
    return message;
  }

  /** Those of a channel, oldest first; ephemeral ones, too. */
  messagesIn(channelId: string): Message[] {
    return [...this.messages.values()].filter((message) => message.channelId === channelId);
  }

  /** What the app has posted in a channel for everybody, oldest first. */
  postsIn(channelId: string): Message[] {
    return this.messagesIn(channelId).filter(
      ({ authorId, ephemeralFor }) => authorId === this.application.id && ephemeralFor === undefined,
    );
  }

  /** As when minutes have gone by. */
  forgetNonces(): void {
    for (const message of this.messages.values()) message.nonce = undefined;
  }

  user(id: string): User {
    return known(this.users.get(id), `user ${id}`);
  }

  guild(id: string): Guild {
    return known(this.guilds.get(id), `guild ${id}`);
  }

  channel(id: string): Channel {
    return known(this.channels.get(id), `channel ${id}`);
  }

  message(id: string): Message {
    return known(this.messages.get(id), `message ${id}`);
  }

  /** What the app may do in a channel. */
  permissionsIn(channel: Channel): bigint {
    const { parentId, guildId, permissions } = channel;
    const parent = parentId === undefined ? undefined : this.channels.get(parentId);
    if (parent !== undefined && THREADS.includes(channel.type)) return this.permissionsIn(parent);
    if (guildId === undefined) return APP_PERMISSIONS | EmbedLinks;
    const guild = this.guild(guildId);
    return permissions ?? guild.permissions | guild.memberPermissions;
  }

  /** Whether the app is told what people write: https://docs.discord.com/developers/events/gateway#message-content-intent */
  get readsContent(): boolean {
    return (this.application.flags & ((1 << 18) | (1 << 19))) !== 0;
  }

  /** A snowflake of now, later than any before. */
  nextId(): string {
    const now = BigInt(Date.now() - 1_420_070_400_000) << 22n;
    this.#last = now > this.#last ? now : this.#last + 1n;
    return String(this.#last);
  }
}

function known<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`the fake Discord has no ${what}`);
  return value;
}

/** Ids of those whom a text mentions. */
export function mentioned(content: string): string[] {
  return [...new Set(Array.from(content.matchAll(/<@!?(\d+)>/gu), ([, id = '']) => id))];
}
