import { ChannelType, DiscordAPIError, Routes } from 'discord.js';
import type {
  APIChannel,
  APIGuild,
  APIGuildForumChannel,
  APIGuildMediaChannel,
  APIGuildMember,
  REST,
} from 'discord.js';
import type { Problem } from '../../core/problem.ts';
import { describeError } from './discord-errors.ts';
import { needsOf } from './needs.ts';
import type { Need } from './needs.ts';
import { permissionsIn } from './permissions.ts';
import type { MemberRoles } from './permissions.ts';
import { problem } from './problems.ts';
import type { DiscordSettings, ForumSettings } from './settings.ts';

export interface ChannelCheckOptions {
  readonly rest: Pick<REST, 'get'>;
  /** Discord's id of the bot. */
  readonly userId: string;
  readonly settings: DiscordSettings;
  readonly subscribed: readonly SubscribedChannel[];
}

/** A channel that gets changelogs by the config. */
export interface SubscribedChannel {
  readonly id: string;
  /** Where in the config. */
  readonly key: string;
}

interface ChannelCheck {
  readonly lines: readonly string[];
  readonly problems: readonly Problem[];
}

/** A channel of the config, and what the bot has to do there. */
interface Place {
  readonly id: string;
  /** Where in the config. */
  readonly key: string;
  readonly needed: readonly Need<bigint>[];
  /** Undefined where it is no forum. */
  readonly forum: ForumSettings | undefined;
  /** Whether changelogs are posted there: in a thread, too, but not in a forum itself. */
  readonly isPosted: boolean;
}

const NO_CHANGELOGS = { changelogs: false };

/** The bot's roles, by guild, so that each is asked for once. */
type Roles = Map<string, Promise<MemberRoles>>;

/** Whether the channels and forums of the config are what they should be, and the bot may do there what it has to. */
export async function checkChannels(options: ChannelCheckOptions): Promise<ChannelCheck> {
  const roles: Roles = new Map();
  const checks: ChannelCheck[] = [];
  for (const place of placesOf(options)) checks.push(await checkPlace(options, place, roles));
  return {
    lines: checks.flatMap(({ lines }) => lines),
    problems: checks.flatMap(({ problems }) => problems),
  };
}

function placesOf({ settings, subscribed }: ChannelCheckOptions): Place[] {
  const channels = settings.channels.map(({ id, mentions = settings.mentions }, index) => ({
    id,
    key: `discord.channels[${index}]`,
    needed: needsOf({ ...settings, mentions, channels: [], forums: [] }, NO_CHANGELOGS).permissions.names,
    forum: undefined,
    isPosted: false,
  }));
  const forums = settings.forums.map((forum, index) => ({
    id: forum.id,
    key: `discord.forums[${index}]`,
    needed: needsOf({ ...settings, mentions: false, channels: [], forums: [forum] }, NO_CHANGELOGS)
      .permissions.names,
    forum,
    isPosted: false,
  }));
  const posting = needsOf({ ...settings, mentions: false, channels: [], forums: [] }, { changelogs: true });
  const posted = subscribed.map(({ id, key }) => ({
    id,
    key,
    needed: posting.permissions.names,
    forum: undefined,
    isPosted: true,
  }));
  return [...channels, ...forums, ...posted];
}

async function checkPlace(options: ChannelCheckOptions, place: Place, roles: Roles): Promise<ChannelCheck> {
  try {
    const channel = (await options.rest.get(Routes.channel(place.id))) as APIChannel;
    const kind = kindProblems(channel, place);
    if (kind.length > 0) return { lines: [], problems: kind };
    const lines = tagLines(channel);
    const granted = await grantedIn(options, channel, roles);
    if (typeof granted === 'string') return { lines: [...lines, granted], problems: [] };
    return { lines, problems: [...tagProblems(channel, place), ...lackingIn(channel, place, granted)] };
  } catch (error) {
    return { lines: [], problems: [unseen(place, error)] };
  }
}

