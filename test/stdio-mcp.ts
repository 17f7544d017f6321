import { Client } from '@modelcontextprotocol/client';
import type { Tool } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';

/** A server of MCP in a process of its own, and the official client that asks it. */
export interface StdioMcp {
  tools(): Promise<readonly Tool[]>;
  call(tool: string, args?: Readonly<Record<string, unknown>>): Promise<Called>;
  close(): Promise<void>;
}

export interface Called {
  /** All of its text. */
  readonly text: string;
  /** `structuredContent`; undefined where there is none. */
  readonly structured: unknown;
  readonly isError: boolean;
}

/** Starts a program for Node that speaks MCP on its streams. */
export async function startStdioMcp(args: readonly string[]): Promise<StdioMcp> {
  const { PATH = '', HOME = '' } = process.env;
  const client = new Client({ name: 'signpost-test', version: '1.0.0' });
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [...args],
      env: { PATH, HOME },
      stderr: 'ignore',
    }),
  );
  return {
    tools: async () => (await client.listTools()).tools,
    call: async (name, given = {}) => {
      const { content, structuredContent, isError } = await client.callTool({ name, arguments: given });
      const texts = content.flatMap((block) => (block.type === 'text' ? [block.text] : []));
      return { text: texts.join('\n'), structured: structuredContent, isError: isError === true };
    },
    close: () => client.close(),
  };
}
