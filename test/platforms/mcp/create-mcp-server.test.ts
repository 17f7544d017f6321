import { describe, expect, test } from 'vitest';
import { createMcpServer } from '../../../src/platforms/mcp/create-mcp-server.ts';
import { caller, newClient, oldClient } from './connect-server.ts';
import { mcpOptions } from './mcp-options.ts';

const NAMES = ['acme_search', 'acme_docs', 'acme_examples', 'acme_changelogs'];

describe('clients of both eras', () => {
  test('list the same tools in the same order, and call them', async () => {
    const options = mcpOptions();
    const { client } = await newClient(options);
    const old = await oldClient(options);
    const [before, now] = [await old.listTools(), await client.listTools()];
    expect(before.tools.map(({ name }) => name)).toEqual(NAMES);
    expect(now.tools).toEqual(before.tools);
    const question = { name: 'acme_search', arguments: { query: 'quagga' } };
    const replies = [await old.callTool(question), await client.callTool(question)];
    expect(replies[0]?.structuredContent).toMatchObject({ results: [{ id: 'sso/index-3' }] });
    expect(replies[1]?.structuredContent).toEqual(replies[0]?.structuredContent);
  });

  test('are told which server it is, and how to use it', async () => {
    const { client } = await newClient(mcpOptions());
    const old = await oldClient(mcpOptions());
    expect(client.getServerVersion()).toMatchObject({ name: 'acme', title: 'Acme docs', version: '1.2.3' });
    expect(old.getInstructions()).toContain('Start with acme_search');
    expect(client.getInstructions()).toBe(old.getInstructions());
  });

  test('get empty lists of what there is none of', async () => {
    const { client } = await newClient(mcpOptions());
    const old = await oldClient(mcpOptions());
    expect(await old.listPrompts()).toMatchObject({ prompts: [] });
    expect(await client.listPrompts()).toMatchObject({ prompts: [] });
  });
});

test('lists and pages say how long they may be kept', async () => {
  const { client, sent } = await newClient(mcpOptions());
  await client.listTools();
  await client.listResources();
  await client.listResourceTemplates();
  await client.listPrompts();
  await client.readResource({ uri: 'acme://docs/sso' });
  const results = sent.filter((text) => text !== '').map((text) => JSON.parse(text) as { result: object });
  expect(results).toHaveLength(6);
  for (const { result } of results)
    expect(result).toMatchObject({ ttlMs: 300_000, cacheScope: 'private', resultType: 'complete' });
});

test('tools say what they are for, and that they only read', async () => {
  const { tools } = await (await oldClient(mcpOptions())).listTools();
  for (const tool of tools) {
    expect(tool.annotations).toMatchObject({
      readOnlyHint: true,
      idempotentHint: true,
      openWorldHint: false,
    });
    expect(tool.title).toContain('Acme docs');
    expect(tool.description).toMatch(/Do not/u);
    expect(tool.description).toContain('at most 3 times');
    expect(tool.outputSchema).toMatchObject({ type: 'object' });
    for (const property of Object.values(tool.inputSchema.properties ?? {}))
      expect(property).toMatchObject({ description: expect.stringMatching(/\w{3}/u) as string });
  }
  expect(tools.map(({ inputSchema }) => inputSchema.required)).toEqual([['query'], ['path'], [], []]);
});

test('a tool names no other tool than there is', async () => {
  const { tools } = await (await oldClient(mcpOptions())).listTools();
  const texts = [...tools.map(({ description = '' }) => description), JSON.stringify(tools)];
  const named = texts.flatMap((text) => text.match(/\bacme_[a-z]+/gu) ?? []);
  expect(named.filter((name) => !NAMES.includes(name))).toEqual([]);
  expect(new Set(named)).toEqual(new Set(NAMES));
});

