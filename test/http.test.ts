import { createServer } from 'node:net';
import type { LookupFunction } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { retryAfterOf } from '../src/http/retry-after.ts';
import { shownUrl } from '../src/http/shown-url.ts';
import { loopbackServer, redirecting, routing, sending } from './fakes/loopback-server.ts';
import { asking, reasonOf } from './http/asking.ts';

describe('an answer', () => {
  test('has the body, where it was found, and what the server says of it', async () => {
    const headers = {
      etag: '"1"',
      'last-modified': 'Sun, 01 Mar 2026 12:00:00 GMT',
      'content-type': 'text/plain',
    };
    const { origin, received } = await loopbackServer(sending('Grüße', headers));
    const answer = await asking()(`${origin}/a?b=c`, { headers: { Accept: 'text/plain' } });
    expect(answer).toEqual({
      kind: 'ok',
      status: 200,
      url: `${origin}/a?b=c`,
      headers: { etag: '"1"', lastModified: 'Sun, 01 Mar 2026 12:00:00 GMT', contentType: 'text/plain' },
      body: Buffer.from('Grüße'),
    });
    expect(received[0]?.headers).toMatchObject({
      'user-agent': 'Signpost/1.2.3 (+ops@acme.example)',
      accept: 'text/plain',
    });
  });

  test('is decompressed', async () => {
    const { origin } = await loopbackServer(
      sending(gzipSync('a'.repeat(1000)), { 'content-encoding': 'gzip' }),
    );
    const answer = await asking({ maxBytes: 1000 })(origin);
    expect(answer.kind === 'ok' && Buffer.from(answer.body).toString()).toBe('a'.repeat(1000));
  });

  test('is that nothing has changed, where that was asked', async () => {
    const { origin } = await loopbackServer((_request, response) => response.writeHead(304).end());
    expect(await asking()(origin, { headers: { 'If-None-Match': '"1"' } })).toEqual({ kind: 'not-modified' });
    expect(await reasonOf(asking()(origin))).toContain('answers 304');
  });
});

describe('user and password of an address', () => {
  test('sign in, and go to no other origin', async () => {
    const other = await loopbackServer(sending('found'));
    const { origin, received } = await loopbackServer(
      routing({ '/a': redirecting('/b'), '/b': redirecting(`${other.origin}/c`) }),
    );
    const answer = await asking()(`${origin.replace('//', '//me:s%40cret@')}/a`, {
      headers: { Cookie: 'a=b' },
    });
    expect(answer).toMatchObject({ kind: 'ok', url: `${other.origin}/c` });
    const authorization = `Basic ${Buffer.from('me:s@cret').toString('base64')}`;
    expect(received.map(({ headers }) => headers.authorization)).toEqual([authorization, authorization]);
    expect(other.received[0]?.headers).not.toHaveProperty('authorization');
    expect(other.received[0]?.headers).not.toHaveProperty('cookie');
  });

  test('are in no reason, as is nothing that the query says', async () => {
    const { origin } = await loopbackServer((_request, response) => response.writeHead(500).end());
    const reason = await reasonOf(
      asking()(`${origin.replace('//', '//me:secret@')}/feed?token=secret&a=secret#x`),
    );
    expect(reason).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/feed\?token=…&a=… answers 500 \(/u);
    expect(shownUrl('no address: secret')).not.toContain('secret');
  });
});

