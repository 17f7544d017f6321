import { expect, test } from 'vitest';
import { readCommand } from '../../src/platforms/command.ts';

const OPTIONS = {
  name: 'docs',
  collections: [
    { name: 'docs', versions: [] },
    { name: 'API', versions: [] },
    { name: 'blog-posts', versions: [] },
  ],
};

const VERSIONED = {
  name: 'docs',
  collections: [
    { name: 'docs', versions: ['v3', 'v2', 'next'] },
    { name: 'api', versions: ['2.x', '1.x'] },
    { name: 'blog', versions: [] },
  ],
};

test.each(['', '  ', '/docs', '/docs  help', 'Help', '?', '/DOCS ?', 'in:api'])(
  '"%s" asks for help',
  (typed) => {
    expect(readCommand(typed, OPTIONS)).toEqual({ kind: 'help' });
  },
);

test.each(['more', '/docs MORE', ' more '])('"%s" asks for more', (typed) => {
  expect(readCommand(typed, OPTIONS)).toEqual({ kind: 'more' });
});

test.each([
  ['how do I log in?', 'how do I log in?', []],
  ['/docs how do I log in?', 'how do I log in?', []],
  ['/docs\nhow do I\nlog in?', 'how do I\nlog in?', []],
  ['help me log in', 'help me log in', []],
  ['more than one domain', 'more than one domain', []],
  ['in:api rate limits', 'rate limits', ['API']],
  ['rate limits in:API', 'rate limits', ['API']],
  ['rate in:api limits in:blog-posts in:api', 'rate limits', ['API', 'blog-posts']],
  ['api: rate limits', 'rate limits', ['API']],
  ['/docs docs:rate limits', 'rate limits', ['docs']],
])('"%s" asks "%s" of %j', (typed, text, collections) => {
  expect(readCommand(typed, OPTIONS)).toEqual({ kind: 'ask', text, collections, version: '' });
});

test.each([
  'error: rate limit',
  'https://docs.example/in',
  'docs://x',
  'in:nowhere rate limits',
  'main:api',
  '/docsearch rate limits',
  '/etc/passwd',
  '../../etc/passwd',
  '<script>in:</script>',
  '@everyone <!channel>',
])('"%s" is a question as it stands', (text) => {
  expect(readCommand(text, OPTIONS)).toEqual({ kind: 'ask', text, collections: [], version: '' });
});

test.each([
  ['v2: rate limits', 'rate limits', [], 'v2'],
  ['/docs v2: rate limits', 'rate limits', [], 'v2'],
  ['V2:rate limits', 'rate limits', [], 'v2'],
  ['2: rate limits', 'rate limits', [], 'v2'],
  ['next: rate limits', 'rate limits', [], 'next'],
  ['1.x: rate limits', 'rate limits', [], '1.x'],
  ['1.4: rate limits', 'rate limits', [], '1.x'],
  ['--version v2 rate limits', 'rate limits', [], 'v2'],
  ['/docs --version=v2 rate limits', 'rate limits', [], 'v2'],
  ['—version v2 rate limits', 'rate limits', [], 'v2'],
  ['rate limits --version v2', 'rate limits', [], 'v2'],
  ['version:v2 rate limits', 'rate limits', [], 'v2'],
  ['rate version:2 limits', 'rate limits', [], 'v2'],
  ['in:api version:v2 rate limits', 'rate limits', ['api'], '2.x'],
  ['version:v2 in:api rate limits', 'rate limits', ['api'], '2.x'],
  ['in:api v2: rate limits', 'rate limits', ['api'], '2.x'],
  ['api: v2: rate limits', 'rate limits', ['api'], '2.x'],
  ['v2: api: rate limits', 'rate limits', ['api'], '2.x'],
  ['in:docs in:api v2: rate limits', 'rate limits', ['docs', 'api'], 'v2'],
  ['in:api version:next rate limits', 'rate limits', ['api'], 'next'],
  ['--version latest rate limits', 'rate limits', [], ''],
])('"%s" asks "%s" of %j, version %j', (typed, ...asked) => {
  const [text, collections, version] = asked;
  expect(readCommand(typed, VERSIONED)).toEqual({ kind: 'ask', text, collections, version });
});

test.each([
  ['--version v9 rate limits', 'rate limits', 'v9'],
  ['--version banana rate limits', 'rate limits', 'banana'],
  ['in:docs --version v9 rate limits', 'rate limits', 'v9'],
  ['rate limits --version v9', 'rate limits', 'v9'],
])('"%s" asks for a version that there may not be, which is told', (typed, text, version) => {
  expect(readCommand(typed, VERSIONED)).toMatchObject({ kind: 'ask', text, version });
});

test.each([
  'v9: rate limits',
  'version:v9 rate limits',
  'version: v9 rate limits',
  'what does --version print',
  'error: v2: broken',
  '404: not found',
  '10.0.0.1: refused',
  'latest: news',
  'v2 rate limits',
  'schema-version:v2',
])('"%s" names no version, and is a question as it stands', (text) => {
  expect(readCommand(text, VERSIONED)).toEqual({ kind: 'ask', text, collections: [], version: '' });
});

test.each(['--version v2 rate limits', 'what is --version 2', 'v2: rate limits', 'version:v2 rate limits'])(
  '"%s" is a question as it stands where docs have no versions',
  (text) => {
    expect(readCommand(text, OPTIONS)).toEqual({ kind: 'ask', text, collections: [], version: '' });
  },
);

test('of two versions the first is asked for', () => {
  expect(readCommand('version:v2 version:v3 rate limits', VERSIONED)).toMatchObject({
    text: 'version:v3 rate limits',
    version: 'v2',
  });
});

test.each(['v2:', '--version v2', 'version:v2 help', 'in:api v2: ?'])('"%s" asks for help', (typed) => {
  expect(readCommand(typed, VERSIONED)).toEqual({ kind: 'help' });
});

test('60 kB of anything are read', () => {
  for (const part of [
    'in:',
    'in:api ',
    ':',
    'a:b ',
    '/docs ',
    ' ',
    '--version ',
    '--version v2 ',
    'version:v2 ',
  ])
    expect(() => readCommand(part.repeat(60_000 / part.length), VERSIONED)).not.toThrow();
});
