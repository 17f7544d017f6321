import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { describeProblem } from '../../src/core/problem.ts';
import type { Page } from '../../src/core/page.ts';
import { createHttp } from '../../src/http.ts';
import { checkLiveLinks } from '../../src/site-check/check-links.ts';
import { createPoliteHttp } from '../../src/sources/polite-http.ts';
import { loopbackServer, redirecting, routing, sending } from '../fakes/loopback-server.ts';
import type { Answering, LoopbackServer } from '../fakes/loopback-server.ts';
import { folderWith } from '../folders.ts';
import { lookupOf } from '../http/asking.ts';
import { html, pageAt, sitemapOf } from './linked-pages.ts';

const USER_AGENT = 'Signpost/1.2.3 (+ops@acme.example)';

interface CheckOptions {
  readonly limit?: number;
  readonly keptIn?: string;
  readonly allowPrivate?: boolean;
  readonly signal?: AbortSignal;
}

interface Checked {
  readonly lines: readonly string[];
  readonly problems: readonly string[];
  /** Seconds that were waited, one after the other. */
  readonly waited: readonly number[];
}

async function check(root: string, pages: readonly Page[], options: CheckOptions = {}): Promise<Checked> {
  const { limit = 200, allowPrivate = true, signal = new AbortController().signal } = options;
  const keptIn = options.keptIn ?? join(await folderWith({}), 'kept.json');
  const http = createHttp({ userAgent: USER_AGENT, timeoutMs: 60_000, lookup: lookupOf('127.0.0.1') });
  onTestFinished(() => http.close());
  const waited: number[] = [];
  const sleep = async (seconds: number): Promise<void> => void waited.push(seconds);
  const { lines, problems } = await checkLiveLinks({
    collections: [{ name: 'docs', root }],
    pages,
    httpOf: () => createPoliteHttp({ http, userAgent: USER_AGENT, allowPrivate, sleep }),
    limit,
    keptIn,
    signal,
    onProgress: () => undefined,
  });
  return { lines, problems: problems.map((one) => `${one.severity}: ${describeProblem(one)}`), waited };
}

const HTML = { 'content-type': 'text/html; charset=utf-8' };

/** A site of some pages, by path; nothing else is there. */
function siteOf(routes: Readonly<Record<string, string | Answering>>): Promise<LoopbackServer> {
  const answers = Object.entries(routes).map(([path, answer]) => [
    path,
    typeof answer === 'string'
      ? sending(answer, path.endsWith('.xml') ? { 'content-type': 'application/xml' } : HTML)
      : answer,
  ]);
  return loopbackServer(routing(Object.fromEntries(answers) as Record<string, Answering>));
}

/** The paths of the pages that were asked for, in this order; without what tells about the site. */
function asked({ received }: LoopbackServer): string[] {
  return received
    .map(({ path }) => path)
    .filter((path) => !/^\/(?:robots\.txt|.*sitemap.*\.xml)$/u.test(path));
}

function numbered(origin: string, count: number): Page[] {
  return Array.from({ length: count }, (_, at) => pageAt(`${origin}/p${at}`, `p${at}.md`, [['X', 'x']]));
}

