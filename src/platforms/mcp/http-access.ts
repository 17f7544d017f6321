import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { isLoopback } from './loopback.ts';
import { CODE } from './refusal.ts';
import type { Refusal } from './refusal.ts';

export interface AccessOptions {
  /** What every client has to send; undefined where none has to. */
  readonly token: string | undefined;
  /** The address that the server listens on. */
  readonly host: string;
  /** Origins of pages that may ask, beside those of this machine and the server's own. */
  readonly origins: readonly string[];
}

/** Who may ask. */
export interface Access {
  /** False where the server is open to others and nothing tells friend from foe: then nobody may ask. */
  readonly isOpen: boolean;
  /** Why a request is turned away by where it comes from. */
  admit(headers: IncomingHttpHeaders): Refusal | undefined;
  /** Why a request is turned away by its token. */
  authorise(headers: IncomingHttpHeaders): Refusal | undefined;
}

/** What to do where `isOpen` is false. */
export const SET_TOKEN = 'set MCP_TOKEN on the server, or HOST to 127.0.0.1';

const CLOSED = forbidden(`MCP is not served here, since others can reach this server: ${SET_TOKEN}`);

/** Rules of https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http#security-warning */
export function createAccess({ token, host, origins }: AccessOptions): Access {
  const isLocal = isLoopback(host);
  const isOpen = isLocal || token !== undefined;
  const known = new Set(origins.map(normalised));
  return {
    isOpen,
    admit: (headers) => {
      if (isLocal && !isLoopback(nameOf(headers.host))) return STRANGE_HOST;
      if (!mayRead(headers, known)) return STRANGE_ORIGIN;
      return isOpen ? undefined : CLOSED;
    },
    authorise: ({ authorization }) => {
      if (token === undefined || isSame(bearerOf(authorization), token)) return undefined;
      return authorization === undefined ? NO_TOKEN : WRONG_TOKEN;
    },
  };
}

const STRANGE_HOST = forbidden('this server is asked by the name localhost or 127.0.0.1 only');
const STRANGE_ORIGIN = forbidden('pages of this origin may not ask: add it to mcp.origins in the config');
const NO_TOKEN = unauthorised('send the token of this server: Authorization: Bearer TOKEN', '');
const WRONG_TOKEN = unauthorised('this is not the token of this server', ', error="invalid_token"');

function forbidden(message: string): Refusal {
  return { status: 403, code: CODE.server, message };
}

function unauthorised(message: string, reason: string): Refusal {
  const headers = { 'WWW-Authenticate': `Bearer realm="signpost"${reason}` };
  return { status: 401, code: CODE.server, message, headers };
}

/** A page of another site that has its name lead here still sends that name: https://en.wikipedia.org/wiki/DNS_rebinding */
function nameOf(host: string | undefined): string {
  return /^(\[[\da-f:.]+\]|[\w.-]+)(?::\d+)?$/iu.exec(host ?? '')?.[1] ?? '';
}

/** Programs send no origin. The server's own is that of its `Host`, whatever a proxy does to the scheme. */
function mayRead({ origin, host }: IncomingHttpHeaders, known: ReadonlySet<string>): boolean {
  if (origin === undefined || known.has(normalised(origin))) return true;
  if (!/^https?:\/\/[^/]+$/iu.test(origin) || !URL.canParse(origin)) return false;
  const url = new URL(origin);
  return isLoopback(url.hostname) || url.host === host?.toLowerCase();
}

/** Origins are compared as browsers write them: without the scheme's own port. */
function normalised(origin: string): string {
  const isWeb = /^https?:/iu.test(origin) && URL.canParse(origin);
  return isWeb ? new URL(origin).origin : origin.toLowerCase();
}

function bearerOf(authorization: string | undefined): string {
  return /^Bearer +(\S+) *$/iu.exec(authorization ?? '')?.[1] ?? '';
}

/** Takes the same time however much of it is right. */
function isSame(given: string, token: string): boolean {
  return timingSafeEqual(digestOf(given), digestOf(token));
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
