import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { builtSignpost } from './built-signpost.ts';
import { newFolder, workosConfig, write } from './folders.ts';
import {
  DOCS,
  isNavigation,
  namesInOneFile,
  packagePaths,
  proseWords,
  shortPath,
  titlesOf,
  wordsOf,
} from './package-docs.ts';
import { startStdioMcp } from './stdio-mcp.ts';
import type { Called, StdioMcp } from './stdio-mcp.ts';

/** What people have today, at the version of package.json, and Signpost beside it: each a process on its streams. */
const PEER = createRequire(import.meta.url).resolve('@workos/mcp-docs-server');
const POLL = { timeout: 240_000, interval: 100 };
/** Of the names of code, one in so many is asked for: the package takes its time. */
const SAMPLED = 8;

const signpost = builtSignpost();
let folder = '';
let own: StdioMcp;
let peer: StdioMcp;

beforeAll(async () => {
  folder = await newFolder();
  await write(folder, { 'workos.yaml': await workosConfig(), 'secret.md': '# Secret\n\nbanana\n' });
  peer = await startStdioMcp([PEER]);
  own = await startStdioMcp([signpost.file(), 'mcp', '--config', join(folder, 'workos.yaml')]);
  await vi.waitFor(async () => succeeded(await own.call('workos_docs', { path: 'sso' })), POLL);
});
afterAll(async () => {
  await Promise.all([own.close(), peer.close()]);
  await rm(folder, { recursive: true, force: true });
});

/** The call, which is no error. */
function succeeded(called: Called): Called {
  expect(called.isError, called.text).toBe(false);
  return called;
}

function failed(called: Called): Called {
  expect(called.isError, called.text).toBe(true);
  return called;
}

/** The same call to both: the package's answer, then Signpost's. */
function both(tool: string, args: Readonly<Record<string, unknown>>): Promise<[Called, Called]> {
  return Promise.all([peer.call(tool, args), own.call(tool, args)]);
}

/** What the package says of a page, without what it says of the pages around. */
async function packagePage(path: string): Promise<string> {
  const { text } = succeeded(await peer.call('workos_docs', { path }));
  return text.split('\n\n---\n### Navigation Hints')[0] ?? '';
}

/** The pages that the package names, as it ranks them, but for those that only order others. */
function packageResults({ text }: Called): readonly string[] {
  const names = Array.from(text.matchAll(/^## 📄 (.+)$/gmu), ([, path = '']) => path);
  return names.filter((path) => !isNavigation(path)).map(shortPath);
}

test('Signpost takes every tool of the package, and every argument', async () => {
  const [theirs, ours] = await Promise.all([peer.tools(), own.tools()]);
  expect(theirs).toHaveLength(4);
  for (const { name, inputSchema } of theirs) {
    const tool = ours.find((one) => one.name === name);
    const types = (schema: typeof inputSchema): unknown =>
      Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([argument, value]) => [
          argument,
          z.object({ type: z.string() }).parse(value).type.replace('integer', 'number'),
        ]),
      );
    expect(types(tool?.inputSchema ?? inputSchema)).toMatchObject(Object(types(inputSchema)));
    expect(inputSchema.required).toEqual(expect.arrayContaining(tool?.inputSchema.required ?? ['no tool']));
  }
});

