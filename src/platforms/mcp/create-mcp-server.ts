import { McpServer } from '@modelcontextprotocol/server';
import type { ServerOptions } from '@modelcontextprotocol/server';
import { changelogsTool } from './changelogs-tool.ts';
import { instructionsOf } from './descriptions.ts';
import { docsTool } from './docs-tool.ts';
import { choicesOf } from './editions.ts';
import { examplesTool } from './examples-tool.ts';
import type { McpOptions } from './mcp-options.ts';
import { registerResources } from './resources.ts';
import { searchTool } from './search-tool.ts';
import type { Tool } from './tool.ts';
import { toolError } from './tool-result.ts';

/** How long a client may keep a list or a page: re-indexing changes them, and nothing else does. */
const CACHE = { ttlMs: 300_000, cacheScope: 'private' } as const;

/** What all servers of one program share. */
interface Prepared {
  /** What they offer to choose from, as JSON: the docs may get further versions. */
  readonly choices: string;
  readonly tools: readonly Tool[];
  readonly serverOptions: ServerOptions;
}

const prepared = new WeakMap<McpOptions, Prepared>();

/**
 * A server with all tools and resources, not yet connected. Cheap, since streamable HTTP takes one for each request: what
 * does not change is made with the first.
 */
export function createMcpServer(options: McpOptions): McpServer {
  const { tools, serverOptions } = preparedFor(options);
  const { prefix, title, version } = options;
  const server = new McpServer({ name: prefix, title, version }, serverOptions);
  for (const tool of tools)
    server.registerTool(
      tool.name,
      { ...tool.config, inputSchema: schemaNow(tool, options) },
      async (given: unknown) => await guarded(tool, given, options),
    );
  registerResources(server, options);
  return server;
}

/** What a tool takes when it is listed: a client of stdio may come before the docs are read, and its server stays. */
function schemaNow({ name, config }: Tool, options: McpOptions): Tool['config']['inputSchema'] {
  const standard = config.inputSchema['~standard'];
  const current = (): typeof standard => {
    const tool = preparedFor(options).tools.find((one) => one.name === name);
    return tool?.config.inputSchema['~standard'] ?? standard;
  };
  const jsonSchema: typeof standard.jsonSchema = {
    input: (target) => current().jsonSchema.input(target),
    output: (target) => current().jsonSchema.output(target),
  };
  return { '~standard': { ...standard, jsonSchema } };
}

function preparedFor(options: McpOptions): Prepared {
  const known = prepared.get(options);
  const choices = choicesOf(options);
  const key = JSON.stringify(choices);
  if (known?.choices === key) return known;
  const made: Prepared = {
    choices: key,
    tools: [
      searchTool(options, choices),
      docsTool(options, choices),
      examplesTool(options),
      changelogsTool(options),
    ],
    serverOptions: {
      instructions: instructionsOf(options),
      // Some clients ask for prompts and resources whether there are any or not.
      capabilities: {
        tools: { listChanged: false },
        resources: { listChanged: false },
        prompts: { listChanged: false },
      },
      cacheHints: {
        'tools/list': CACHE,
        'prompts/list': CACHE,
        'resources/list': CACHE,
        'resources/templates/list': CACHE,
        'resources/read': CACHE,
        'server/discover': CACHE,
      },
    },
  };
  prepared.set(options, made);
  return made;
}

/** The SDK would send the message of whatever is thrown. */
async function guarded(tool: Tool, given: unknown, { log }: McpOptions): ReturnType<Tool['call']> {
  try {
    return await tool.call(given);
  } catch (error) {
    log.error({ err: error, tool: tool.name }, 'an MCP tool failed');
    return toolError('This failed; the operator finds the cause in the log. Other arguments may work.');
  }
}
