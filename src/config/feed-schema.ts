import { z } from 'zod';
import { collectionId } from './collection-id.ts';
import { DEFAULTS } from './defaults.ts';
import { feedSource } from './feed-source-schema.ts';
import { webAddressOrNone } from './web-address.ts';
import { subscription } from './subscription-schema.ts';
import { text } from './text.ts';
import { reportRepeated } from './unique.ts';

const byDefault = DEFAULTS.feed;

const path = (description: string, byDefault: string) =>
  z.string().trim().default(byDefault).describe(description);

const map = z.strictObject({
  entries: path(
    'Path of the list of entries, such as `data.items`; empty where the file is the list',
    byDefault.map.entries,
  ),
  id: path('Key of what stays the same when an entry is edited', byDefault.map.id),
  title: path('Key of the title', byDefault.map.title),
  date: path('Key of the date', byDefault.map.date),
  notes: path('Key of the notes: a text or a list of texts, in Markdown', byDefault.map.notes),
  url: path('Key of the address', byDefault.map.url),
  version: path('Key of the version', byDefault.map.version),
  package: path('Key of the package', byDefault.map.package),
  image: path('Key of the address of a picture', byDefault.map.image),
});

/** A changelog, and the channels in which it is posted. */
export const feed = z
  .strictObject({
    name: collectionId().meta({
      description: 'A short id, unique among the feeds and collections',
      examples: ['releases'],
    }),
    title: text()
      .optional()
      .meta({ description: 'What people call it; the name where left out', examples: ['Releases'] }),
    source: feedSource.describe('Where it is: `url`, `file`, or `package` with or without `path`'),
    format: z
      .enum(['auto', 'feed', 'markdown', 'json'])
      .default(byDefault.format)
      .describe(
        'What it is written in: `feed`: RSS, Atom or JSON Feed; `markdown`: a `CHANGELOG.md`; `json`: a list, see `map`; `auto`: by the ending of its path: `.md` is Markdown, `.json` JSON unless it is a `url`, all else a feed',
      ),
    link: webAddressOrNone()
      .default(byDefault.link)
      .meta({
        description:
          'For Markdown: the page that shows it; entries lead to its headings, whose anchors are GitHub’s',
        examples: ['https://github.com/acme/sdk/blob/main/CHANGELOG.md'],
      }),
    map: map
      .prefault({})
      .describe('For JSON: what an entry’s keys are called; a path such as `author.name`, or empty for none'),
    package: z
      .string()
      .trim()
      .default(byDefault.package)
      .meta({
        description: 'The package of entries that name none; empty for none',
        examples: ['@acme/sdk'],
      }),
    every: z.int().min(1).max(1440).default(byDefault.every).describe('Minutes from one reading to the next'),
    maxAge: z
      .int()
      .min(0)
      .max(3650)
      .default(byDefault.maxAge)
      .describe('New entries that are dated more days back are kept, but not posted; 0: all are posted'),
    subscriptions: z
      .array(subscription)
      .superRefine(
        reportRepeated({
          list: 'subscriptions',
          key: 'channel',
          remedy: 'name each channel once for a feed, with all that it wants',
        }),
        { when: ({ value }) => Array.isArray(value) },
      )
      .prefault(byDefault.subscriptions)
      .describe('Channels in which its entries are posted, beside those that people subscribe in the chat'),
  })
  .transform((feed) => ({ ...feed, title: feed.title ?? feed.name }));