describe('docs', () => {
  const read = z.object({
    path: z.string(),
    title: z.string(),
    text: z.string(),
    nextCursor: z.string().optional(),
  });

  /** A page with all its parts. */
  async function readWhole(path: string): Promise<{ path: string; text: string; calls: number }> {
    const page = { path: '', text: '', calls: 0 };
    let cursor: string | undefined = '';
    while (cursor !== undefined) {
      const called = succeeded(await own.call('workos_docs', cursor === '' ? { path } : { path, cursor }));
      const part = read.parse(called.structured);
      expect(called.text).toContain(part.text);
      page.path = part.path;
      page.text += `\n${part.title}\n${part.text}`;
      page.calls += 1;
      cursor = part.nextCursor;
    }
    return page;
  }

  const paths = packagePaths();
  const pages = paths.filter((path) => !isNavigation(path));

  test('every page that the package opens opens by the same path, and says all that it says to a reader', async () => {
    expect([paths.length, pages.length]).toEqual([441, 425]);
    const lost: Record<string, readonly string[]> = {};
    for (const path of pages) {
      const [mdx, page] = await Promise.all([packagePage(path), readWhole(path)]);
      expect(page.path).toBe(shortPath(path));
      const words = wordsOf(page.text);
      const missing = [...proseWords(mdx)].filter((word) => !words.has(word));
      const titles = titlesOf(mdx).filter((title) => !page.text.includes(title));
      if (missing.length + titles.length > 0) lost[path] = [...missing, ...titles];
    }
    // The name of a tab that holds nothing.
    expect(lost).toEqual({ 'demo/tabs': ['group'] });
  });

  test('a folder opens its index without its name, by a path with slashes around it, too', async () => {
    for (const path of ['sso', '/sso/', 'mfa', 'reference', 'reference/user-management/user', 'events/']) {
      const [theirs, ours] = await both('workos_docs', { path });
      succeeded(theirs);
      expect(read.parse(succeeded(ours).structured).path).toBe(path.replaceAll(/^\/|\/$/gu, ''));
    }
  });

  test('files that only order pages are none, and the pages that they name are listed instead', async () => {
    for (const path of paths.filter(isNavigation)) {
      const [theirs, ours] = await both('workos_docs', { path });
      expect(succeeded(theirs).text).toContain('links:');
      expect(failed(ours).text).toContain(`- ${path.replace(/_navigation$/u, '')}`);
    }
  });

  test('the pages beside a page are listed as the package lists them', async () => {
    for (const path of ['sso/attributes', 'mfa/ux/enrollment', 'sdks/node', 'reference/mfa/get-factor']) {
      const [theirs, ours] = await both('workos_docs', { path });
      const hints = /\*\*Other pages in .*:\*\*\n((?:- .*\n?)+)/u.exec(theirs.text)?.[1] ?? '';
      const siblings = hints
        .trim()
        .split('\n')
        .map((line) => line.slice(2));
      expect(siblings).toContain(path);
      for (const sibling of siblings.filter((one) => one !== path && !isNavigation(one)))
        expect(ours.text).toContain(`\`${sibling}\``);
    }
  });

  test.each([
    ['sso/attributes.mdx', 'sso/attributes'],
    ['SSO/Attributes', 'sso/attributes'],
    ['sso/attributes#custom-attributes', 'sso/attributes'],
    ['https://workos.com/docs/sso/attributes', 'sso/attributes'],
    ['docs/user-management/passkeys', 'user-management/passkeys'],
    ['/user-management/magic-auth/index', 'user-management/magic-auth'],
  ])('%s, which the package does not know, opens the page that is meant', async (path, right) => {
    const [theirs, ours] = await both('workos_docs', { path });
    failed(theirs);
    expect(read.parse(succeeded(ours).structured).path).toBe(right);
  });

  test.each([
    ['directory-sync/introduction', 'directory-sync'],
    ['user-management/authentication', 'reference/user-management/authentication'],
    ['sso/overview', 'sso/'],
    ['events/observability', 'events/observability/datadog'],
    ['sso/atributes', 'sso/attributes'],
    ['integrations/okta', 'integrations/okta-saml'],
    ['webhooks/overview', 'events/data-syncing/webhooks'],
    ['magic-links', 'magic-link'],
  ])('%s, which nobody knows, leads on to %s', async (path, near) => {
    const [theirs, ours] = await both('workos_docs', { path });
    const [, top = ''] = failed(theirs).text.split('**Top-level documentation categories:**');
    expect(ours.text).toContain(near);
    for (const [, category = ''] of top.matchAll(/^- ([\w-]+)\/$/gmu))
      expect(ours.isError ? ours.text : 'a folder').toMatch(new RegExp(`^- ${category}|a folder`, 'mu'));
  });

  test('nothing outside of the docs can be read, where the package reads what it finds', async () => {
    const secret = relative(DOCS, join(folder, 'secret'));
    const escapes = ['../../../README', 'sso\0/../../../../README', secret, `/${secret}`, `sso/../${secret}`];
    for (const path of escapes) {
      const [theirs, ours] = await both('workos_docs', { path });
      expect(succeeded(theirs).text).toMatch(/banana|An MCP server that provides/u);
      expect(failed(ours).text).not.toMatch(/banana|An MCP server that provides/u);
    }
  });

  test.each([
    join('/', 'etc/passwd'),
    '../../package.json',
    '..%2f..%2f..%2fREADME',
    '..\\..\\..\\README',
    '....//....//README',
    '../../../README\0',
    'file:///etc/passwd',
    '~/.ssh/config',
  ])('%j leads nowhere', async (path) => {
    const [theirs, ours] = await both('workos_docs', { path });
    failed(theirs);
    failed(ours);
  });
});

