import express, { Router } from 'express';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PreviewName } from './wire.ts';

const NOT_BUILT = 'The chat page is not built: run `npm run build`, then reload. POST /api/ask works.\n';

export interface PageOptions {
  readonly pageFolder: string;
  readonly title: string;
  readonly previews: readonly PreviewName[];
}

/** The built chat page. Files in `assets/` carry a hash in their names, so they may be kept for ever. */
export function pageRoutes(options: PageOptions): Router {
  const router = Router();
  router.get(['/', '/index.html'], async (_request, response) => {
    const html = await readIndex(options.pageFolder);
    response.set('Cache-Control', 'no-cache');
    if (html === undefined) response.status(503).type('text').send(NOT_BUILT);
    else response.type('html').send(fill(html, options));
  });
  const assets = { immutable: true, maxAge: '1y', index: false, fallthrough: true } as const;
  router.use('/assets', express.static(join(options.pageFolder, 'assets'), assets));
  router.use(express.static(options.pageFolder, { index: false, redirect: false, maxAge: '1h' }));
  return router;
}

async function readIndex(folder: string): Promise<string | undefined> {
  try {
    return await readFile(join(folder, 'index.html'), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function fill(html: string, { title, previews }: PageOptions): string {
  const names = previews.map(({ name, title }): PreviewName => ({ name, title }));
  const values: Readonly<Record<string, string>> = { title, previews: JSON.stringify(names) };
  return html.replace(/\{\{(\w+)\}\}/gu, (whole, key: string) => escapeHtml(values[key] ?? whole));
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/gu, (character) => ENTITIES[character] ?? character);
}
