import { expect, test } from 'vitest';
import { readCommand } from '../../src/platforms/command.ts';

const OPTIONS = { name: 'docs', collections: ['docs', 'API', 'blog-posts'] };

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
  expect(readCommand(typed, OPTIONS)).toEqual({ kind: 'ask', text, collections });
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
  expect(readCommand(text, OPTIONS)).toEqual({ kind: 'ask', text, collections: [] });
});

test('60 kB of anything are read', () => {
  for (const part of ['in:', 'in:api ', ':', 'a:b ', '/docs ', ' '])
    expect(() => readCommand(part.repeat(60_000 / part.length), OPTIONS)).not.toThrow();
});
