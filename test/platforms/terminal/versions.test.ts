import { expect, test } from 'vitest';
import type { Question } from '../../../src/core/question.ts';
import type { TerminalPlatformOptions } from '../../../src/platforms/terminal/terminal-platform.ts';
import { versionedCore } from '../versioned.ts';
import { runTerminal } from './run-terminal.ts';
import type { Ran } from './run-terminal.ts';

const asText = (text: string) => ({ kind: 'question', text, json: false }) as const;
const asJson = (text: string) => ({ kind: 'question', text, json: true }) as const;

interface Asked extends Ran {
  readonly asked: readonly Question[];
}

async function run(
  mode: TerminalPlatformOptions['mode'],
  fields: Partial<TerminalPlatformOptions> = {},
  input = '',
): Promise<Asked> {
  const asked: Question[] = [];
  const ran = await runTerminal(mode, input, {
    core: versionedCore(asked),
    docs: ['docs', 'api'],
    ...fields,
  });
  return { ...ran, asked };
}

test.each(['v2: quota', '--version v2 quota', 'in:docs version:v2 quota', '/docs 2: quota'])(
  'a version that is typed is asked, and told: %s',
  async (text) => {
    const ran = await run(asText(text));
    expect(ran.asked[0]).toMatchObject({ text: 'quota', version: 'v2' });
    expect(ran.text).toContain('Quota 1\nv2 · Limits\nhttps://docs.example/v2/quota-1\n');
    expect(ran.outcome).toBe('answered');
  },
);

test('the version that was given is asked as the docs call it, unless a question names one', async () => {
  expect((await run(asText('quota'), { version: '2' })).asked[0]?.version).toBe('v2');
  expect((await run(asText('v1: quota'), { version: '2' })).asked[0]?.version).toBe('v1');
  expect((await run(asText('quota'), { version: 'latest' })).asked[0]?.version).toBe('');
});

test('the default version is not told', async () => {
  const { text } = await run(asText('quota'));
  expect(text).toContain('Quota 1\nLimits\nhttps://docs.example/quota-1\n');
});

test('a version that there is not is told, with those that there are, as a failure', async () => {
  expect(await run(asText('quota'), { version: 'v9' })).toMatchObject({
    text: 'The docs have no version v9. They have v3, v2, v1.\n',
    outcome: 'failed',
  });
});

test('a language that was given is preferred', async () => {
  expect((await run(asText('quota'), { locale: 'de-AT' })).text).toContain('Das quota ist 1 in v3.');
});

test('as JSON, hits have their version, and a version that there is not is an error', async () => {
  const found = JSON.parse((await run(asJson('v2: quota in:docs'))).text) as { hits: object[] };
  expect(found.hits[0]).toMatchObject({ file: 'v2/quota-1.mdx', version: 'v2' });
  const api = JSON.parse((await run(asJson('in:api quota'))).text) as { hits: object[] };
  expect(api.hits[0]).not.toHaveProperty('version');
  expect(JSON.parse((await run(asJson('quota'), { version: 'v9' })).text)).toMatchObject({
    hits: [],
    error: 'no-version',
    versions: ['v3', 'v2', 'v1'],
  });
});

test('a batch asks the version that was given', async () => {
  const { text } = await run({ kind: 'batch' }, { version: 'v2' }, '{"id":1,"query":"quota"}\n');
  const reply = JSON.parse(text) as { hits: object[] };
  expect(reply.hits[0]).toMatchObject({ version: 'v2' });
});

test('a chat goes on in the version that was asked, and tells it of a section that is opened', async () => {
  const { asked, text } = await run({ kind: 'chat', interactive: false }, {}, 'v2: quota\nmore\n1\n');
  expect(asked.map(({ version }) => version)).toEqual(['v2', 'v2']);
  expect(text).toContain('6. Quota 6\n   v2 · Limits\n');
  expect(text.trimEnd()).toMatch(/Quota 1\nv2 · Limits\n[^\n]+\n\nThe quota is 1 in v2\.$/u);
});

test('help tells versions, and how to ask one', async () => {
  const { text } = await run({ kind: 'chat', interactive: false }, {}, 'help\n');
  expect(text).toContain('versions v3, v2, v1');
  expect(text).toContain('v2:       before a question: that version of the docs');
});
