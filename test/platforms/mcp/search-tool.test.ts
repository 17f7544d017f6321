import { describe, expect, test } from 'vitest';
import type { Question } from '../../../src/core/question.ts';
import { caller, walk } from './connect-server.ts';
import { mcpOptions } from './mcp-options.ts';
import { page } from '../../fakes/search-engine.ts';

const call = caller(mcpOptions());

interface Results {
  readonly results: { id: string; path: string; url: string; excerpt: string; collection: string }[];
  readonly [key: string]: unknown;
}

async function search(args: Record<string, unknown>): Promise<Results> {
  return (await (await call)('search', args)).data as Results;
}

test('finds a section, with all that it takes to quote and to open it', async () => {
  const { data, text, links } = await (await call)('search', { query: 'quagga' });
  expect(data).toMatchObject({
    query: 'quagga',
    outcome: 'answered',
    results: [
      {
        id: 'sso/index-3',
        path: 'docs/sso',
        url: 'https://docs.example/sso#testing',
        title: 'Testing',
        trail: ['Guides', 'Single sign-on'],
        collection: 'docs',
        excerpt: 'Test with a quagga.',
      },
    ],
  });
  expect(text).toContain('## 1. Testing');
  expect(text).toContain('Test with a quagga.');
  expect(text).toContain('id: `sso/index-3`');
  expect(links).toEqual(['acme://docs/sso']);
});

test('what it finds opens by id and by path', async () => {
  for (const { id, path, url } of (await search({ query: 'zebra saml attributes users' })).results) {
    expect((await (await call)('docs', { path: id })).data).toMatchObject({ path, url });
    expect((await (await call)('docs', { path })).data).toMatchObject({ path, kind: 'page' });
  }
});

test('says that the docs do not answer', async () => {
  const { data, text } = await (await call)('search', { query: 'xylophone' });
  expect(data).toMatchObject({ outcome: 'nothing', results: [] });
  expect(text).toContain('do not seem to say this');
  const unsure = await search({ query: 'quagga xylophone marimba' });
  expect(unsure).toMatchObject({ outcome: 'unsure' });
});

test('offers a better spelling', async () => {
  const { data, text } = await (await call)('search', { query: 'teh zebra' });
  expect(data['didYouMean']).toBe('the zebra');
  expect(text).toContain('Did you mean “the zebra”?');
});

describe('a cursor', () => {
  test('walks all results, none twice', async () => {
    const all = await walk(await call, 'search', { query: 'zebra stripes', maxResults: 5 });
    const ids = all.flatMap(({ data }) => (data as Results).results.map(({ id }) => id));
    expect(all.map(({ data }) => (data as Results).results.length)).toEqual([5, 5, 2]);
    expect(new Set(ids).size).toBe(12);
    expect(all[1]?.text).toContain('## 6. ');
  });

  test('of another search is refused', async () => {
    const { nextCursor } = await search({ query: 'zebra', maxResults: 2 });
    const { isError, text } = await (await call)('search', { query: 'quagga', cursor: nextCursor });
    expect(isError).toBe(true);
    expect(text).toContain('cursor');
  });
});

describe('collections', () => {
  test('are searched alone where one is named', async () => {
    const { results } = await search({ query: 'users zebra', collection: 'api' });
    expect(results.map(({ collection }) => collection)).toEqual(['api']);
  });

  test('that are not meant for here are not searched', async () => {
    const asked: Question[] = [];
    const { data } = await (await caller(mcpOptions({ asked })))('search', { query: 'pager drawer' });
    expect(data).toMatchObject({ results: [] });
    expect(asked).toMatchObject([{ platform: 'mcp', collections: ['docs', 'api', 'news', 'node'] }]);
    const { isError, text } = await (await call)('search', { query: 'pager', collection: 'internal' });
    expect(isError).toBe(true);
    expect(text).toContain('docs, api, news, node');
  });
});

test('answers what is new from the changelogs', async () => {
  const { data, text, links } = await (await call)('search', { query: "What's new?" });
  expect(data).toMatchObject({
    outcome: 'entries',
    results: [],
    entries: [{ title: 'v2.0.0', version: '2.0.0' }, {}, {}, {}, {}],
  });
  expect(text).toContain('- Drops Node.js 18');
  expect(links).toContain('https://acme.example/changelog/dark-mode');
  expect(await search({ query: 'dark mode', collection: 'news' })).toMatchObject({
    entries: [{ title: 'Dark mode' }],
  });
});

test('links pages, each once, ten at most', async () => {
  const { links } = await (await call)('search', { query: 'zebra', maxResults: 50 });
  expect(links).toHaveLength(10);
  expect(new Set(links).size).toBe(10);
});

test('takes a number in a text, and brings it into range', async () => {
  expect((await search({ query: 'zebra', maxResults: '3' })).results).toHaveLength(3);
  expect((await search({ query: 'zebra', maxResults: 0 })).results).toHaveLength(1);
  expect((await search({ query: 'zebra', maxResults: 1_000 })).results).toHaveLength(12);
});

test('tells which argument is missing', async () => {
  for (const args of [{}, { query: '' }, { query: null }, { query: ' \n ' }, { maxResults: 3 }]) {
    const { isError, text } = await (await call)('search', args);
    expect(isError).toBe(true);
    expect(text).toContain('`query` is missing');
  }
});

test('fits excerpts of any script into the least budget', async () => {
  const pages = Array.from({ length: 5 }, (_, number) =>
    page({ file: `${number}.md`, title: `ゼブラ ${number}`, url: `https://docs.example/${number}` }, [
      { markdown: `zebra ${'斑馬有黑白相間的條紋。'.repeat(200)}` },
    ]),
  );
  const cjk = await caller(mcpOptions({ pages }));
  for (const maxTokens of [1, 1_000, 2_000, 4_000]) {
    const all = await walk(cjk, 'search', { query: 'zebra', maxTokens });
    expect(Math.max(...all.map(({ tokens }) => tokens))).toBeLessThanOrEqual(Math.max(1_000, maxTokens));
    const ids = all.flatMap(({ data }) => (data as Results).results.map(({ id }) => id));
    expect(ids).toEqual(['0-0', '1-0', '2-0', '3-0', '4-0']);
  }
});

test('before the docs are read it says when to try again', async () => {
  const options = mcpOptions();
  const own = { core: { ...options.core, ask: () => ({ kind: 'failure', reason: 'not-ready' }) as const } };
  const { isError, text } = await (await caller(mcpOptions({ own })))('search', { query: 'zebra' });
  expect(isError).toBe(true);
  expect(text).toContain('still being read');
});