function unseen({ id, key }: Place, error: unknown): Problem {
  const code = error instanceof DiscordAPIError ? Number(error.code) : 0;
  if (code === 10003) return problem(`Discord knows no channel ${id}, of ${key}`, 'mend its id');
  if (code === 50001)
    return problem(
      `the Discord bot cannot see the channel ${id} of ${key}`,
      'give it View Channel in the channel’s settings → Permissions, or see that the bot is in that guild',
    );
  return problem(`the Discord channel ${id} of ${key} cannot be checked`, describeError(error));
}

const THREADS: ReadonlySet<ChannelType> = new Set([
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
]);

function kindProblems(channel: APIChannel, { key, forum, isPosted }: Place): Problem[] {
  const name = nameOf(channel);
  if (forum !== undefined)
    return isForum(channel)
      ? []
      : [problem(`${name} of ${key} is no forum in Discord`, 'use the id of a forum')];
  if (isPosted && isForum(channel))
    return [problem(`${name} of ${key} is a forum in Discord`, 'use the id of a channel or of a post in it')];
  if (THREADS.has(channel.type) && !isPosted)
    return [
      problem(`${name} of ${key} is a thread in Discord`, 'use the id of its channel, which threads go by'),
    ];
  return channel.type === ChannelType.GuildCategory
    ? [problem(`${name} of ${key} is a category in Discord`, 'use the ids of its channels')]
    : [];
}

function isForum(channel: APIChannel): channel is APIGuildForumChannel | APIGuildMediaChannel {
  return channel.type === ChannelType.GuildForum || channel.type === ChannelType.GuildMedia;
}

/** The tags of a forum with their ids, which Discord shows nowhere else. */
function tagLines(channel: APIChannel): string[] {
  if (!isForum(channel)) return [];
  const tags = channel.available_tags.map(({ id, name }) => `${name} (${id})`);
  return [`Discord: ${nameOf(channel)} has ${tags.length === 0 ? 'no tags' : `the tags ${tags.join(', ')}`}`];
}

function tagProblems(channel: APIChannel, { key, forum }: Place): Problem[] {
  const tag = forum?.solvedTag ?? '';
  if (tag === '' || !isForum(channel) || channel.available_tags.some(({ id }) => id === tag)) return [];
  return [
    problem(`${nameOf(channel)} has no tag ${tag}, of ${key}.solvedTag`, 'use the id of one of its tags'),
  ];
}

function lackingIn(channel: APIChannel, { needed }: Place, granted: bigint): Problem[] {
  return needed
    .filter(({ bits }) => (granted & bits) === 0n)
    .map(({ label, reason }) =>
      problem(
        `in ${nameOf(channel)}, the Discord bot lacks the permission ${label}, needed ${reason}`,
        'give it to the bot in the channel’s settings → Permissions',
      ),
    );
}

/** What the bot may do in a channel; or a line that says why nobody can tell. */
async function grantedIn(
  options: ChannelCheckOptions,
  channel: APIChannel,
  roles: Roles,
): Promise<bigint | string> {
  if (!('guild_id' in channel) || channel.guild_id === undefined)
    return `Discord: ${nameOf(channel)} is in no guild, so there are no permissions to check`;
  const known = roles.get(channel.guild_id) ?? rolesIn(options, channel.guild_id);
  roles.set(channel.guild_id, known);
  try {
    const overwrites = 'permission_overwrites' in channel ? channel.permission_overwrites : undefined;
    return permissionsIn(await known, overwrites ?? []);
  } catch (error) {
    return `Discord: permissions in ${nameOf(channel)} not looked up: ${describeError(error)}`;
  }
}

async function rolesIn({ rest, userId }: ChannelCheckOptions, guildId: string): Promise<MemberRoles> {
  const guild = (await rest.get(Routes.guild(guildId))) as APIGuild;
  const member = (await rest.get(Routes.guildMember(guildId, userId))) as APIGuildMember;
  return { guildId, userId, roles: guild.roles, memberRoles: member.roles };
}

function nameOf({ id, name }: APIChannel): string {
  return name === undefined || name === null ? `the channel ${id}` : `#${name} (${id})`;
}
