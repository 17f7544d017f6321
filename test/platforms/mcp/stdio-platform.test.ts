import type { Client } from '@modelcontextprotocol/client';
import { StdioServerTransport } from '@modelcontextprotocol/server/stdio';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createLog } from '../../../src/log.ts';
import { createStdioPlatform } from '../../../src/platforms/mcp/stdio-platform.ts';
import type { StdioOptions, StdioPlatform } from '../../../src/platforms/mcp/stdio-platform.ts';
import { platformContract } from '../../contracts/platform.ts';
import { connectEither, connectNew, connectOld } from './mcp-clients.ts';
import { envelope, initialize } from './post.ts';
import { tinyServer } from './serve-mcp.ts';
import type { Calls } from './serve-mcp.ts';

interface Started {
  readonly platform: StdioPlatform;
  readonly calls: Calls;
  readonly input: PassThrough;
  readonly output: PassThrough;
  /** What is logged. */
  readonly lines: readonly string[];
  /** Sends a message as a line, or a text as it is. */
  send(message: unknown): void;
  /** What was answered so far: every line must be JSON. */
  answers(): { id?: unknown; result?: unknown; error?: unknown }[];
}

function stdio(options: Partial<StdioOptions> = {}): Started {
  const calls: Calls = { texts: [], signals: [] };
  const [input, output] = [new PassThrough(), new PassThrough()];
  const lines: string[] = [];
  let written = '';
  const destination = { write: (line: string) => void lines.push(line) };
  const platform = createStdioPlatform({
    create: () => tinyServer(calls),
    input,
    output,
    ready: { docs: Promise.resolve(), entries: Promise.resolve() },
    log: createLog({ level: 'debug', secrets: [], destination }),
    ...options,
  });
  onTestFinished(() => platform.stop());
  return {
    platform,
    calls,
    input,
    output,
    lines,
    send: (message) => input.write(typeof message === 'string' ? message : `${JSON.stringify(message)}\n`),
    answers: () => {
      written += (output.read() as Buffer | null)?.toString('utf8') ?? '';
      const answered = written.split('\n').filter((line) => line !== '');
      return answered.map((line) => JSON.parse(line) as { id?: unknown });
    },
  };
}

async function started(options: Partial<StdioOptions> = {}): Promise<Started> {
  const one = stdio(options);
  await one.platform.start();
  return one;
}

function call(id: number, name = 'echo', args: object = { text: 'zebra' }): object {
  return { jsonrpc: '2.0', id, method: 'tools/call', params: { name, arguments: args } };
}

/** Docs that are read once it is told. */
function docs(): { ready: StdioOptions['ready']; tell: () => void } {
  const telling = new AbortController();
  const ready = { docs: once(telling.signal, 'abort'), entries: Promise.resolve() };
  return { ready, tell: () => telling.abort() };
}

function waitingFor(docs: Promise<unknown>): StdioOptions['ready'] {
  return { docs, entries: docs };
}

const echo = { name: 'echo', arguments: { text: 'zebra' } };
const echoed = { content: [{ type: 'text', text: 'zebra' }] };
const POLL = { timeout: 60_000, interval: 5 };

platformContract(async () => stdio().platform);

describe('the official client', () => {
  test.each([
    ['of 2026-07-28', connectNew],
    ['that finds out the era', connectEither],
    ['of 2025-11-25', connectOld as unknown as (transport: StdioServerTransport) => Promise<Client>],
  ])('%s lists, calls and reads', async (_name, connect) => {
    const { input, output } = await started();
    // What a server reads and writes is what a client writes and reads.
    const client = await connect(new StdioServerTransport(output, input));
    expect(client.getServerVersion()).toMatchObject({ name: 'tiny' });
    expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(['echo', 'wait']);
    expect(await client.callTool(echo)).toMatchObject(echoed);
    expect((await client.listResources()).resources).toMatchObject([{ uri: 'docs://zebra' }]);
    expect(await client.readResource({ uri: 'docs://zebra' })).toMatchObject({
      contents: [{ text: '# Zebra' }],
    });
  });
});

