import { describe, expect, test } from 'vitest';
import { readScript } from '../../src/init/read-script.ts';
import { configIn } from '../../src/init/script-call.ts';
import type { Files } from '../folders.ts';
import { projectWith } from './proposed.ts';

async function configOf(source: string, file = 'site.config.ts', more: Files = {}): Promise<unknown> {
  const script = await readScript(await projectWith({ [file]: source, ...more }), file);
  return configIn(script?.byDefault);
}

describe('a config is read', () => {
  test.each([
    ['an object', "export default { title: 'A' };"],
    ['a call around it', "export default defineConfig({ title: 'A' });"],
    ['calls around calls', "export default withMermaid(defineConfig({ title: 'A' }));"],
    ['a name', "const config: Config = { title: 'A' };\nexport default config;"],
    ['a name in a list of exports', "const config = { title: 'A' };\nexport { config as default };"],
    ['satisfies', "export default { title: 'A' } satisfies Config;"],
    ['as const', "export default { title: 'A' as const } as Config;"],
    ['a function', "export default async function create() { const t = 'A'; return { title: t }; }"],
    ['an arrow function', "export default () => ({ title: 'A' });"],
    ['a call with a function', "export default defineConfig(() => { return { title: 'A' }; });"],
    ['a known template', "const a = 'A';\nexport default { title: `${a}` };"],
    ['texts that are put together', "export default { title: 'A' + '' };"],
    ['a spread of what is known', "const common = { title: 'A' };\nexport default { ...common };"],
    ['a member', "const site = { names: ['B', 'A'] };\nexport default { title: site.names[1] };"],
    ['a variable that nobody sets', "export default { title: process.env.TITLE ?? 'A' };"],
    ['what is chosen by one', "export default { title: process.env.PREVIEW ? 'B' : 'A' };"],
    [
      'what is chosen for production',
      "export default { title: process.env.NODE_ENV === 'production' ? 'A' : 'B' };",
    ],
    ['a quoted key', "export default { 'title': 'A' };"],
  ])('as %s', async (_name, source) => {
    expect(await configOf(source)).toEqual({ title: 'A' });
  });

  test.each([
    [
      'module.exports',
      "/** @type {import('x').Config} */\nconst config = { title: 'A' };\nmodule.exports = config;",
    ],
    ['a function', "module.exports = function (eleventy) { eleventy.addPlugin(x); return { title: 'A' }; };"],
    ['a required file', "const { a } = require('./a');\nmodule.exports = { ...require('./common.js') };"],
    ['JSX beside it', "const logo = <b>Logo</b>;\nexport default { title: 'A' };"],
  ])('of JavaScript, as %s', async (_name, source) => {
    const common = { 'common.js': "module.exports = { title: 'A' };" };
    expect(await configOf(source, 'site.config.js', common)).toEqual({ title: 'A' });
  });

  test('with what it imports from files beside it', async () => {
    const source = `import { shared } from './shared.js';
import manifest from './package.json' with { type: 'json' };
import * as words from './words';
export default { ...shared, name: manifest.name, word: words.hello };`;
    const files = {
      'shared.ts': "import { base } from './base'; export const shared = { base };",
      'base/index.ts': "export const base = '/x/';",
      'package.json': '{ "name": "acme" }',
      'words.mjs': "export const hello = 'hi';",
    };
    expect(await configOf(source, 'site.config.ts', files)).toEqual({
      base: '/x/',
      name: 'acme',
      word: 'hi',
    });
  });
});

test.each([
  ['a call', 'title()'],
  ['a template with a call', '`${title()}`'],
  ['a name that is not there', 'nowhere'],
  ['a name made of itself', 'round'],
  ['a choice by a call', "isNew() ? 'A' : 'B'"],
  ['a variable without a default', 'process.env.TITLE'],
])('%s gives nothing', async (_name, expression) => {
  const config = await configOf(
    `const round = round + 'x';\nexport default { title: ${expression}, url: 'u' };`,
  );
  expect(config).toMatchObject({ url: 'u' });
  expect((config as { title?: unknown }).title ?? undefined).not.toBeTypeOf('string');
});

test('nothing of a config is run', async () => {
  const source = `globalThis.wasRun = true;
export default (() => { globalThis.wasRun = true; return { title: 'A' }; })();`;
  await configOf(source);
  expect('wasRun' in globalThis).toBe(false);
});

test.each([
  'export default {',
  '\u0000',
  '',
  'export default import.meta.glob("*")',
  'module.exports = module.exports',
])('%j is no config', async (source) => {
  expect(await configOf(source)).toBeUndefined();
});

test('files that import each other come to an end', async () => {
  const files = { 'b.ts': "import { a } from './site.config';\nexport const b = a;" };
  const source = "import { b } from './b';\nexport const a = b;\nexport default { title: 'A', a };";
  expect(await configOf(source, 'site.config.ts', files)).toEqual({ title: 'A', a: undefined });
});
