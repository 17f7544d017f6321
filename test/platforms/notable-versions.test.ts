import { expect, test } from 'vitest';
import type { Answer, HelpReply, Reply } from '../../src/core/reply.ts';
import { withNotableVersions } from '../../src/platforms/notable-versions.ts';

const HELP: HelpReply = {
  kind: 'help',
  collections: [
    ['docs', 'v3', 'v1'],
    ['docs-v2', 'v2'],
    ['sdk-v5', 'v5'],
  ].map(([name = '', ...versions]) => ({
    name,
    title: name,
    url: 'https://docs.example',
    versions,
    locales: ['en'],
    examples: [],
  })),
};

test.each([
  ['docs', 'v3', ''],
  ['docs', 'v1', 'v1'],
  ['docs-v2', 'v2', 'v2'],
  ['sdk-v5', 'v5', ''],
])('a section of %s in %s shows “%s” as its version', (collection, version, shown) => {
  const answer: Answer = {
    id: 'a',
    collection,
    file: 'a.md',
    version,
    url: 'https://docs.example/a',
    title: 'A',
    trail: [],
    excerpt: { markdown: '', root: { type: 'root', children: [] }, truncated: false },
    score: 1,
    terms: [],
  };
  const reply: Reply = { kind: 'section', answer };
  expect(withNotableVersions(reply, HELP)).toEqual({
    kind: 'section',
    answer: { ...answer, version: shown },
  });
});
