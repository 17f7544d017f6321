import { Router } from 'express';
import type { RequestHandler } from 'express';
import type { ApiOptions } from './api-options.ts';
import { readTyped, replyTo, versionIn } from './asking.ts';
import { languageOf } from './language-of.ts';
import { previewRoutes } from './preview-routes.ts';
import { jsonBody, onlyPost, sendReply } from './sending.ts';
import { refuse } from './wire.ts';
import type { Suggestions } from './wire.ts';

const SUGGESTIONS = 6;

/** What the page asks for; every answer is a `Reply` of the core as JSON, or a `Refusal`. */
export function apiRoutes(options: ApiOptions): Router {
  const { core } = options;
  const router = Router();
  router.use((_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  router.post('/ask', ...jsonBody, ask(options));
  router.all('/ask', onlyPost);
  router.get('/help', (_request, response) => sendReply(response, core.help()));
  router.get('/section/:id', (request, response) => sendReply(response, core.show(request.params.id)));
  router.get('/suggest', suggest(options));
  router.use('/previews', previewRoutes(options));
  return router;
}

function ask({ core, command }: ApiOptions): RequestHandler {
  return (request, response) => {
    const locale = languageOf(request, core.help());
    const reply = replyTo(request.body, { core, command, platform: 'web', locale });
    if ('error' in reply) response.status(400).json(reply);
    else sendReply(response, reply);
  };
}

function suggest({ core, command }: ApiOptions): RequestHandler {
  return (request, response) => {
    const { q: text, version = '' } = request.query;
    if (typeof text !== 'string') {
      response.status(400).json(refuse('q', 'must be given once: what has been typed'));
      return;
    }
    if (typeof version !== 'string') {
      response.status(400).json(refuse('version', 'must be given once: a version of the docs'));
      return;
    }
    const typed = readTyped(text, { core, command });
    const found =
      typed.kind === 'ask'
        ? core.suggest(typed.text, {
            limit: SUGGESTIONS,
            collections: typed.collections,
            version: typed.version || versionIn(typed.collections, version.trim(), core),
            locale: languageOf(request, core.help()),
          })
        : [];
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
