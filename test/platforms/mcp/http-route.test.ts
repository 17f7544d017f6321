import { StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StreamableHTTPClientTransport as OldTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { request } from 'node:http';
import type { ClientRequest } from 'node:http';
import { describe, expect, test } from 'vitest';
import { connectEither, connectNew, connectOld } from './mcp-clients.ts';
import { envelope, initialize, post } from './post.ts';
import type { Posted } from './post.ts';
import { serveMcp } from './serve-mcp.ts';

interface Seen {
  readonly request: Headers;
  readonly status: number;
  readonly response: Headers;
}

/** A fetch that remembers what went to and fro. */
function watched(): { seen: Seen[]; fetch: typeof fetch } {
  const seen: Seen[] = [];
  return {
    seen,
    fetch: async (input, init) => {
      const response = await fetch(input, init);
      seen.push({ request: new Headers(init?.headers), status: response.status, response: response.headers });
      return response;
    },
  };
}

const echo = { name: 'echo', arguments: { text: 'zebra' } };
const echoed = { content: [{ type: 'text', text: 'zebra' }] };

describe('clients of 2026-07-28', () => {
  test('discover the server, list, call and read, and get plain JSON each time', async () => {
    const { url } = await serveMcp();
    const { seen, fetch } = watched();
    const client = await connectNew(new StreamableHTTPClientTransport(new URL(`${url}/mcp`), { fetch }));
    expect(client.getServerVersion()).toMatchObject({ name: 'tiny' });
    expect(client.getNegotiatedProtocolVersion()).toBe('2026-07-28');
    expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(['echo', 'wait']);
    expect(await client.callTool(echo)).toMatchObject(echoed);
    expect((await client.listResources()).resources).toMatchObject([{ uri: 'docs://zebra' }]);
    expect(await client.readResource({ uri: 'docs://zebra' })).toMatchObject({
      contents: [{ text: '# Zebra' }],
    });
    const types = seen.map(({ response }) => response.get('content-type'));
    expect(new Set(types)).toEqual(new Set(['application/json']));
    expect(seen.some(({ response }) => response.has('mcp-session-id'))).toBe(false);
  });

  test('find out the era of the server by themselves', async () => {
    const { url } = await serveMcp();
    const client = await connectEither(new StreamableHTTPClientTransport(new URL(`${url}/mcp`)));
    expect(client.getNegotiatedProtocolVersion()).toBe('2026-07-28');
  });

  test('are told the time that an answer may be kept', async () => {
    const { url } = await serveMcp();
    const answer = await post(url, envelope('tools/list'));
    expect(answer.json).toMatchObject({ id: 1, result: { ttlMs: expect.any(Number) as number } });
  });

  test.each([
    ['of a revision to come', envelope('tools/list', {}, '2099-01-01'), { status: 400, code: -32_022 }],
    [
      'without an envelope',
      { ...envelope('tools/list'), body: { jsonrpc: '2.0', id: 1, method: 'tools/list' } },
      { status: 400, code: -32_602 },
    ],
    [
      'whose header names another method',
      {
        ...envelope('tools/list'),
        headers: { 'Mcp-Protocol-Version': '2026-07-28', 'Mcp-Method': 'tools/call' },
      },
      { status: 400, code: -32_020 },
    ],
    ['of a method that there is not', envelope('sampling/none'), { status: 404, code: -32_601 }],
  ])('%s are told what is wrong', async (_name, request, { status, code }) => {
    const { url } = await serveMcp();
    const answer = await post(url, request);
    expect([answer.status, answer.json]).toMatchObject([status, { id: 1, error: { code } }]);
  });
});

describe('clients of 2025-11-25 and before', () => {
  test('initialise, list, call and read, and get plain JSON without a session', async () => {
    const { url } = await serveMcp();
    const { seen, fetch } = watched();
    const client = await connectOld(new OldTransport(new URL(`${url}/mcp`), { fetch }));
    expect(client.getServerVersion()).toMatchObject({ name: 'tiny' });
    expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(['echo', 'wait']);
    expect(await client.callTool(echo)).toMatchObject(echoed);
    expect((await client.listResources()).resources).toMatchObject([{ uri: 'docs://zebra' }]);
    expect(await client.readResource({ uri: 'docs://zebra' })).toMatchObject({
      contents: [{ text: '# Zebra' }],
    });
    const answered = seen.filter(({ status }) => status === 200);
    expect(answered.length).toBeGreaterThan(4);
    expect(answered.every(({ response }) => response.get('content-type') === 'application/json')).toBe(true);
    expect(seen.some(({ response }) => response.has('mcp-session-id'))).toBe(false);
    const refused = () =>
      seen.filter(({ request, status }) => status === 405 && request.get('accept') === 'text/event-stream');
    // The client asks for that beside everything else.
    await expect.poll(refused).toHaveLength(1);
  });

  test.each(['2024-11-05', '2025-03-26', '2025-06-18', '2025-11-25'])(
    'of %s get their revision',
    async (version) => {
      const { url } = await serveMcp();
      const { json } = await post(url, { body: initialize(version) });
      expect(json).toMatchObject({ id: 1, result: { protocolVersion: version } });
    },
  );

  test('of an unknown revision get the newest of their era', async () => {
    const { url } = await serveMcp();
    const { json } = await post(url, { body: initialize('1999-01-01') });
    expect(json).toMatchObject({ result: { protocolVersion: '2025-11-25' } });
  });

  test.each([
    ['anything', '*/*'],
    ['JSON alone', 'application/json'],
    ['nothing in particular', undefined],
  ])('that take %s get JSON', async (_name, accept) => {
    const { url } = await serveMcp();
    const { status } = await post(url, {
      body: initialize('2025-11-25'),
      headers: accept === undefined ? {} : { Accept: accept },
    });
    expect(status).toBe(200);
  });

  test('send a notification, which is accepted', async () => {
    const { url } = await serveMcp();
    const answer = await post(url, { body: { jsonrpc: '2.0', method: 'notifications/initialized' } });
    expect([answer.status, answer.text]).toEqual([202, '']);
  });
});

function call(id: number): object {
  return { jsonrpc: '2.0', id, method: 'tools/call', params: echo };
}

describe('a batch', () => {
  test('of a revision that has them is answered by a batch', async () => {
    const { url } = await serveMcp();
    const { json } = await post(url, {
      body: [call(1), call(2)],
      headers: { 'Mcp-Protocol-Version': '2025-03-26' },
    });
    expect(json).toMatchObject([
      { id: 1, result: echoed },
      { id: 2, result: echoed },
    ]);
  });

  test.each(['2025-06-18', '2025-11-25', '2026-07-28'])('is no request of %s', async (version) => {
    const { url, calls } = await serveMcp();
    const answer = await post(url, { body: [call(1)], headers: { 'Mcp-Protocol-Version': version } });
    expect([answer.status, answer.json]).toMatchObject([400, { id: null, error: { code: -32_600 } }]);
    expect(calls.texts).toEqual([]);
  });

  test('counts as many requests as it has', async () => {
    const { url } = await serveMcp({ limit: { burst: 3, perMinute: 1 } });
    expect((await post(url, { body: [call(1), call(2), call(3)] })).status).toBe(200);
    expect((await post(url, { body: [call(4)] })).status).toBe(429);
  });

  test('that cancels a request of its own is not waited for without end', async () => {
    const { url } = await serveMcp({ patience: 50 });
    const wait = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'wait', arguments: {} } };
    const cancel = { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 1 } };
    const { status } = await post(url, { body: [wait, cancel] });
    expect(status).toBe(504);
  });
});

