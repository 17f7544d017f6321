import { describe, expect, test } from 'vitest';
import { caller, walk } from './connect-server.ts';
import { mcpOptions } from './mcp-options.ts';

const call = caller(mcpOptions());

async function open(path: string): Promise<Record<string, unknown>> {
  return (await (await call)('docs', { path })).data;
}

describe('a page', () => {
  test('is read whole, with where it stands and what is around it', async () => {
    const { data, text, links } = await (await call)('docs', { path: 'sso' });
    expect(data).toMatchObject({
      kind: 'page',
      id: 'docs/sso',
      title: 'Single sign-on',
      url: 'https://docs.example/sso',
      trail: ['Guides'],
      navigation: { children: ['sso/attributes'], siblings: ['otters', 'webhooks'] },
    });
    expect(data['text']).toBe(
      'Log in with one account.\n\n## Metadata\n\nDownload the SAML metadata.\n\n### Certificates\n\nThey end after a year.\n\n## Testing\n\nTest with a quagga.',
    );
    expect(text).toMatch(/^# Single sign-on\n\nGuides › Single sign-on\nhttps:\/\/docs\.example\/sso\n/u);
    expect(text).toContain('Below: `sso/attributes`');
    expect(links).toEqual(['acme://docs/sso']);
  });

  test('begins with what it says of itself', async () => {
    expect((await open('webhooks'))['text']).toMatch(/^Be told of events\.\n\nVerify the signature\./u);
  });

  test.each([
    'docs/sso',
    'sso/index.mdx',
    'sso.md',
    '/sso/',
    'https://docs.example/sso',
    'https://docs.example/sso/?utm=1',
    'sso/index-0',
  ])('is opened by %s', async (path) => {
    expect(await open(path)).toMatchObject({ kind: 'page', title: 'Single sign-on' });
  });
});

describe('a section', () => {
  test.each(['sso/index-1', 'https://docs.example/sso#metadata'])(
    'is opened by %s, with what stands below it',
    async (path) => {
      const data = await open(path);
      expect(data).toMatchObject({ kind: 'section', id: 'sso/index-1', path: 'docs/sso', title: 'Metadata' });
      expect(data['text']).toBe('Download the SAML metadata.\n\n### Certificates\n\nThey end after a year.');
    },
  );
});

describe('a folder', () => {
  test('lists its pages, with links', async () => {
    const { data, text, links } = await (await call)('docs', { path: 'zebra' });
    expect(data).toMatchObject({ kind: 'folder', path: 'zebra', url: '' });
    expect(text).toContain('- zebra/11: Zebra 11');
    expect(links).toHaveLength(10);
  });

  test('of the top level lists all collections', async () => {
    const { data, isError } = await (await call)('docs', { path: '/' });
    expect(isError).toBe(false);
    expect(data['text']).toBe(
      '- docs/otters: Otters\n- docs/sso/\n- docs/webhooks: Webhooks\n- docs/zebra/\n- api/users: Users',
    );
    const one = mcpOptions().collections.slice(0, 1);
    const { data: alone } = await (
      await caller(mcpOptions({ own: { collections: one } }))
    )('docs', { path: '.' });
    expect(alone['text']).toBe('- otters: Otters\n- sso/\n- webhooks: Webhooks\n- zebra/');
  });
});

describe('what is not there', () => {
  test('gets what is near, beside and above it', async () => {
    const { isError, text } = await (await call)('docs', { path: 'sso/atributes' });
    expect(isError).toBe(true);
    expect(text).toContain('There is no page, section or folder `sso/atributes`');
    expect(text).toContain('- docs/sso/attributes: Attributes');
    expect(text).toContain('Above it: sso');
    expect(text).toContain('- docs/zebra/');
    expect(text).toContain('acme_search');
  });

  test('gets the top level where no path is given', async () => {
    const { isError, text } = await (await call)('docs', {});
    expect(isError).toBe(true);
    expect(text).toContain('`path` is missing');
    expect(text).toContain('- docs/zebra/');
  });

  test.each(['oncall', 'internal/oncall', 'oncall-0', 'https://docs.example/internal/oncall'])(
    'or not meant for here is not opened by %s',
    async (path) => {
      const { isError, text } = await (await call)('docs', { path });
      expect(isError).toBe(true);
      expect(text).not.toContain('pager');
    },
  );
});

test('a long page is read in parts, within any budget', async () => {
  for (const maxTokens of [1_000, 3_000]) {
    const all = await walk(await call, 'docs', { path: 'otters', maxTokens });
    expect(all.length).toBeGreaterThan(2);
    expect(Math.max(...all.map(({ tokens }) => tokens))).toBeLessThanOrEqual(maxTokens);
    const text = all.map(({ data }) => data['text']).join('\n\n');
    expect(text.match(/Paragraph \d+/gu)).toEqual(Array.from({ length: 300 }, (_, n) => `Paragraph ${n}`));
    expect(all[1]?.text).toContain('# Otters (continued)');
    expect(all[1]?.data['navigation']).toBeUndefined();
  }
});

test('a cursor of another page is refused', async () => {
  const { nextCursor } = (await (await call)('docs', { path: 'otters', maxTokens: 1_000 })).data;
  expect(nextCursor).toEqual(expect.any(String));
  const { isError, text } = await (await call)('docs', { path: 'sso', cursor: nextCursor });
  expect(isError).toBe(true);
  expect(text).toContain('without it');
});

test('before the docs are read it says when to try again', async () => {
  const { library } = mcpOptions();
  const own = { library: { isReady: false, pages: library.pages, find: library.find } };
  const { isError, text } = await (await caller(mcpOptions({ own })))('docs', { path: 'sso' });
  expect(isError).toBe(true);
  expect(text).toContain('still being read');
});
