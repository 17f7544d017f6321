import type { Environment } from '../config/secrets.ts';
import type { Problem } from '../core/problem.ts';
import { isLoopback } from '../platforms/mcp/loopback.ts';

export interface McpCheck {
  readonly lines: readonly string[];
  readonly problems: readonly Problem[];
}

/** Who is served at `/mcp`, and what to do where nobody is; `told` is what is wrong with the environment already. */
export function checkMcp({ host, tokens: { mcpToken } }: Environment, told: readonly Problem[]): McpCheck {
  if (mcpToken !== undefined) return { lines: ['MCP: at /mcp, for who sends MCP_TOKEN'], problems: [] };
  if (isLoopback(host)) return { lines: ['MCP: at /mcp, for programs of this machine'], problems: [] };
  const isTold = told.some(({ message }) => message.startsWith('MCP_TOKEN'));
  return { lines: ['MCP: not at /mcp, see below'], problems: isTold ? [] : [closed(host)] };
}

function closed(host: string): Problem {
  return {
    severity: 'warning',
    collection: '',
    file: '',
    line: 0,
    message: `nobody is answered at /mcp, since others can reach HOST ${host} and MCP_TOKEN is not set`,
    remedy: 'set MCP_TOKEN, such as to what `openssl rand -hex 32` prints, or HOST to 127.0.0.1',
  };
}
