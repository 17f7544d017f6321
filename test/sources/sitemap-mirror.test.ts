import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Mirror } from '../../src/core/mirror.ts';
import { createSitemapMirror } from '../../src/sources/sitemap-mirror.ts';
import type { SitemapMirrorOptions } from '../../src/sources/sitemap-mirror.ts';
import { loopbackServer, redirecting, sending } from '../fakes/loopback-server.ts';
import type { Answering, LoopbackServer } from '../fakes/loopback-server.ts';
import { folderWith } from '../folders.ts';
import { filesIn, syncOnce, testHttp } from './syncing.ts';

const HTML = { 'content-type': 'text/html; charset=utf-8' };

/** By path, which may be changed between syncs; others are not there. */
let routes: Map<string, Answering>;
let server: LoopbackServer;
let folder: string;
/** The seconds that were waited. */
let slept: number[];

beforeEach(async () => {
  routes = new Map();
  slept = [];
  folder = await folderWith({});
  server = await loopbackServer((request, response) => {
    const route = routes.get(request.url ?? '');
    if (route === undefined) response.writeHead(404).end();
    else route(request, response);
  });
  page('/docs/a', 'A');
  page('/docs/b', 'B');
  list('/docs/a', '/docs/b');
});

function page(path: string, text: string, headers: Readonly<Record<string, string>> = {}): void {
  routes.set(path, sending(html(text), { ...HTML, ...headers }));
}

function html(text: string): string {
  return `<!doctype html><title>${text}</title><main><h1>${text}</h1></main>`;
}

function list(...paths: readonly string[]): void {
  const urls = paths.map((path) => `<url><loc>${absolute(path)}</loc></url>`);
  routes.set('/sitemap.xml', sending(`<urlset>${urls.join('')}</urlset>`));
}

function absolute(path: string): string {
  return path.startsWith('http') ? path : `${server.origin}${path}`;
}

function copyOf(path: string, text: string): string {
  return `<base href="${server.origin}${path}">\n${html(text)}`;
}

function mirror(options: Partial<SitemapMirrorOptions> = {}): Mirror {
  return createSitemapMirror({
    url: `${server.origin}/sitemap.xml`,
    folder,
    paths: [],
    limit: 100,
    allowPrivate: true,
    http: testHttp(),
    sleep: async (seconds) => void slept.push(seconds),
    ...options,
  });
}

function asked(): string[] {
  return server.received.map(({ path }) => path);
}

