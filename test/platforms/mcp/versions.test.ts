import { describe, expect, test } from 'vitest';
import type { Question } from '../../../src/core/question.ts';
import type { CollectionHelp } from '../../../src/core/reply.ts';
import type { McpOptions } from '../../../src/platforms/mcp/mcp-options.ts';
import { VERSIONED_PAGES, versionedCore } from '../versioned.ts';
import { caller, oldClient } from './connect-server.ts';
import { mcpOptions } from './mcp-options.ts';

/** As the config knows them: their versions are known to the core once the docs are read. */
const COLLECTIONS: readonly CollectionHelp[] = ['docs', 'api'].map((name) => ({
  name,
  title: name,
  url: 'https://docs.example',
  versions: [],
  locales: ['en'],
  examples: [],
}));

function versioned(asked: Question[] = []): McpOptions {
  return mcpOptions({
    pages: VERSIONED_PAGES,
    own: { core: versionedCore(asked), collections: COLLECTIONS, feeds: [] },
  });
}

async function propertiesOf(options: McpOptions, tool: string): Promise<Record<string, unknown>> {
  const { tools } = await (await oldClient(options)).listTools();
  return tools.find(({ name }) => name === `acme_${tool}`)?.inputSchema.properties ?? {};
}

describe('the arguments for version and language', () => {
  test('are declared with those that there are', async () => {
    const { version, locale } = await propertiesOf(versioned(), 'search');
    expect(version).toMatchObject({
      type: 'string',
      description: expect.stringContaining('v3, v2, v1; the default, v3, where left out') as string,
    });
    expect(locale).toMatchObject({ description: expect.stringContaining('en, de') as string });
    expect(await propertiesOf(versioned(), 'docs')).toHaveProperty('version');
  });

  test('are not declared where there is nothing to choose', async () => {
    for (const tool of ['search', 'docs'])
      expect(Object.keys(await propertiesOf(mcpOptions(), tool))).not.toContain('version');
    expect(await propertiesOf(mcpOptions(), 'search')).not.toHaveProperty('locale');
  });

  test('are declared as soon as the docs are read', async () => {
    const { help } = versionedCore();
    let isRead = false;
    const core = {
      ...versionedCore(),
      help: () => (isRead ? help() : ({ kind: 'help', collections: COLLECTIONS } as const)),
    };
    const options = mcpOptions({ pages: VERSIONED_PAGES, own: { core, collections: COLLECTIONS } });
    const early = await oldClient(options);
    expect(await propertiesOf(options, 'search')).not.toHaveProperty('version');
    isRead = true;
    expect(await propertiesOf(options, 'search')).toHaveProperty('version');
    // Its server was made before.
    expect((await early.listTools()).tools[0]?.inputSchema.properties).toHaveProperty('version');
  });
});

describe('a search', () => {
  test.each([
    ['version', 'v2'],
    ['docs_version', 'v2'],
    ['v', '2'],
    ['release', 2],
  ])('of a version, by %s: %s', async (name, value) => {
    const asked: Question[] = [];
    const { data, text } = await (
      await caller(versioned(asked))
    )('search', { query: 'quota', [name]: value });
    expect(asked[0]?.version).toBe('v2');
    expect(data['results']).toContainEqual(
      expect.objectContaining({ path: 'docs/v2/quota-1', version: 'v2' }) as object,
    );
    expect(text).toContain('v2 · Limits');
    expect(text).not.toContain('in v3');
  });

  test.each(['language', 'lang', 'locale'])('in a language, by %s', async (name) => {
    const { text } = await (await caller(versioned()))('search', { query: 'quota', [name]: 'de' });
    expect(text).toContain('Das quota ist');
  });

  test('is of the default version, which has no name in a path, where none is named', async () => {
    const asked: Question[] = [];
    const call = await caller(versioned(asked));
    for (const version of ['', 'latest', null])
      expect((await call('search', { query: 'quota', version })).data['results']).toContainEqual(
        expect.objectContaining({ path: 'docs/quota-1', version: 'v3' }) as object,
      );
    expect(asked.map(({ version }) => version)).toEqual(['', '', '']);
  });

  test('of a version that there is not says which there are', async () => {
    const { isError, text } = await (await caller(versioned()))('search', { query: 'quota', version: 'v9`' });
    expect(isError).toBe(true);
    expect(text).toBe(
      'There is no version `v9 ` of the docs. Leave `version` out for the default, or use one of: v3, v2, v1.',
    );
  });

  test('reads on in the same version, and in no other', async () => {
    const call = await caller(versioned());
    const asked = { query: 'quota', maxResults: 4 };
    const { data } = await call('search', { ...asked, version: 'v2' });
    const cursor = data['nextCursor'];
    const next = await call('search', { ...asked, version: 'v2', cursor });
    expect(next.data['results']).toContainEqual(
      expect.objectContaining({ path: 'docs/v2/quota-5' }) as object,
    );
    expect((await call('search', { ...asked, cursor })).text).toContain('not of this search');
  });

  test('of docs without versions takes no notice of one', async () => {
    const { isError } = await (await caller(mcpOptions()))('search', { query: 'quagga', version: 'v2' });
    expect(isError).toBe(false);
  });
});

describe('the docs tool', () => {
  test.each([
    [{ path: 'docs/v2/quota-1' }],
    [{ path: 'v2/quota-1' }],
    [{ path: 'quota-1', version: 'v2' }],
    [{ path: '/docs/quota-1', version: '2' }],
    [{ path: 'v2/quota-1', version: 'v2' }],
    [{ path: 'v2/quota-1-0', version: 'v1' }],
    [{ path: 'https://docs.example/v2/quota-1', version: 'v3' }],
  ])('opens %j', async (args) => {
    const { data } = await (await caller(versioned()))('docs', args);
    expect(data).toMatchObject({ kind: 'page', path: 'docs/v2/quota-1', title: 'Quota 1' });
  });

  test('opens what is only in the default version, whatever version is named', async () => {
    const { data } = await (await caller(versioned()))('docs', { path: 'api/quotas', version: 'v2' });
    expect(data).toMatchObject({ path: 'api/quotas' });
  });

  test('what a search finds opens by its path', async () => {
    const call = await caller(versioned());
    const { data } = await call('search', { query: 'quota', version: 'v1', locale: 'de' });
    const [{ path } = { path: '' }] = data['results'] as { path: string }[];
    expect(path).toBe('docs/v1/de/quota-1');
    expect((await call('docs', { path })).text).toContain('Das quota ist 1 in v1.');
  });
});
