import { z } from 'zod';
import { DEFAULTS } from './defaults.ts';
import { locale } from './locale.ts';
import { text } from './text.ts';
import { reportRepeated } from './unique.ts';

const byDefault = DEFAULTS.discord;

const COPIED =
  'turn on Developer Mode in Discord’s settings, under Advanced, right-click it and choose Copy ID';

/** Discord's id of something: https://docs.discord.com/developers/reference#snowflakes */
const snowflake = () =>
  z.string().regex(/^\d{17,20}$/, `use its id in quotes, 17 to 20 digits; to get it, ${COPIED}`);

const idOf = (description: string) => snowflake().meta({ description, examples: ['1094012345678901234'] });

const once = (list: string, remedy: string) =>
  [
    reportRepeated({ list: `discord.${list}`, key: 'id', remedy }),
    { when: ({ value }: { value: unknown }) => Array.isArray(value) },
  ] as const;

const privately = z
  .boolean()
  .optional()
  .describe(
    'Whether the slash command answers privately here where nobody says; as `discord.private` where left out',
  );

const guild = z.strictObject({
  id: idOf('Discord’s id of the guild, which people call a server'),
  collections: z
    .array(text())
    .default(byDefault.guild.collections)
    .meta({
      description: 'Names of collections and feeds that are seen only in the guilds which name them',
      examples: [['internal']],
    }),
  private: privately,
});

const channel = z.strictObject({
  id: idOf('Discord’s id of the channel, whose threads go by it, too'),
  collections: z
    .array(text())
    .default(byDefault.channel.collections)
    .meta({
      description:
        'Names of the only collections and feeds that are seen here; empty for all that the guild sees',
      examples: [['docs']],
    }),
  mentions: z
    .boolean()
    .optional()
    .describe('Whether mentions are answered here; as `discord.mentions` where left out'),
  private: privately,
  locale: locale()
    .optional()
    .meta({
      description: 'The language of the people here, instead of that of each person',
      examples: ['de'],
    }),
});

const forum = z.strictObject({
  id: idOf('Discord’s id of the forum'),
  solvedTag: z
    .string()
    .regex(
      /^(?:\d{17,20})?$/,
      'use the id of a tag of this forum in quotes, 17 to 20 digits; signpost check lists the tags',
    )
    .default(byDefault.forum.solvedTag)
    .meta({
      description:
        'Discord’s id of the tag that a solved post gets, which needs the permission to manage threads; empty for none. `signpost check` lists the tags',
      examples: ['1094012345678901235'],
    }),
});

/** What people can do with Signpost on Discord, and which docs they see where. */
export const discord = z.strictObject({
  mentions: z.boolean().default(byDefault.mentions).describe('Whether mentions are answered'),
  directMessages: z
    .boolean()
    .default(byDefault.directMessages)
    .describe('Whether direct messages are answered'),
  private: z
    .boolean()
    .default(byDefault.private)
    .describe(
      'Whether the slash command answers privately where nobody says: `true`: the asker only; `false`: everybody in the channel',
    ),
  commandGuilds: z
    .array(snowflake())
    .default(byDefault.commandGuilds)
    .meta({
      description: 'Discord’s ids of the only guilds that have the commands; empty for everywhere',
      examples: [['1094012345678901234']],
    }),
  shards: z
    .union([z.enum(['auto']), z.int().min(1).max(10_000)])
    .default(byDefault.shards)
    .describe(
      'How many connections the guilds are spread over; `auto`: as many as Discord recommends, one up to about 1,000 guilds',
    ),
  managers: z
    .array(snowflake())
    .default(byDefault.managers)
    .meta({
      description:
        'Discord’s ids of roles that may have changelogs posted in channels, beside those who may manage the channel',
      examples: [['1094012345678901234']],
    }),
  publish: z
    .boolean()
    .default(byDefault.publish)
    .describe('Whether what is posted in an announcement channel is published to the guilds that follow it'),
  guilds: z
    .array(guild)
    .superRefine(...once('guilds', 'name each guild once, with all its settings'))
    .default(byDefault.guilds)
    .describe(
      'Settings of single guilds; a collection or feed that is named here is seen only in the guilds that name it, all others everywhere',
    ),
  channels: z
    .array(channel)
    .superRefine(...once('channels', 'name each channel once, with all its settings'))
    .default(byDefault.channels)
    .describe('Settings of single channels'),
  forums: z
    .array(forum)
    .superRefine(...once('forums', 'name each forum once'))
    .default(byDefault.forums)
    .describe(
      'Forums whose new posts get a suggestion where the docs surely answer; this needs the privileged message-content intent',
    ),
});
