import * as fc from 'fast-check';
import type { PhrasingContent, Root } from 'mdast';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../../../../src/content/parse-markdown.ts';
import { cutParts } from '../../../../src/platforms/discord/render/cut-parts.ts';
import { markdownParts } from '../../../../src/platforms/discord/render/markdown-parts.ts';
import { markdownOf } from '../../../../src/platforms/discord/render/parts.ts';
import { literal, literalLines } from '../../../../src/platforms/literal.ts';
import { readDiscord, shownText } from './discord-reader.ts';

function drawn(markdown: string): string[] {
  return markdownOf(markdownParts(parseMarkdown(markdown))).split('\n');
}

function drawnText(...children: PhrasingContent[]): string {
  const root: Root = { type: 'root', children: [{ type: 'paragraph', children }] };
  return markdownOf(markdownParts(root));
}

const SIGNS = [
  ...'\\*_~`|#->+<>[]():@!.&/1a \u00E9',
  '@everyone',
  '<@1>',
  ':a:',
  'https://',
  'discord.gg/a',
  '||',
  '\n',
];
const signs = fc.array(fc.constantFrom(...SIGNS), { minLength: 1, maxLength: 30 }).map((all) => all.join(''));
const anyText = fc
  .oneof(signs, fc.string({ unit: 'binary' }))
  .filter((text) => /[^\s\p{C}\u200D\u200C]/u.test(text));

test('any text is shown as it is written', () => {
  fc.assert(
    fc.property(anyText, (value) => {
      const tokens = readDiscord(drawnText({ type: 'text', value }));
      expect(tokens.map(({ kind }) => kind)).toEqual(['text']);
      expect(shownText(tokens)).toBe(literal(value).trim());
    }),
    { numRuns: 2_000, seed: 1 },
  );
});

test('any code is shown as it is written', () => {
  fc.assert(
    fc.property(anyText, (value) => {
      const tokens = readDiscord(drawnText({ type: 'inlineCode', value }));
      expect(tokens.map(({ kind }) => kind)).toEqual(['code']);
      expect(shownText(tokens)).toBe(literal(value).trim());
    }),
    { numRuns: 1_000, seed: 1 },
  );
});

test('any block of code is shown as it is written', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom(null, 'js', 'c++', 'no name', '```'), (value, lang) => {
      const root: Root = { type: 'root', children: [{ type: 'code', lang, value }] };
      const tokens = readDiscord(markdownOf(markdownParts(root)));
      expect(tokens.map(({ kind }) => kind)).toEqual(['fence']);
      expect(shownText(tokens).trim()).toBe(literalLines(value).join('\n').trim());
    }),
    { numRuns: 1_000, seed: 1 },
  );
});

test('any text beside a link leaves the link as it is', () => {
  const url = 'https://docs.example/a_b*c';
  fc.assert(
    fc.property(anyText, anyText, anyText, (before, value, after) => {
      const tokens = readDiscord(
        drawnText(
          { type: 'text', value: `${before} ` },
          { type: 'link', url, children: [{ type: 'text', value }] },
          { type: 'inlineCode', value: after },
          { type: 'strong', children: [{ type: 'text', value: after }] },
          { type: 'text', value: after },
        ),
      );
      expect(tokens.flatMap(({ target }) => target ?? [])).toEqual([url]);
      const kinds = new Set(tokens.map(({ kind }) => kind));
      for (const kind of ['text', 'link', 'autolink', 'code', 'strong'] as const) kinds.delete(kind);
      expect([...kinds]).toEqual([]);
    }),
    { numRuns: 1_000, seed: 1 },
  );
});