describe('a first sync', () => {
  test('keeps the pages of the sitemap, each behind a line of its address', async () => {
    const docs = mirror();
    expect(await docs.hasCopy()).toBe(false);
    const progress: { done: number; total: number }[] = [];
    expect(await syncOnce(docs, progress)).toEqual({
      kind: 'synced',
      changed: ['docs/a.html', 'docs/b.html'],
      warnings: [],
    });
    expect(await filesIn(folder)).toEqual({
      'docs/a.html': copyOf('/docs/a', 'A'),
      'docs/b.html': copyOf('/docs/b', 'B'),
    });
    expect(await docs.hasCopy()).toBe(true);
    expect(progress.at(-1)).toEqual({ done: 2, total: 2 });
    expect(asked()).toEqual(['/sitemap.xml', '/robots.txt', '/docs/a', '/docs/b']);
    expect(server.received[2]?.headers['user-agent']).toBe('Signpost/1.2.3 (+ops@acme.example)');
  });

  test('follows an index of sitemaps, compressed or not', async () => {
    const index = ['/1.xml.gz', '/2.txt'].map((path) => `<sitemap><loc>${absolute(path)}</loc></sitemap>`);
    routes.set('/sitemap.xml', sending(`<sitemapindex>${index.join('')}</sitemapindex>`));
    routes.set(
      '/1.xml.gz',
      sending(gzipSync(`<urlset><url><loc>${absolute('/docs/a')}</loc></url></urlset>`)),
    );
    routes.set('/2.txt', sending(`${absolute('/docs/b')}\n`));
    expect(await syncOnce(mirror())).toMatchObject({ changed: ['docs/a.html', 'docs/b.html'] });
  });

  test('takes only pages of the same host that the globs choose, and no more than the limit', async () => {
    for (const path of ['/', '/docs', '/docs/c/d', '/blog/e']) page(path, path);
    list(
      '/',
      '/docs/',
      'https://evil.example/docs/x',
      'nonsense:',
      '/docs/c/d',
      '/docs/c/d#e',
      '/blog/e',
      '/docs/a',
    );
    page('/docs/', 'docs');
    expect(await syncOnce(mirror({ paths: ['/docs/**'], limit: 2 }))).toEqual({
      kind: 'synced',
      changed: ['docs.html', 'docs/c/d.html'],
      warnings: [`${server.origin}/sitemap.xml lists 3 pages, and limit takes the first 2 (raise limit)`],
    });
    expect(asked()).not.toContain('/blog/e');
  });

  test('keeps what is written in another charset as UTF-8, and nothing but HTML', async () => {
    const body = Buffer.from('<meta charset="iso-8859-1"><main>Grüße</main>', 'latin1');
    routes.set('/docs/a', sending(body, { 'content-type': 'text/html' }));
    routes.set('/docs/b', sending('%PDF', { 'content-type': 'application/pdf' }));
    expect(await syncOnce(mirror())).toMatchObject({ changed: ['docs/a.html'], warnings: [] });
    expect((await filesIn(folder))['docs/a.html']).toContain('Grüße');
  });

  test('fails where there is no sitemap, or none of pages', async () => {
    routes.delete('/sitemap.xml');
    expect(await syncOnce(mirror())).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('404'),
    });
    routes.set('/sitemap.xml', sending(html('Welcome')));
    expect(await syncOnce(mirror())).toMatchObject({ reason: `${server.origin}/sitemap.xml is no sitemap` });
    list('https://docs.acme.example/a');
    expect(await syncOnce(mirror())).toMatchObject({
      reason: expect.stringContaining('but of docs.acme.example'),
    });
    list('https://docs.acme.example/a', '/docs/a');
    expect(await syncOnce(mirror({ paths: ['/guide/**'] }))).toMatchObject({
      reason: `${server.origin}/sitemap.xml lists no page that paths of the source chooses, but such as /docs/a`,
      remedy: 'mend /guide/** in the config',
    });
    expect(await mirror().hasCopy()).toBe(false);
  });

  test('says of a page that is gone that the sitemap has it, since the config does not', async () => {
    routes.delete('/docs/b');
    list('/docs/a', '/docs/b', '/loop');
    routes.set('/loop', (_request, response) => void response.writeHead(302, { location: '/loop' }).end());
    expect(await syncOnce(mirror())).toMatchObject({
      changed: ['docs/a.html'],
      warnings: [
        `${absolute('/docs/b')} answers 404: nothing is there (the page is left out; the list of the site still has it)`,
        `${absolute('/loop')} redirects more than 5 times (the page is missing until it can be read)`,
      ],
    });
  });

  test('goes into no private network unless that is allowed', async () => {
    expect(await syncOnce(mirror({ allowPrivate: false }))).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('leads into a private network'),
    });
    expect(asked()).toEqual([]);
  });
});

