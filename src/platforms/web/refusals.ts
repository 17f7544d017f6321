import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Log } from '../../log.ts';
import { refuse } from './wire.ts';

const NOT_FOUND = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Not found</title>
<h1>There is no such page</h1><p><a href="/">Ask a question instead</a></p></html>
`;

/** What Express and body-parser call an error that the client made, and how we put it. */
const MESSAGES: Readonly<Record<string, string>> = {
  'entity.too.large': 'the body is over 100 kB; ask a shorter question',
  'entity.parse.failed': 'the body is not valid JSON',
  'encoding.unsupported': 'the content encoding is not supported; send it as it is, or as gzip',
  'charset.unsupported': 'the charset is not supported; send UTF-8',
};

/** 404, as HTML for a browser and as JSON for everybody else. */
export const notFound: RequestHandler = (request, response) => {
  const wantsHtml = !request.path.startsWith('/api/') && request.accepts(['json', 'html']) === 'html';
  response.status(404);
  if (wantsHtml) response.type('html').send(NOT_FOUND);
  else response.json(refuse('', `there is nothing at ${request.method} ${request.path}`));
};

/** The client's mistakes with a word on what to mend; ours with the cause in the log and none in the response. */
export function refuseOrFail(log: Log): ErrorRequestHandler {
  // oxlint-disable-next-line max-params -- Express knows an error handler by its four parameters
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const { status, type } = clientError(error);
    if (status < 500) {
      response.status(status).json(refuse('', MESSAGES[type] ?? 'the request is malformed'));
      return;
    }
    log.error({ err: error, method: request.method, path: request.path }, 'request failed');
    response.status(500).json(refuse('', 'something went wrong on our side; it is in the log'));
  };
}

function clientError(error: unknown): { status: number; type: string } {
  if (!(error instanceof Error)) return { status: 500, type: '' };
  const status = 'status' in error && typeof error.status === 'number' ? error.status : 500;
  return { status, type: 'type' in error && typeof error.type === 'string' ? error.type : '' };
}
