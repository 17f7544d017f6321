import { describe, expect, test } from 'vitest';
import { resourceUri, schemeOf } from '../../../src/platforms/mcp/resource-uris.ts';
import { page } from '../../fakes/search-engine.ts';
import { newClient, oldClient } from './connect-server.ts';
import { PAGES, mcpOptions } from './mcp-options.ts';

const many = Array.from({ length: 250 }, (_, number) =>
  page({ file: `a b/${number}é.md`, title: `Page ${number}`, url: `https://docs.example/${number}` }, [
    { markdown: `Text ${number}` },
  ]),
);

async function listed(pages = PAGES): Promise<{ uris: string[]; calls: number }> {
  const client = await oldClient(mcpOptions({ pages }));
  const uris: string[] = [];
  let calls = 0;
  for (let cursor: string | undefined = ''; cursor !== undefined; calls += 1) {
    const list = await client.listResources(cursor === '' ? {} : { cursor });
    uris.push(...list.resources.map(({ uri }) => uri));
    cursor = list.nextCursor;
  }
  return { uris, calls };
}

describe('the list', () => {
  test('has every page that is meant for here, once', async () => {
    const { uris, calls } = await listed();
    expect(uris).toHaveLength(PAGES.length - 1);
    expect(uris).toContain('acme://docs/sso');
    expect(uris).toContain('acme://api/users');
    expect(calls).toBe(1);
  });

  test('comes a hundred at a time', async () => {
    const { uris, calls } = await listed(many);
    expect(new Set(uris).size).toBe(250);
    expect(calls).toBe(3);
  });

  test('refuses a cursor that it did not give', async () => {
    const client = await oldClient(mcpOptions());
    await expect(client.listResources({ cursor: 'x' })).rejects.toThrow('-32602');
  });

  test('is whole for clients of 2026-07-28, which walk it by themselves', async () => {
    const { client } = await newClient(mcpOptions({ pages: many }));
    expect((await client.listResources()).resources).toHaveLength(250);
  });
});

describe('a resource', () => {
  test('is read as Markdown with title and address', async () => {
    const { client } = await newClient(mcpOptions());
    const { contents } = await client.readResource({ uri: 'acme://docs/sso' });
    expect(contents).toMatchObject([{ uri: 'acme://docs/sso', mimeType: 'text/markdown' }]);
    expect(JSON.stringify(contents)).toContain('# Single sign-on\\n\\nhttps://docs.example/sso\\n\\nLog in');
  });

  test('can be read whatever stands in its path', async () => {
    const client = await oldClient(mcpOptions({ pages: many }));
    for (const one of [many[0], many[249]].filter((page) => page !== undefined)) {
      const { contents } = await client.readResource({ uri: resourceUri(one, 'acme') });
      expect(JSON.stringify(contents)).toContain(one.title);
    }
  });

  test('that is long says by which address it goes on', async () => {
    const markdown = Array.from({ length: 3_000 }, (_, number) => `Otter ${number} swims.`).join('\n\n');
    const pages = [page({ file: 'otters.md', title: 'Otters' }, [{ markdown }])];
    const client = await oldClient(mcpOptions({ pages }));
    const texts: string[] = [];
    for (let uri: string | undefined = 'acme://docs/otters'; uri !== undefined;) {
      const result = await client.readResource({ uri });
      expect(Buffer.byteLength(JSON.stringify(result)) / 3).toBeLessThanOrEqual(10_000);
      const [content] = result.contents;
      texts.push(content !== undefined && 'text' in content ? content.text : '');
      uri = /^Read on: (\S+)$/mu.exec(texts.at(-1) ?? '')?.[1];
    }
    expect(texts.length).toBeGreaterThan(1);
    expect(texts.join('\n').match(/Otter \d+/gu)).toEqual(
      Array.from({ length: 3_000 }, (_, n) => `Otter ${n}`),
    );
  });

  test.each([
    'acme://docs/nothing',
    'acme://docs/zebra',
    'acme://internal/oncall',
    'acme://docs/../internal/oncall',
    'acme://docs/%2e%2e/%2e%2e/etc/passwd',
    'acme://docs/%ZZ',
    'acme://docs/sso%00',
    'file:///etc/passwd',
    'other://docs/sso',
    'https://docs.example/sso',
    'no address',
    `acme://docs/${'a/'.repeat(20_000)}`,
  ])('%.60s is none', async (uri) => {
    const client = await oldClient(mcpOptions());
    await expect(client.readResource({ uri })).rejects.toThrow('-32602');
  });
});

describe('the template', () => {
  test('names the parts of an address', async () => {
    const { resourceTemplates } = await (await oldClient(mcpOptions())).listResourceTemplates();
    expect(resourceTemplates).toMatchObject([
      { uriTemplate: 'acme://{collection}/{+path}', title: 'Page of Acme docs', mimeType: 'text/markdown' },
    ]);
  });

  test.each([
    ['collection', 'd', ['docs']],
    ['collection', '', ['docs', 'api']],
    ['path', 'SSO', ['sso', 'sso/attributes']],
    ['path', 'hook', ['webhooks']],
    ['path', 'oncall', []],
  ])('completes %s %s', async (name, value, values) => {
    const client = await oldClient(mcpOptions());
    const ref = { type: 'ref/resource', uri: 'acme://{collection}/{+path}' } as const;
    const { completion } = await client.complete({ ref, argument: { name, value } });
    expect(completion.values).toEqual(values);
  });

  test('completes paths of the collection that is chosen', async () => {
    const client = await oldClient(mcpOptions());
    const { completion } = await client.complete({
      ref: { type: 'ref/resource', uri: 'acme://{collection}/{+path}' },
      argument: { name: 'path', value: '' },
      context: { arguments: { collection: 'api' } },
    });
    expect(completion.values).toEqual(['users']);
  });
});

test('a prefix becomes a scheme that URLs can have', () => {
  expect(['acme', 'my_docs-2', 'http', 'file'].map(schemeOf)).toEqual([
    'acme',
    'my-docs-2',
    'http-docs',
    'file-docs',
  ]);
});
