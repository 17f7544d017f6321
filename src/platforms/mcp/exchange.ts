import {
  createMcpHandler,
  isLegacyRequest,
  WebStandardStreamableHTTPServerTransport,
} from '@modelcontextprotocol/server';
import type { McpHttpHandler, McpServer } from '@modelcontextprotocol/server';
import type { Log } from '../../log.ts';
import { CODE } from './refusal.ts';

export interface ExchangeOptions {
  /** A server for one request, or one stream of news. */
  readonly create: () => McpServer;
  readonly log: Log;
  /** Milliseconds that a request may take. */
  readonly patience: number;
}

/** One request and its response, in either era of the protocol; nothing is kept between them. */
export type Exchange = Pick<McpHttpHandler, 'fetch' | 'close'>;

/** Streams that tell of changes, for clients of 2026-07-28; each keeps a connection. */
const MOST_STREAMS = 100;

/**
 * Serves clients of 2026-07-28 by the SDK, and those of 2025-11-25 and before each with a server for one request, and in plain
 * JSON, where the SDK would open a stream of one event.
 */
export function createExchange({ create, log, patience }: ExchangeOptions): Exchange {
  const report = (error: Error): void => log.debug({ reason: error.message }, 'a request of MCP was refused');
  const made = (): McpServer => {
    try {
      return create();
    } catch (error) {
      log.error({ err: error }, 'MCP cannot be served');
      throw error;
    }
  };
  const modern = createMcpHandler(made, {
    legacy: 'reject',
    maxSubscriptions: MOST_STREAMS,
    onerror: report,
  });
  const legacy = async (request: Request, parsedBody: unknown): Promise<Response> => {
    const server = made();
    // oxlint-disable-next-line unicorn/prefer-add-event-listener -- a server of the SDK has no other
    server.server.onerror = report;
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
    await server.connect(transport);
    const end = endOf(request.signal, patience);
    try {
      return await Promise.race([
        transport.handleRequest(takingStreams(request), { parsedBody }),
        end.reached,
      ]);
    } finally {
      end.cancel();
      await server.close();
    }
  };
  return {
    fetch: async (request, { parsedBody } = {}) =>
      (await isLegacyRequest(request, parsedBody))
        ? legacy(request, parsedBody)
        : modern.fetch(request, { parsedBody }),
    close: () => modern.close(),
  };
}

/** The SDK wants clients to take streams too, which none of these gets. */
function takingStreams(request: Request): Request {
  const headers = new Headers(request.headers);
  headers.set('Accept', 'application/json, text/event-stream');
  return new Request(request, { headers });
}

/** The response to who has gone, or who waits for what never comes, such as the answer to a request that it has cancelled. */
function endOf(gone: AbortSignal, patience: number): { reached: Promise<Response>; cancel: () => void } {
  const ending = new AbortController();
  const reached = new Promise<Response>((resolve) => {
    ending.signal.addEventListener('abort', () => resolve(noAnswer()), { once: true });
  });
  const end = (): void => ending.abort();
  const timer = setTimeout(end, patience);
  gone.addEventListener('abort', end, { once: true });
  return { reached, cancel: () => clearTimeout(timer) };
}

function noAnswer(): Response {
  const error = { code: CODE.internal, message: 'there is no answer to this' };
  return Response.json({ jsonrpc: '2.0', error, id: null }, { status: 504 });
}