describe('a failure is a value that says what to do', () => {
  test.each([
    [401, 'who does not sign in'],
    [403, 'who does not sign in'],
    [404, 'mend the address'],
    [410, 'mend the address'],
    [429, 'less often'],
    [418, 'see whether the address'],
    [500, 'nothing to do unless it lasts'],
    [503, 'nothing to do unless it lasts'],
  ])('for a %i: %s', async (status, words) => {
    const { origin } = await loopbackServer((_request, response) => response.writeHead(status).end('secret'));
    const reason = await reasonOf(asking()(`${origin}/feed`));
    expect(reason).toContain(`${origin}/feed answers ${status}`);
    expect(reason).toContain(words);
    expect(reason).not.toContain('secret');
  });

  test.each(['', 'feed', 'file:///etc/passwd', 'data:text/plain,a', 'ftp://127.0.0.1/', 'http://', 'blob:a'])(
    'for the address “%s”',
    async (address) => {
      expect(await reasonOf(asking()(address))).toMatch(/is no address|not http or https/u);
    },
  );

  test('for a host that takes no connection, and a port that nothing may use', async () => {
    const { origin } = await closedServer();
    expect(await reasonOf(asking()(origin))).toContain('takes no connection');
    expect(await reasonOf(asking()('http://127.0.0.1:25/'))).toContain('port that is for something else');
  });

  test.each([
    ['ENOTFOUND', 'does not exist'],
    ['EAI_AGAIN', 'cannot be looked up'],
  ])('for a name whose lookup fails with %s', async (code, words) => {
    const lookup: LookupFunction = (_hostname, _options, callback) =>
      callback(Object.assign(new Error('lookup failed'), { code }), '', 0);
    expect(await reasonOf(asking({ lookup })('http://feeds.example/'))).toContain(words);
    expect(await reasonOf(asking({ lookup })('http://feeds.example/', { allowPrivate: false }))).toContain(
      words,
    );
  });

  test('for a connection that is broken off, before the answer and within', async () => {
    const { origin } = await loopbackServer(
      routing({
        '/before': (request) => request.socket.destroy(),
        '/within': (request, response) => {
          response.writeHead(200, { 'content-length': '100' }).write('a');
          setImmediate(() => request.socket.destroy());
        },
      }),
    );
    expect(await reasonOf(asking()(`${origin}/before`))).toContain('broke the connection off');
    expect(await reasonOf(asking()(`${origin}/within`))).toContain('broke the connection off');
  });

  test('for TLS to a port without', async () => {
    const { port } = await loopbackServer(sending('plain'));
    expect(await reasonOf(asking()(`https://127.0.0.1:${port}/`))).toContain('does not speak TLS');
  });

  test('for what is not compressed as it says', async () => {
    const { origin } = await loopbackServer(sending('plain', { 'content-encoding': 'gzip' }));
    expect(await reasonOf(asking()(origin))).toContain('cannot be decompressed');
  });
});

describe('time', () => {
  const shortly = { timeoutMs: 200 };

  test('ends a server that never answers', async () => {
    const { origin } = await loopbackServer(() => undefined);
    expect(await reasonOf(asking(shortly)(origin))).toContain('took longer than 0.2 seconds');
  });

  test('ends one that drips', async () => {
    const { origin } = await loopbackServer((_request, response) => {
      const drip = setInterval(() => response.write('a'), 20);
      response.on('close', () => clearInterval(drip));
    });
    expect(await reasonOf(asking(shortly)(origin))).toContain('took longer than');
  });

  test('ends a lookup that never answers', async () => {
    expect(await reasonOf(asking({ ...shortly, lookup: silentLookup })('http://feeds.example/'))).toContain(
      'took longer than',
    );
  });

  test('ends redirects that are slow one after another', async () => {
    const { origin } = await loopbackServer((_request, response) => {
      setTimeout(() => response.writeHead(302, { location: '/' }).end(), 80);
    });
    expect(await reasonOf(asking(shortly)(origin))).toContain('took longer than');
  });

  test('ends when Signpost stops, also where it has stopped already', async () => {
    const stopping = new AbortController();
    const { origin, received } = await loopbackServer(() => stopping.abort());
    const ask = asking();
    expect(await reasonOf(ask(origin, { signal: stopping.signal }))).toContain('since Signpost stops');
    expect(await reasonOf(ask(origin, { signal: stopping.signal }))).toContain('since Signpost stops');
    expect(received).toHaveLength(1);
  });
});

describe('size', () => {
  test('is counted after decompression, so that a gzip bomb ends early', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    expect(bomb.byteLength).toBeLessThan(100_000);
    const { origin } = await loopbackServer(sending(bomb, { 'content-encoding': 'gzip' }));
    expect(await reasonOf(asking()(origin))).toContain('is larger than 5 MB');
  });

  test('is counted while 100 MB come without a length', async () => {
    let sent = 0;
    const { origin } = await loopbackServer((_request, response) => {
      const more = (): void => {
        while (sent < 100_000_000 && !response.destroyed) {
          sent += 100_000;
          if (!response.write(Buffer.alloc(100_000))) return void response.once('drain', more);
        }
        response.end();
      };
      more();
    });
    expect(await reasonOf(asking()(origin))).toContain('is larger than 5 MB');
    expect(sent).toBeLessThan(50_000_000);
  });

  test('is believed where the server says that it is too large', async () => {
    const { origin } = await loopbackServer((_request, response) => {
      response.writeHead(200, { 'content-length': '100000000' }).write('a');
    });
    expect(await reasonOf(asking()(origin))).toContain('is larger than 5 MB');
  });
});

