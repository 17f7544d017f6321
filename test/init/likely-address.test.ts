import { expect, test } from 'vitest';
import type { FoundSite } from '../../src/init/found-site.ts';
import type { GitRemote } from '../../src/init/git-remote.ts';
import { likelyAddress } from '../../src/init/likely-address.ts';
import type { Files } from '../folders.ts';
import { projectWith } from './proposed.ts';

const SITE: FoundSite = {
  generator: 'MkDocs',
  file: 'website/site.config.js',
  title: 'Acme',
  url: undefined,
  base: undefined,
  previewPort: 8000,
  build: undefined,
  collections: [{ name: 'docs', folder: 'docs', site: { preset: 'mkdocs' } }],
  notes: [],
};
const REMOTE: GitRemote = { host: 'github.com', owner: 'Acme', name: 'tools', branch: 'main', path: '' };

async function addressOf(
  site: Partial<FoundSite>,
  { files = {}, remote }: { files?: Files; remote?: GitRemote } = {},
): Promise<string> {
  const found = await likelyAddress(await projectWith(files), { ...SITE, ...site }, remote);
  return `${found.url} ${found.base} ${found.isSure ? 'sure' : found.from}`;
}

test.each([
  [{ url: 'https://acme.dev', base: '/' }, 'https://acme.dev  sure'],
  [{ url: 'https://acme.dev/', base: '/tools/' }, 'https://acme.dev /tools sure'],
  [{ url: 'https://acme.dev/tools/', base: '/tools/' }, 'https://acme.dev /tools sure'],
  [{ url: 'https://acme.dev/tools/' }, 'https://acme.dev/tools  sure'],
  [{ url: 'acme.dev' }, 'https://acme.dev  sure'],
])('%j is what the generator says', async (site, address) => {
  expect(await addressOf(site)).toBe(address);
});

test.each([
  'https://your-docusaurus-site.example.com',
  'https://example.com/',
  'https://example.org/',
  'http://localhost:4000',
  '/',
  'not an address',
])('%s is no address yet, so that of the preview stands in', async (url) => {
  expect(await addressOf({ url })).toBe('http://localhost:8000  preview');
});

test('a placeholder keeps the path that is beside it', async () => {
  expect(await addressOf({ url: 'https://example.com', base: '/tools/' })).toBe(
    'http://localhost:8000 /tools preview',
  );
});

test.each<[string, Files, string]>([
  ['a CNAME', { 'website/static/CNAME': 'docs.acme.dev\n' }, 'https://docs.acme.dev  website/static/CNAME'],
  ['a CNAME among the docs', { 'docs/CNAME': 'docs.acme.dev' }, 'https://docs.acme.dev  docs/CNAME'],
  ['a homepage', { 'package.json': '{"homepage": "https://acme.dev"}' }, 'https://acme.dev  package.json'],
  [
    'a homepage on GitHub',
    { 'package.json': '{"homepage": "https://github.com/acme/x#readme"}' },
    'http://localhost:8000  preview',
  ],
  [
    'a homepage that is a page',
    { 'package.json': '{"homepage": "https://acme.dev/about"}' },
    'http://localhost:8000  preview',
  ],
])('%s makes an address likely, or not', async (_name, files, address) => {
  expect(await addressOf({}, { files })).toBe(address);
});

test('a base that is named as the repository is that of its GitHub Pages', async () => {
  expect(await addressOf({ base: '/tools/' }, { remote: REMOTE })).toBe(
    'https://acme.github.io /tools .git/config',
  );
  expect(await addressOf({ base: '/other/' }, { remote: REMOTE })).toBe(
    'http://localhost:8000 /other preview',
  );
});

test('Read the Docs is told by its own config', async () => {
  const files = { '.readthedocs.yaml': 'version: 2\n' };
  expect(await addressOf({}, { files, remote: REMOTE })).toBe(
    'https://tools.readthedocs.io/en/latest  .readthedocs.yaml',
  );
});