describe('the site on the web', () => {
  test('confirms pages and sections, and is told who asks', async () => {
    const site = await siteOf({ '/a': html(['Install', 'install']) });
    const page = pageAt(`${site.origin}/a`, 'a.md', [
      ['Install', 'install'],
      ['Run', 'run'],
    ]);
    expect(await check(site.origin, [page])).toMatchObject({
      lines: ['links: 2 of 3 sections confirmed in 1 page'],
      problems: [
        `error: docs: a.md:20: “Run” is linked as ${site.origin}/a#run, and the page has neither that heading nor that id (see whether the site leaves that heading out)`,
      ],
    });
    expect(new Set(site.received.map(({ headers }) => headers['user-agent']))).toEqual(new Set([USER_AGENT]));
  });

  test('is asked for one page at a time, once for each, in order', async () => {
    let [open, most] = [0, 0];
    const site = await loopbackServer((request, response) => {
      open += 1;
      most = Math.max(most, open);
      setTimeout(() => {
        open -= 1;
        if (request.url?.startsWith('/p') === true) response.writeHead(200, HTML).end(html(['X', 'x']));
        else response.writeHead(404).end();
      }, 2);
    });
    const pages = numbered(site.origin, 12);
    expect((await check(site.origin, pages)).problems).toEqual([]);
    expect(most).toBe(1);
    expect(asked(site)).toEqual(pages.map(({ url }) => url.slice(site.origin.length)));
  });

  test('is asked for some only, over all of the docs, and says how many are left out', async () => {
    const site = await loopbackServer(sending(html(['X', 'x']), HTML));
    const { lines } = await check(site.origin, numbered(site.origin, 10), { limit: 4 });
    expect(asked(site)).toEqual(['/p0', '/p2', '/p5', '/p7']);
    expect(lines).toEqual([
      'links: 8 of 8 sections confirmed in 4 pages',
      'links: 6 pages left out, evenly (--limit 10 looks at all)',
    ]);
  });

  test('is not asked for what robots.txt forbids, and waits as it asks to', async () => {
    const site = await siteOf({
      '/robots.txt': sending('User-agent: *\nDisallow: /p1\nCrawl-delay: 2\n'),
      '/p0': html(['X', 'x']),
      '/p2': html(['X', 'x']),
    });
    const { lines, problems, waited } = await check(site.origin, numbered(site.origin, 3));
    expect(asked(site)).toEqual(['/p0', '/p2']);
    expect(lines).toEqual(['links: 4 of 4 sections confirmed in 2 pages']);
    expect(problems).toEqual([
      `warning: docs: robots.txt asks not to look at 1 page, such as ${site.origin}/p1 (check the built site instead, with --dist)`,
    ]);
    expect(new Set(waited)).toEqual(new Set([2]));
  });

  test('proves nothing where robots.txt forbids all', async () => {
    const site = await siteOf({ '/robots.txt': sending('User-agent: Signpost\nDisallow: /\n') });
    const { problems } = await check(site.origin, numbered(site.origin, 2));
    expect(problems).toEqual([
      expect.stringMatching(/^error: docs: robots\.txt asks not to look at 2 pages/u),
    ]);
    expect(asked(site)).toEqual([]);
  });

  test('is asked again where it says after how long', async () => {
    let calls = 0;
    const busy: Answering = (request, response) => {
      calls += 1;
      if (calls === 1) response.writeHead(429, { 'retry-after': '7' }).end();
      else sending(html(['X', 'x']), HTML)(request, response);
    };
    const site = await siteOf({ '/p0': busy });
    const { problems, waited } = await check(site.origin, numbered(site.origin, 1));
    expect([problems, waited]).toEqual([[], [7]]);
  });

  test('is left alone once it does not answer three times', async () => {
    const site = await loopbackServer((request, response) => {
      response.writeHead(request.url?.startsWith('/p') === true ? 503 : 404).end();
    });
    const { lines, problems } = await check(site.origin, numbered(site.origin, 20));
    expect(asked(site)).toEqual(['/p0', '/p1', '/p2']);
    expect(problems).toEqual([
      expect.stringMatching(
        /^error: docs: p0\.md:1: 20 pages cannot be checked; of the first: \S+\/p0 answers 503 \(/u,
      ),
    ]);
    expect(lines).toEqual(['links: 0 of 40 sections confirmed in 20 pages']);
  });

  test('is not asked on once the check is told to end', async () => {
    const ending = new AbortController();
    const site = await loopbackServer((request, response) => {
      if (request.url === '/p1') ending.abort();
      sending(html(['X', 'x']), HTML)(request, response);
    });
    await check(site.origin, numbered(site.origin, 5), { signal: ending.signal });
    expect(asked(site)).toEqual(['/p0', '/p1']);
  });
});

describe('what differs', () => {
  test('is a page that is not there', async () => {
    const site = await siteOf({ '/p0': html(['X', 'x']) });
    const { problems } = await check(site.origin, numbered(site.origin, 2));
    expect(problems).toEqual([
      expect.stringMatching(/^error: docs: p1\.md:1: nothing is at http:\S+\/p1 \(/u),
    ]);
  });

  test('is a redirect: the rule is told once, and ids are those of where it leads', async () => {
    const routes = [0, 1, 2].flatMap((at): [string, string | Answering][] => [
      [`/p${at}`, redirecting(`/p${at}/`)],
      [`/p${at}/`, html(['X', at === 2 ? 'y' : 'x'])],
    ]);
    const site = await siteOf(Object.fromEntries(routes));
    const { lines, problems } = await check(site.origin, numbered(site.origin, 3));
    expect(problems).toEqual([
      expect.stringMatching(
        /^error: docs: 3 pages differ in the same way from what is at 127\.0\.0\.1:\d+, such as .* \(set site\.trailingSlash: true\)$/u,
      ),
      expect.stringMatching(/^error: docs: p2\.md:10: “X” is linked as \S+\/p2#x, and its id is y \(/u),
    ]);
    expect(lines).toEqual(['links: 0 of 6 sections confirmed in 3 pages']);
  });

  test('is a redirect to another host, which is not asked', async () => {
    const other = await siteOf({ '/p0': html(['X', 'x']) });
    const site = await siteOf({ '/p0': redirecting(`http://localhost:${other.port}/p0`) });
    const { problems } = await check(site.origin, numbered(site.origin, 1));
    expect(problems).toEqual([expect.stringContaining(`/p0 redirects to http://localhost:${other.port}/p0`)]);
    expect(other.received).toEqual([]);
  });

  test('is what is no page', async () => {
    const site = await siteOf({ '/p0': sending('{}', { 'content-type': 'application/json' }) });
    const { problems } = await check(site.origin, numbered(site.origin, 1));
    expect(problems).toEqual([expect.stringMatching(/p0\.md:1: \S+ is no page, but application\/json \(/u)]);
  });

  test('is what the sitemap says, also in parts and below the base', async () => {
    const site = await siteOf({ '/docs/a': html() });
    const { origin } = site;
    const mapped = await siteOf({
      '/docs/a': html(),
      '/docs/sitemap.xml': (request, response) => {
        const { host = '' } = request.headers;
        sending(
          `<sitemapindex><sitemap><loc>http://${host}/docs/sitemap-0.xml</loc></sitemap><sitemap><loc>${origin}/x.xml</loc></sitemap></sitemapindex>`,
        )(request, response);
      },
      '/docs/sitemap-0.xml': (request, response) =>
        sending(sitemapOf(`http://${request.headers.host ?? ''}/docs/a/`))(request, response),
    });
    const { problems } = await check(`${mapped.origin}/docs`, [pageAt(`${mapped.origin}/docs/a`, 'a.md')]);
    expect(problems).toEqual([
      `error: docs: a.md:1: Signpost links to ${mapped.origin}/docs/a, and the sitemap says ${mapped.origin}/docs/a/ (set site.trailingSlash: true)`,
    ]);
    expect(site.received).toEqual([]);
  });

  test('a page that is not there is looked for in the sitemap', async () => {
    const site = await siteOf({
      '/sitemap.xml': sitemapOf('https://elsewhere.example/docs/p0', 'https://elsewhere.example/x'),
    });
    const { problems } = await check(site.origin, numbered(site.origin, 1));
    expect(problems[0]).toContain(
      `/p0, but one for ${site.origin}/docs/p0 (set site.base: /docs, or site.routeBase: docs`,
    );
  });

  test('addresses of private networks are not asked where the site does not say that it is there', async () => {
    const site = await siteOf({ '/p0': html() });
    const root = `http://docs.acme.example:${site.port}`;
    const { problems } = await check(root, numbered(root, 1), { allowPrivate: false });
    expect(problems).toEqual([expect.stringContaining('(check the built site instead, with --dist)')]);
    expect(site.received).toEqual([]);
  });
});

const conditional: Answering = (request, response) => {
  if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
  else response.writeHead(200, { ...HTML, etag: '"1"' }).end(html(['X', 'x']));
};

describe('what was read before', () => {
  test('is not sent again, and still proves ids, also new ones', async () => {
    const site = await siteOf({ '/p0': conditional });
    const keptIn = join(await folderWith({}), 'data/kept.json');
    const first = await check(site.origin, numbered(site.origin, 1), { keptIn });
    expect(await check(site.origin, numbered(site.origin, 1), { keptIn })).toEqual(first);
    const pages = [
      pageAt(`${site.origin}/p0`, 'p0.md', [
        ['X', 'x'],
        ['Y', 'y'],
      ]),
    ];
    expect((await check(site.origin, pages, { keptIn })).lines).toEqual([
      'links: 2 of 3 sections confirmed in 1 page',
    ]);
    const conditions = site.received
      .filter(({ path }) => path === '/p0')
      .map(({ headers }) => headers['if-none-match']);
    expect(conditions).toEqual([undefined, '"1"', '"1"']);
  });

  test('is asked for anew where what is kept cannot be read, or nothing can be kept', async () => {
    const site = await siteOf({ '/p0': conditional });
    const folder = await folderWith({ 'kept.json': 'nonsense', file: '' });
    const keptIn = join(folder, 'kept.json');
    expect((await check(site.origin, numbered(site.origin, 1), { keptIn })).problems).toEqual([]);
    const kept = JSON.parse(await readFile(keptIn, 'utf8')) as {
      format: number;
      pages: Record<string, unknown>;
    };
    expect(Object.keys(kept.pages)).toEqual([`${site.origin}/p0`]);
    for (const broken of [
      { ...kept, format: 0 },
      { ...kept, pages: [1, null, { etag: 1 }] },
    ]) {
      await writeFile(keptIn, JSON.stringify(broken));
      expect((await check(site.origin, numbered(site.origin, 1), { keptIn })).problems).toEqual([]);
    }
    const nowhere = join(folder, 'file/kept.json');
    expect((await check(site.origin, numbered(site.origin, 1), { keptIn: nowhere })).problems).toEqual([]);
    expect(site.received.some(({ headers }) => 'if-none-match' in headers)).toBe(false);
  });
});
