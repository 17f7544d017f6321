import { z } from 'zod';
import { commandName } from './command-name.ts';
import { DEFAULTS } from './defaults.ts';

const byDefault = DEFAULTS.changelog;

const edits = z.strictObject({
  days: z
    .int()
    .min(1)
    .max(365)
    .default(byDefault.edits.days)
    .describe('For how many days after it was posted a post is updated'),
  times: z
    .int()
    .min(0)
    .max(100)
    .default(byDefault.edits.times)
    .describe('How often a post is updated at most; 0: never'),
});

/** A mail address or a web address. Of ASCII and without parentheses, since it becomes part of a header's comment. */
const CONTACT = /^(?:[!-'*-?A-~]+@[!-'*-?A-~]+|https?:\/\/[!-'*-?A-~]+)?$/;

/** What holds for all changelogs. */
export const changelog = z.strictObject({
  command: commandName().default(byDefault.command).describe('Name of the slash command for changelogs'),
  mention: z
    .int()
    .min(0)
    .max(3650)
    .default(byDefault.mention)
    .describe(
      'A reply from the docs mentions a newer entry about the same that is at most so many days old; 0: never',
    ),
  edits: edits.prefault({}).describe('When a post is updated because its entry has changed'),
  burst: z
    .int()
    .min(2)
    .max(20)
    .default(byDefault.burst)
    .describe('So many entries or more that are due in a channel at once become one digest'),
  contact: z
    .string()
    .trim()
    .regex(CONTACT, 'use a mail address or a web address, such as docs@acme.com, or leave it empty')
    .default(byDefault.contact)
    .meta({
      description:
        'Mail address or web address that the servers of feeds are told, so that they can reach you; empty for none',
      examples: ['docs@acme.com'],
    }),
});
