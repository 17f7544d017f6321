import { McpServer } from '@modelcontextprotocol/server';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { createLog } from '../../../src/log.ts';
import { createMcpRoute } from '../../../src/platforms/mcp/http-route.ts';
import type { McpRouteOptions } from '../../../src/platforms/mcp/http-route.ts';
import { served } from '../web/serve.ts';

/** What the tools of `tinyServer` were called with, and the signal of each call of `wait`. */
export interface Calls {
  readonly texts: string[];
  readonly signals: AbortSignal[];
}

/** A server of one tool that answers, one that never does, one that breaks, and one resource. */
export function tinyServer(calls: Calls): McpServer {
  const server = new McpServer({ name: 'tiny', version: '1.0.0' });
  server.registerTool('echo', { inputSchema: z.object({ text: z.string() }) }, ({ text }) => {
    calls.texts.push(text);
    return { content: [{ type: 'text', text }] };
  });
  server.registerTool('wait', { inputSchema: z.object({}) }, (_args, { mcpReq: { signal } }) => {
    calls.signals.push(signal);
    return new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(new Error('ended')), { once: true });
    });
  });
  server.registerResource('zebra', 'docs://zebra', { mimeType: 'text/markdown' }, ({ href }) => ({
    contents: [{ uri: href, text: '# Zebra' }],
  }));
  return server;
}

export interface ServedMcp {
  /** Where the server is, without a path. */
  readonly url: string;
  readonly calls: Calls;
  /** What is logged. */
  readonly lines: readonly string[];
  readonly close: () => Promise<void>;
}

/** A web server with MCP on a free port, stopped when the test is over. */
export async function serveMcp(options: Partial<McpRouteOptions> = {}): Promise<ServedMcp> {
  const calls: Calls = { texts: [], signals: [] };
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  const route = createMcpRoute({
    create: () => tinyServer(calls),
    token: undefined,
    host: '127.0.0.1',
    origins: [],
    limit: { burst: 1_000, perMinute: 1_000 },
    now: () => new Date(0),
    log: createLog({ level: 'debug', secrets: [], destination }),
    ...options,
  });
  const { url } = await served({ routes: [route.handle] });
  onTestFinished(() => route.close());
  return { url: url.replace('localhost', '127.0.0.1'), calls, lines, close: route.close };
}
