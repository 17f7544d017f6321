import { PassThrough, Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createTerminalPlatform } from '../../../src/platforms/terminal/terminal-platform.ts';
import { Collecting, brokenPipe, optionsOf, runTerminal } from './run-terminal.ts';

const BATCH = { kind: 'batch' } as const;

/** The lines that a batch writes, each read. */
async function replies(input: Parameters<typeof runTerminal>[1]): Promise<Record<string, unknown>[]> {
  const { text } = await runTerminal(BATCH, input);
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

test('each line gets what ask --json prints, with its id, in order', async () => {
  const input = '{"id":"a","query":"zebra"}\r\n\n{"id":2,"query":"lion"}\n{"query":"api: zebra"}';
  const lines = await replies(input);
  const single = await runTerminal({ kind: 'question', text: 'zebra', json: true });
  expect(lines[0]).toEqual({ id: 'a', ...(JSON.parse(single.text) as object) });
  expect(lines.slice(1)).toMatchObject([
    { id: 2, query: 'lion', outcome: 'nothing', hits: [] },
    { id: null, outcome: 'answered', hits: [{ collection: 'api' }] },
  ]);
});

test('questions that the docs do not answer are no failure of the batch', async () => {
  expect(await runTerminal(BATCH, '{"id":1,"query":"lion"}\n')).toMatchObject({ outcome: 'answered' });
});

test.each([
  ['nonsense', /^line 2 is not JSON: write/u, null],
  ['{"id":"a","query":"zeb', /^line 2 is not JSON: write/u, null],
  ['[]', /^line 2 is a list: write/u, null],
  ['null', /^line 2 is null: write/u, null],
  ['"zebra"', /^line 2 is a string: write/u, null],
  ['{"id":"a"}', /^line 2 has no query: write/u, 'a'],
  ['{"id":"a","query":7}', /^the query of line 2 is a number: make/u, 'a'],
  ['{"id":{},"query":"zebra"}', /^the id of line 2 is an object: make/u, null],
  [Buffer.from('{"id":"a","query":"z\u00E9bra"}', 'latin1'), /^line 2 is not UTF-8: save/u, null],
])('a bad line is told, and does not stop the others: %s', async (line, error, id) => {
  const good = '{"id":"good","query":"zebra"}';
  const input = [good, '\n', line, '\n', good];
  expect(await replies(input)).toMatchObject([
    { id: 'good' },
    { id, error: expect.stringMatching(error) as string },
    { id: 'good' },
  ]);
  expect((await runTerminal(BATCH, input)).outcome).toBe('failed');
});

test('an empty query is nothing, and keeps the shape', async () => {
  expect(await replies('{"id":1,"query":" "}')).toEqual([
    { id: 1, query: '', outcome: 'nothing', confidence: 0, hits: [], took_ms: 0 },
  ]);
});

test('hostile ids and queries come out as one line that no terminal obeys', async () => {
  const hostile = '\u001B]0;owned\u0007\u009B2J\u202E\r\n\u2028';
  const input = `{"id":${JSON.stringify(hostile)},"query":${JSON.stringify(`${hostile} zebra`)}}\n`;
  const { text } = await runTerminal(BATCH, input);
  expect(text.slice(0, -1)).not.toMatch(/[\p{Cc}\u2028\u202E]/u);
  expect(JSON.parse(text)).toMatchObject({
    id: hostile,
    hits: [{ rank: 1 }, ...Array.from({ length: 12 }, () => ({}))],
  });
});

test('lines are lines however they arrive, and however long they are', async () => {
  const bytes = Buffer.from('{"id":"é斑","query":"zebra"}\n{"id":"\u2028","query":"zebra"}\n');
  const one = Array.from(bytes, (byte) => Buffer.from([byte]));
  expect(await replies(one)).toMatchObject([{ id: 'é斑' }, { id: '\u2028' }]);
  const long = `{"id":1,"query":"zebra ${'x'.repeat(5_000_000)}"}\n`;
  const tooLong = `{"id":2,"query":"${'x'.repeat(17_000_000)}"}\n`;
  expect(await replies([long, tooLong, '{"id":3,"query":"zebra"}'])).toMatchObject([
    { id: 1, hits: Array.from({ length: 13 }, () => ({})) },
    { id: null, error: 'line 2 is too long: shorten its query' },
    { id: 3 },
  ]);
});

test('a slow reader is waited for', async () => {
  let behind = 0;
  let most = 0;
  const output = new Collecting(async () => {
    most = Math.max(most, behind);
    await wait(1);
    behind -= 1;
  });
  const asked = function* (): Generator<string> {
    for (let id = 0; id < 300; id += 1) {
      behind += 1;
      yield `{"id":${id},"query":"zebra"}\n`;
    }
  };
  const { outcome } = await runTerminal(BATCH, [], {
    input: Readable.from(asked(), { highWaterMark: 1 }),
    output,
  });
  expect(outcome).toBe('answered');
  expect(
    output.text.split('\n').map((line) => (line === '' ? '' : (JSON.parse(line) as { id: number }).id)),
  ).toEqual([...Array.from({ length: 300 }, (_, id) => id), '']);
  expect(most).toBeLessThan(10);
});

test('a reader that leaves, as head does, ends the batch quietly', async () => {
  let lines = 0;
  const output = new Collecting(() => {
    lines += 1;
    return lines > 2 ? Promise.reject(brokenPipe()) : undefined;
  });
  const input = new PassThrough();
  input.write('{"id":1,"query":"zebra"}\n'.repeat(1_000));
  expect(await runTerminal(BATCH, [], { input, output })).toMatchObject({ outcome: 'answered' });
  expect(lines).toBe(3);
});

test('stopping ends a batch that waits for questions, or for its reader', async () => {
  const waiting = createTerminalPlatform(optionsOf(BATCH, { input: new PassThrough() }));
  await waiting.start();
  await waiting.stop();
  await waiting.stop();
  expect(await waiting.done).toBe('failed');

  const never = new Collecting(() => new Promise(() => {}));
  const input = Readable.from([Buffer.from('{"query":"zebra"}\n{"query":"zebra"}\n')]);
  const blocked = createTerminalPlatform(optionsOf(BATCH, { input, output: never }));
  await blocked.start();
  await wait(5);
  await blocked.stop();
  expect(await blocked.done).toBe('failed');
});

test('an input that cannot be read is told', async () => {
  const input = new Readable({ read: () => input.destroy(new Error('EIO: i/o error')) });
  await expect(runTerminal(BATCH, [], { input })).rejects.toThrow('EIO');
});