describe('while the docs are read', () => {
  test('everything but the docs is answered, and they as soon as they are there', async () => {
    const { ready, tell } = docs();
    const { send, answers, calls } = await started({ ready, listPatience: 0 });
    send(initialize('2025-11-25'));
    send({ jsonrpc: '2.0', method: 'notifications/initialized' });
    send(call(2));
    send({ jsonrpc: '2.0', id: 3, method: 'resources/read', params: { uri: 'docs://zebra' } });
    send({ jsonrpc: '2.0', id: 4, method: 'tools/list' });
    send({ jsonrpc: '2.0', id: 5, method: 'ping' });
    await vi.waitFor(() => expect(answers().map(({ id }) => id)).toEqual([1, 5, 4]), POLL);
    expect(calls.texts).toEqual([]);
    tell();
    await vi.waitFor(
      () =>
        expect(
          answers()
            .map(({ id }) => id)
            .sort(),
        ).toEqual([1, 2, 3, 4, 5]),
      POLL,
    );
  });

  test('the list of tools waits a little for what the docs turn out to have', async () => {
    const { ready, tell } = docs();
    const { send, answers } = await started({ ready, listPatience: 60_000 });
    send(initialize('2025-11-25'));
    send({ jsonrpc: '2.0', id: 2, method: 'tools/list' });
    send({ jsonrpc: '2.0', id: 3, method: 'ping' });
    await vi.waitFor(() => expect(answers().map(({ id }) => id)).toEqual([1, 3]), POLL);
    tell();
    await vi.waitFor(() => expect(answers().map(({ id }) => id)).toEqual([1, 3, 2]), POLL);
  });

  test('changelogs are answered, and the other way round', async () => {
    const telling = new AbortController();
    const ready = { docs: Promise.resolve(), entries: once(telling.signal, 'abort') };
    const [reading, read] = [await started(docs()), await started({ ready })];
    for (const { send } of [reading, read]) {
      send(initialize('2025-11-25'));
      send(call(2, 'animals_changelogs'));
      send(call(3));
    }
    await vi.waitFor(() => expect(reading.answers().map(({ id }) => id)).toEqual([1, 2]), POLL);
    await vi.waitFor(() => expect(read.answers().map(({ id }) => id)).toEqual([1, 3]), POLL);
    telling.abort();
    await vi.waitFor(() => expect(read.answers().map(({ id }) => id)).toEqual([1, 3, 2]), POLL);
  });

  test('a client of 2026-07-28 may call first, and is answered when they are there', async () => {
    const { ready, tell } = docs();
    const { send, answers } = await started({ ready });
    send(envelope('tools/call', echo).body);
    send({ ...(envelope('server/discover').body as object), id: 2 });
    await vi.waitFor(() => expect(answers().map(({ id }) => id)).toEqual([2]), POLL);
    tell();
    await vi.waitFor(() => expect(answers()).toMatchObject([{ id: 2 }, { id: 1, result: echoed }]), POLL);
  });

  test('nobody waits for ever, nor where they cannot be read', async () => {
    const never = await started({ ready: waitingFor(new Promise(() => undefined)), patience: 10 });
    const failed = await started({ ready: waitingFor(Promise.reject(new Error('no docs'))) });
    for (const { send } of [never, failed]) send(initialize('2025-11-25'));
    for (const { send } of [never, failed]) send(call(2));
    for (const { answers } of [never, failed])
      await vi.waitFor(() => expect(answers()).toMatchObject([{ id: 1 }, { id: 2, result: echoed }]), POLL);
  });

  test('what is cancelled is not done once they are there', async () => {
    const { ready, tell } = docs();
    const { send, answers, calls } = await started({ ready });
    send(initialize('2025-11-25'));
    send(call(2));
    send({ jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 2 } });
    send({ jsonrpc: '2.0', id: 3, method: 'ping' });
    await vi.waitFor(() => expect(answers().map(({ id }) => id)).toEqual([1, 3]), POLL);
    tell();
    send(call(4));
    await vi.waitFor(() => expect(answers().map(({ id }) => id)).toEqual([1, 3, 4]), POLL);
    expect(calls.texts).toHaveLength(1);
  });
});