test.each([
  ['# A *b*', ['**A** **_b_**']],
  ['a **b** *c* ~~d~~ `e`', ['a **b** *c* ~~d~~ `e`']],
  ['**a `b*c` d**', ['**a** `b*c` **d**']],
  ['**a***b*', ['**a**\u200B*b*']],
  ['a  \nb', ['a', 'b']],
  ['1990\\. a', [String.raw`1990\. a`]],
  ['\\- a', [String.raw`\- a`]],
  ['a\n\\# b', [String.raw`a # b`]],
  ['``a`b``', ['``a`b``']],
  ['`` `a` ``', ['`` `a` ``']],
  ['- a\n- b\n  - c\n\n    d\n- e', ['- a', '- b', '  - c', '    d', '- e']],
  ['7. a\n\n   ```js\n   b\n   ```\n8. c', ['7. a', '```js', 'b', '```', '8. c']],
  ['- [ ] a\n- [x] b', ['- ☐ a', '- ☑ b']],
  ['> a\n>\n> > b\n\nc', ['> a', '> b', '', 'c']],
  ['> a\n> ```\n> b\n> ```\n> c', ['> a', '```', 'b', '```', '> c']],
  ['> - a\n>   - b', ['> - a', '>   - b']],
  ['````md\n```\na\n```\n````', ['```md', '`\u200B`\u200B`', 'a', '`\u200B`\u200B`', '```']],
  ['| a | bc |\n|---|---|\n| def | 日本 |', ['```', 'a    bc', '───  ────', 'def  日本', '```']],
  [
    `| a | b |\n|---|---|\n| **c** | ${'d '.repeat(40)}|\n| e | |`,
    [`- **a: c**`, `  **b:** ${'d '.repeat(40).trim()}`, '- **a:** e'],
  ],
  [
    '![a](https://docs.example/a.png) ![](https://docs.example/b.png)',
    ['[a](<https://docs.example/a.png>) <https://docs.example/b.png>'],
  ],
  [
    'https://docs.example/a and <https://docs.example/b>',
    ['<https://docs.example/a> and <https://docs.example/b>'],
  ],
  ['[a **b** `c`](https://docs.example/a_(b))', ['[a **b** `c`](<https://docs.example/a_%28b%29>)']],
  ['[a [b] c](https://docs.example/)', [String.raw`[a \[b\] c](<https://docs.example/>)`]],
  ['[a \\[ c](https://docs.example/)', ['[a ( c](<https://docs.example/>)']],
  ['[https://good.example](https://docs.example/)', ['[good.example](<https://docs.example/>)']],
  ['[a](javascript:b) [c](mailto:d@e.example) [f](/g)', ['a c f']],
  [
    '[a](https://discord.gg/b) discord.gg/c `discord.gg/d`',
    [String.raw`a discord\.gg/c `.concat('`discord.\u200Bgg/d`')],
  ],
  ['a[^1]\n\n[^1]: b', [String.raw`a\[1\]`, '', String.raw`\[1\]`, 'b']],
  ['a <b>c</b>', [String.raw`a \<b\>c\</b\>`]],
  ['a\n\n---\n\nb', ['a', '', '———', '', 'b']],
])('%j is drawn as %j', (markdown, lines) => {
  expect(drawn(markdown)).toEqual(lines);
});

test.each([
  ['One two three. Four five six seven.', 25, 'One two three. …'],
  ['One two three four five six seven', 25, 'One two three four five…'],
  ['```js\nlet a;\nlet b;\nlet c;\n```', 27, '```js\nlet a;\nlet b;\n…\n```'],
  ['One two three.\n\nFour.', 16, 'One two three.'],
  ['See the page [about zebras](https://docs.example/zebra) now', 40, 'See the page…'],
  ['One two\n\n```\nx\n```', 12, 'One two'],
])('%j in %i characters is cut to %j', (markdown, room, expected) => {
  const { parts, cut } = cutParts(markdownParts(parseMarkdown(markdown)), room);
  expect(markdownOf(parts)).toBe(expected);
  expect(cut).toBe(true);
});

test('what is nested deeper than anybody writes is shown as text', () => {
  const markdown = `${'> '.repeat(60)}${'*_'.repeat(60)}a${'_*'.repeat(60)}`;
  expect(drawn(markdown).join('')).toContain('a');
});
