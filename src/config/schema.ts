import { z } from 'zod';
import { changelog } from './changelog-schema.ts';
import { reportUnknownCollections } from './collection-names.ts';
import { collection } from './collection-schema.ts';
import { commandName } from './command-name.ts';
import { DEFAULTS } from './defaults.ts';
import { discord } from './discord-schema.ts';
import { feed } from './feed-schema.ts';
import { limit } from './limit-schema.ts';
import { mcp } from './mcp-schema.ts';
import { reportSharedNames } from './shared-names.ts';
import { slack } from './slack-schema.ts';
import { text } from './text.ts';
import { reportRepeated } from './unique.ts';

const search = z.strictObject({
  synonyms: z
    .array(
      z
        .array(text())
        .min(2)
        .meta({ examples: [['sso', 'single sign-on']] }),
    )
    .default(DEFAULTS.search.synonyms)
    .meta({
      description: 'Groups of words and phrases that say the same',
      examples: [[['sso', 'single sign-on']]],
    }),
  linkText: z
    .boolean()
    .default(DEFAULTS.search.linkText)
    .describe('Whether the texts of links count for the pages that they lead to'),
});

const answers = z
  .strictObject({
    answered: z
      .number()
      .min(0)
      .max(1)
      .default(DEFAULTS.answers.answered)
      .describe('The least confidence at which Signpost answers'),
    unsure: z
      .number()
      .min(0)
      .max(1)
      .default(DEFAULTS.answers.unsure)
      .describe(
        'The least confidence at which it says “this may help”; below it, it says that the docs do not tell',
      ),
    shown: z.int().min(1).max(10).default(DEFAULTS.answers.shown).describe('How many sections a reply shows'),
    excerpt: z
      .int()
      .min(100)
      .max(2000)
      .default(DEFAULTS.answers.excerpt)
      .describe('How long an excerpt may be, in characters of Markdown'),
  })
  .refine(({ answered, unsure }) => !(unsure > answered), {
    path: ['unsure'],
    message: 'is greater than answers.answered',
    params: { remedy: 'lower unsure, or raise answered' },
    when: ({ value }) => typeof value === 'object' && value !== null,
  });

/** The one description of the config file: its type, its check, its manual and its JSON Schema come from here. */
export const configSchema = z
  .strictObject({
    title: text().meta({
      description: 'Whose docs these are; the title of the chat page',
      examples: ['Acme docs'],
    }),
    command: commandName().default(DEFAULTS.command).describe('Name of the slash command'),
    data: text()
      .default(DEFAULTS.data)
      .describe('Folder for what Signpost keeps, such as its index; relative to the config file'),
    collections: z
      .array(collection)
      .min(1)
      .superRefine(
        reportRepeated({
          list: 'collections',
          key: 'name',
          remedy: 'give each collection a name of its own',
        }),
        { when: ({ value }) => Array.isArray(value) },
      )
      .describe('The sets of docs that Signpost answers from, at least one'),
    search: search.prefault({}).describe('How sections are found'),
    answers: answers.prefault({}).describe('When Signpost answers, and how much it shows'),
    limit: limit
      .prefault({})
      .describe('Questions a person may ask at once, and how fast new ones are granted, on chat platforms'),
    changelog: changelog.prefault({}).describe('What holds for all changelogs'),
    feeds: z
      .array(feed)
      .superRefine(
        reportRepeated({ list: 'feeds', key: 'name', remedy: 'give each feed a name of its own' }),
        { when: ({ value }) => Array.isArray(value) },
      )
      .prefault(DEFAULTS.feeds)
      .describe('The changelogs that Signpost watches, and the channels in which it posts what is new'),
    mcp: mcp.prefault({}).describe('What AI assistants are served over the Model Context Protocol'),
    slack: slack.prefault({}).describe('What people can do on Slack, and which docs they see where'),
    discord: discord.prefault({}).describe('What people can do on Discord, and which docs they see where'),
  })
  .superRefine(reportUnknownCollections, { when: () => true })
  .superRefine(reportSharedNames, { when: () => true });

export type Config = z.output<typeof configSchema>;
export type CollectionConfig = Config['collections'][number];
export type SourceConfig = CollectionConfig['source'];
export type ChangelogConfig = Config['changelog'];
export type FeedConfig = Config['feeds'][number];
export type FeedSourceConfig = FeedConfig['source'];
export type McpConfig = Config['mcp'];
export type SubscriptionConfig = FeedConfig['subscriptions'][number];
