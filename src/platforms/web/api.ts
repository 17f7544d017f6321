import express, { Router } from 'express';
import type { RequestHandler, Response } from 'express';
import type { QueryCore } from '../../core/query.ts';
import type { FailureReply, Reply } from '../../core/reply.ts';
import { readAskBody } from './ask-body.ts';
import { readCommand } from './command.ts';
import { refuse } from './wire.ts';
import type { Suggestions } from './wire.ts';

const BODY_LIMIT = '100kb';
const SUGGESTIONS = 6;

const FAILURE_STATUS: Readonly<Record<FailureReply['reason'], number>> = {
  'not-ready': 503,
  gone: 404,
  failed: 500,
};

/** What the page asks for; every answer is a `Reply` of the core as JSON, or a `Refusal`. */
export function apiRoutes(core: QueryCore): Router {
  const router = Router();
  router.use((_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  router.post('/ask', requireJson, express.json({ limit: BODY_LIMIT }), ask(core));
  router.all('/ask', (_request, response) => {
    response.status(405).set('Allow', 'POST').json(refuse('', 'ask with POST and a JSON body'));
  });
  router.get('/help', (_request, response) => sendReply(response, core.help()));
  router.get('/section/:id', (request, response) => sendReply(response, core.show(request.params.id)));
  router.get('/suggest', suggest(core));
  return router;
}

/** Asking for JSON keeps pages of other origins out: they cannot send it without a preflight. */
const requireJson: RequestHandler = (request, response, next) => {
  if (request.is('application/json')) next();
  else response.status(415).json(refuse('', 'send the body as Content-Type: application/json'));
};

function ask(core: QueryCore): RequestHandler {
  return (request, response) => {
    const names = core.help().collections.map((collection) => collection.name);
    const body = readAskBody(request.body, names);
    if ('error' in body) {
      response.status(400).json(body);
      return;
    }
    const command = readCommand(body.query);
    if (command.kind === 'help') {
      sendReply(response, core.help());
      return;
    }
    const { collections, page } = body;
    const about = {
      id: '',
      platform: 'web',
      workspace: '',
      place: '',
      asker: '',
      visibility: 'private',
      collections,
    } as const;
    sendReply(response, core.ask({ text: command.text, ...about }, page));
  };
}

function suggest(core: QueryCore): RequestHandler {
  return (request, response) => {
    const text = request.query['q'];
    if (typeof text !== 'string') {
      response.status(400).json(refuse('q', 'must be given once: what has been typed'));
      return;
    }
    const command = readCommand(text);
    const options = { limit: SUGGESTIONS, collections: [] };
    const found = command.kind === 'help' ? [] : core.suggest(command.text, options);
    const body: Suggestions = {
      suggestions: found.map(({ section }) => ({
        id: section.id,
        heading: section.heading,
        trail: section.trail,
        url: section.url,
      })),
    };
    response.json(body);
  };
}

function sendReply(response: Response, reply: Reply): void {
  const status = reply.kind === 'failure' ? FAILURE_STATUS[reply.reason] : 200;
  response.status(status).type('json').send(JSON.stringify(reply, withoutPositions));
}

/** Nobody reads the places of the excerpt's nodes, and they are most of the bytes. */
function withoutPositions(key: string, value: unknown): unknown {
  return key === 'position' ? undefined : value;
}