describe('a further sync', () => {
  test('asks only whether pages have changed', async () => {
    routes.set('/docs/a', (request, response) => {
      const isKnown = request.headers['if-none-match'] === '"1"';
      response.writeHead(isKnown ? 304 : 200, { ...HTML, etag: '"1"' }).end(isKnown ? '' : html('A'));
    });
    page('/docs/b', 'B', { 'last-modified': 'Thu, 30 May 2024 12:00:00 GMT' });
    await syncOnce(mirror());
    page('/docs/b', 'B2');
    expect(await syncOnce(mirror())).toEqual({ kind: 'synced', changed: ['docs/b.html'], warnings: [] });
    expect(await filesIn(folder)).toEqual({
      'docs/a.html': copyOf('/docs/a', 'A'),
      'docs/b.html': copyOf('/docs/b', 'B2'),
    });
    const again = server.received.slice(-2);
    expect(again[0]?.headers['if-none-match']).toBe('"1"');
    expect(again[1]?.headers['if-modified-since']).toBe('Thu, 30 May 2024 12:00:00 GMT');
    expect(await syncOnce(mirror())).toMatchObject({ changed: [] });
  });

  test('forgets pages that left the sitemap or are gone', async () => {
    page('/docs/c', 'C');
    list('/docs/a', '/docs/b', '/docs/c');
    await syncOnce(mirror());
    list('/docs/b', '/docs/c');
    routes.delete('/docs/b');
    expect(await syncOnce(mirror())).toEqual({
      kind: 'synced',
      changed: ['docs/a.html', 'docs/b.html'],
      warnings: [expect.stringContaining(`${server.origin}/docs/b answers 404`)],
    });
    expect(Object.keys(await filesIn(folder))).toEqual(['docs/c.html']);
  });

  test('keeps the last copy of a page that fails, with a warning', async () => {
    await syncOnce(mirror());
    routes.set('/docs/a', (_request, response) => response.writeHead(500).end());
    expect(await syncOnce(mirror())).toEqual({
      kind: 'synced',
      changed: [],
      warnings: [expect.stringContaining(`${server.origin}/docs/a answers 500`)],
    });
    expect((await filesIn(folder))['docs/a.html']).toBe(copyOf('/docs/a', 'A'));
  });

  test.each([
    ['the sitemap fails', () => void routes.delete('/sitemap.xml')],
    ['it lists nothing', () => list()],
    ['no page is there', () => list('/gone/1', '/gone/2')],
    [
      'the site fails',
      () => {
        const paths = [1, 2, 3, 4, 5, 6].map((n) => `/broken/${n}`);
        for (const path of paths) routes.set(path, (_request, response) => response.writeHead(502).end());
        list('/docs/a', ...paths);
      },
    ],
    [
      'robots.txt asks to read nothing',
      () => void routes.set('/robots.txt', sending('User-agent: *\nDisallow: /')),
    ],
    [
      'robots.txt fails',
      () => void routes.set('/robots.txt', (_request, response) => response.writeHead(503).end()),
    ],
  ])('leaves all as it was where %s', async (_what, breaks) => {
    await syncOnce(mirror());
    const before = await filesIn(folder);
    breaks();
    expect(await syncOnce(mirror())).toMatchObject({ kind: 'failed' });
    expect(await filesIn(folder)).toEqual(before);
    expect(await mirror().hasCopy()).toBe(true);
    list('/docs/a', '/docs/b');
    routes.delete('/robots.txt');
    expect(await syncOnce(mirror())).toMatchObject({ kind: 'synced', changed: [] });
  });

  test('asks a site that fails no more than it must', async () => {
    const paths = Array.from({ length: 30 }, (_, n) => `/broken/${n}`);
    for (const path of paths) routes.set(path, (_request, response) => response.writeHead(502).end());
    list(...paths);
    await syncOnce(mirror());
    expect(asked().filter((path) => path.startsWith('/broken/'))).toHaveLength(5);
  });

  test('of another sitemap has no copy before', async () => {
    await syncOnce(mirror());
    const other = mirror({ url: `${server.origin}/other.xml` });
    expect(await other.hasCopy()).toBe(false);
    routes.set('/other.xml', sending(`<urlset><url><loc>${absolute('/docs/b')}</loc></url></urlset>`));
    expect(await syncOnce(other)).toEqual({ kind: 'synced', changed: ['docs/a.html'], warnings: [] });
    expect(await other.hasCopy()).toBe(true);
  });

  test('reads anew what somebody has deleted or broken', async () => {
    page('/docs/a', 'A', { etag: '"1"' });
    await syncOnce(mirror());
    await writeFile(join(folder, '.pages.json'), '[["broken');
    expect(await mirror().hasCopy()).toBe(false);
    expect(await syncOnce(mirror())).toMatchObject({ changed: ['docs/a.html', 'docs/b.html'] });
    expect(server.received.every(({ headers }) => headers['if-none-match'] === undefined)).toBe(true);
  });
});

test('what was broken off goes on where it was, and is seen only when it is whole', async () => {
  const stop = new AbortController();
  page('/docs/a', 'A', { etag: '"1"' });
  routes.set('/docs/b', (_request, response) => {
    stop.abort();
    response.socket?.destroy();
  });
  expect(await mirror().sync({ signal: stop.signal, onProgress: () => undefined })).toMatchObject({
    kind: 'failed',
  });
  expect(await filesIn(folder)).toEqual({});
  page('/docs/b', 'B');
  routes.set('/docs/a', (_request, response) => response.writeHead(304).end());
  expect(await syncOnce(mirror())).toMatchObject({ changed: ['docs/a.html', 'docs/b.html'] });
  expect((await filesIn(folder))['docs/a.html']).toBe(copyOf('/docs/a', 'A'));
});