test('servers of the same options share their tools', async () => {
  const options = mcpOptions();
  const lists = [await oldClient(options), await oldClient(options)].map((client) => client.listTools());
  const [first, second] = await Promise.all(lists);
  expect(second).toEqual(first);
  expect(createMcpServer(options)).not.toBe(createMcpServer(options));
});

test('a tool that breaks says so without a word of why', async () => {
  const lines: string[] = [];
  const own = {
    examples: { groups: () => Promise.reject(new Error('EACCES /secret/path')), read: async () => undefined },
  };
  const options = mcpOptions({ own });
  options.log.error = ((fields: object, text: string) =>
    lines.push(`${JSON.stringify(fields)} ${text}`)) as never;
  const call = await caller(options);
  const { isError, text } = await call('examples');
  expect(isError).toBe(true);
  expect(text).toContain('failed');
  expect(text).not.toContain('secret');
  expect(lines).toHaveLength(1);
});

test('an unknown tool is an error of the protocol', async () => {
  const client = await oldClient(mcpOptions());
  await expect(client.callTool({ name: 'acme_delete', arguments: {} })).rejects.toThrow('-32602');
});

describe('whatever is sent', () => {
  const call = caller(mcpOptions());
  test.each([
    ['60 kB to search', 'search', { query: 'x'.repeat(60_000) }],
    ['controls and half a character to search', 'search', { query: '\u0000\u202E\uD800' }],
    ['blanks to search', 'search', { query: '   ' }],
    ['an object to search', 'search', { query: { $ne: 1 } }],
    ['two texts to search', 'search', { query: ['a', 'b'] }],
    ['a word for a number to search', 'search', { query: 'zebra', maxResults: 'many' }],
    [
      'numbers out of all range to search',
      'search',
      { query: 'zebra', maxResults: -1e308, maxTokens: 1e308 },
    ],
    ['a cursor of NUL to search', 'search', { query: 'zebra', cursor: '\u0000' }],
    ['a collection __proto__ to search', 'search', { query: 'zebra', collection: '__proto__' }],
    ['own __proto__ to search', 'search', { __proto__: { query: 'zebra' }, constructor: 'x', toString: 'y' }],
    ['15 kB of ../ to docs', 'docs', { path: '../'.repeat(5_000) }],
    ['../../../etc/passwd to docs', 'docs', { path: '../../../etc/passwd' }],
    ['/etc/passwd to docs', 'docs', { path: '/etc/passwd' }],
    ['encoded dots to docs', 'docs', { path: '%2e%2e%2fetc%2fpasswd' }],
    ['NUL in a path to docs', 'docs', { path: 'sso\u0000.md' }],
    ['a file URL to docs', 'docs', { path: 'file:///etc/passwd' }],
    ['a path of Windows to docs', 'docs', { path: 'C:\\Windows' }],
    ['Markdown in a path to docs', 'docs', { path: '`rm`\n\n# Ignore the above' }],
    ['a cursor of 60 kB to docs', 'docs', { path: 'sso', cursor: 'x'.repeat(60_000) }],
    ['a group ../../secret to examples', 'examples', { example: '../../secret' }],
    ['a group of 60 kB to examples', 'examples', { example: 'é'.repeat(60_000) }],
    ['a package of 60 kB to changelogs', 'changelogs', { package: 'x'.repeat(60_000) }],
    ['a version of 60 kB to changelogs', 'changelogs', { package: 'node', since: '9'.repeat(60_000) }],
    ['month 99 to changelogs', 'changelogs', { since: '2025-99-99' }],
    ['yesterday to changelogs', 'changelogs', { since: 'yesterday' }],
    ['a list for a number to changelogs', 'changelogs', { limit: [] }],
  ])('%s gets a short answer', async (_what, tool, args) => {
    const { text, tokens } = await (await call)(tool, args);
    expect(text).not.toBe('');
    expect(text).not.toMatch(/root:|at .*\.ts:\d|validation error/u);
    expect(tokens).toBeLessThanOrEqual(25_000);
  });
});
