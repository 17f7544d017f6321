import { announcedEntry } from '../../../src/core/announced-entry.ts';
import type { CodeExampleGroup, CodeExamples } from '../../../src/core/code-examples.ts';
import { createLibrary } from '../../../src/core/create-library.ts';
import type { StoredEntry } from '../../../src/core/entry.ts';
import type { Page } from '../../../src/core/page.ts';
import { createQueryCore } from '../../../src/core/query.ts';
import type { Question } from '../../../src/core/question.ts';
import type { CollectionHelp } from '../../../src/core/reply.ts';
import { createLog } from '../../../src/log.ts';
import type { McpOptions } from '../../../src/platforms/mcp/mcp-options.ts';
import { buildEntrySearch } from '../../../src/search/entry-search.ts';
import { entry } from '../../core/entries.ts';
import { parse } from '../../core/markdown.ts';
import { createFakeEngine, page } from '../../fakes/search-engine.ts';

const SITE = 'https://docs.example';
const LONG = Array.from({ length: 300 }, (_, number) => `Paragraph ${number} about otters, at length.`);

export const PAGES: readonly Page[] = [
  page({ file: 'sso/index.mdx', title: 'Single sign-on', url: `${SITE}/sso`, trail: ['Guides'] }, [
    { markdown: 'Log in with one account.' },
    { heading: 'Metadata', markdown: 'Download the SAML metadata.' },
    { heading: 'Certificates', level: 3, markdown: 'They end after a year.' },
    { heading: 'Testing', markdown: 'Test with a quagga.' },
  ]),
  page({ file: 'sso/attributes.mdx', title: 'Attributes', url: `${SITE}/sso/attributes` }, [
    { markdown: 'Which attributes a profile has.' },
  ]),
  page(
    { file: 'webhooks.mdx', title: 'Webhooks', url: `${SITE}/webhooks`, description: 'Be told of events.' },
    [{ markdown: 'Verify the signature.\n\n```js\nverify(payload, secret);\n```' }],
  ),
  page({ file: 'otters.mdx', title: 'Otters', url: `${SITE}/otters` }, [{ markdown: LONG.join('\n\n') }]),
  ...Array.from({ length: 12 }, (_, number) =>
    page({ file: `zebra/${number}.mdx`, title: `Zebra ${number}`, url: `${SITE}/zebra/${number}` }, [
      { markdown: `A zebra has stripes, number ${number}.` },
    ]),
  ),
  page({ collection: 'api', file: 'users.mdx', title: 'Users', url: `${SITE}/api/users` }, [
    { markdown: 'Lists the users of the API.' },
  ]),
  page({ collection: 'internal', file: 'oncall.mdx', title: 'On call', url: `${SITE}/internal/oncall` }, [
    { markdown: 'The pager is in the drawer.' },
  ]),
];

export const ENTRIES: readonly StoredEntry[] = [
  entry('Queues can be paused', '2026-03-01', { feed: 'news', markdown: 'On the dashboard.' }),
  entry('Dark mode', '2026-01-15', { feed: 'news', markdown: 'At last.' }),
  entry('v2.0.0', '2026-05-01', {
    feed: 'node',
    version: '2.0.0',
    package: '@kiln/node',
    breaking: true,
    markdown: '- Drops Node.js 18',
  }),
  entry('v1.9.0', '2026-04-01', { feed: 'node', version: '1.9.0', package: '@kiln/node' }),
  entry('v1.10.0', '2026-04-20', { feed: 'node', version: '1.10.0', package: '@kiln/node' }),
];

export const GROUPS: readonly CodeExampleGroup[] = [
  {
    name: 'sso',
    title: 'SSO',
    files: [
      { path: 'sso/login.ts', language: 'ts', text: 'login();\n' },
      { path: 'sso/README.md', language: 'md', text: '```sh\nnpm start\n```\n' },
    ],
  },
  {
    name: 'webhooks',
    title: 'Webhooks',
    files: [{ path: 'webhooks/a.py', language: 'python', text: 'pass' }],
  },
];

export interface TestOptions {
  readonly pages?: readonly Page[];
  readonly entries?: readonly StoredEntry[];
  readonly groups?: readonly CodeExampleGroup[];
  readonly own?: Partial<McpOptions>;
  /** Keeps what the core is asked. */
  readonly asked?: Question[];
}

/** Docs, an API and two changelogs; `internal` is not meant for here. */
export function mcpOptions({
  pages = PAGES,
  entries = ENTRIES,
  groups = GROUPS,
  own = {},
  asked = [],
}: TestOptions = {}): McpOptions {
  const engine = createFakeEngine(pages);
  const search = buildEntrySearch(entries, { synonyms: [], linkText: true });
  const collections = [help('docs', 'Example docs'), help('api', 'API')];
  const feeds = [help('news', 'Example news'), help('node', 'Node SDK')];
  return {
    prefix: 'acme',
    title: 'Acme docs',
    version: '1.2.3',
    core: createQueryCore({
      engine: () => engine,
      parse,
      clock: () => 0,
      settings: { answered: 0.6, unsure: 0.3, shown: 5, excerpt: 600 },
      collections: [...collections, help('internal', 'Internal')],
      entries: () => search,
      feeds,
      now: () => new Date('2026-05-02'),
      newsDays: 90,
      onError: (error) => {
        throw error;
      },
      record: (question) => void asked.push(question),
    }),
    library: createLibrary({ engine: () => engine }),
    examples: examplesOf(groups),
    collections,
    feeds,
    entries: () => search,
    show: (one) => announcedEntry(one, { feed: one.feed, parse, budget: 2_000 }),
    now: () => new Date('2026-05-02'),
    log: createLog({ level: 'silent', secrets: [], destination: { write: () => undefined } }),
    ...own,
  };
}

function help(name: string, title: string): CollectionHelp {
  return { name, title, url: SITE, versions: [], locales: ['en'], examples: [] };
}

function examplesOf(groups: readonly CodeExampleGroup[]): CodeExamples {
  return {
    groups: async () => groups.map(({ name }) => name),
    read: async (name) => groups.find((group) => group.name.toLowerCase() === name.toLowerCase()),
  };
}