describe('search', () => {
  const found = z.object({
    outcome: z.string(),
    didYouMean: z.string().optional(),
    results: z.array(z.object({ id: z.string(), path: z.string(), url: z.string(), excerpt: z.string() })),
  });

  function ownResults({ structured }: Called): readonly string[] {
    return found.parse(structured).results.map(({ path }) => path);
  }

  test.each([
    [
      'email_verification_required',
      'reference/user-management/authentication-errors/email-verification-required-error',
    ],
    [
      'organization_selection_required',
      'reference/user-management/authentication-errors/organization-selection-error',
    ],
    ['sso_required', 'reference/user-management/authentication-errors/sso-required-error'],
    ['mfa_enrollment', 'reference/user-management/authentication-errors/mfa-enrollment-error'],
    ['idp_initiated', 'sso/login-flows'],
    ['WorkOS-Signature', 'events/data-syncing/webhooks'],
    ['WORKOS_COOKIE_PASSWORD', 'reference/user-management/authentication/session-cookie'],
    ['withAuth', 'user-management'],
    ['Idempotency-Key', 'reference/idempotency'],
    ['dsync.user.created', 'events'],
    ['invalid_grant', 'reference/user-management/authentication/refresh-and-seal-session-data'],
    ['rate limit', 'reference/rate-limits'],
    ['JIT provisioning', 'sso/jit-provisioning'],
    ['Magic Auth', 'user-management/magic-auth'],
    ['inactive users', 'directory-sync/handle-inactive-users'],
    ['just-in-time', 'user-management/jit-provisioning'],
    ['passkeys', 'user-management/passkeys'],
    ['metadata schema', 'audit-logs/metadata-schema'],
    ['log streams', 'audit-logs/log-streams'],
    ['stripe', 'user-management/entitlements'],
    ['sealed session', 'reference/user-management/session-helpers/load-sealed-session'],
    ['JWT template', 'user-management/jwt-templates'],
    ['HRIS', 'directory-sync'],
    ['custom domain', 'custom-domains'],
    ['Zookie', 'fga/warrant-tokens'],
    ['ADFS', 'integrations/microsoft-ad-fs-saml'],
    ['CNAME', 'custom-domains/authkit'],
    ['Datadog', 'events/observability/datadog'],
  ])('%s finds %s, as the package does, among the first three pages', async (query, right) => {
    const [theirs, ours] = await both('workos_search', { query, maxResults: 30 });
    expect(packageResults(succeeded(theirs))).toContain(right);
    const pages = [...new Set(ownResults(succeeded(ours)))];
    expect(pages.slice(0, 3)).toContain(right);
  });

  test.each([
    ['How do I test single sign-on without an identity provider?', 'sso/test-sso'],
    [
      'What does the error email_verification_required mean?',
      'reference/user-management/authentication-errors/email-verification-required-error',
    ],
    ['How do I verify the signature of a webhook?', 'events/data-syncing/webhooks'],
    ['What happens to inactive users of a directory?', 'directory-sync/handle-inactive-users'],
    ['migrate users from Auth0', 'migrate/auth0'],
    ['send a user an invitation', 'reference/user-management/invitation/send'],
    ['expire a session after inactivity', 'user-management/sessions'],
    ['passkey authentification', 'user-management/passkeys'],
  ])('“%s” finds nothing there, and the right page here', async (query, right) => {
    const [theirs, ours] = await both('workos_search', { query });
    expect(failed(theirs).text).toContain('No results found');
    const { outcome, results } = found.parse(succeeded(ours).structured);
    expect(outcome).not.toBe('nothing');
    expect(results.slice(0, 3).map(({ path }) => path)).toContain(right);
  });

  test.each([
    'best pizza place near the office',
    'kubernetes pod stuck in CrashLoopBackOff',
    'sign in with Steam',
  ])('neither claims to know “%s”', async (query) => {
    const [theirs, ours] = await both('workos_search', { query });
    expect(failed(theirs).text).toContain('No results found');
    expect(found.parse(ours.structured).outcome).toBe('nothing');
  });

  test('each result opens as a section by its id, and as a page by its path', async () => {
    const { results } = found.parse((await own.call('workos_search', { query: 'SAML' })).structured);
    expect(results).toHaveLength(10);
    for (const { id, path, url } of results) {
      const [section, page] = await Promise.all(
        [id, path].map(async (one) => succeeded(await own.call('workos_docs', { path: one })).structured),
      );
      expect(section).toMatchObject({ path, url });
      expect(page).toMatchObject({ path });
      succeeded(await peer.call('workos_docs', { path }));
    }
  });

  test('as many results come as are asked for', async () => {
    const [theirs, ours] = await both('workos_search', { query: 'SAML', maxResults: 3 });
    expect(theirs.text.match(/^## 📄 /gmu)).toHaveLength(3);
    expect(ownResults(ours)).toHaveLength(3);
  });

  test('names of code that stand on one page find it, but for those whose words say more of others', async () => {
    const names = namesInOneFile().filter((_, index) => index % SAMPLED === 0);
    const missed: string[] = [];
    for (const { name, path } of names) {
      const [theirs, ours] = await both('workos_search', { query: name });
      expect(packageResults(succeeded(theirs))).toEqual([shortPath(path)]);
      if (!ownResults(ours).includes(shortPath(path))) missed.push(name);
    }
    expect(missed.length / names.length, missed.join(', ')).toBeLessThan(1 / 8);
  });
});

describe('examples', () => {
  test.each(['sso', 'directory-sync', 'nothing-like-it'])('neither has examples of %s', async (example) => {
    const [theirs, ours] = await both('workos_examples', { example });
    expect(theirs.text).toContain(`Example ${example} would be fetched from https`);
    expect(ours.text).toMatch(/no (code )?examples/iu);
    expect(ours.text).not.toContain('```');
  });
});

describe('changelogs', () => {
  const entries = z.object({
    entries: z.array(z.object({ title: z.string(), url: z.string(), notes: z.string() })),
    nextCursor: z.string().optional(),
  });

  test('all entries of a package come with date, address and text, in the same order', async () => {
    const [theirs, ours] = await both('workos_changelogs', { package: 'workos-platform' });
    const blocks = theirs.text.split('\n---\n').filter((block) => block.includes('## '));
    const wanted = blocks.map((block) => ({
      title: /^## (.+)$/mu.exec(block)?.[1],
      url: /^\*\*Link:\*\* (.+)$/mu.exec(block)?.[1],
    }));
    expect(wanted).toHaveLength(25);
    expect(entries.parse(succeeded(ours).structured).entries).toMatchObject(wanted);
    for (const block of blocks) {
      const words = wordsOf(ours.text);
      expect(
        [...wordsOf(block)].filter((word) => !words.has(word) && word !== 'date' && word !== 'link'),
      ).toEqual([]);
      expect(ours.text).toContain(/^\*\*Date:\*\* (.+)$/mu.exec(block)?.[1]);
    }
  });

  test.each(['workos', 'WorkOS changelog', 'workos-platform '])(
    '%j, which the package does not know, gives the changelog that is meant',
    async (name) => {
      const [theirs, ours] = await both('workos_changelogs', { package: name });
      expect(failed(theirs).text).toContain('workos-platform');
      expect(entries.parse(succeeded(ours).structured).entries[0]?.title).toBe(
        'Support for changing email addresses',
      );
    },
  );

  test.each(['@workos/node', 'left-pad', '../../../package'])(
    'neither has a changelog of %s, and both name those that there are',
    async (name) => {
      const [theirs, ours] = await both('workos_changelogs', { package: name });
      expect(failed(theirs).text).toContain('workos-platform');
      expect(failed(ours).text).toContain('workos');
    },
  );
});

test.each([
  ['workos_docs', {}],
  ['workos_docs', { path: '' }],
  ['workos_search', {}],
  ['workos_search', { query: '' }],
])('%s says what is missing from %j, as the package does', async (tool, args) => {
  const [theirs, ours] = await both(tool, args);
  const argument = tool === 'workos_docs' ? 'path' : 'query';
  expect(failed(theirs).text.toLowerCase()).toContain(argument);
  expect(failed(ours).text).toContain(`\`${argument}\` is missing`);
});
