import type { Readable, Writable } from 'node:stream';
import type { Config } from '../config/schema.ts';
import type { Environment } from '../config/secrets.ts';
import { createLibrary } from '../core/create-library.ts';
import type { EntrySearch } from '../core/entry-search.ts';
import type { StoredEntry } from '../core/entry.ts';
import type { AnnouncedEntry } from '../core/reply.ts';
import type { Log } from '../log.ts';
import type { McpRoute, McpRouteOptions } from '../platforms/mcp/http-route.ts';
import type { Readiness } from '../platforms/mcp/patient-transport.ts';
import type { StdioPlatform } from '../platforms/mcp/stdio-platform.ts';
import { docsHelp, feedsHelp } from './collection-help.ts';
import type { App } from './docs-app.ts';
import { lateCore } from './late-core.ts';
import { mcpExamples } from './mcp-examples.ts';

export interface McpAppOptions {
  readonly config: Config;
  /** What the config's paths are relative to. */
  readonly folder: string;
  readonly version: string;
  readonly log: Log;
  /** Undefined until there is one. */
  readonly app: () => Pick<App, 'core' | 'engine'> | undefined;
  /** Undefined until they are read. */
  readonly entries: () => EntrySearch | undefined;
  /** How one of the entries is shown. */
  readonly show: (entry: StoredEntry) => AnnouncedEntry;
}

export interface McpHttpOptions extends McpAppOptions {
  readonly environment: Environment;
}

/** MCP on the web server. Loaded here, since only servers need the SDK. */
export async function createMcpHttp({ environment, ...options }: McpHttpOptions): Promise<McpRoute> {
  const { createMcpRoute } = await import('../platforms/mcp/http-route.ts');
  const { origins, limit } = options.config.mcp;
  return createMcpRoute({
    create: await serversOf(options),
    token: environment.tokens.mcpToken,
    host: environment.host,
    origins,
    limit,
    now: () => new Date(),
    log: options.log,
  });
}

export interface McpStdioOptions extends McpAppOptions {
  readonly input: Readable;
  readonly output: Writable;
  readonly ready: Readiness;
}

/** MCP on two streams. */
export async function createMcpStdio({
  input,
  output,
  ready,
  ...options
}: McpStdioOptions): Promise<StdioPlatform> {
  const { createStdioPlatform } = await import('../platforms/mcp/stdio-platform.ts');
  return createStdioPlatform({ create: await serversOf(options), input, output, ready, log: options.log });
}

/** Gives a server for each client, all with the same tools. */
async function serversOf({
  app,
  config,
  folder,
  ...options
}: McpAppOptions): Promise<McpRouteOptions['create']> {
  const { createMcpServer } = await import('../platforms/mcp/create-mcp-server.ts');
  const [collections, feeds] = [docsHelp(config), feedsHelp(config)];
  const made = {
    ...options,
    prefix: config.mcp.prefix,
    title: config.title,
    core: lateCore(() => app()?.core, { kind: 'help', collections: [...collections, ...feeds] }),
    library: createLibrary({ engine: () => app()?.engine }),
    examples: mcpExamples(config, folder),
    collections,
    feeds,
    now: () => new Date(),
  };
  return () => createMcpServer(made);
}
