import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Feed } from '../../src/core/feed.ts';
import { feedContract } from '../contracts/feed.ts';
import { loopbackServer, redirecting, routing, sending } from '../fakes/loopback-server.ts';
import type { Answering } from '../fakes/loopback-server.ts';
import { feedAt, fixture, readOnce, reasonOf, rss } from './reading.ts';

const ONE = rss('<title>a</title><guid>1</guid>');

/** Sends a body, or says that it is still the same. */
function conditional(body: string): Answering {
  return (request, response) => {
    const isKnown = request.headers['if-none-match'] === '"1"';
    response.writeHead(isKnown ? 304 : 200, {
      etag: '"1"',
      'last-modified': 'Thu, 30 May 2024 12:00:00 GMT',
    });
    response.end(isKnown ? '' : body);
  };
}

async function serving(answering: Answering, path = '/feed'): Promise<Feed> {
  const { origin } = await loopbackServer(answering);
  return feedAt(`${origin}${path}`);
}

feedContract(async () => {
  const wordpress = conditional(await fixture('wordpress.xml'));
  const { origin } = await loopbackServer(routing({ '/feed': wordpress }));
  return { feed: feedAt(`${origin}/feed`), missing: feedAt(`${origin}/gone`) };
});

test('a reading asks with what the last one said, and for feeds', async () => {
  const { origin, received } = await loopbackServer(conditional(ONE));
  const feed = feedAt(origin);
  const reading = await readOnce(feed);
  expect(reading).toMatchObject({
    validators: { etag: '"1"', lastModified: 'Thu, 30 May 2024 12:00:00 GMT' },
  });
  await feed.read(
    { etag: '"1"', lastModified: 'Thu, 30 May 2024 12:00:00 GMT' },
    new AbortController().signal,
  );
  expect(received[0]?.headers).not.toHaveProperty('if-none-match');
  expect(received[0]?.headers.accept).toMatch(/^application\/rss\+xml, /u);
  expect(received[1]?.headers).toMatchObject({
    'if-none-match': '"1"',
    'if-modified-since': 'Thu, 30 May 2024 12:00:00 GMT',
  });
});

test('Markdown and JSON are read where the settings say so', async () => {
  const { origin } = await loopbackServer(
    routing({
      '/CHANGELOG.md': sending('## 1.0.0\n\n[a](b.md)\n'),
      '/changes.json': sending('[{"guid":"1","title":"a"}]'),
    }),
  );
  expect(await readOnce(feedAt(`${origin}/CHANGELOG.md`, { format: 'markdown' }))).toMatchObject({
    entries: [{ version: '1.0.0', markdown: `[a](${origin}/b.md)` }],
  });
  expect(await readOnce(feedAt(`${origin}/changes.json`, { format: 'json' }))).toMatchObject({
    entries: [{ title: 'a' }],
  });
});

/** A feed of one title that is not ASCII. */
function xml(encoding: string): string {
  return `<?xml version="1.0"${encoding}?><rss version="2.0"><channel><item><title>Grüße – €</title></item></channel></rss>`;
}

describe('the charset', () => {
  const latin = Buffer.from(xml(' encoding="iso-8859-1"').replace(' – €', ''), 'latin1');

  test.each([
    ['UTF-8 that nobody names', Buffer.from(xml('')), '', 'Grüße – €'],
    ['UTF-8 that says Latin-1', Buffer.from(xml(' encoding="iso-8859-1"')), 'text/xml', 'Grüße – €'],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${xml('')}`), 'text/xml; charset=iso-8859-1', 'Grüße – €'],
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${xml('')}`, 'utf16le'), 'text/xml', 'Grüße – €'],
    ['Latin-1 by its declaration', latin, 'text/xml', 'Grüße'],
    ['Latin-1 by its type', latin, 'text/xml; charset="ISO-8859-1"', 'Grüße'],
    ['Latin-1 that says UTF-8', latin, 'text/xml; charset=utf-8', 'Grüße'],
    [
      'UTF-8 in a charset that is none',
      Buffer.from(xml(' encoding="klingon"')),
      'text/xml; charset=elvish',
      'Grüße – €',
    ],
    ['UTF-8 that says ASCII', Buffer.from(xml('')), 'text/xml; charset=us-ascii', 'Grüße – €'],
  ] as const)('%s', async (...[, body, type, title]) => {
    const feed = await serving(sending(body, { 'content-type': type }));
    expect(await readOnce(feed)).toMatchObject({ entries: [{ title }] });
  });
});

