import { expect, test } from 'vitest';
import { Collecting, brokenPipe, createZebraCore, runTerminal } from './run-terminal.ts';

const asText = (text: string) => ({ kind: 'question', text, json: false }) as const;
const asJson = (text: string) => ({ kind: 'question', text, json: true }) as const;

test('a question gets one reply, and what to do for more', async () => {
  const { text, outcome } = await runTerminal(asText('zebra stripes'));
  expect(text).toMatch(/^Zebra 1\nhttps:\/\/docs.example\/guide\n\nA zebra has stripes.\n\nAlso/u);
  expect(text).toMatch(/Zebra 3\n.*\n\nMore with --limit 10\n$/u);
  expect(outcome).toBe('answered');
});

test('a limit gives as many sections as are wanted', async () => {
  const { text } = await runTerminal(asText('zebra'), [], { limit: 6 });
  expect(text.match(/^(?:Zebra \d+|GET \/zebra)$/gmu)).toHaveLength(6);
  expect(text).toContain('More with --limit 12');
});

test('as JSON it is one line with every page that matches, also when the docs do not say', async () => {
  const known = await runTerminal(asJson('zebra'));
  const unknown = await runTerminal(asJson('zebra lion tiger bear'));
  expect(known.text).toMatch(/^\{[^\n]*\}\n$/u);
  expect(JSON.parse(known.text)).toMatchObject({ query: 'zebra', outcome: 'answered' });
  expect(JSON.parse(unknown.text)).toMatchObject({ outcome: 'nothing' });
  for (const { text } of [known, unknown]) expect(hitsOf(text)).toHaveLength(13);
  expect(unknown.outcome).toBe('nothing');
  expect(hitsOf((await runTerminal(asJson('zebra'), [], { limit: 2 })).text)).toHaveLength(2);
});

test('what may help is no failure, and what the docs do not say is told', async () => {
  expect((await runTerminal(asText('zebra lion'))).outcome).toBe('answered');
  expect(await runTerminal(asText('vlookup'))).toEqual({
    text: 'The docs do not seem to answer that.\n',
    outcome: 'nothing',
  });
});

test('a question reaches the collections that it names, or that were chosen', async () => {
  for (const question of ['in:api zebra', '/docs api: zebra'])
    expect((await runTerminal(asText(question))).text).toMatch(/^GET \/zebra\n/u);
  const { text } = await runTerminal(asJson('zebra'), [], { collections: ['api'] });
  expect(hitsOf(text)).toMatchObject([{ collection: 'api' }]);
});

test('help is a word like any other to a script', async () => {
  expect((await runTerminal(asText('help'))).text).toContain("signpost ask 'What'\\''s a zebra?'");
  expect(JSON.parse((await runTerminal(asJson('help'))).text)).toMatchObject({ query: 'help', hits: [] });
  expect(await runTerminal(asJson(' '))).toMatchObject({ outcome: 'nothing' });
});

test('a failure is its own outcome', async () => {
  const failing = { ask: () => ({ kind: 'failure', reason: 'failed' }) as const };
  const core = { ...createZebraCore(), ...failing };
  const { text, outcome } = await runTerminal(asJson('zebra'), [], { core });
  expect(JSON.parse(text)).toMatchObject({ outcome: 'nothing', error: 'failed' });
  expect(outcome).toBe('failed');
});

test('a long question is cut, and hostile ones cannot steer the terminal', async () => {
  const long = await runTerminal(asJson('zebra '.repeat(10_000)));
  expect(long.text.length).toBeLessThan(10_000);
  expect(JSON.parse(long.text)).toMatchObject({ outcome: 'answered' });
  for (const mode of [asText, asJson]) {
    const { text } = await runTerminal(mode('\u001B[2J\u009Bteh zebra\u0007\u202E\r\nx'));
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202E]/u);
  }
});

test('nobody reading is quiet, and a full disk is told with what to do', async () => {
  const leave = new Collecting(() => Promise.reject(brokenPipe()));
  expect(await runTerminal(asText('zebra'), [], { output: leave })).toMatchObject({ outcome: 'answered' });
  const full = new Collecting(() => Promise.reject(brokenPipe('ENOSPC')));
  await expect(runTerminal(asText('zebra'), [], { output: full })).rejects.toThrow(
    /cannot write the reply: write ENOSPC; check/u,
  );
});

function hitsOf(text: string): unknown[] {
  return (JSON.parse(text) as { hits: unknown[] }).hits;
}
