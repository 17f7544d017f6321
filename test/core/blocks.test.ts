import * as fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { splitBlocks } from '../../src/core/blocks.ts';
import { joinItem, splitItems } from '../../src/core/list-items.ts';
import { anyMarkdown } from './any-markdown.ts';
import { parse } from './markdown.ts';

fc.configureGlobal({ seed: 1 });

const DOCS = 'node_modules/@workos/mcp-docs-server/.docs/organized/docs';

/** What the parser takes for the top-level blocks; definitions in a row are one block to us. */
function blocksOf(markdown: string): string[] {
  return parse(markdown)
    .children.filter(({ type }) => type !== 'definition')
    .map(({ position }) =>
      markdown.slice(lineStart(markdown, position!.start.offset!), position!.end.offset),
    );
}

function lineStart(markdown: string, offset: number): number {
  return markdown.lastIndexOf('\n', offset - 1) + 1;
}

function ownBlocks(markdown: string): string[] {
  return splitBlocks(markdown)
    .map(({ start, end }) => markdown.slice(start, end))
    .filter((text) => !/^ {0,3}\[[^\]^]+\]:/u.test(text));
}

test.each([
  ['a paragraph ended by a bullet list', 'one\n- two\n- three'],
  ['a paragraph not ended by a number other than one', 'one\n2. two'],
  ['a paragraph with a line that begins with inline HTML', 'one\n<b>two</b>'],
  ['a fence in a fence', '````md\n```js\nx\n```\n````\n\nend'],
  ['a fence that never ends', '```js\nx\n\ny'],
  [
    'a list with code, a blank line and a nested list',
    '- a\n\n  ```\n  - no item\n  ```\n\n  - b\n- c\n\nend',
  ],
  ['two lists with different bullets', '- a\n\n* b'],
  ['a rule that looks like a list', 'a\n\n* * *\n\nb'],
  ['a heading underlined', 'a\nb\n---\nc'],
  ['a table', '| a | b |\n| - | - |\n| 1 | 2 |\n\nend'],
  ['a quote with a lazy line', '> a\nb\n\nc'],
  ['HTML with a blank line inside', '<pre>\na\n\nb\n</pre>\n\nc'],
  ['a comment with a blank line inside', '<!--\na\n\nb\n-->\n\nc'],
  ['indented code with a blank line inside', '    a\n\n    b\n\nc'],
  ['a footnote', 'a[^1]\n\n[^1]: b\n\n    c\n\nd'],
])('finds the blocks of %s', (_name, markdown) => {
  expect(ownBlocks(markdown)).toEqual(blocksOf(markdown));
});

test('finds the blocks that the parser finds, in any document', () => {
  fc.assert(
    fc.property(anyMarkdown, (markdown) => {
      expect(ownBlocks(markdown)).toEqual(blocksOf(markdown));
    }),
  );
});

test('finds the blocks that the parser finds in almost every file of real docs', () => {
  const files = readdirSync(DOCS, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.mdx'),
  );
  const wrong = files.filter((file) => {
    const text = readFileSync(join(DOCS, file), 'utf8').replace(/^---\n[\s\S]*?\n---\n/u, '');
    return ownBlocks(text).join('\0') !== blocksOf(text).join('\0');
  });
  expect(files.length).toBeGreaterThan(400);
  // One file has `>` of a JSX tag on a line of its own.
  expect(wrong.length).toBeLessThanOrEqual(1);
});

test('takes a list apart and puts it together again', () => {
  const list = '1. one\n   more\n\n   ```\n   code\n   ```\n2. two\n   - nested\n     - deeper\n10. ten';
  const items = splitItems(list);
  expect(items.map(({ body }) => body)).toEqual([
    'one\nmore\n\n```\ncode\n```',
    'two\n- nested\n  - deeper',
    'ten',
  ]);
  expect(items.map(({ lead, body }) => joinItem(lead, body)).join('\n')).toBe(list);
  expect(items.map(({ start, end }) => list.slice(start, end)).join('\n')).toBe(list);
});