/** A request whose connection can be cut; fetch would open another at once. */
function sent(url: string, { headers, body }: Posted): ClientRequest {
  const one = request(`${url}/mcp`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
  });
  one.on('error', () => undefined).end(JSON.stringify(body));
  return one;
}

describe('a client that goes', () => {
  test.each([
    ['2026-07-28', envelope('tools/call', { name: 'wait', arguments: {} }, '2026-07-28', 'wait')],
    [
      '2025-11-25',
      { body: { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'wait', arguments: {} } } },
    ],
  ])('of %s takes the work with it', async (_version, request) => {
    const { url, calls, lines } = await serveMcp();
    const going = sent(url, request);
    await expect.poll(() => calls.signals).toHaveLength(1);
    going.destroy();
    await expect.poll(() => calls.signals[0]?.aborted).toBe(true);
    expect(lines.filter((line) => /"level":[456]0/u.test(line))).toEqual([]);
  });
});

function broken(): never {
  throw new Error('no such secret');
}

test('a server that cannot be made is an internal error, told in the log alone', async () => {
  const { url, lines } = await serveMcp({ create: broken });
  const old = await post(url, { body: initialize('2025-11-25') });
  const modern = await post(url, envelope('tools/list'));
  expect([old.status, modern.status]).toEqual([500, 500]);
  expect(old.text + modern.text).not.toMatch(/secret|\bat /u);
  expect(lines.join('')).toContain('no such secret');
});

test('the streams of clients end with the route', async () => {
  const { url, close } = await serveMcp();
  const listen = envelope('subscriptions/listen', { notifications: { resourcesListChanged: true } });
  const listening = await fetch(`${url}/mcp`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/json, text/event-stream',
      ...listen.headers,
    },
    body: JSON.stringify(listen.body),
  });
  expect(listening.headers.get('content-type')).toBe('text/event-stream');
  await close();
  expect(await listening.text()).toContain('data: ');
});