describe('the end', () => {
  test('comes when the client has gone', async () => {
    const { platform, input } = await started();
    input.end();
    await expect(platform.done).resolves.toBeUndefined();
  });

  test('comes when the client has gone before anything began', async () => {
    const { platform, input } = stdio();
    input.end();
    input.resume();
    await new Promise((resolve) => input.once('end', resolve));
    await platform.start();
    await expect(platform.done).resolves.toBeUndefined();
  });

  test('comes when it is told to, and reads no more', async () => {
    const { platform, send, answers } = await started();
    await platform.stop();
    await expect(platform.done).resolves.toBeUndefined();
    send(initialize('2025-11-25'));
    expect(answers()).toEqual([]);
  });

  test('comes when nobody reads the answers', async () => {
    const { platform, output, send } = await started();
    output.destroy(new Error('EPIPE'));
    send(initialize('2025-11-25'));
    await expect(platform.done).resolves.toBeUndefined();
  });

  test('waits for the answers to what a pipe has sent', async () => {
    const { ready, tell } = docs();
    const { platform, input, send, answers } = await started({ ready });
    send(initialize('2025-11-25'));
    send(call(2));
    input.end();
    setImmediate(tell);
    await platform.done;
    expect(answers()).toMatchObject([{ id: 1 }, { id: 2, result: echoed }]);
  });

  test('does not wait for what is never answered', async () => {
    const { platform, input, send, calls } = await started({ patience: 50 });
    send(initialize('2025-11-25'));
    send(call(2, 'wait', {}));
    await vi.waitFor(() => expect(calls.signals).toHaveLength(1), POLL);
    input.end();
    await platform.done;
    expect(calls.signals[0]?.aborted).toBe(true);
  });
});

describe('a line that is no message', () => {
  test.each([
    ['is no JSON', 'hello\n'],
    ['is half of it', '{"jsonrpc":\n'],
    ['is empty', '\n\r\n'],
    ['has NUL', '\u0000\n'],
    ['is null', 'null\n'],
    ['is a batch', '[{"jsonrpc":"2.0","id":1,"method":"ping"}]\n'],
    ['is nested deep', `${'['.repeat(50_000)}${']'.repeat(50_000)}\n`],
    ['has no method', '{"jsonrpc":"2.0","id":7}\n'],
    ['answers what nobody asked', '{"jsonrpc":"2.0","id":7,"result":{}}\n'],
    ['has an id that is an object', '{"jsonrpc":"2.0","id":{},"method":"ping"}\n'],
  ])('%s, and the next is answered', async (_name, line) => {
    const { send, answers } = await started();
    send(line);
    send(initialize('2025-11-25'));
    await vi.waitFor(() => expect(answers().at(-1)).toMatchObject({ id: 1, result: {} }), POLL);
  });

  test('comes in pieces, or with others, and is answered whole', async () => {
    const { input, answers } = await started();
    const messages = [initialize('2025-11-25'), call(2, 'echo', { text: 'zebra → 🦓' })];
    const bytes = Buffer.from(messages.map((one) => `${JSON.stringify(one)}\n`).join(''));
    for (let at = 0; at < bytes.length; at += 7) input.write(bytes.subarray(at, at + 7));
    const whole = { content: [{ type: 'text', text: 'zebra → 🦓' }] };
    await vi.waitFor(() => expect(answers()).toMatchObject([{ id: 1 }, { id: 2, result: whole }]), POLL);
  });

  test('is too long, so the connection ends', async () => {
    const { platform, send } = await started();
    send('x'.repeat(11_000_000));
    await expect(platform.done).resolves.toBeUndefined();
  });
});
