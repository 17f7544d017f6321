import { validRange } from 'semver';
import { z } from 'zod';
import type { EntryFilter, Schedule } from '../core/subscription.ts';
import { DEFAULTS } from './defaults.ts';
import { nearest } from './nearest.ts';
import { text } from './text.ts';

const byDefault = DEFAULTS.subscription;

/** Monday is 1, as in ISO 8601. */
const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const DISCORD = /^\d{17,20}$/;

const range = z
  .string()
  .trim()
  .refine((range) => validRange(range, { loose: true }) !== null, {
    message: 'is no range of versions',
    params: { remedy: "use one that npm understands, such as '>=2 <3' or ^2.1.0, or leave it empty" },
  });

const zone = z.string().superRefine((name, context) => {
  if (isZone(name)) return;
  const near = nearest(name, Intl.supportedValuesOf('timeZone'));
  const remedy = near === undefined ? 'use a name such as Europe/Berlin, or UTC' : `did you mean ${near}?`;
  context.addIssue({ code: 'custom', message: 'is no time zone', params: { remedy } });
});

const keys = z.strictObject({
  channel: z
    .string()
    .regex(
      /^(?:[CG][A-Z0-9]{2,}|\d{17,20})$/,
      'use the id of the channel, not its name: Slack’s, such as C024BE91L, stands at the bottom of the channel’s details; Discord’s, 17 to 20 digits in quotes, is copied with Copy ID in its menu, in Developer Mode',
    )
    .meta({
      description: 'Slack’s id of the channel, or Discord’s in quotes',
      examples: ['C024BE91L'],
    }),
  workspace: z
    .string()
    .regex(
      /^(?:T[A-Z0-9]{2,})?$/,
      'use the id of the workspace, such as T024BE7LD; https://app.slack.com/client shows it in the address bar',
    )
    .default(byDefault.workspace)
    .meta({
      description:
        'Slack’s id of the channel’s workspace, where many workspaces install the app; empty where there is one, and on Discord',
      examples: ['T024BE7LD'],
    }),
  packages: z
    .array(text())
    .default(byDefault.packages)
    .meta({ description: 'Only entries about one of these packages; empty for all', examples: [['node']] }),
  words: z
    .array(text())
    .default(byDefault.words)
    .meta({
      description: 'Only entries that hold all of these words and phrases; empty for all',
      examples: [['webhooks', 'single sign-on']],
    }),
  releases: z
    .enum(['all', 'stable', 'prerelease'])
    .default(byDefault.releases)
    .describe('Whether only stable releases are posted, or only prereleases'),
  versions: range.default(byDefault.versions).meta({
    description: 'Only versions in this range, as npm writes ranges; empty for all',
    examples: ['>=2 <3'],
  }),
  breaking: z.boolean().default(byDefault.breaking).describe('Whether only what breaks something is posted'),
  digest: z
    .enum(['now', 'daily', 'weekly'])
    .default(byDefault.digest)
    .describe('When entries are posted: each at once, or together once a day or once a week'),
  day: z.enum(DAYS).default(byDefault.day).describe('With `weekly`: the day of the digest'),
  hour: z.int().min(0).max(23).default(byDefault.hour).describe('With `daily` and `weekly`: its hour'),
  zone: zone.default(byDefault.zone).meta({
    description: 'With `daily` and `weekly`: the time zone of the hour',
    examples: ['Europe/Berlin'],
  }),
});

type Keys = z.output<typeof keys>;

/** A channel in which a feed is posted. */
export const subscription = keys
  .refine(({ channel, workspace }) => workspace === '' || !DISCORD.test(channel), {
    path: ['workspace'],
    message: 'goes with a channel of Slack, and this one is Discord’s',
    params: { remedy: 'remove workspace' },
    when: ({ value }) => typeof value === 'object' && value !== null,
  })
  .transform((keys) => ({
    platform: DISCORD.test(keys.channel) ? ('discord' as const) : ('slack' as const),
    workspace: keys.workspace,
    channel: keys.channel,
    filter: filterOf(keys),
    schedule: scheduleOf(keys),
  }));

function filterOf({ packages, words, releases, versions, breaking }: Keys): EntryFilter {
  return { packages, words, releases, range: versions, breaking };
}

function scheduleOf({ digest, day, hour, zone }: Keys): Schedule {
  switch (digest) {
    case 'now':
      return { kind: 'now' };
    case 'daily':
      return { kind: 'daily', hour, zone };
    case 'weekly':
      return { kind: 'weekly', day: DAYS.indexOf(day) + 1, hour, zone };
  }
}

/** Newer versions of Node take offsets such as +01:00, too; they know no summer time. */
function isZone(name: string): boolean {
  if (!/^[a-z]/i.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