describe('redirects', () => {
  test.each([301, 302, 303, 307, 308])('are followed with %i, relative ones too', async (status) => {
    const { origin } = await loopbackServer(
      routing({ '/a/b': redirecting('../c', status), '/c': sending('found') }),
    );
    expect(await asking()(`${origin}/a/b`)).toMatchObject({ kind: 'ok', url: `${origin}/c` });
  });

  test('end after five', async () => {
    const { origin, received } = await loopbackServer((request, response) => {
      const step = Number(request.url?.slice(1));
      if (step === 5) response.end('found');
      else response.writeHead(302, { location: `/${step + 1}` }).end();
    });
    expect((await asking()(`${origin}/0`)).kind).toBe('ok');
    expect(await reasonOf(asking()(`${origin}/-1`))).toContain('redirects more than 5 times');
    expect(received).toHaveLength(12);
  });

  test('end in a circle, and where they lead nowhere', async () => {
    const { origin } = await loopbackServer(
      routing({
        '/a': redirecting('/b'),
        '/b': redirecting('/a'),
        '/c': (_request, response) => response.writeHead(302).end(),
        '/d': redirecting('http://['),
      }),
    );
    expect(await reasonOf(asking()(`${origin}/a`))).toContain('redirects more than 5 times');
    expect(await reasonOf(asking()(`${origin}/c`))).toContain('without saying where to');
    expect(await reasonOf(asking()(`${origin}/d`))).toContain('without saying where to');
  });

  test.each(['file:///etc/passwd', 'data:text/xml,a', 'gopher://127.0.0.1/', 'javascript:1'])(
    'do not lead to %s',
    async (location) => {
      const { origin } = await loopbackServer(redirecting(location));
      expect(await reasonOf(asking()(origin))).toContain('not http or https');
    },
  );

  test('take the conditions along', async () => {
    const { origin, received } = await loopbackServer(
      routing({ '/a': redirecting('/b'), '/b': (_request, response) => response.writeHead(304).end() }),
    );
    const headers = { 'If-None-Match': '"1"' };
    expect(await asking()(`${origin}/a`, { headers })).toEqual({ kind: 'not-modified' });
    expect(received[1]?.headers['if-none-match']).toBe('"1"');
  });
});

describe('Retry-After', () => {
  test.each([
    [429, '120', 120],
    [503, '7', 7],
    [503, 'soon', 0],
    [503, undefined, 0],
  ])('of a %i that says %s', async (status, header, seconds) => {
    const { origin } = await loopbackServer((_request, response) => {
      response.writeHead(status, header === undefined ? {} : { 'retry-after': header }).end();
    });
    expect(await asking()(origin)).toMatchObject({ kind: 'failed', status, retryAfter: seconds });
  });

  test('of a server that says a date', async () => {
    const { origin } = await loopbackServer((_request, response) => {
      const date = new Date(Date.now() + 3_600_000).toUTCString();
      response.writeHead(503, { 'retry-after': date }).end();
    });
    const answer = await asking()(origin);
    expect(answer.kind === 'failed' && answer.retryAfter > 3000 && answer.retryAfter <= 3600).toBe(true);
  });

  test.each([
    ['Sun, 01 Mar 2026 12:01:30 GMT', 90],
    ['Sunday, 01-Mar-26 12:01:30 GMT', 0],
    ['Sun, 01 Mar 2026 11:00:00 GMT', 0],
    ['Sun, 01 Mar 2099 11:00:00 GMT', 604_800],
    ['99999999999999999999', 604_800],
    ['1.5', 2],
    ['-5', 0],
    ['2026-03-01', 0],
    [null, 0],
  ])('“%s” is %i seconds', (header, seconds) => {
    expect(retryAfterOf(header, new Date('2026-03-01T12:00:00Z'))).toBe(seconds);
  });
});

const silentLookup: LookupFunction = () => undefined;

async function closedServer(): Promise<{ readonly origin: string }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return { origin: `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}` };
}
