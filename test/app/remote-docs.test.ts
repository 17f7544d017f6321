import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createMirrors } from '../../src/app/collection-mirrors.ts';
import type { Mirrors } from '../../src/app/collection-mirrors.ts';
import { createApp } from '../../src/app/docs-app.ts';
import type { App } from '../../src/app/docs-app.ts';
import { loadConfig } from '../../src/config/load.ts';
import { readSecrets } from '../../src/config/secrets.ts';
import { describeProblem } from '../../src/core/problem.ts';
import { createLog } from '../../src/log.ts';
import { gitRepository, gitServer } from '../fakes/git-server.ts';
import { loopbackServer, routing, sending } from '../fakes/loopback-server.ts';
import { folderWith } from '../folders.ts';

const POLL = { timeout: 60_000, interval: 20 };

interface Remote {
  readonly app: App;
  readonly mirrors: Mirrors;
}

/** The app of a config whose one collection has a source, and what keeps it current. */
async function remote(source: string, folder: string): Promise<Remote> {
  const result = await loadConfig(join(folder, 'signpost.yaml'));
  if (result.kind === 'problems') throw new Error(result.problems.map(describeProblem).join('\n'));
  const log = createLog({ level: 'silent', secrets: [], destination: { write: () => undefined } });
  const { environment } = readSecrets({ PATH: process.env['PATH'] });
  const options = { ...result, environment, version: '0', log, onProgress: () => undefined };
  const mirrors = createMirrors(options);
  if (mirrors === undefined) throw new Error(`nothing of ${source} lies elsewhere`);
  const app = await createApp({
    ...result,
    log,
    onProgress: () => undefined,
    snapshot: true,
    thread: false,
    mirrors,
    questions: undefined,
    entries: () => undefined,
  });
  onTestFinished(() => app.close());
  return { app, mirrors };
}

function configOf(source: string): string {
  const collection = `{name: docs, source: ${source}, site: {url: https://animals.example}}`;
  return `title: Animals\ndata: data\ncollections: [${collection}]\n`;
}

function urls({ pages }: App): string[] {
  return pages.flatMap(({ sections }) => sections.map(({ url }) => url)).sort();
}

test('a git repository is answered from, follows a push, and stays when it is gone', async () => {
  const repository = await gitRepository({
    'docs/zebra.md': '# Zebra\n\n## Food\n\nGrass.\n',
    'other.md': 'x',
  });
  let isGone = false;
  const server = await gitServer(repository, (_request, response) => {
    if (isGone) response.writeHead(500).end();
    return isGone;
  });
  const source = `{git: '${server.url}', path: docs, private: true}`;
  const folder = await folderWith({ 'signpost.yaml': configOf(source) });
  const { app, mirrors } = await remote(source, folder);
  await app.open();
  expect(urls(app)).toEqual(['https://animals.example/zebra', 'https://animals.example/zebra#food']);
  await app.watch();
  await repository.commit({ 'docs/lion.md': '# Lion\n\nA mane.\n' }, ['docs/zebra.md']);
  expect(mirrors.trigger('docs')).toBe(true);
  await vi.waitFor(() => expect(urls(app)).toEqual(['https://animals.example/lion']), POLL);
  isGone = true;
  mirrors.trigger('docs');
  await vi.waitFor(() => expect(mirrors.failing()).toHaveLength(1), POLL);
  expect(urls(app)).toEqual(['https://animals.example/lion']);
  expect(app.problems().map(({ message }) => message)[0]).toMatch(
    /what was read before is served: .*127\.0\.0\.1/u,
  );
  await app.close();
  const again = await remote(source, folder);
  await again.app.open();
  expect(urls(again.app)).toEqual(['https://animals.example/lion']);
});

test('the pages of a sitemap are answered from, with the ids that they really have', async () => {
  const page =
    '<!doctype html><title>Zebra | Animals</title><nav>Home</nav><main><h1>Zebra</h1><p>Stripes.</p>' +
    '<h2 id="what-it-eats">Food</h2><p>Grass.</p></main>';
  const html = { 'content-type': 'text/html' };
  const routes: Record<string, ReturnType<typeof sending>> = { '/docs/zebra/': sending(page, html) };
  const server = await loopbackServer(routing(routes));
  routes['/sitemap.xml'] = sending(
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>${server.origin}/docs/zebra/</loc></url></urlset>`,
    { 'content-type': 'application/xml' },
  );
  const source = `{sitemap: '${server.origin}/sitemap.xml', private: true}`;
  const { app } = await remote(source, await folderWith({ 'signpost.yaml': configOf(source) }));
  await app.open();
  expect(urls(app)).toEqual([`${server.origin}/docs/zebra/`, `${server.origin}/docs/zebra/#what-it-eats`]);
  expect(app.pages[0]).toMatchObject({ title: 'Zebra', locale: 'en' });
});

test('llms-full.txt is answered from, and one that cannot be read is told and no page', async () => {
  const text = '# Zebra\nSource: https://animals.example/zebra\n\nStripes.\n\n## Food\n\nGrass.\n';
  const server = await loopbackServer(
    routing({ '/llms-full.txt': sending(text, { 'content-type': 'text/plain' }) }),
  );
  const source = `{llms: '${server.origin}/llms-full.txt', private: true}`;
  const { app } = await remote(source, await folderWith({ 'signpost.yaml': configOf(source) }));
  await app.open();
  expect(urls(app)).toContain('https://animals.example/zebra#food');
  const missing = `{llms: '${server.origin}/llms.txt', private: true}`;
  const broken = await remote(missing, await folderWith({ 'signpost.yaml': configOf(missing) }));
  await broken.app.open();
  expect(broken.app.pages).toEqual([]);
  expect(broken.app.problems()).toMatchObject([{ severity: 'error', collection: 'docs', file: '' }]);
});
