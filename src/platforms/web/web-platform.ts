import express from 'express';
import type { Express, RequestHandler } from 'express';
import { createServer } from 'node:http';
import type { Platform } from '../../core/platform.ts';
import type { Log } from '../../log.ts';
import type { ApiOptions } from './api-options.ts';
import { apiRoutes } from './api.ts';
import { healthRoutes } from './health.ts';
import type { Health } from './health.ts';
import { close, listen, urlOf } from './listening.ts';
import { pageRoutes } from './page-files.ts';
import { notFound, refuseOrFail } from './refusals.ts';
import { securityHeaders } from './security-headers.ts';

/** How long a client may take to send its request, in milliseconds. */
const REQUEST_TIMEOUT = 30_000;

export interface WebOptions extends ApiOptions {
  readonly log: Log;
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  /** Whose docs these are; the page's title. */
  readonly title: string;
  /** Where the built chat page is. */
  readonly pageFolder: string;
  readonly version: string;
  readonly health: () => Health;
  /** What other platforms serve here, such as Slack's endpoints; they read bodies themselves. */
  readonly routes: readonly RequestHandler[];
}

export interface WebPlatform extends Platform {
  /** Where to open the page; with the real port once started. */
  readonly url: string;
}

/** The chat page, its API and health, on one HTTP server. */
export function createWebPlatform(options: WebOptions): WebPlatform {
  const server = createServer({ requestTimeout: REQUEST_TIMEOUT }, createWebApp(options));
  let stopped = Promise.resolve();
  return {
    name: 'web',
    get url() {
      return urlOf(server, options);
    },
    start: () => listen(server, options),
    stop: () => {
      if (server.listening) stopped = close(server);
      return stopped;
    },
  };
}

/** Bodies are parsed by the routes that want them, so that others can check signatures over the raw bytes. */
function createWebApp(options: WebOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use(securityHeaders);
  app.use(healthRoutes(options));
  for (const route of options.routes) app.use(route);
  app.use('/api', apiRoutes(options));
  app.use(pageRoutes(options));
  app.use(notFound);
  app.use(refuseOrFail(options.log));
  return app;
}
