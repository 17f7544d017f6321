import { toNodeHandler } from '@modelcontextprotocol/node';
import type { McpServer } from '@modelcontextprotocol/server';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '../../log.ts';
import { Allowance } from '../allowance.ts';
import type { AllowanceOptions } from '../allowance.ts';
import { clientOf } from './client-address.ts';
import { createExchange } from './exchange.ts';
import { createAccess, SET_TOKEN } from './http-access.ts';
import type { Access } from './http-access.ts';
import { readBody } from './http-body.ts';
import { allow, letRead } from './cross-origin.ts';
import { batchRefusal, formRefusal, messagesIn } from './http-form.ts';
import { CODE, refuse } from './refusal.ts';
import type { Refusal } from './refusal.ts';

export interface McpRouteOptions {
  /** A server for one request, or one stream of news. */
  readonly create: () => McpServer;
  /** The bearer token that clients must send; undefined where they need none. */
  readonly token: string | undefined;
  /** The address that the web server listens on; where it is not this machine's own, a token is needed. */
  readonly host: string;
  /** Origins of pages that may ask, beside those of this machine and the server's own. */
  readonly origins: readonly string[];
  /** Requests of one client. */
  readonly limit: AllowanceOptions;
  readonly now: () => Date;
  readonly log: Log;
  /** Milliseconds that a request may take; a minute by default. */
  readonly patience?: number;
}

export interface McpRoute {
  /** False where everybody is refused, for want of a token. */
  readonly isOpen: boolean;
  /** Answers what is sent to `/mcp`, and that there is nothing below it; everything else goes to `next`. */
  handle(request: IncomingMessage, response: ServerResponse, next: () => void): void;
  /** Ends the streams; resolves once they have ended. */
  close(): Promise<void>;
}

const PATH = '/mcp';
const PATIENCE = 60_000;

/** MCP over streamable HTTP, for clients of both eras: plain JSON, and nothing kept between requests. */
export function createMcpRoute({ patience = PATIENCE, ...options }: McpRouteOptions): McpRoute {
  const access = createAccess(options);
  if (!access.isOpen)
    options.log.warn(`MCP is not served at ${PATH}, since others can reach this server: ${SET_TOKEN}`);
  const exchange = createExchange({ ...options, patience });
  const serve = toNodeHandler(exchange, { onerror: (error) => options.log.error({ err: error }, FAILED) });
  const gate = { access, take: takingOf(options), serve };
  return {
    isOpen: access.isOpen,
    handle: (request, response, next) => {
      const path = request.url?.split('?', 1)[0] ?? '';
      if (path !== PATH && !path.startsWith(`${PATH}/`)) next();
      else answer({ request, response, isHere: path === PATH }, gate).catch(failing(response, options.log));
    },
    close: () => exchange.close(),
  };
}

const FAILED = 'a request of MCP failed';

/** Who goes before their request is read is no failure. */
function failing(response: ServerResponse, log: Log): (error: unknown) => void {
  return (error) => {
    if (response.destroyed) return;
    log.error({ err: error }, FAILED);
    if (!response.headersSent) refuse(response, BROKEN);
  };
}

const BROKEN: Refusal = { status: 500, code: CODE.internal, message: 'Internal error; it is in the log' };

interface Gate {
  readonly access: Access;
  /** Takes some requests of a client's. */
  readonly take: (request: IncomingMessage, count: number) => Refusal | undefined;
  readonly serve: ReturnType<typeof toNodeHandler>;
}

interface Asked {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly isHere: boolean;
}

async function answer({ request, response, isHere }: Asked, gate: Gate): Promise<void> {
  response.setHeader('Cache-Control', 'no-store');
  const stranger = gate.access.admit(request.headers);
  if (stranger !== undefined) return refuse(response, stranger);
  letRead(request, response);
  if (!isHere) return refuse(response, NOT_FOUND);
  if (request.method === 'OPTIONS') return allow(response);
  const refusal = gate.take(request, 1) ?? gate.access.authorise(request.headers) ?? formRefusal(request);
  if (refusal !== undefined) return refuse(response, refusal);
  const body = await readBody(request);
  if (body.kind === 'refused') return refuse(response, body.refusal);
  const batch = batchRefusal(request, body.value) ?? gate.take(request, messagesIn(body.value) - 1);
  if (batch !== undefined) return refuse(response, batch);
  // Where it was sent is checked by now, and need not be an address.
  const headers = { ...request.headers, host: 'localhost' };
  const read = request[Symbol.asyncIterator].bind(request);
  return gate.serve(
    { method: 'POST', url: PATH, headers, [Symbol.asyncIterator]: read },
    response,
    body.value,
  );
}

const NOT_FOUND: Refusal = {
  status: 404,
  code: CODE.server,
  message: `there is nothing here, only at ${PATH}`,
};

/** Who sends `X-Forwarded-For` may write anything there, so it is not asked. */
function takingOf({ limit, now }: McpRouteOptions): Gate['take'] {
  const allowance = new Allowance(limit);
  return ({ socket }, count) => {
    const client = clientOf(socket.remoteAddress ?? '');
    for (let taken = 0; taken < count; taken += 1) {
      const wait = allowance.take(client, now());
      if (wait > 0) return tooMany(wait);
    }
    return undefined;
  };
}

function tooMany(seconds: number): Refusal {
  const message = `too many requests; ask again in ${seconds} s`;
  return { status: 429, code: CODE.server, message, headers: { 'Retry-After': String(seconds) } };
}
