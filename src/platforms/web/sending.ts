import express from 'express';
import type { RequestHandler, Response } from 'express';
import type { FailureReply, Reply } from '../../core/reply.ts';
import { refuse } from './wire.ts';

const BODY_LIMIT = '100kb';

const FAILURE_STATUS: Readonly<Record<FailureReply['reason'], number>> = {
  'not-ready': 503,
  gone: 404,
  failed: 500,
  'no-version': 404,
};

/** The status of a response that carries the reply, in whatever form. */
export function statusOf(reply: Reply): number {
  return reply.kind === 'failure' ? FAILURE_STATUS[reply.reason] : 200;
}

/** Sends a reply as JSON. */
export function sendReply(response: Response, reply: Reply): void {
  response.status(statusOf(reply)).type('json').send(JSON.stringify(reply, withoutPositions));
}

/** Nobody reads the places of the excerpt's nodes, and they are most of the bytes. */
function withoutPositions(key: string, value: unknown): unknown {
  return key === 'position' ? undefined : value;
}

/** Asking for JSON keeps pages of other origins out: they cannot send it without a preflight. */
const requireJson: RequestHandler = (request, response, next) => {
  if (request.is('application/json')) next();
  else response.status(415).json(refuse('', 'send the body as Content-Type: application/json'));
};

/** Reads a body of JSON, of at most 100 kB. */
export const jsonBody: readonly RequestHandler[] = [requireJson, express.json({ limit: BODY_LIMIT })];

/** Tells whoever used another method how to ask. */
export const onlyPost: RequestHandler = (_request, response) => {
  response.status(405).set('Allow', 'POST').json(refuse('', 'ask with POST and a JSON body'));
};
