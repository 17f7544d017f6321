import { expect, test } from 'vitest';
import type { Questions } from '../../src/init/questions.ts';
import type { Files } from '../folders.ts';
import { proposed } from './proposed.ts';

const TWO: Files = {
  'mkdocs.yml': 'site_name: Zoo\nmarkdown_extensions: [extra]\n',
  'docs/index.md': '# Zoo\n',
  'website/book.toml': '[book]\n',
  'website/src/index.md': '# Book\n',
  'examples/docusaurus.config.js': "export default { title: 'Example', url: 'https://a.dev', baseUrl: '/' };",
  'examples/docs/a.md': '# A\n',
};

/** Somebody who answers in order; undefined ends it. What is asked is kept. */
function answering(...answers: readonly (number | string | undefined)[]): {
  questions: Questions;
  asked: string[];
} {
  const left = [...answers];
  const asked: string[] = [];
  const questions: Questions = {
    choose: async (message, options) => {
      asked.push(`${message} ${options.join(', ')}`);
      const answer = left.shift();
      return typeof answer === 'number' ? answer : undefined;
    },
    write: async (message, likely, wrong) => {
      asked.push(`${message} ${likely}`);
      const answer = left.shift();
      if (typeof answer !== 'string') return undefined;
      expect(wrong(answer)).toBeUndefined();
      return answer;
    },
    confirm: async () => true,
  };
  return { questions, asked };
}

test('nobody is asked what is plain', async () => {
  const { questions, asked } = answering();
  const files = { 'mkdocs.yml': 'site_name: Zoo\nsite_url: https://zoo.dev\n', 'docs/index.md': '# Zoo\n' };
  expect(await proposed(files, { questions })).toMatchObject({ title: 'Zoo' });
  expect(asked).toEqual([]);
});

test('which docs, what they are called and where they are is asked where nothing tells', async () => {
  const { questions, asked } = answering(1, 'The book', 'https://zoo.dev/book/');
  const config = await proposed(TWO, { questions });
  expect(asked).toEqual([
    'Which docs should be answered from? MkDocs (mkdocs.yml), mdBook (website/book.toml), Docusaurus (examples/docusaurus.config.js)',
    expect.stringMatching(/^What are the docs called\? signpost-test-/u),
    'Where are they published? http://localhost:3000',
  ]);
  expect(config?.title).toBe('The book');
  expect(config?.collections).toMatchObject([{ site: { url: 'https://zoo.dev/book' } }]);
  expect(config?.text).not.toContain('change it');
});

test('who is not asked gets the likeliest, and is told what to change', async () => {
  const config = await proposed(TWO);
  expect(config?.generator).toBe('MkDocs');
  expect(config?.text).toContain(
    '      # that of the preview: change it to where your docs are published\n      url: http://localhost:8000\n',
  );
});

test('a built site says which docs are meant', async () => {
  const { questions, asked } = answering('The book', 'https://zoo.dev');
  const config = await proposed(TWO, { questions, dist: 'website/book' });
  expect(config?.generator).toBe('mdBook');
  expect(asked.map((one) => one.split('?')[0])).toEqual([
    'What are the docs called',
    'Where are they published',
  ]);
});

test.each([[[]], [[1]], [[1, 'The book']]])(
  'who ends it after the answers %j gets nothing',
  async (answers) => {
    const { questions } = answering(...answers);
    expect(await proposed(TWO, { questions })).toBeUndefined();
  },
);

test('settings without docs are those of something else', async () => {
  expect(await proposed({ 'mkdocs.yml': 'site_name: Zoo\n', 'other/a.md': '# A\n' })).toBeUndefined();
  expect(await proposed({ 'config.toml': 'title = "no Hugo"\n', 'content/a.txt': '' })).toBeUndefined();
});

test('docs that are not in Markdown are read once they are built', async () => {
  const files = {
    'README.md': '# Zoo\n',
    'docs/conf.py': 'extensions = []\n',
    'docs/index.rst': 'Zoo\n===\n',
    'docs/_build/index.html': '<h1>Zoo</h1>',
  };
  expect((await proposed(files))?.notes).toEqual([expect.stringContaining('--dist')]);
  expect((await proposed(files, { dist: 'docs/_build' }))?.collections).toMatchObject([
    { source: { folder: '../docs/_build' }, include: ['**/*.html'] },
  ]);
});

test.each([
  ['mkdocs.yml', 'site_name: [\n'],
  ['mkdocs.yml', '\t- : *x\n'],
  ['docusaurus.config.js', 'export default {'],
  ['hugo.toml', 'baseURL = \n'],
  ['docs.json', '{"$schema": "mintlify"'],
  ['docs/conf.py', 'extensions = ["myst_parser'],
  ['source.config.ts', 'export const docs = defineDocs('],
])('%s that is broken breaks nothing', async (file, text) => {
  expect(await proposed({ [file]: text, 'docs/a.md': '# A\n' })).toMatchObject({
    collections: [{ name: 'docs' }],
  });
});
