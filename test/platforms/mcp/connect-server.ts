import { StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import type { Client } from '@modelcontextprotocol/client';
import { Client as OldClient } from '@modelcontextprotocol/sdk/client/index.js';
import type { Transport as OldTransport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { InMemoryTransport, createMcpHandler } from '@modelcontextprotocol/server';
import { createMcpServer } from '../../../src/platforms/mcp/create-mcp-server.ts';
import type { McpOptions } from '../../../src/platforms/mcp/mcp-options.ts';
import { connectNew } from './mcp-clients.ts';

/** A client of 2025-11-25 in this process; there is nothing to close. */
export async function oldClient(options: McpOptions): Promise<OldClient> {
  const [transport, server] = InMemoryTransport.createLinkedPair();
  await createMcpServer(options).connect(server);
  const client = new OldClient({ name: 'test', version: '1.0.0' });
  // Each SDK has types of its own for the same messages.
  await client.connect(transport as unknown as OldTransport);
  return client;
}

export interface NewClient {
  readonly client: Client;
  /** What the server sent, one JSON text a response. */
  readonly sent: readonly string[];
}

/** A client of 2026-07-28 in this process: memory speaks only the older revisions, so it asks what HTTP would. */
export async function newClient(options: McpOptions): Promise<NewClient> {
  const sent: string[] = [];
  const handler = createMcpHandler(() => createMcpServer(options));
  const transport = new StreamableHTTPClientTransport(new URL('http://localhost/mcp'), {
    fetch: async (url, init) => {
      const response = await handler.fetch(new Request(url, init));
      sent.push(await response.clone().text());
      return response;
    },
  });
  return { client: await connectNew(transport), sent };
}

export interface Called {
  readonly isError: boolean;
  readonly text: string;
  readonly data: Record<string, unknown>;
  readonly links: readonly string[];
  /** About how many tokens it has, all in all, as the server counts them. */
  readonly tokens: number;
}

export type CallTool = (tool: string, args?: Record<string, unknown>) => Promise<Called>;

/** Calls tools by what follows the prefix. The client refuses what does not conform to the listed output schema. */
export async function caller(options: McpOptions): Promise<CallTool> {
  const client = await oldClient(options);
  await client.listTools();
  return async (tool, args = {}) => {
    const result = await client.callTool({ name: `${options.prefix}_${tool}`, arguments: args });
    const content = result.content as { type: string; text?: string; uri?: string }[];
    return {
      isError: result.isError === true,
      text: content.map(({ text = '' }) => text).join(''),
      data: (result.structuredContent ?? {}) as Record<string, unknown>,
      links: content.flatMap(({ uri }) => (uri === undefined ? [] : [uri])),
      tokens: Math.ceil(Buffer.byteLength(JSON.stringify(result)) / 3),
    };
  };
}

/** All that a tool has to say, reply by reply. */
export async function walk(call: CallTool, tool: string, args: Record<string, unknown>): Promise<Called[]> {
  const all: Called[] = [];
  for (let cursor: unknown = ''; cursor !== undefined;) {
    const called = await call(tool, { ...args, cursor });
    all.push(called);
    cursor = called.data['nextCursor'];
    if (all.length > 2_000) throw new Error('no end');
  }
  return all;
}
