import { GatewayIntentBits, PermissionFlagsBits } from 'discord.js';
import type { DiscordSettings } from './settings.ts';

/** What an intent or a permission is for: a key of the config, or what follows from it. */
type Feature = 'always' | 'mentions' | 'directMessages' | 'forums' | 'solvedTags' | 'changelogs';

interface Row {
  readonly kind: 'intent' | 'permission';
  /** As discord.js calls it. */
  readonly name: string;
  /** As people read it in Discord. */
  readonly label: string;
  /** It is needed as soon as one of them is on. */
  readonly features: readonly Feature[];
  /** What for, so that it goes on after "needed". */
  readonly reason: string;
}

/**
 * Everything that Signpost may ask of Discord. Replies to commands and buttons need no permission, and messages that mention
 * the bot come with their text without a privileged intent. Sources: https://docs.discord.com/developers/events/gateway#gateway-intents,
 * https://docs.discord.com/developers/topics/permissions and the page of each route, such as
 * https://docs.discord.com/developers/resources/channel#modify-channel for tags.
 */
export const NEEDS = [
  {
    kind: 'intent',
    name: 'Guilds',
    label: 'Guilds',
    features: ['always'],
    reason: 'to know guilds, channels and threads, and which thread belongs to which channel',
  },
  {
    kind: 'intent',
    name: 'GuildMessages',
    label: 'Guild Messages',
    features: ['mentions', 'forums'],
    reason: 'to hear when somebody mentions it, or writes a post in a forum',
  },
  {
    kind: 'intent',
    name: 'DirectMessages',
    label: 'Direct Messages',
    features: ['directMessages'],
    reason: 'to hear when somebody writes to it directly',
  },
  {
    kind: 'intent',
    name: 'MessageContent',
    label: 'Message Content',
    features: ['forums'],
    reason: 'to read posts in forums, which do not mention it',
  },
  {
    kind: 'permission',
    name: 'ViewChannel',
    label: 'View Channels',
    features: ['mentions', 'forums', 'changelogs'],
    reason: 'to see messages that mention it, posts in forums, and channels that it posts changelogs in',
  },
  {
    kind: 'permission',
    name: 'SendMessages',
    label: 'Send Messages',
    features: ['mentions', 'changelogs'],
    reason: 'to reply in channels, and to post changelogs and publish them',
  },
  {
    kind: 'permission',
    name: 'SendMessagesInThreads',
    label: 'Send Messages in Threads',
    features: ['mentions', 'forums', 'changelogs'],
    reason: 'to reply in threads and to posts in forums, and to post changelogs there',
  },
  {
    kind: 'permission',
    name: 'ReadMessageHistory',
    label: 'Read Message History',
    features: ['mentions', 'forums', 'changelogs'],
    reason:
      'to reply to a message, to read what a thread starts with, and to find its own posts before it posts again',
  },
  {
    kind: 'permission',
    name: 'ManageThreads',
    label: 'Manage Threads',
    features: ['solvedTags'],
    reason: 'to tag somebody’s post as solved',
  },
] as const satisfies readonly Row[];

/** The scopes of the invite: https://docs.discord.com/developers/topics/oauth2#shared-resources-oauth2-scopes */
export const SCOPES = ['bot', 'applications.commands'] as const;

/** Intents that somebody has to turn on for the application. */
const PRIVILEGED: ReadonlySet<string> = new Set(['MessageContent', 'GuildMembers', 'GuildPresences']);

/** An intent or a permission, and what it is needed for. */
export interface Need<Bits extends number | bigint> {
  readonly name: string;
  readonly label: string;
  readonly bits: Bits;
  /** Goes on after "needed": `to reply in channels`. */
  readonly reason: string;
}

export interface NeededIntent extends Need<number> {
  /** Whether somebody has to turn it on for the application. */
  readonly privileged: boolean;
}

export interface Needs {
  readonly intents: { readonly bits: number; readonly names: readonly NeededIntent[] };
  readonly permissions: { readonly bits: bigint; readonly names: readonly Need<bigint>[] };
}

/** What is needed beside the settings. */
export interface NeededFor {
  /** Whether there are changelogs to post. */
  readonly changelogs: boolean;
}

/** Exactly what the config needs of Discord. */
export function needsOf(settings: DiscordSettings, { changelogs }: NeededFor): Needs {
  const on = { ...featuresOf(settings), changelogs };
  const needed = NEEDS.filter(({ features }) => features.some((feature) => on[feature]));
  const intents = needed.flatMap((row) => (row.kind === 'intent' ? [intentOf(row)] : []));
  const permissions = needed.flatMap((row) => (row.kind === 'permission' ? [permissionOf(row)] : []));
  return {
    intents: { bits: intents.reduce((sum, { bits }) => sum | bits, 0), names: intents },
    permissions: { bits: permissions.reduce((sum, { bits }) => sum | bits, 0n), names: permissions },
  };
}

type Rows = (typeof NEEDS)[number];

function intentOf({ name, label, reason }: Extract<Rows, { kind: 'intent' }>): NeededIntent {
  return { name, label, reason, bits: GatewayIntentBits[name], privileged: PRIVILEGED.has(name) };
}

function permissionOf({ name, label, reason }: Extract<Rows, { kind: 'permission' }>): Need<bigint> {
  return { name, label, reason, bits: PermissionFlagsBits[name] };
}

function featuresOf({
  mentions,
  directMessages,
  channels,
  forums,
}: DiscordSettings): Readonly<Record<Exclude<Feature, 'changelogs'>, boolean>> {
  return {
    always: true,
    mentions: mentions || channels.some((channel) => channel.mentions === true),
    directMessages,
    forums: forums.length > 0,
    solvedTags: forums.some(({ solvedTag }) => solvedTag !== ''),
  };
}
