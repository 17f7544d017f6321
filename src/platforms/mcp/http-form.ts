import type { IncomingMessage } from 'node:http';
import { CODE } from './refusal.ts';
import type { Refusal } from './refusal.ts';

const ONLY_POST: Refusal = {
  status: 405,
  code: CODE.server,
  message: 'Method not allowed: send requests with POST; there is no stream to open and no session to end',
  headers: { Allow: 'POST' },
};
const ONLY_JSON: Refusal = {
  status: 415,
  code: CODE.server,
  message: 'Unsupported Media Type: send the body as Content-Type: application/json',
};
const JSON_ONLY: Refusal = {
  status: 406,
  code: CODE.server,
  message: 'Not Acceptable: send Accept: application/json, text/event-stream',
};

/** Why a request is refused by how it is sent. */
export function formRefusal({ method, headers }: IncomingMessage): Refusal | undefined {
  if (method !== 'POST') return ONLY_POST;
  const isJson = /^application\/json *(?:;|$)/iu.test(headers['content-type'] ?? '');
  if (!isJson || headers['content-encoding'] !== undefined) return ONLY_JSON;
  const takesJson = /(?:application|\*)\/(?:json|\*)/iu.test(headers.accept ?? '*/*');
  return takesJson ? undefined : JSON_ONLY;
}

/** Revisions that know batches of messages; they name themselves, but for the first, which need not. */
const WITH_BATCHES: ReadonlySet<unknown> = new Set([undefined, '2024-11-05', '2025-03-26']);

/** Why a batch is refused: from 2025-06-18 on there are none (https://modelcontextprotocol.io/specification/2025-06-18/changelog). */
export function batchRefusal({ headers }: IncomingMessage, body: unknown): Refusal | undefined {
  if (!Array.isArray(body)) return undefined;
  if (body.length === 0) return invalid('the batch is empty');
  const isKnown = WITH_BATCHES.has(headers['mcp-protocol-version']);
  return isKnown ? undefined : invalid('this revision of MCP has no batches; send one message a request');
}

function invalid(message: string): Refusal {
  return { status: 400, code: CODE.invalid, message: `Invalid Request: ${message}` };
}

/** How many messages of JSON-RPC a body holds. */
export function messagesIn(body: unknown): number {
  return Array.isArray(body) ? body.length : 1;
}
