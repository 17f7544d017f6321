import { z } from 'zod';
import { address } from './address.ts';
import { DEFAULTS } from './defaults.ts';
import { locale } from './locale.ts';
import { text } from './text.ts';
import { reportRepeated } from './unique.ts';

const byDefault = DEFAULTS.slack;

const flag = (description: string, byDefault: boolean) =>
  z.boolean().default(byDefault).describe(description);

const visibility = z.enum(['thread', 'private']);

const workspace = z.strictObject({
  id: z
    .string()
    .regex(
      /^[TE][A-Z0-9]{2,}$/,
      'use the id of the workspace (T…) or organisation (E…), such as T024BE7LD; https://app.slack.com/client shows it in the address bar',
    )
    .meta({
      description: 'Slack’s id of the workspace (T…), or of the organisation (E…)',
      examples: ['T024BE7LD'],
    }),
  collections: z
    .array(text())
    .min(1)
    .meta({
      description: 'Names of collections and feeds that are seen only in the workspaces which name them',
      examples: [['internal']],
    }),
});

const channel = z.strictObject({
  id: z
    .string()
    .regex(
      /^[CGD][A-Z0-9]{2,}$/,
      'use the id of the channel, such as C024BE91L, not its name: it stands at the bottom of the channel’s details in Slack',
    )
    .meta({
      description: 'Slack’s id of the channel; it stands at the bottom of the channel’s details',
      examples: ['C024BE91L'],
    }),
  collections: z
    .array(text())
    .default(byDefault.channel.collections)
    .meta({
      description:
        'Names of the only collections and feeds that are seen here; empty for all that the workspace sees',
      examples: [['docs']],
    }),
  mentions: z
    .boolean()
    .optional()
    .describe('Whether mentions are answered here; as `slack.mentions` where left out'),
  visibility: visibility
    .optional()
    .describe('Where the answer to a mention goes here; as `slack.visibility` where left out'),
  locale: locale()
    .optional()
    .meta({
      description: 'The language of the people here, whose docs they are answered from',
      examples: ['de'],
    }),
});

/** What people can do with Signpost on Slack, and which docs they see where. */
export const slack = z.strictObject({
  url: address(
    /^(https:\/\/[^\s/?#@]+\/?)?$/,
    'use the public https address of this server without a path, such as https://signpost.acme.com',
  )
    .default(byDefault.url)
    .meta({
      description:
        'Public address of this server, where Slack sends events over HTTP and people install the app; empty for Socket Mode, which needs none',
      examples: ['https://signpost.acme.com'],
    }),
  mentions: flag('Whether mentions are answered', byDefault.mentions),
  visibility: visibility
    .default(byDefault.visibility)
    .describe(
      'Where the answer to a mention goes: `thread`: for everybody, in its thread; `private`: for the asker only',
    ),
  threads: flag(
    'Whether a mention without a question reads the message that its thread starts with; needs the permission to read the history of channels',
    byDefault.threads,
  ),
  directMessages: flag('Whether direct messages are answered', byDefault.directMessages),
  unfurl: flag('Whether links to the docs show what they lead to', byDefault.unfurl),
  home: flag('Whether the app has a home tab, with a search field', byDefault.home),
  assistant: flag(
    'Whether Signpost is an assistant beside the conversation; Slack has this in paid plans',
    byDefault.assistant,
  ),
  managers: z
    .array(
      z
        .string()
        .regex(
          /^[UW][A-Z0-9]{2,}$/,
          'use the id of a person, such as U024BE7LH: Copy member ID in the menu of their profile',
        ),
    )
    .default(byDefault.managers)
    .meta({
      description:
        'Slack’s ids of the only people who may have changelogs posted in channels; empty for everybody who is in the channel',
      examples: [['U024BE7LH']],
    }),
  workspaces: z
    .array(workspace)
    .superRefine(
      reportRepeated({
        list: 'slack.workspaces',
        key: 'id',
        remedy: 'name each workspace once, with all its collections',
      }),
      { when: ({ value }) => Array.isArray(value) },
    )
    .default(byDefault.workspaces)
    .describe(
      'Docs for single workspaces: a collection or feed that is named here is seen only in the workspaces that name it, all others everywhere',
    ),
  channels: z
    .array(channel)
    .superRefine(
      reportRepeated({
        list: 'slack.channels',
        key: 'id',
        remedy: 'name each channel once, with all its settings',
      }),
      { when: ({ value }) => Array.isArray(value) },
    )
    .default(byDefault.channels)
    .describe('Settings of single channels'),
});
