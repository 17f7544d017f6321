import { join } from 'node:path';
import type { Editions } from '../../src/core/editions.ts';
import { createQueryCore } from '../../src/core/query.ts';
import type { QueryCore } from '../../src/core/query.ts';
import type { Question } from '../../src/core/question.ts';
import type { AskedQuestion, Store, Vote } from '../../src/core/store.ts';
import { createLog } from '../../src/log.ts';
import { createLateStore } from '../../src/store/late-store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { parse } from '../core/markdown.ts';
import { createFakeEngine, page } from '../fakes/search-engine.ts';
import { folderWith } from '../folders.ts';

export const SITE = 'https://docs.example';

const ZEBRAS = Array.from({ length: 12 }, (_, number) =>
  page(
    { file: `zebra-${number + 1}.mdx`, title: `Zebra ${number + 1}`, url: `${SITE}/zebra-${number + 1}` },
    [{ markdown: 'A zebra has stripes.' }],
  ),
);

export const PAGES = [
  page({ file: 'login.mdx', title: 'Log in', url: `${SITE}/login`, trail: ['Accounts'] }, [
    { markdown: 'Open the page to log in.' },
    { heading: 'Passwords', markdown: 'A password must have **twelve** characters.' },
  ]),
  page({ file: 'ping.mdx', title: 'Pings', url: `${SITE}/ping` }, [
    { markdown: 'Nobody is woken by `<!channel>` or <@U0BEN> or &lt;!here&gt; in a quagga.' },
  ]),
  ...ZEBRAS,
  page({ collection: 'api', file: 'api.mdx', title: 'GET /zebra', url: `${SITE}/api/zebra` }, [
    { markdown: 'Gets a zebra.' },
  ]),
  page({ collection: 'internal', file: 'oncall.mdx', title: 'On call', url: `${SITE}/internal/oncall` }, [
    { markdown: 'The pager is in the drawer.' },
  ]),
];

/** A core that answers from these pages, and keeps what it was asked. */
export function coreOf(
  pages: typeof PAGES,
  asked: Question[],
  editions: readonly Editions[] = [],
): QueryCore {
  const engine = createFakeEngine(pages, editions);
  return createQueryCore({
    engine: () => engine,
    parse,
    clock: () => 0,
    settings: { answered: 0.3, unsure: 0.15, shown: 5, excerpt: 500 },
    collections: [
      {
        name: 'docs',
        title: 'Example docs',
        url: SITE,
        versions: [],
        locales: ['en'],
        examples: ['How do I log in?', 'What is a zebra?'],
      },
      { name: 'api', title: 'API', url: `${SITE}/api`, versions: [], locales: ['en'], examples: [] },
      {
        name: 'internal',
        title: 'Runbooks',
        url: `${SITE}/internal`,
        versions: [],
        locales: ['en'],
        examples: ['Where is the pager?'],
      },
    ],
    entries: () => undefined,
    feeds: [],
    now: () => new Date(0),
    newsDays: 90,
    onError: (error) => {
      throw error;
    },
    record: (question) => void asked.push(question),
  });
}

/** A store in memory, which several replicas may share; what changelogs need is in a file, made once it is asked for. */
export function memoryStore(own: Partial<Store> = {}): { store: Store; votes: Vote[] } {
  const votes: Vote[] = [];
  const claimed = new Set<string>();
  const installed = new Map<string, string>();
  const questions = new Map<string, AskedQuestion>();
  const { feeds, entries, subscriptions, deliveries } = fileStore();
  const store: Store = {
    feeds,
    entries,
    subscriptions,
    deliveries,
    questions: {
      record: async (question) => void questions.set(question.id, question),
      find: async (id) => questions.get(id),
    },
    feedback: { record: async (vote) => void votes.push(vote) },
    claims: {
      claim: async (key) => {
        if (claimed.has(key)) return false;
        claimed.add(key);
        return true;
      },
    },
    installations: {
      save: async ({ workspace, data }) => void installed.set(workspace, data),
      find: async (_platform, workspace) => installed.get(workspace),
      remove: async (_platform, workspace) => void installed.delete(workspace),
    },
    close: async () => undefined,
    ...own,
  };
  return { store, votes };
}

function fileStore(): Store {
  const log = createLog({ level: 'silent', secrets: [], destination: process.stderr });
  return createLateStore({
    open: async () => {
      const file = join(await folderWith({}), 'signpost.sqlite');
      return openStore({ url: undefined, file, key: undefined, log });
    },
    reason: '',
    failedAt: new Date(0),
    now: () => new Date(),
    onOpen: () => undefined,
  });
}
