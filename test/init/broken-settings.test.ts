import { expect, test } from 'vitest';
import { brokenSettings } from '../../src/init/broken-settings.ts';
import type { Files } from '../folders.ts';
import { proposed, projectWith } from './proposed.ts';

const DOCS: Files = { 'docs/a.md': '# A\n' };

async function brokenIn(files: Files): Promise<string[]> {
  return brokenSettings(await projectWith(files), (file) => file.startsWith('examples/'));
}

test.each([
  [
    'docusaurus.config.js',
    'export default {\n  presets: [',
    'docusaurus.config.js has a mistake: Unexpected token at line 2, column 12. Mend it, and run init again.',
  ],
  [
    'mkdocs.yml',
    'site_name: [x\nnav: y\n',
    'mkdocs.yml has a mistake: Flow sequence in block collection must be sufficiently indented and end with a ] at line 2, column 1. Mend it, and run init again.',
  ],
  [
    'site/book.toml',
    '[book]\ntitle = \n',
    'site/book.toml has a mistake: invalid value at line 2, column 9. Mend it, and run init again.',
  ],
  ['mint.json', '{ "name": "x" ', expect.stringContaining('mint.json has a mistake: ')],
])('a mistake in %s is told with its line', async (file, text, told) => {
  expect(await brokenIn({ ...DOCS, [file]: text })).toEqual([told]);
});

test('settings with tags of Python, and what is there for something else, have no mistakes', async () => {
  const files = {
    ...DOCS,
    'mkdocs.yml': 'a: !!python/name:x.y\nb: !ENV [X, y]\nb: 2\n',
    'astro.config.mjs': 'export default { a: 1 };',
    'book.toml': '[book]\n',
    'examples/docusaurus.config.js': 'export default {',
  };
  expect(await brokenIn(files)).toEqual([]);
});

test('who has a broken config is told so beside what was found all the same', async () => {
  const config = await proposed({ ...DOCS, 'docusaurus.config.ts': 'export default {' });
  expect(config?.generator).toBe('Markdown files');
  expect(config?.notes).toEqual([expect.stringContaining('docusaurus.config.ts has a mistake: ')]);
});
