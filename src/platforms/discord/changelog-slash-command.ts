import { GuildMember, PermissionFlagsBits } from 'discord.js';
import type { ChatInputCommandInteraction } from 'discord.js';
import type { ChangelogPlace, ChangelogResult, SubscriptionsReply } from '../../core/changelog.ts';
import { runChangelog } from '../changelog-command.ts';
import type { RunnableChangelogCommand } from '../changelog-command.ts';
import { changelogNotice } from '../changelog-notice.ts';
import { within } from '../within.ts';
import { wordsFor } from '../words/words-for.ts';
import type { Words } from '../words/words.ts';
import { composeTerms } from './changelog-terms.ts';
import { seenFeeds } from './feed-choices.ts';
import type { Handling } from './handling.ts';
import { originOf, whereaboutsOf } from './origin.ts';
import { whispered } from './outgoing.ts';
import type { Message } from './render/message.ts';
import { renderNotice } from './render/notice.ts';
import { renderPostPreview } from './render/render-announcement.ts';
import { renderSubscriptions } from './render/render-subscriptions.ts';
import { show } from './showing.ts';
import { zoneOf } from './time-zones.ts';

/** How long the changelog may take, in milliseconds; Discord waits three seconds. */
export const PATIENCE = 2_000;

/** A command about changelogs, and what its answer depends on. */
interface Asking {
  readonly interaction: ChatInputCommandInteraction;
  readonly handling: Handling;
  readonly words: Words;
}

/** Answers the command about changelogs in its first response, for the eyes of who typed it. */
export async function onChangelogCommand(
  interaction: ChatInputCommandInteraction,
  handling: Handling,
): Promise<void> {
  const message = await answerTo({ interaction, handling, words: wordsFor(interaction.locale) });
  await interaction.reply(whispered(message));
}

async function answerTo(asking: Asking): Promise<Message> {
  const { interaction, handling, words } = asking;
  const refusal = refusalOf(asking);
  if (refusal !== '') return renderNotice(refusal);
  const command = commandOf(interaction);
  try {
    const answering = async (): Promise<Message> => {
      const result = await runChangelog(command, handling.changelog, placeOf(asking));
      return draw(result, asking);
    };
    return await within(PATIENCE, answering());
  } catch (error) {
    handling.log.warn(
      { err: error, channel: interaction.channelId },
      'a command about changelogs was not answered',
    );
    return renderNotice(words.changelog.failed);
  }
}

/** Why somebody may not do that; empty where they may. */
function refusalOf({ interaction, handling, words }: Asking): string {
  const { changelog } = words;
  const action = interaction.options.getSubcommand();
  if (action !== 'subscribe' && action !== 'unsubscribe') return '';
  if (interaction.guildId === null) return changelog.onlyInChannels;
  if (!mayManage(interaction, handling)) return changelog.mayNotManage;
  const zone = interaction.options.getString('zone') ?? '';
  return zone === '' || zoneOf(zone) !== undefined ? '' : changelog.badTerm(zone, ZONE);
}

const ZONE = 'a time zone is written like Europe/Berlin or UTC';

/** Who may manage the channel, or has one of the roles of the config. */
function mayManage(
  { memberPermissions, member }: ChatInputCommandInteraction,
  { settings }: Handling,
): boolean {
  if (memberPermissions?.has(PermissionFlagsBits.ManageChannels) === true) return true;
  const roles = member instanceof GuildMember ? [...member.roles.cache.keys()] : (member?.roles ?? []);
  return roles.some((role) => settings.managers.includes(role));
}

/** A thread gets its own posts. */
function placeOf({ interaction, handling }: Asking): ChangelogPlace {
  const { channel, channelId, guildId, user, locale } = interaction;
  const at = whereaboutsOf(channel, channelId, guildId);
  const origin = originOf(at, { id: '', asker: user.id, audience: 'private', locale });
  const seen = seenFeeds(origin, handling).map(({ name }) => name);
  return { platform: 'discord', workspace: guildId ?? '', channel: channelId, seen, by: user.id };
}

/** Discord sends no other subcommand than those that are registered, and none without its required options. */
function commandOf({ options }: ChatInputCommandInteraction): RunnableChangelogCommand {
  const feed = options.getString('feed') ?? '';
  const kind = options.getSubcommand();
  switch (kind) {
    case 'search':
      return { kind, words: options.getString('words', true) };
    case 'subscribe':
      return { kind, wish: { feed, terms: termsOf(options) } };
    case 'unsubscribe':
    case 'preview':
      return { kind, feed };
    case 'list':
      return { kind };
    default:
      return { kind: 'latest', feed };
  }
}

function termsOf(options: ChatInputCommandInteraction['options']): string {
  return composeTerms({
    package: options.getString('package') ?? '',
    contains: options.getString('contains') ?? '',
    releases: options.getString('releases') ?? '',
    versions: options.getString('versions') ?? '',
    breaking: options.getBoolean('breaking') ?? false,
    digest: options.getString('digest') ?? '',
    day: options.getString('day') ?? '',
    hour: options.getInteger('hour') ?? undefined,
    zone: zoneOf(options.getString('zone') ?? '') ?? '',
  });
}

async function draw(result: ChangelogResult, asking: Asking): Promise<Message> {
  const { interaction, handling, words } = asking;
  switch (result.kind) {
    case 'entries': {
      const { channel, channelId, guildId, user, locale } = interaction;
      const at = whereaboutsOf(channel, channelId, guildId);
      const origin = originOf(at, { id: '', asker: user.id, audience: 'private', locale });
      return show(result, origin, { handling, words });
    }
    case 'entry':
      return renderPostPreview(result, words);
    case 'subscriptions':
      return renderSubscriptions(result, { words, names: await namesOf(result, asking) });
    case 'subscribed': {
      const said = changelogNotice(result, words);
      return renderNotice(mayPost(interaction) ? said : `${said}\n${words.changelog.invite}`);
    }
    default:
      return renderNotice(changelogNotice(result, words));
  }
}

/** What those are called who subscribed the channel; who cannot be found is not named. */
async function namesOf(
  { subscriptions }: SubscriptionsReply,
  { interaction: { client }, handling: { log } }: Asking,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const by of new Set(subscriptions.map((one) => one.by).filter((id) => id !== ''))) {
    try {
      names.set(by, (await client.users.fetch(by)).displayName);
    } catch (error) {
      log.debug({ err: error, person: by }, 'who subscribed a channel could not be looked up');
    }
  }
  return names;
}

/** Whether the bot can post where the command was typed. */
function mayPost({ appPermissions, channel }: ChatInputCommandInteraction): boolean {
  const { ViewChannel, SendMessages, SendMessagesInThreads } = PermissionFlagsBits;
  const sending = channel?.isThread() === true ? SendMessagesInThreads : SendMessages;
  return appPermissions.has([ViewChannel, sending]);
}
