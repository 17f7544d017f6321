import { Router } from 'express';
import type { Response } from 'express';
import type { Reply } from '../../core/reply.ts';
import { withNotableVersions } from '../notable-versions.ts';
import type { ApiOptions } from './api-options.ts';
import { replyTo } from './asking.ts';
import { languageOf } from './language-of.ts';
import { jsonBody, onlyPost, statusOf } from './sending.ts';
import { refuse } from './wire.ts';
import type { Refusal } from './wire.ts';

/** What the rest of the API answers, as the message that the platform of that name would get. */
export function previewRoutes(options: ApiOptions): Router {
  const { core, command } = options;
  const router = Router();
  const send = senderOf(options);
  router.post('/:name', ...jsonBody);
  router.post('/:name', (request, response) =>
    send(response, request.params.name, () =>
      replyTo(request.body, { core, command, platform: 'preview', locale: languageOf(request, core.help()) }),
    ),
  );
  router.all('/:name', onlyPost);
  router.get('/:name/help', (request, response) => send(response, request.params.name, () => core.help()));
  router.get('/:name/section/:id', (request, response) =>
    send(response, request.params.name, () => core.show(request.params.id)),
  );
  return router;
}

type Send = (response: Response, name: string, reply: () => Reply | Refusal) => void;

function senderOf({ core, previews }: ApiOptions): Send {
  return (response, name, ask) => {
    const preview = previews.find((one) => one.name === name);
    if (preview === undefined) {
      const names = previews.map((one) => one.name).join(', ');
      const known = names === '' ? 'nor any other' : `only ${names}`;
      response.status(404).json(refuse('', `there is no preview ${JSON.stringify(name)}, ${known}`));
      return;
    }
    const reply = ask();
    if ('error' in reply) response.status(400).json(reply);
    else response.status(statusOf(reply)).json(preview.render(withNotableVersions(reply, core.help())));
  };
}