describe('a guest', () => {
  test('leaves alone what robots.txt asks to, and pauses as it asks', async () => {
    const rules = 'User-agent: signpost\nDisallow: /docs/b\nCrawl-delay: 3\n\nUser-agent: *\nDisallow: /\n';
    routes.set('/robots.txt', sending(rules));
    page('/docs/c', 'C');
    list('/docs/a', '/docs/b', '/docs/c');
    expect(await syncOnce(mirror())).toEqual({
      kind: 'synced',
      changed: ['docs/a.html', 'docs/c.html'],
      warnings: ["the site's robots.txt asks not to read 1 of 3 pages"],
    });
    expect(asked()).not.toContain('/docs/b');
    expect(slept).toEqual([3, 3]);
  });

  test('comes back a little later where it is asked to', async () => {
    let times = 0;
    routes.set('/docs/a', (_request, response) => {
      times += 1;
      if (times === 1) response.writeHead(429, { 'retry-after': '7' }).end();
      else response.writeHead(200, HTML).end(html('A'));
    });
    expect(await syncOnce(mirror())).toMatchObject({ changed: ['docs/a.html', 'docs/b.html'], warnings: [] });
    expect(slept).toEqual([7]);
  });

  test('goes away where it is asked to come back much later', async () => {
    routes.set('/docs/b', (_request, response) => response.writeHead(503, { 'retry-after': '3600' }).end());
    expect(await syncOnce(mirror())).toMatchObject({ kind: 'failed', retryAfter: 3600 });
    expect(slept).toEqual([]);
  });

  test('asks for one page at a time', async () => {
    const paths = Array.from({ length: 8 }, (_, n) => `/docs/${n}`);
    let [open, most] = [0, 0];
    for (const path of paths)
      routes.set(path, (_request, response) => {
        open += 1;
        most = Math.max(most, open);
        setImmediate(() => {
          open -= 1;
          response.writeHead(200, HTML).end(html(path));
        });
      });
    list(...paths);
    await syncOnce(mirror());
    expect(most).toBe(1);
  });
});

describe('one page', () => {
  test('is what differs only by slash or fragment, and where it redirects to', async () => {
    routes.set('/docs/a', redirecting('/docs/a/', 301));
    page('/docs/a/', 'A');
    routes.set('/old', redirecting('/docs/b', 301));
    list('/docs/a', '/docs/a/', '/docs/a#x', '/docs/b', '/old');
    expect(await syncOnce(mirror())).toEqual({
      kind: 'synced',
      changed: ['docs/a.html', 'docs/b.html'],
      warnings: [],
    });
    expect((await filesIn(folder))['docs/a.html']).toBe(copyOf('/docs/a/', 'A'));
  });

  test('is where its canonical link says, written as there', async () => {
    const canonical = `<link href="${server.origin}/docs/a/" rel="canonical">`;
    routes.set('/docs/a.html', sending(canonical, HTML));
    routes.set('/v1/b', sending(`<link rel=canonical href=/docs/b>`, HTML));
    routes.set('/docs/c', sending('<link rel="canonical" href="/">', HTML));
    routes.set('/docs/d', sending('<link rel="canonical" href="https://evil.example/docs/d">', HTML));
    list('/docs/a.html', '/docs/b', '/v1/b', '/docs/c', '/docs/d');
    await syncOnce(mirror());
    const bases = Object.values(await filesIn(folder)).map((text) => text.split('\n', 1)[0]);
    const at = (path: string) => `<base href="${server.origin}${path}">`;
    expect(bases).toEqual([at('/docs/a/'), at('/docs/b'), at('/docs/c'), at('/docs/d')]);
  });

  test('that leads to another host is none', async () => {
    const other = await loopbackServer(sending(html('other'), HTML));
    routes.set('/docs/a', redirecting(`http://localhost:${other.port}/docs/a`));
    expect(await syncOnce(mirror())).toMatchObject({
      changed: ['docs/b.html'],
      warnings: [expect.stringContaining('which is not to be asked')],
    });
    expect(other.received).toEqual([]);
  });
});
