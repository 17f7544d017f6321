import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

/** The package that the default corpus comes from, which is a server of MCP, too. */
export const PEER = '@workos/mcp-docs-server';

/** An MCP server on the streams of a child process. */
export interface McpServer {
  /** Calls a tool, and waits for what comes back. */
  call(tool: string, args: Readonly<Record<string, unknown>>): Promise<TimedCall>;
  close(): void;
}

export interface TimedCall {
  /** From the request until the whole reply is read. */
  readonly ms: number;
  readonly result: ToolResult;
}

/** What of a tool's result is looked at. */
export interface ToolResult {
  readonly content: readonly { readonly type: string; readonly text?: string }[];
  readonly structuredContent?: unknown;
  readonly isError?: boolean;
}

/** The package's server, as its users run it. */
export function startPeerServer(): Promise<McpServer> {
  return startMcpServer([createRequire(import.meta.url).resolve(PEER)], process.env);
}

/**
 * A program for Node that speaks MCP on its streams. Asked without an SDK, which would add its own time to that of the server;
 * by the revision that the package knows, so that both are asked the same.
 */
export async function startMcpServer(args: readonly string[], env: NodeJS.ProcessEnv): Promise<McpServer> {
  const child = spawn(process.execPath, args, { env, stdio: ['pipe', 'pipe', 'ignore'] });
  process.once('exit', () => child.kill());
  const waiting = new Map<number, (message: Message) => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const message = JSON.parse(line) as Message;
    waiting.get(message.id ?? -1)?.(message);
  });
  let last = 0;
  const request = (method: string, params: object): Promise<Message> => {
    last += 1;
    const id = last;
    const answered = new Promise<Message>((resolve) => waiting.set(id, resolve));
    child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`);
    return answered;
  };
  const clientInfo = { name: 'bench', version: '1' };
  await request('initialize', { protocolVersion: '2024-11-05', capabilities: {}, clientInfo });
  child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' })}\n`);
  return {
    call: async (tool, values) => {
      const start = performance.now();
      const { result, error } = await request('tools/call', { name: tool, arguments: values });
      if (result === undefined) throw new Error(`${tool}: ${error?.message ?? 'no result'}`);
      return { ms: performance.now() - start, result };
    },
    close: () => child.kill(),
  };
}

interface Message {
  readonly id?: number;
  readonly result?: ToolResult;
  readonly error?: { readonly message: string };
}
