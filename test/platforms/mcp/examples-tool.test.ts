import { expect, test } from 'vitest';
import { caller, walk } from './connect-server.ts';
import { mcpOptions } from './mcp-options.ts';

const call = caller(mcpOptions());

test('lists the groups where none is named', async () => {
  for (const args of [{}, { example: '' }, { example: null }]) {
    const { data, text } = await (await call)('examples', args);
    expect(data).toMatchObject({ kind: 'groups', text: '- sso\n- webhooks' });
    expect(text).toContain('call `acme_examples`');
  }
});

test('reads a group, each file in a fence that its code does not end', async () => {
  const { data } = await (await call)('examples', { example: 'SSO' });
  expect(data).toEqual({
    kind: 'group',
    name: 'sso',
    title: 'SSO',
    otherGroups: ['webhooks'],
    text: '## sso/login.ts\n\n```ts\nlogin();\n```\n\n## sso/README.md\n\n````md\n```sh\nnpm start\n```\n````',
  });
});

test('tells which groups there are where one is unknown', async () => {
  const { isError, text } = await (await call)('examples', { example: 'sso-react' });
  expect(isError).toBe(true);
  expect(text).toContain('Did you mean: sso?');
  expect(text).toContain('Groups: sso, webhooks.');
});

test('says that there are none, and where to look instead', async () => {
  const { isError, text } = await (await caller(mcpOptions({ groups: [] })))('examples', { example: 'sso' });
  expect(isError).toBe(true);
  expect(text).toContain('acme_search');
});

test('reads long code in parts, each in a fence of its own', async () => {
  const lines = Array.from({ length: 400 }, (_, number) => `  step(${number}); // ünïcode`);
  const files = [{ path: 'long/a.ts', language: 'ts', text: lines.join('\n') }];
  const long = await caller(mcpOptions({ groups: [{ name: 'long', title: 'Long', files }] }));
  const all = await walk(long, 'examples', { example: 'long', maxTokens: 1_000 });
  expect(Math.max(...all.map(({ tokens }) => tokens))).toBeLessThanOrEqual(1_000);
  const texts = all.map(({ data }) => String(data['text']));
  for (const text of texts) expect(text.match(/^```/gmu)?.length ?? 0).toBe(text.includes('step') ? 2 : 0);
  expect(texts.join('\n').match(/^ {2}step.*$/gmu)).toEqual(lines);
});
