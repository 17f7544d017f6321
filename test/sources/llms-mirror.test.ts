import { beforeEach, describe, expect, test } from 'vitest';
import type { Mirror } from '../../src/core/mirror.ts';
import { createLlmsMirror } from '../../src/sources/llms-mirror.ts';
import { loopbackServer, sending } from '../fakes/loopback-server.ts';
import type { Answering, LoopbackServer } from '../fakes/loopback-server.ts';
import { folderWith } from '../folders.ts';
import { filesIn, syncOnce, testHttp } from './syncing.ts';

const PLAIN = { 'content-type': 'text/plain; charset=utf-8' };

let routes: Map<string, Answering>;
let server: LoopbackServer;
let folder: string;

beforeEach(async () => {
  routes = new Map();
  folder = await folderWith({});
  server = await loopbackServer((request, response) => {
    const route = routes.get(request.url ?? '');
    if (route === undefined) response.writeHead(404, { 'content-type': 'text/html' }).end('<!doctype html>');
    else route(request, response);
  });
});

function mirror(file: string, limit = 100): Mirror {
  const url = `${server.origin}/${file}`;
  return createLlmsMirror({
    url,
    folder,
    limit,
    allowPrivate: true,
    http: testHttp(),
    sleep: async () => undefined,
  });
}

function plain(path: string, text: string): void {
  routes.set(path, sending(text, PLAIN));
}

function kept(title: string, path: string, body: string): string {
  return `---\ntitle: "${title}"\nslug: "${server.origin}${path}"\n---\n\n${body}\n`;
}

function asked(): string[] {
  return server.received.map(({ path }) => path);
}

function full(...pages: readonly (readonly [string, string])[]): string {
  return pages
    .map(([path, body]) => `# ${body}\nSource: ${server.origin}${path}\n\nText of ${body}.\n`)
    .join('\n\n');
}

describe('an llms-full.txt', () => {
  test('is parted into pages, and asked for again only where it has changed', async () => {
    let text = full(['/a', 'A'], ['/b', 'B']);
    routes.set('/llms-full.txt', (request, response) => {
      const isKnown = request.headers['if-none-match'] === `"${text.length}"`;
      response
        .writeHead(isKnown ? 304 : 200, { ...PLAIN, etag: `"${text.length}"` })
        .end(isKnown ? '' : text);
    });
    expect(await syncOnce(mirror('llms-full.txt'))).toEqual({
      kind: 'synced',
      changed: ['a.md', 'b.md'],
      warnings: [],
    });
    expect(await filesIn(folder)).toEqual({
      'a.md': kept('A', '/a', 'Text of A.'),
      'b.md': kept('B', '/b', 'Text of B.'),
    });
    expect(await syncOnce(mirror('llms-full.txt'))).toEqual({ kind: 'synced', changed: [], warnings: [] });
    text = full(['/b', 'B'], ['/c/d', 'Other D']);
    expect(await syncOnce(mirror('llms-full.txt'))).toMatchObject({ changed: ['a.md', 'c/d.md'] });
    expect(Object.keys(await filesIn(folder))).toEqual(['b.md', 'c/d.md']);
    expect(await mirror('llms-full.txt').hasCopy()).toBe(true);
    expect(asked()).toEqual(['/llms-full.txt', '/llms-full.txt', '/llms-full.txt']);
  });

  test('is kept up to the limit, which is said', async () => {
    plain('/llms-full.txt', full(['/a', 'A'], ['/b', 'B'], ['/a/', 'A again']));
    expect(await syncOnce(mirror('llms-full.txt', 1))).toEqual({
      kind: 'synced',
      changed: ['a.md'],
      warnings: [`${server.origin}/llms-full.txt has 2 pages, and limit takes the first 1 (raise limit)`],
    });
  });

  test('whose pages say no address has them from the list beside it', async () => {
    plain(
      '/llms-full.txt',
      '# Acme\n\n## Intro\n\nText.\n\n---\n\n## Twice\n\nOne.\n\n---\n\n## Twice (2)\n\nTwo.\n',
    );
    plain('/llms.txt', '- [Intro](/docs/intro.md)\n- [Twice](/docs/a)\n- [Twice](/docs/b)\n');
    expect(await syncOnce(mirror('llms-full.txt'))).toMatchObject({ changed: ['docs/intro.md'] });
    expect((await filesIn(folder))['docs/intro.md']).toContain(`slug: "${server.origin}/docs/intro"`);
  });

  test.each([
    ['is not there', undefined],
    ['is a page of HTML', '<!doctype html><title>Not found</title>'],
    ['says no addresses', '# Acme\n\n> About\n\n# Next\n'],
    ['is empty', ''],
  ])('that %s leaves all as it was', async (_what, text) => {
    plain('/llms-full.txt', full(['/a', 'A']));
    await syncOnce(mirror('llms-full.txt'));
    const before = await filesIn(folder);
    if (text === undefined) routes.delete('/llms-full.txt');
    else plain('/llms-full.txt', text);
    expect(await syncOnce(mirror('llms-full.txt'))).toMatchObject({ kind: 'failed' });
    expect(await filesIn(folder)).toEqual(before);
  });
});

