import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

/** An MCP server on the streams of a child process. */
export interface PeerServer {
  /** Calls a tool, and resolves to what came back, in milliseconds. */
  time(tool: string, args: Readonly<Record<string, unknown>>): Promise<number>;
  close(): void;
}

/** The server of the package that the default corpus comes from, as its users run it. */
export async function startPeerServer(packageName: string): Promise<PeerServer> {
  const program = createRequire(import.meta.url).resolve(packageName);
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'ignore'] });
  const waiting = new Map<number, () => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { id } = JSON.parse(line) as { id?: number };
    waiting.get(id ?? -1)?.();
  });
  let last = 0;
  const call = (method: string, params: object): Promise<void> => {
    last += 1;
    const id = last;
    const answered = new Promise<void>((resolve) => waiting.set(id, resolve));
    child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`);
    return answered;
  };
  const clientInfo = { name: 'bench', version: '1' };
  await call('initialize', { protocolVersion: '2024-11-05', capabilities: {}, clientInfo });
  child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' })}\n`);
  return {
    time: async (tool, args) => {
      const start = performance.now();
      await call('tools/call', { name: tool, arguments: args });
      return performance.now() - start;
    },
    close: () => child.kill(),
  };
}
