import { parseMarkdown } from '../../src/content/parse-markdown.ts';
import { createQueryCore } from '../../src/core/query.ts';
import type { SearchEngine } from '../../src/core/search-engine.ts';
import { buildShelves } from '../../src/search/shelves.ts';
import type { Docs } from './docs.ts';
import { startPeerServer } from './mcp-server.ts';
import { createPlainMinisearch } from './plain-minisearch.ts';
import { table } from './table.ts';
import { milliseconds, percentile, ratio, timeEach } from './timing.ts';
import type { Times } from './timing.ts';

/** The package's search reads every file each time, so it gets fewer questions. */
const PEER_QUESTIONS = 60;

/** A whole reply (search, outcome, excerpts; no network), beside what people have without Signpost. */
export async function benchReplies({ config, pages }: Docs, questions: readonly string[]): Promise<string> {
  const engine = await buildShelves(
    { pages, editions: [{ collection: 'docs', versions: [], locales: ['en'] }] },
    config.search,
  );
  const core = createQueryCore({
    // A new index each time, by which no reply is remembered.
    engine: () => Object.create(engine) as SearchEngine,
    parse: parseMarkdown,
    clock: () => performance.now(),
    settings: config.answers,
    collections: [],
    entries: () => undefined,
    feeds: [],
    now: () => new Date(0),
    newsDays: 90,
    onError: (error) => {
      throw error;
    },
    record: () => undefined,
  });
  const about = {
    id: '',
    platform: '',
    workspace: '',
    place: '',
    asker: '',
    visibility: 'private',
    collections: [],
    version: '',
    locale: '',
  } as const;
  const own = timeEach(questions, (text) => {
    const reply = core.ask({ text, ...about });
    return reply.kind === 'results' ? reply.answers[0]?.excerpt.markdown : undefined;
  });
  const plain = timeEach(questions, createPlainMinisearch(pages));
  const peer = await timePeer(
    questions.filter((_, index) => index % Math.ceil(questions.length / PEER_QUESTIONS) === 0),
  );
  const row = (name: string, times: Times): string[] => [
    name,
    String(times.length),
    ...[0.5, 0.99].flatMap((share) => {
      const [time, ours] = [percentile(times, share), percentile(own, share)];
      return [milliseconds(time), times === own ? '' : ratio(time, ours)];
    }),
  ];
  return table(
    ['reply', 'questions', 'p50', 'to Signpost', 'p99', 'to Signpost'],
    [
      row('Signpost: search, outcome, excerpt', own),
      row('plain minisearch: search alone', plain),
      row('@workos/mcp-docs-server: workos_search over stdio', peer),
    ],
  );
}

async function timePeer(questions: readonly string[]): Promise<Times> {
  const server = await startPeerServer();
  const times: number[] = [];
  for (const query of questions) times.push((await server.call('workos_search', { query })).ms);
  server.close();
  return times;
}
