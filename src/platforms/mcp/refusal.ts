import type { ServerResponse } from 'node:http';

/** Why a request is not answered, before the protocol has a say. */
export interface Refusal {
  readonly status: number;
  /** Of JSON-RPC: https://www.jsonrpc.org/specification#error_object */
  readonly code: number;
  /** What is wrong and what to do, to whoever set up the client. */
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Codes of JSON-RPC; `server` is what MCP's own SDKs answer where HTTP says what is wrong. */
export const CODE = { parse: -32_700, invalid: -32_600, internal: -32_603, server: -32_000 } as const;

/** Answers with a refusal, as an error of JSON-RPC to no request in particular. */
export function refuse(response: ServerResponse, { status, code, message, headers }: Refusal): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(JSON.stringify({ jsonrpc: '2.0', error: { code, message }, id: null }));
}
