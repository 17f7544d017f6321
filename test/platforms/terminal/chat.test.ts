import { PassThrough } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { createTerminalPlatform } from '../../../src/platforms/terminal/terminal-platform.ts';
import { platformContract } from '../../contracts/platform.ts';
import { Collecting, optionsOf, runTerminal } from './run-terminal.ts';

const PIPED = { kind: 'chat', interactive: false } as const;
const TYPED = { kind: 'chat', interactive: true } as const;

platformContract(async () => createTerminalPlatform(optionsOf(PIPED, {})));

/** What is shown for some keys, without the sequences that move the cursor. */
async function type(...keys: readonly string[]): Promise<{ text: string; outcome: string }> {
  const input = new PassThrough();
  const output = new Collecting();
  const terminal = createTerminalPlatform(optionsOf(TYPED, { input, output }));
  await terminal.start();
  for (const key of keys) {
    input.write(key);
    await wait(5);
  }
  const outcome = await terminal.done;
  await terminal.stop();
  // oxlint-disable-next-line no-control-regex -- what readline moves the cursor with
  return { outcome, text: output.text.replace(/\u001B\[\d*[A-Z]/gu, '') };
}

function count(text: string): number {
  return text.split('Ask a question about the docs:').length - 1;
}

describe('piped lines', () => {
  test('are questions, without prompts, a blank line between two replies', async () => {
    const { text, outcome } = await runTerminal(PIPED, 'lion\n\n  \nvlookup\n');
    const nothing = 'The docs do not seem to answer that.\n';
    expect(text).toBe(`${nothing}\n${nothing}`);
    expect(outcome).toBe('nothing');
  });

  test('are answered where one of them is', async () => {
    expect((await runTerminal(PIPED, 'lion\nzebra')).outcome).toBe('answered');
    expect(await runTerminal(PIPED, '')).toEqual({ text: '', outcome: 'nothing' });
  });

  test('list sections under numbers that go on, and open them', async () => {
    const { text } = await runTerminal(PIPED, 'zebra\nmore\n5\n');
    expect(text.match(/^\d+\. .*$/gmu)).toEqual([1, 2, 3, 4, 5, 6].map((n) => `${n}. Zebra ${n}`));
    expect(text).toMatch(/\n\nZebra 5\n[^]*A zebra has stripes\.\n$/u);
  });

  test('ask for a number where no such section is listed', async () => {
    expect((await runTerminal(PIPED, '404\n')).text).toMatch(/^The docs do not seem/u);
    expect((await runTerminal(PIPED, 'zebra\n7\n')).text).toMatch(/\n\n1\. Zebra 7\n/u);
  });

  test('say what cannot be shown more of', async () => {
    expect((await runTerminal(PIPED, 'more')).text).toBe('Ask a question first.\n');
    expect((await runTerminal(PIPED, 'in:api zebra\nmore')).text).toMatch(/\nThat is all there is\.\n$/u);
  });

  test('go by the limit, page by page', async () => {
    const { text } = await runTerminal(PIPED, 'zebra\nmore\n', { limit: 8 });
    expect(text.match(/^\d+\. /gmu)).toHaveLength(13);
  });

  test('may hold bytes that are no text, and sequences', async () => {
    const hostile = Buffer.from([0x1b, 0x5b, 0x32, 0x4a, 0xff, 0xfe, 0x9b, 0x20, 0x74, 0x65, 0x68, 0x0a]);
    const { text } = await runTerminal(PIPED, hostile);
    expect(text).toContain('Did you mean');
    expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });

  test('end at exit', async () => {
    expect((await runTerminal(PIPED, 'lion\nexit\nzebra\n')).text).not.toContain('Zebra');
  });
});

describe('typed lines', () => {
  test('are answered after a prompt, until Ctrl-D', async () => {
    const { text, outcome } = await type('zebra\r', 'more\r', '2\r', 'vlookup\r', '\u0004');
    expect(text.match(/\? /gu)?.length).toBeGreaterThanOrEqual(5);
    expect(text).toContain('4. Zebra 4');
    expect(text).toContain('\n\nZebra 2\n');
    expect(text).toMatch(/\n$/u);
    expect(outcome).toBe('answered');
  });

  test.each(['\u0003', 'exit\r', 'QUIT\r', 'zeb\u0003'])('end at %j', async (keys) => {
    expect((await type(keys)).outcome).toBe('answered');
  });

  test('help once where they are empty, and whenever help is asked for', async () => {
    expect(count((await type('\r', '\r', '\u0004')).text)).toBe(1);
    const { text } = await type('\r', 'help\r', '\u0004');
    expect(count(text)).toBe(2);
    expect(text).toContain("\n  What's a zebra?\n");
    expect(text).toContain('\n2         open the second section\n');
  });

  test('have a history', async () => {
    const { text } = await type('lion\r', '\u001B[A', '\r', '\u0004');
    expect(text.match(/do not seem/gu)).toHaveLength(2);
  });

  test('may come all at once', async () => {
    const { text } = await type('lion\rvlookup\rexit\r');
    expect(text.match(/do not seem/gu)).toHaveLength(2);
  });

  test('end when the platform is stopped', async () => {
    const input = new PassThrough();
    const terminal = createTerminalPlatform(optionsOf(TYPED, { input }));
    await terminal.start();
    await wait(5);
    await terminal.stop();
    expect(await terminal.done).toBe('answered');
  });
});

test('a platform that was never started stops', async () => {
  const terminal = createTerminalPlatform(optionsOf(PIPED, {}));
  await terminal.stop();
  expect(await terminal.done).toBe('answered');
});
