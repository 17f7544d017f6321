import { describe, expect, test } from 'vitest';
import { withoutAliases } from '../../../src/platforms/mcp/argument-aliases.ts';
import { caller } from './connect-server.ts';
import { mcpOptions } from './mcp-options.ts';

const call = caller(mcpOptions());

describe('names that models make up are taken', () => {
  test.each(['question', 'q', 'search', 'text', 'Query', 'search_query'])('%s for query', async (name) => {
    const { data } = await (await call)('search', { [name]: 'quagga' });
    expect(data).toMatchObject({ query: 'quagga' });
  });

  test.each(['max_results', 'limit', 'top_k', 'topK', 'n'])('%s for maxResults', async (name) => {
    const { data } = await (await call)('search', { query: 'zebra', [name]: 2 });
    expect(data['results']).toHaveLength(2);
  });

  test.each(['file', 'page', 'id', 'url', 'doc', 'paths'])('%s for path', async (name) => {
    const { data } = await (await call)('docs', { [name]: name === 'paths' ? ['sso'] : 'sso' });
    expect(data).toMatchObject({ path: 'docs/sso' });
  });

  test.each(['name', 'group', 'example_name'])('%s for example', async (name) => {
    expect((await (await call)('examples', { [name]: 'sso' })).data).toMatchObject({ name: 'sso' });
  });

  test.each(['package_name', 'sdk', 'name', 'packageName'])('%s for package', async (name) => {
    expect((await (await call)('changelogs', { [name]: 'node' })).data).toMatchObject({ total: 3 });
  });

  test('and for numbers of the changelog', async () => {
    const { data } = await (await call)('changelogs', { max_results: '1', from: '2026-04-20' });
    expect(data).toMatchObject({ total: 2, entries: [{ title: 'v2.0.0' }] });
  });
});

describe('a name', () => {
  test('counts more as it is declared', () => {
    expect(withoutAliases({ q: 'b', query: 'a' }, ['query'])).toEqual({ query: 'a' });
    expect(withoutAliases({ q: 'b', Query: 'a' }, ['query'])).toEqual({ query: 'a' });
  });

  test('that is empty gives way to another', () => {
    expect(withoutAliases({ query: ' ', question: 'a' }, ['query'])).toEqual({ query: 'a' });
    expect(withoutAliases({ query: null, q: '' }, ['query'])).toEqual({ query: null });
  });

  test('that the tool declares itself stands for nothing else', () => {
    expect(withoutAliases({ limit: 3 }, ['maxResults', 'limit'])).toEqual({
      maxResults: undefined,
      limit: 3,
    });
  });
});
