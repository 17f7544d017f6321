import { StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StreamableHTTPClientTransport as OldTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { clientOf } from '../../../src/platforms/mcp/client-address.ts';
import type { McpRouteOptions } from '../../../src/platforms/mcp/http-route.ts';
import { connectNew, connectOld } from './mcp-clients.ts';
import { envelope, initialize, post } from './post.ts';
import { serveMcp } from './serve-mcp.ts';

const TOKEN = 'a-token-of-16-letters-or-more';
const BODY = initialize('2025-11-25');
const OPEN = { host: '0.0.0.0', token: TOKEN };

/** The status of a first request, sent as it is: fetch sets some headers itself. */
async function statusOf(url: string, headers: Readonly<Record<string, string>>): Promise<number> {
  const body = JSON.stringify(BODY);
  const all = { 'Content-Type': 'application/json', 'Content-Length': String(body.length), ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return sendRaw(url, `POST /mcp HTTP/1.1\r\n${lines.join('')}Connection: close\r\n\r\n${body}`);
}

async function sendRaw(url: string, text: string): Promise<number> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.write(text);
  let answer = '';
  try {
    for await (const chunk of socket) answer += String(chunk);
  } catch (error) {
    // Who still sends when the connection is closed has been answered before.
    if (answer === '') throw error;
  }
  return Number(/^HTTP\/1\.1 (\d+)/u.exec(answer)?.[1]);
}

describe('the Host header', () => {
  test.each(['localhost', 'localhost:3000', 'LOCALHOST:3000', '127.0.0.1:3000', '127.0.0.2', '[::1]:3000'])(
    '%s is of this machine',
    async (host) => {
      const { url } = await serveMcp();
      expect(await statusOf(url, { Host: host })).toBe(200);
    },
  );

  test.each([
    'evil.example',
    'evil.example:3000',
    'localhost.evil.example',
    'evil.example/localhost',
    'evil.example@localhost',
    'localhost evil.example',
    '127.0.0.1.evil.example',
    '127.evil.example',
    '192.168.0.7:3000',
    '0.0.0.0:3000',
    '[::2]',
  ])('%s is not, so the request is refused', async (host) => {
    const { url, calls } = await serveMcp();
    expect(await statusOf(url, { Host: host })).toBe(403);
    expect(calls.texts).toEqual([]);
  });

  test('says nothing where the server is open to others and has a token', async () => {
    const { url } = await serveMcp(OPEN);
    expect(await statusOf(url, { Host: 'docs.example', Authorization: `Bearer ${TOKEN}` })).toBe(200);
    expect(await statusOf(url, { Host: 'docs.example/x y', Authorization: `Bearer ${TOKEN}` })).toBe(200);
  });
});

describe('the Origin header', () => {
  const origins = ['https://app.acme.com', 'https://docs.acme.com:443'];

  test.each([
    'http://localhost:5173',
    'https://localhost',
    'http://127.0.0.1:6274',
    'http://[::1]:3000',
    'https://app.acme.com',
    'https://docs.acme.com',
  ])('%s may ask, and read the answer', async (origin) => {
    const { url } = await serveMcp({ origins });
    const answer = await post(url, { body: BODY, headers: { Origin: origin } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
    expect(answer.headers.get('vary')).toContain('Origin');
  });

  test.each([
    'https://evil.example',
    'http://app.acme.com',
    'https://app.acme.com.evil.example',
    'https://app.acme.com:8443',
    'https://localhost.evil.example',
    'https://evil.example/localhost',
    'https://localhost@evil.example',
    'http://localhost, https://evil.example',
    'chrome-extension://abcdef',
    'file://localhost',
    'null',
    '',
  ])('%j may not', async (origin) => {
    const { url, calls } = await serveMcp({ origins });
    const answer = await post(url, { body: BODY, headers: { Origin: origin } });
    expect([answer.status, answer.json]).toMatchObject([403, { jsonrpc: '2.0', id: null }]);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(calls.texts).toEqual([]);
  });

  test('of the server itself may ask, through a proxy too', async () => {
    const { url } = await serveMcp(OPEN);
    const own = { Host: 'docs.example', Authorization: `Bearer ${TOKEN}` };
    expect(await statusOf(url, { ...own, Origin: 'https://docs.example' })).toBe(200);
    expect(await statusOf(url, { ...own, Origin: 'https://other.example' })).toBe(403);
  });

  test('that may ask is told how, before it has a token', async () => {
    const { url } = await serveMcp({ origins, token: TOKEN });
    const asked = (origin: string) =>
      post(url, { method: 'OPTIONS', headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' } });
    const [known, strange] = [await asked('https://app.acme.com'), await asked('https://evil.example')];
    expect([known.status, strange.status]).toEqual([204, 403]);
    expect(known.headers.get('access-control-allow-methods')).toBe('POST');
    expect(known.headers.get('access-control-allow-headers')).toContain('Authorization');
    expect(strange.headers.get('access-control-allow-methods')).toBeNull();
  });
});

describe('a token', () => {
  test.each([
    ['none', {}, 'Bearer realm="signpost"'],
    ['another', { Authorization: `Bearer ${TOKEN}x` }, 'Bearer realm="signpost", error="invalid_token"'],
    [
      'half of it',
      { Authorization: `Bearer ${TOKEN.slice(1)}` },
      'Bearer realm="signpost", error="invalid_token"',
    ],
    ['an empty one', { Authorization: 'Bearer ' }, 'Bearer realm="signpost", error="invalid_token"'],
    [
      'it, as a password',
      { Authorization: `Basic ${btoa(`:${TOKEN}`)}` },
      'Bearer realm="signpost", error="invalid_token"',
    ],
  ])('is asked of who sends %s', async (_name, headers, challenge) => {
    const { url, calls } = await serveMcp({ token: TOKEN });
    const answer = await post(url, { body: BODY, headers });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe(challenge);
    expect(calls.texts).toEqual([]);
  });

  test('is neither in an address nor in what is said or logged', async () => {
    const { url, lines } = await serveMcp({ token: TOKEN });
    const answer = await post(`${url}/mcp?token=${TOKEN}#`, { body: BODY });
    const wrong = await post(url, { body: BODY, headers: { Authorization: `Bearer x${TOKEN}` } });
    expect(answer.status).not.toBe(200);
    expect(answer.text + wrong.text + lines.join('')).not.toContain(TOKEN);
  });

  test.each(['Bearer', 'bearer', 'BEARER'])('lets in who sends it as %s', async (scheme) => {
    const { url } = await serveMcp({ token: TOKEN });
    const answer = await post(url, { body: BODY, headers: { Authorization: `${scheme} ${TOKEN}` } });
    expect(answer.status).toBe(200);
  });

  test('is sent by the official clients', async () => {
    const { url } = await serveMcp(OPEN);
    const requestInit = { headers: { Authorization: `Bearer ${TOKEN}` } };
    const modern = await connectNew(
      new StreamableHTTPClientTransport(new URL(`${url}/mcp`), { requestInit }),
    );
    const old = await connectOld(new OldTransport(new URL(`${url}/mcp`), { requestInit }));
    expect((await modern.listTools()).tools).toHaveLength(2);
    expect((await old.listTools()).tools).toHaveLength(2);
  });

  test('that is missing is told to the official clients', async () => {
    const { url } = await serveMcp(OPEN);
    await expect(connectNew(new StreamableHTTPClientTransport(new URL(`${url}/mcp`)))).rejects.toThrow(
      /401|token/u,
    );
    await expect(connectOld(new OldTransport(new URL(`${url}/mcp`)))).rejects.toThrow(/token/u);
  });
});

describe('a server that others can reach', () => {
  test.each(['0.0.0.0', '::', '192.168.0.7', 'docs.example'])(
    'at %s is closed without a token, and says why',
    async (host) => {
      const { url, lines } = await serveMcp({ host });
      const answers = [
        await post(url, { body: BODY }),
        await post(url, { method: 'GET' }),
        await post(url, { method: 'OPTIONS' }),
      ];
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
      expect(answers[0]?.json).toMatchObject({
        error: { message: expect.stringContaining('set MCP_TOKEN') as string },
      });
      expect(lines.filter((line) => line.includes('MCP_TOKEN'))).toHaveLength(1);
    },
  );

  test.each(['127.0.0.1', 'localhost', '::1', '127.1.2.3'])('is not at %s', async (host) => {
    const { url, lines } = await serveMcp({ host });
    expect((await post(url, { body: BODY })).status).toBe(200);
    expect(lines.join('')).not.toContain('MCP_TOKEN');
  });
});

describe('a limit', () => {
  const few: Partial<McpRouteOptions> = { limit: { burst: 2, perMinute: 6 } };

  test('turns a client away that asks too much, and says until when', async () => {
    let time = 0;
    const { url } = await serveMcp({ ...few, now: () => new Date(time) });
    const ask = async () => post(url, { body: BODY, headers: { 'X-Forwarded-For': String(Math.random()) } });
    expect([(await ask()).status, (await ask()).status]).toEqual([200, 200]);
    const refused = await ask();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '10']);
    time = 10_000;
    expect((await ask()).status).toBe(200);
  });

  test('counts who guesses tokens, too', async () => {
    const { url } = await serveMcp({ ...few, token: TOKEN });
    const guess = async () =>
      (await post(url, { body: BODY, headers: { Authorization: 'Bearer guess' } })).status;
    expect([await guess(), await guess(), await guess()]).toEqual([401, 401, 429]);
  });

  test('is of an address, or a network of IPv6', () => {
    expect(
      [
        '10.0.0.1',
        '::ffff:10.0.0.1',
        '::1',
        '2001:db8:1:2:3:4:5:6',
        '2001:db8:1:2::9',
        'fe80::1%eth0',
        '',
      ].map(clientOf),
    ).toEqual(['10.0.0.1', '10.0.0.1', '0:0:0:0', '2001:db8:1:2', '2001:db8:1:2', 'fe80:0:0:0', '']);
  });
});

describe('a request that is none', () => {
  test.each(['GET', 'DELETE', 'PUT', 'PATCH', 'HEAD'])('by %s is told to POST', async (method) => {
    const { url } = await serveMcp();
    const answer = await post(url, { method });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
  });

  test.each(['/mcp/', '/mcp/tools', '/mcp/../api/help', '/mcp//', '/mcp/%2e%2e'])(
    'to %s is told that there is nothing',
    async (path) => {
      const { url } = await serveMcp();
      expect(
        await sendRaw(
          url,
          `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
        ),
      ).toBe(404);
    },
  );

  test.each(['/mcpx', '/MCP', '//mcp', '/.well-known/oauth-protected-resource/mcp'])(
    'to %s is not for MCP',
    async (path) => {
      const { url } = await serveMcp({ host: '0.0.0.0' });
      expect((await fetch(url + path, { method: 'POST' })).status).toBe(404);
    },
  );

  test.each([
    ['text/plain'],
    ['application/x-www-form-urlencoded'],
    ['multipart/form-data; boundary=x'],
    ['application/jsonx'],
    ['text/plain; application/json'],
    [''],
  ])('of the type %j is refused', async (type) => {
    const { url } = await serveMcp();
    expect((await post(url, { body: BODY, headers: { 'Content-Type': type } })).status).toBe(415);
  });

  test.each(['application/json; charset=utf-8', 'Application/JSON', 'application/json;'])(
    'is not one of the type %j',
    async (type) => {
      const { url } = await serveMcp();
      expect((await post(url, { body: BODY, headers: { 'Content-Type': type } })).status).toBe(200);
    },
  );

  test('is compressed', async () => {
    const { url } = await serveMcp();
    const body = gzipSync(JSON.stringify(BODY));
    const headers = { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' };
    expect((await fetch(`${url}/mcp`, { method: 'POST', headers, body })).status).toBe(415);
  });

  test('wants a page', async () => {
    const { url } = await serveMcp();
    expect((await post(url, { body: BODY, headers: { Accept: 'text/html' } })).status).toBe(406);
  });

  test.each([
    ['announced', { 'Content-Length': '2000000' }, ''],
    ['sent in pieces', { 'Transfer-Encoding': 'chunked' }, `${'fffff\r\n'}${'x'.repeat(0xfffff)}\r\n`],
  ])('is too long, %s', async (_name, headers, body) => {
    const { url } = await serveMcp();
    const lines = Object.entries({ Host: 'localhost', 'Content-Type': 'application/json', ...headers }).map(
      ([name, value]) => `${name}: ${value}\r\n`,
    );
    expect(await sendRaw(url, `POST /mcp HTTP/1.1\r\n${lines.join('')}\r\n${body}`)).toBe(413);
  });

  const deep = '['.repeat(100_000) + ']'.repeat(100_000);
  test.each([
    ['nothing', '', -32_700],
    ['half of JSON', '{"jsonrpc":"2.0"', -32_700],
    ['NUL', '\u0000', -32_700],
    ['a list of lists of lists', deep, -32_600],
    ['params deep below', `{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"a":${deep}}}`, -32_600],
    ['an empty batch', '[]', -32_600],
    ['null', 'null', undefined],
    ['a number', '5', undefined],
    ['a text', '"initialize"', undefined],
    ['an object', '{}', undefined],
    ['a list of nothing', '[null]', undefined],
    ['another protocol', '{"jsonrpc":"1.0","id":1,"method":"tools/list"}', undefined],
    ['a method that is a number', '{"jsonrpc":"2.0","id":1,"method":1}', undefined],
    ['an id that is an object', '{"jsonrpc":"2.0","id":{},"method":"ping"}', undefined],
    ['a prototype', '{"__proto__":{"jsonrpc":"2.0","id":1,"method":"ping"}}', undefined],
    [
      'too long a batch',
      JSON.stringify(Array.from({ length: 101 }, () => ({ jsonrpc: '2.0', method: 'x' }))),
      undefined,
    ],
    ['two first requests', JSON.stringify([BODY, BODY]), undefined],
  ])('is %s, which is an error of JSON-RPC', async (_name, body, code) => {
    const { url, lines } = await serveMcp();
    const answer = await post(url, { body });
    expect(answer.status).toBe(400);
    expect(answer.json).toMatchObject({
      jsonrpc: '2.0',
      error: { code: code ?? (expect.any(Number) as number) },
    });
    expect(answer.text).not.toMatch(/\bat .*:\d+|node_modules/u);
    expect(lines.filter((line) => /"level":[456]0/u.test(line))).toEqual([]);
  });

  test('has arguments that the tool does not take, which the model is told', async () => {
    const { url } = await serveMcp();
    const params = { name: 'echo', arguments: { text: 5 } };
    const old = await post(url, { body: { jsonrpc: '2.0', id: 1, method: 'tools/call', params } });
    const modern = await post(url, envelope('tools/call', params, '2026-07-28', 'echo'));
    expect([old.json, modern.json]).toMatchObject([
      { result: { isError: true } },
      { result: { isError: true } },
    ]);
    expect(old.text + modern.text).not.toMatch(/\bat .*:\d+|node_modules/u);
  });

  test('or breaks off does not keep the next from being answered', async () => {
    const { url, lines } = await serveMcp();
    const { hostname, port } = new URL(url);
    const half = connect(Number(port), hostname);
    half.write(
      'POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
    );
    expect((await post(url, { body: '{' })).status).toBe(400);
    half.destroy();
    expect((await post(url, { body: BODY })).status).toBe(200);
    expect(lines.filter((line) => /"level":[456]0/u.test(line))).toEqual([]);
  });
});
