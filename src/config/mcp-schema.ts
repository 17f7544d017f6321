import { z } from 'zod';
import { DEFAULTS } from './defaults.ts';
import { text } from './text.ts';

const byDefault = DEFAULTS.mcp;

/** Below the source, however it is written. Links that lead out of it are for whoever reads the files. */
const WITHIN = /^(?![/~])(?!(?:.*\/)?\.\.(?:\/|$))[^\\]+$/;

const examples = z.strictObject({
  collection: text().meta({ description: 'Name of the collection', examples: ['docs'] }),
  folder: text()
    .regex(
      WITHIN,
      'use a folder within the source of the collection, with / and relative to it, such as examples',
    )
    .default(byDefault.examples.folder)
    .describe('The folder within its source; each folder in it is a group'),
});

const ORIGIN = 'use http or https, host and port without a path, such as https://app.acme.com';

/** What browsers send as `Origin`: https://www.rfc-editor.org/rfc/rfc6454#section-7. Written with capitals or a slash at the end, it is the same. */
const origin = () =>
  z
    .string()
    .trim()
    .regex(/^https?:\/\/[^\s/?#@\\*]+\/?$/i, ORIGIN)
    .refine((url) => URL.canParse(url), { message: 'is no origin', params: { remedy: ORIGIN } })
    .overwrite((url) => (URL.canParse(url) ? new URL(url).origin : url));

/** How fast one client may call: a token bucket. */
const limit = z.strictObject({
  burst: z
    .int()
    .min(1)
    .max(10_000)
    .default(byDefault.limit.burst)
    .describe('How many requests a client may send at once'),
  perMinute: z
    .int()
    .min(1)
    .max(10_000)
    .default(byDefault.limit.perMinute)
    .describe('How many new ones are granted a minute after that'),
});

/** What AI assistants are served over MCP. */
export const mcp = z.strictObject({
  prefix: z
    .string()
    .regex(/^[a-z][a-z0-9_-]{0,31}$/, 'use 1 to 32 of a to z, 0 to 9, - and _, starting with a letter')
    .default(byDefault.prefix)
    .describe(
      'What the names of the tools start with: `docs` makes `docs_search`, `docs_docs`, `docs_examples` and `docs_changelogs`',
    ),
  examples: examples.optional().meta({
    description: 'Where the code examples are, in groups; none where left out',
    examples: [{ collection: 'docs', folder: byDefault.examples.folder }],
  }),
  origins: z
    .array(origin())
    .default(byDefault.origins)
    .meta({
      description: 'Origins of web apps that may call `/mcp` from a browser, beside those of this machine',
      examples: [['https://app.acme.com']],
    }),
  limit: limit
    .prefault({})
    .describe('Requests a client may send to `/mcp` at once, and how fast new ones are granted'),
});
