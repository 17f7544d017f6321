import type { Page } from '../../src/core/page.ts';
import { pathOf } from '../../src/core/library.ts';
import { PEER, startMcpServer, startPeerServer } from './mcp-server.ts';
import type { McpServer, ToolResult } from './mcp-server.ts';
import { scoreRows } from './scores.ts';
import type { Ranked } from './scores.ts';
import type { QuestionSet } from './sets.ts';
import { table } from './table.ts';
import { milliseconds, percentile, ratio } from './timing.ts';
import type { Times } from './timing.ts';

export interface McpBench {
  readonly config: string;
  readonly pages: readonly Page[];
  readonly sets: readonly QuestionSet[];
}

/** As the package calls them, and config/workos.yaml with it. */
const TOOLS = ['workos_search', 'workos_docs', 'workos_examples', 'workos_changelogs'] as const;

/** Calls of each tool but the search, which gets every question. */
const CALLS = 50;

/** Calls before, by which a server is warm. */
const WARM_UP = 20;

/** Every tool beside the package's: asked the same over stdio, one call after the other, by the same client. */
export async function benchMcp(bench: McpBench): Promise<string> {
  const env = { PATH: process.env['PATH'], LOG_LEVEL: 'error' };
  const calls = callsOf(bench);
  const own = await startMcpServer(['dist/main.js', 'mcp', '--config', bench.config], env);
  const ours = await measure(own, calls, pathsOfSignpost);
  const theirs = await measure(await startPeerServer(), calls, pathsOfPackage);
  return `${latencyTable(ours, theirs)}\n\n${scoreTable(bench, ours, theirs)}`;
}

type Calls = Readonly<Record<(typeof TOOLS)[number], readonly Readonly<Record<string, string>>[]>>;

interface Measured {
  readonly times: ReadonlyMap<string, Times>;
  /** What each question found, as paths without extension, best first. */
  readonly found: ReadonlyMap<string, readonly string[]>;
}

/** The same for both servers: each question once, so that no reply is remembered, and pages from all over the docs. */
function callsOf({ pages, sets }: McpBench): Calls {
  const questions = new Set(sets.flatMap(({ rows }) => rows.map(({ query }) => query)));
  const step = Math.floor(pages.length / CALLS);
  return {
    workos_search: Array.from(questions, (query) => ({ query })),
    workos_docs: pages
      .filter((_, index) => index % step === 0)
      .slice(0, CALLS)
      .map((page) => ({ path: pathOf(page) })),
    workos_examples: Array.from({ length: CALLS }, () => ({ example: 'sso' })),
    workos_changelogs: Array.from({ length: CALLS }, () => ({ package: 'workos-platform' })),
  };
}

async function measure(
  server: McpServer,
  calls: Calls,
  pathsOf: (result: ToolResult) => readonly string[],
): Promise<Measured> {
  const found = new Map<string, readonly string[]>();
  const times = new Map<string, Times>();
  for (const tool of TOOLS) {
    for (const args of calls[tool].slice(-WARM_UP)) await server.call(tool, { ...args, maxResults: 1 });
    const taken: number[] = [];
    for (const args of calls[tool]) {
      const { ms, result } = await server.call(tool, args);
      taken.push(ms);
      if (args['query'] !== undefined) found.set(args['query'], pathsOf(result));
    }
    times.set(tool, taken);
  }
  server.close();
  return { times, found };
}

function pathsOfSignpost({ structuredContent }: ToolResult): readonly string[] {
  const { results } = structuredContent as { results: readonly { path: string }[] };
  return results.map(({ path }) => path);
}

/** In its headings, with `index`. */
function pathsOfPackage({ content }: ToolResult): readonly string[] {
  const text = content[0]?.text ?? '';
  return Array.from(text.matchAll(/^## 📄 (.+)$/gmu), ([, path = '']) => path.replace(/\/index$/u, ''));
}

function latencyTable(ours: Measured, theirs: Measured): string {
  const rows = TOOLS.flatMap((tool) => {
    const own = ours.times.get(tool) ?? [];
    const their = theirs.times.get(tool) ?? [];
    const row = (name: string, times: Times): string[] => [
      `${name}: ${tool}`,
      String(times.length),
      ...[0.5, 0.99].flatMap((share) => {
        const [time, least] = [percentile(times, share), percentile(own, share)];
        return [milliseconds(time), times === own ? '' : ratio(time, least)];
      }),
    ];
    return [row('Signpost', own), row(PEER, their)];
  });
  return table(['tool over stdio', 'calls', 'p50', 'to Signpost', 'p99', 'to Signpost'], rows);
}

function scoreTable({ sets, pages }: McpBench, ours: Measured, theirs: Measured): string {
  const files = new Map(pages.map((page) => [pathOf(page), page.file]));
  const servers = [
    { name: PEER, found: theirs.found },
    { name: 'Signpost', found: ours.found },
  ];
  const answerable = sets.filter(({ rows }) => rows.some(({ gold }) => gold.length > 0));
  const rows = answerable.flatMap((set) =>
    servers.map(({ name, found }) => {
      const search = (query: string): readonly Ranked[] =>
        (found.get(query) ?? []).flatMap((path) => {
          const file = files.get(path);
          return file === undefined ? [] : [{ file, url: '' }];
        });
      const { at1, at3, at5 } = scoreRows(set.rows, search, isScored);
      const shares = [at1, at3, at5].map((share) => share.toFixed(3));
      return [set.name, name, String(set.rows.length), ...shares];
    }),
  );
  return table(['set', 'search', 'rows', 'S@1', 'S@3', 'S@5'], rows);
}

/** Not pages that only show what the docs can look like. */
function isScored(file: string): boolean {
  return !file.startsWith('demo/');
}
