import { Router } from 'express';

export interface Health {
  /** True once the index answers questions. */
  readonly ready: boolean;
  /** What else a person who looks wants to know; it is public. */
  readonly detail: Readonly<Record<string, unknown>>;
}

/** `GET /healthz`: the process lives; `GET /readyz`: it answers questions, else 503. */
export function healthRoutes(options: { health: () => Health; version: string }): Router {
  const router = Router();
  router.get(['/healthz', '/readyz'], (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  router.get('/healthz', (_request, response) => {
    response.json({ ok: true, version: options.version });
  });
  router.get('/readyz', (_request, response) => {
    const { ready, detail } = options.health();
    response.status(ready ? 200 : 503).json({ ...detail, ready });
  });
  return router;
}
