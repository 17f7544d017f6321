import { ChannelType } from 'discord.js';
import type { Fields } from '../slack/fields.ts';
import { mentioned, THREADS } from './discord-state.ts';
import type { Channel, DiscordState, Message } from './discord-state.ts';
import { IDS } from './ids.ts';
import {
  autocompletePayload,
  clickPayload,
  commandPayload,
  messageCommandPayload,
} from './interaction-payloads.ts';
import type {
  AutocompleteDoing,
  ClickDoing,
  CommandDoing,
  MessageCommandDoing,
  Payload,
} from './interaction-payloads.ts';
import type { Callback, Interaction } from './interactions.ts';
import { FLAG, messageEvent, remove } from './messages.ts';
import type { World } from './route.ts';
import { wireChannel, wireWholeGuild } from './wire.ts';

/** How long is waited for an answer, in milliseconds. Discord waits three seconds; a machine that runs tests may be slow. */
const PATIENCE = 30_000;

export interface SendOptions {
  /** As when the answer comes after three seconds: Discord refuses it with 10062. */
  readonly isLate?: boolean;
  /** In milliseconds; half a minute where it is left out. */
  readonly timeout?: number;
}

/** What came back for an interaction; it goes on to change. */
export interface Outcome {
  readonly interaction: Interaction;
  /** The first one, accepted or not. */
  readonly callback: Callback;
  /** How long it took, in milliseconds. */
  readonly ms: number;
  readonly followUps: readonly Fields[];
  readonly edits: readonly Fields[];
  /** What `@original` is now; undefined where there is none, or none any more. */
  readonly message: Message | undefined;
  /** Whether the person still sees `is thinking …`. */
  readonly isLoading: boolean;
  /** As after fifteen minutes: the token is good for nothing any more. */
  expire(): void;
}

export interface MessageDoing {
  readonly channel?: string;
  /** Ana where it is left out. */
  readonly author?: string;
  readonly content?: string;
  /** Ids; those in the content where it is left out. */
  readonly mentions?: readonly string[];
  /** The message that it replies to; its author is mentioned as well, as Discord does unless told otherwise. */
  readonly reply?: Message | string;
}

export interface PostDoing {
  readonly forum?: string;
  readonly author?: string;
  readonly title?: string;
  readonly content?: string;
  /** Ids. */
  readonly tags?: readonly string[];
}

/** What people do, told to the app. */
export interface Senders {
  /** Resolves with the first answer; rejects where none comes in time. */
  command(doing?: CommandDoing, options?: SendOptions): Promise<Outcome>;
  autocomplete(doing?: AutocompleteDoing, options?: SendOptions): Promise<Outcome>;
  messageCommand(doing: MessageCommandDoing, options?: SendOptions): Promise<Outcome>;
  click(doing: ClickDoing, options?: SendOptions): Promise<Outcome>;
  message(doing?: MessageDoing): Message;
  /** A new post of a forum with its first message. */
  threadCreate(doing?: PostDoing): { readonly thread: Channel; readonly message: Message };
  messageUpdate(message: Message | string, content: string): void;
  messageDelete(message: Message | string): void;
  /** Sets what the app may do in a channel, and tells it; undefined: as in the guild. */
  permit(channel: string, permissions: bigint | undefined): void;
  /** Takes permissions from the app in a channel, and tells it. */
  deny(channel: string, permissions: bigint): void;
  deleteChannel(channel: string): void;
  /** Tells of a guild that `state.addGuild` added, and of its channels. */
  joinGuild(guild: string): void;
  leaveGuild(guild: string): void;
}

export function createSenders(world: World): Senders {
  const { state } = world;
  return {
    command: (doing = {}, options) => interact(world, commandPayload(doing, state), options),
    autocomplete: (doing = {}, options) => interact(world, autocompletePayload(doing, state), options),
    messageCommand: (doing, options) => interact(world, messageCommandPayload(doing, state), options),
    click: (doing, options) => interact(world, clickPayload(doing, state), options),
    message: (doing = {}) => write(world, doing),
    threadCreate: (doing = {}) => open(world, doing),
    messageUpdate: (message, content) => rewrite(world, found(state, message), content),
    messageDelete: (message) => remove(world, found(state, message)),
    permit: (channel, permissions) => permit(world, state.channel(channel), permissions),
    deny: (id, permissions) => {
      const channel = state.channel(id);
      permit(world, channel, state.permissionsIn(channel) & ~permissions);
    },
    deleteChannel: (channel) => forgetChannel(world, state.channel(channel)),
    joinGuild: (id) => {
      const data = wireWholeGuild(state.guild(id), state);
      world.gateway.dispatch({ type: 'GUILD_CREATE', guildId: id, data });
    },
    leaveGuild: (id) => {
      state.guilds.delete(id);
      world.gateway.dispatch({ type: 'GUILD_DELETE', guildId: id, data: { id } });
    },
  };
}