describe('a hostile or broken server', () => {
  test('that hangs, drips or breaks off is a failure', async () => {
    const { origin } = await loopbackServer(
      routing({
        '/hangs': () => undefined,
        '/drips': (_request, response) => {
          const drip = setInterval(() => response.write('<'), 20);
          response.on('close', () => clearInterval(drip));
        },
        '/breaks': (request) => request.socket.destroy(),
      }),
    );
    const short = { timeoutMs: 150 };
    expect(await reasonOf(feedAt(`${origin}/hangs`, {}, short))).toContain('took longer than');
    expect(await reasonOf(feedAt(`${origin}/drips`, {}, short))).toContain('took longer than');
    expect(await reasonOf(feedAt(`${origin}/breaks`))).toContain('broke the connection off');
  });

  test('with a gzip bomb or 100 MB is a failure', async () => {
    const bomb = await serving(sending(gzipSync(Buffer.alloc(20_000_000)), { 'content-encoding': 'gzip' }));
    expect(await reasonOf(bomb)).toContain('is larger than 5 MB');
    const large = await serving((_request, response) =>
      response.writeHead(200, { 'content-length': '100000000' }).write('<'),
    );
    expect(await reasonOf(large)).toContain('is larger than 5 MB');
  });

  test('that redirects in a circle, to a file, or into a private network is a failure', async () => {
    expect(await reasonOf(await serving(redirecting('/feed')))).toContain('redirects more than 5 times');
    expect(await reasonOf(await serving(redirecting('file:///etc/passwd')))).toContain('not http or https');
    const { origin } = await loopbackServer(sending(ONE));
    const feed = feedAt(origin, { source: { kind: 'url', url: origin, private: false } });
    expect(await reasonOf(feed)).toContain('leads into a private network');
  });

  test('that asks to wait is heard', async () => {
    const feed = await serving((_request, response) =>
      response.writeHead(503, { 'retry-after': '120' }).end(),
    );
    expect(await readOnce(feed)).toMatchObject({ kind: 'failed', retryAfter: 120 });
  });

  test('with a web page is a failure that names the feed of the page', async () => {
    const page = `<!DOCTYPE html><html><head><title>Acme</title>
      <link rel="stylesheet" href="a.css"><link rel="alternate" hreflang="de" href="/de">
      <link rel="alternate" type="application/rss+xml" href="/feed.xml?key=secret"></head><body><p>Text</body></html>`;
    const { origin } = await loopbackServer(sending(page, { 'content-type': 'text/html' }));
    expect(await reasonOf(feedAt(`${origin}/?key=secret`))).toBe(
      `${origin}/?key=… is a web page, no feed (the page says that its feed is ${origin}/feed.xml?key=…; use that)`,
    );
    const bare = await serving(sending('<body>Please sign in</body>'));
    expect(await reasonOf(bare)).toContain('is a web page, no feed (use the address of a feed)');
  });

  test.each([
    ['bad XML', '<rss version="2.0"><channel><item><title>a</ti', 'XML is broken'],
    ['an attribute that does not end', '<rss version="2.0', 'XML is broken'],
    ['nothing', '', 'is no feed'],
    ['text', 'hello', 'is no feed'],
    ['other XML', '<?xml version="1.0"?><svg/>', 'is no feed'],
    ['broken JSON', '{"version":', 'is JSON, but no JSON Feed'],
    ['other JSON', '{"a":1}', 'is JSON, but no JSON Feed'],
    ['an XML declaration', '<?xml version="1.0"?>', 'is no feed'],
    ['a comment without an end', '<!-- a', 'is no feed'],
  ])('with %s is a failure that says so', async (_name, body, words) => {
    expect(await reasonOf(await serving(sending(body)))).toContain(words);
  });

  test.each([
    ['an entity bomb', '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'],
    ['an entity of a file', '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>'],
    ['an entity of an address', '<!doctype a [<!ENTITY % a SYSTEM "http://127.0.0.1/"> %a;]>'],
  ])('with %s is refused', async (_name, doctype) => {
    const body = `<?xml version="1.0"?><!-- c -->${doctype}<rss version="2.0"><channel><item><title>&a;</title></item></channel></rss>`;
    expect(await reasonOf(await serving(sending(body)))).toContain('declares entities of its own');
  });

  test('with entities that were never declared leaves them as they are', async () => {
    expect(await readOnce(await serving(sending(rss('<title>a &b; c</title>'))))).toMatchObject({
      entries: [{ title: 'a &b; c' }],
    });
  });

  test('with elements that nest without end is read or fails', async () => {
    const deep = rss(`<title>a</title><description>${'<a>'.repeat(50_000)}</description>`);
    const html = rss(`<title>b</title><description><![CDATA[${'<div>'.repeat(15_000)}c]]></description>`);
    expect(['entries', 'failed']).toContain((await readOnce(await serving(sending(deep)))).kind);
    expect(await readOnce(await serving(sending(html)))).toMatchObject({ entries: [{ title: 'b' }] });
  });

  test('with HTML that grows when it is parsed leaves it out', async () => {
    const formats = Array.from({ length: 3000 }, (_, index) => `<b a=${index}>`).join('');
    const bomb = rss(
      `<title>a</title><description><![CDATA[${formats}${'<p>x'.repeat(10_000)}]]></description>`,
    );
    expect(await readOnce(await serving(sending(bomb)))).toMatchObject({
      entries: [{ title: 'a', markdown: '' }],
    });
  });
});