describe('an llms.txt', () => {
  test('leads to pages in Markdown on its own host, which are read as a guest should', async () => {
    plain(
      '/llms.txt',
      '- [Set up](/docs/set-up.md): how\n- [Other](https://evil.example/x.md)\n- [More](/api/llms.txt)\n- [PDF](/a.pdf)\n',
    );
    plain(
      '/api/llms.txt',
      `- [API](${server.origin}/api/index.md)\n- [Secret](/secret.md)\n- [Page](/page)\n`,
    );
    plain('/robots.txt', 'User-agent: *\nDisallow: /secret');
    plain('/docs/set-up.md', '> ## Index\n\n## Install\n');
    plain('/api/index.md', '---\ntitle: "The API"\ndescription: x\n---\n\n# API\n');
    routes.set('/page', sending('<html>', { 'content-type': 'text/html' }));
    expect(await syncOnce(mirror('llms.txt'))).toEqual({
      kind: 'synced',
      changed: ['api.md', 'docs/set-up.md'],
      warnings: ["the site's robots.txt asks not to read 1 of 4 pages"],
    });
    expect(await filesIn(folder)).toEqual({
      'api.md': kept('The API', '/api/', '# API'),
      'docs/set-up.md': kept('Set up', '/docs/set-up', '> ## Index\n\n## Install'),
    });
    expect(asked()).toEqual([
      '/llms.txt',
      '/robots.txt',
      '/api/llms.txt',
      '/docs/set-up.md',
      '/api/index.md',
      '/page',
    ]);
    expect(server.received[3]?.headers.accept).toContain('text/markdown');
  });

  test('gives pages the title that they have themselves, else that of the link', async () => {
    plain('/llms.txt', '- [A](/a.md)\n- [B](/b.md)\n- [C](/c.md)\n');
    plain('/a.md', '> See the index\n\n# Install the lamp\n\n## On Linux\n');
    plain('/b.md', 'Words.\n\n```sh\n# Not a title\n```\n');
    plain('/c.md', '---\ntitle: Rate limits\n---\n\n# Limits\n');
    await syncOnce(mirror('llms.txt'));
    const titles = Object.values(await filesIn(folder)).map((text) => /^title: (.*)$/mu.exec(text)?.[1]);
    expect(titles).toEqual(['"Install the lamp"', '"B"', '"Rate limits"']);
  });

  test('fails where it leads to no Markdown, and says what to do instead', async () => {
    plain('/llms.txt', '# Acme\n\n- [A](https://acme.example/a)\n');
    expect(await syncOnce(mirror('llms.txt'))).toEqual({
      kind: 'failed',
      reason: `${server.origin}/llms.txt links to no page in Markdown on its own host`,
      remedy:
        "use the site's sitemap as the source instead, such as sitemap: https://docs.acme.com/sitemap.xml",
      retryAfter: 0,
    });
  });

  test('keeps the last copy of a page that fails, and forgets one that it lists no more', async () => {
    plain('/llms.txt', '- [A](/a.md)\n- [B](/b.md)\n- [C](/c.md)\n');
    for (const name of ['a', 'b', 'c']) plain(`/${name}.md`, `# ${name}`);
    await syncOnce(mirror('llms.txt'));
    routes.set('/a.md', (_request, response) => response.writeHead(500).end());
    plain('/llms.txt', '- [A](/a.md)\n- [B](/b.md)\n');
    expect(await syncOnce(mirror('llms.txt'))).toEqual({
      kind: 'synced',
      changed: ['c.md'],
      warnings: [expect.stringContaining('/a.md answers 500')],
    });
    expect(Object.keys(await filesIn(folder))).toEqual(['a.md', 'b.md']);
  });
});