function found(state: DiscordState, message: Message | string): Message {
  return typeof message === 'string' ? state.message(message) : message;
}

function interact(world: World, payload: Payload, options: SendOptions = {}): Promise<Outcome> {
  const { isLate = false, timeout = PATIENCE } = options;
  const { data, guildId, ...known } = payload;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`the interaction was not answered within ${timeout} ms`));
    }, timeout);
    const interaction: Interaction = {
      ...known,
      isLate,
      isExpired: false,
      callback: undefined,
      originalId: undefined,
      followUps: [],
      edits: [],
      deleted: [],
      begun: performance.now(),
      settle: (callback) => {
        clearTimeout(timer);
        resolve(outcome(world, interaction, callback));
      },
    };
    world.interactions.add(interaction);
    world.gateway.dispatch({ type: 'INTERACTION_CREATE', guildId, data });
  });
}

function outcome({ state }: World, interaction: Interaction, callback: Callback): Outcome {
  const { followUps, edits } = interaction;
  const original = (): Message | undefined => state.messages.get(interaction.originalId ?? '');
  return {
    interaction,
    callback,
    ms: callback.ms,
    followUps,
    edits,
    get message() {
      return original();
    },
    get isLoading() {
      return ((original()?.flags ?? 0) & FLAG.loading) !== 0;
    },
    expire: () => {
      interaction.isExpired = true;
    },
  };
}

function write({ state, gateway }: World, doing: MessageDoing): Message {
  const { channel: channelId = IDS.text, content = '', reply } = doing;
  const { recipientId } = state.channel(channelId);
  const replied = reply === undefined ? undefined : found(state, reply);
  const pinged = replied === undefined ? [] : [replied.authorId];
  const message = state.addMessage({
    channelId,
    content,
    authorId: doing.author ?? recipientId ?? IDS.ana,
    mentions: doing.mentions ?? [...new Set([...mentioned(content), ...pinged])],
    replyTo: replied?.id,
    type: replied === undefined ? 0 : 19,
  });
  gateway.dispatch(messageEvent('MESSAGE_CREATE', message, state));
  return message;
}

/** The first message of a post has the id of the post. */
function open({ state, gateway }: World, doing: PostDoing): { thread: Channel; message: Message } {
  const { forum = IDS.forum, author = IDS.ana, title = 'Logging in', content = 'How do I log in?' } = doing;
  const id = state.nextId();
  const own = { id, parentId: forum, name: title, ownerId: author, appliedTags: doing.tags ?? [] };
  const thread = state.addThread({ ...own, type: ChannelType.PublicThread });
  const data = { ...wireChannel(thread, state), newly_created: true };
  gateway.dispatch({ type: 'THREAD_CREATE', guildId: thread.guildId, data });
  const message = state.addMessage({ id, channelId: id, authorId: author, content });
  gateway.dispatch(messageEvent('MESSAGE_CREATE', message, state));
  return { thread, message };
}

function rewrite({ state, gateway }: World, message: Message, content: string): void {
  Object.assign(message, { content, mentions: mentioned(content), editedAt: new Date().toISOString() });
  gateway.dispatch(messageEvent('MESSAGE_UPDATE', message, state));
}

function permit({ state, gateway }: World, channel: Channel, permissions: bigint | undefined): void {
  const parent = THREADS.includes(channel.type) ? channel.parentId : undefined;
  const target = parent === undefined ? channel : state.channel(parent);
  target.permissions = permissions;
  const data = wireChannel(target, state);
  gateway.dispatch({ type: 'CHANNEL_UPDATE', guildId: target.guildId, data });
}

function forgetChannel({ state, gateway }: World, channel: Channel): void {
  const data = wireChannel(channel, state);
  state.channels.delete(channel.id);
  const type = THREADS.includes(channel.type) ? 'THREAD_DELETE' : 'CHANNEL_DELETE';
  gateway.dispatch({ type, guildId: channel.guildId, data });
}
