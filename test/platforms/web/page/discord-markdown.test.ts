import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeLines } from '../../../../src/platforms/discord/render/escape.ts';
import { parseDiscordMarkdown } from '../../../../src/platforms/web/page/discord-markdown.ts';
import type { DiscordNode } from '../../../../src/platforms/web/page/discord-markdown.ts';

/** A tree as one line: `bold(a)`, with text as it is. */
function outline(text: string): string {
  return shown(parseDiscordMarkdown(text));
}

function shown(nodes: readonly DiscordNode[]): string {
  return nodes
    .map((node) => {
      switch (node.kind) {
        case 'text':
          return node.text;
        case 'code':
        case 'mention':
          return `${node.kind}(${node.text})`;
        case 'code-block':
          return `code-block ${node.language}(${node.text})`;
        case 'heading':
          return `heading ${node.level}(${shown(node.children)})`;
        case 'link':
          return `link ${node.url}(${shown(node.children)})`;
        case 'list':
          return `list ${node.start ?? '-'}(${node.items.map((item) => shown(item)).join('|')})`;
        default:
          return `${node.kind}(${shown(node.children)})`;
      }
    })
    .join('');
}

describe("Discord's Markdown", () => {
  test.each([
    ['### A **b**\nc', 'heading 3(A bold(b))c'],
    ['# A\n## B', 'heading 1(A)heading 2(B)'],
    ['-# small\n-# print', 'subtext(small)subtext(print)'],
    ['> a\n> **b**\nc', 'quote(a\nbold(b))c'],
    ['>>> a\nb', 'quote(a\nb)'],
    ['> > a', 'quote(> a)'],
    ['```ts\n- **a**\n\n# b\n```\nc', 'code-block ts(- **a**\n\n# b)c'],
    ['```a b\nc```', 'code-block (a b\nc)'],
    ['a ```b``` c', 'a code-block (b) c'],
    ['> ```\n> a\n> ```', 'quote(code-block (a))'],
  ])('has the block %j', (text, tree) => {
    expect(outline(text)).toBe(tree);
  });

  test.each([
    ['- a\n- b', 'list -(a|b)'],
    ['a\n* b\nc', 'a\nlist -(b)c'],
    ['3. a\n4. b', 'list 3(a|b)'],
    ['- a\n  - b\n    - c\n- d', 'list -(a\nlist -(b\nlist -(c))|d)'],
    ['1. a\n   b\n2. c', 'list 1(a\nb|c)'],
    ['- a\n\n- b', 'list -(a)\nlist -(b)'],
    ['> - a\n> - b', 'quote(list -(a|b))'],
    ['- ```\n  a\n  ```', 'list -(code-block (a))'],
    ['-a\n1.b\n1986', '-a\n1.b\n1986'],
  ])('has the list %j', (text, tree) => {
    expect(outline(text)).toBe(tree);
  });

  test.each([
    ['**a *b* c**', 'bold(a italic(b) c)'],
    ['***a***', 'bold(italic(a))'],
    ['_a_ and __b__ and ~~c~~ and ||d||', 'italic(a) and underline(b) and strike(c) and spoiler(d)'],
    ['snake_case_name 2 * 3 * 4', 'snake_case_name 2 * 3 * 4'],
    ['`a **b**` and ``c ` d``', 'code(a **b**) and code(c ` d)'],
    ['`` `a` ``', 'code(`a`)'],
    [String.raw`\*\*a\*\* \# \@everyone \\ \a`, String.raw`**a** # @everyone \ \a`],
    [String.raw`\### a`, '### a'],
    [String.raw`1\. a`, '1. a'],
    [String.raw`\> a \<@1\> \|\|b\|\|`, '> a <@1> ||b||'],
    ['😀 **😀** \\😀', '😀 bold(😀) 😀'],
  ])('has the line %j', (text, tree) => {
    expect(outline(text)).toBe(tree);
  });

  test.each([
    ['[a **b**](https://x.example/c)', 'link https://x.example/c(a bold(b))'],
    ['[a [b] \\] c](<https://x.example/c>)', 'link https://x.example/c(a [b] ] c)'],
    ['[a](https://x.example/b_(c))', 'link https://x.example/b_(c)(a)'],
    ['[a](javascript:alert(1))', '[a](javascript:alert(1))'],
    [
      '[to https://y.example now](https://x.example)',
      '[to link https://y.example(https://y.example) now](link https://x.example(https://x.example))',
    ],
    ['see https://x.example/a. Or', 'see link https://x.example/a(https://x.example/a). Or'],
    ['<https://x.example/a_b_c>', 'link https://x.example/a_b_c(https://x.example/a_b_c)'],
    [String.raw`https\://x.example`, 'https://x.example'],
  ])('has the link %j', (text, tree) => {
    expect(outline(text)).toBe(tree);
  });

  test.each([
    ['@everyone and @here', '@everyone and @here'],
    ['<@1> <@!2> <@&3> <#4>', 'mention(@user) mention(@user) mention(@role) mention(#channel)'],
    ['</docs search:5> <:smile:6> <t:7:R>', 'mention(/docs search) mention(:smile:) mention(a time)'],
    ['<id:customize> <@x> <img src=x>', 'mention(customize) <@x> <img src=x>'],
  ])('has the mentions %j', (text, tree) => {
    expect(outline(text)).toBe(tree);
  });

  test.each(['**', '[', '`', '||', '> ', '- ', '\\', '[a](', '*a', '_a'])(
    'is read soon where %j comes again and again',
    (sign) => {
      const text = sign.repeat(4_000 / sign.length);
      expect(parseDiscordMarkdown(text)).not.toEqual([]);
    },
  );

  test('has no markup in what the renderer escaped', () => {
    const signs = [...'\\*_~`|<>[]()@#:-.12 \n+/!a', 'https://', '- ', '1. ', '> ', '# ', '```', '<@1>'];
    const texts = fc.string({ unit: fc.constantFrom(...signs), maxLength: 40 });
    fc.assert(
      fc.property(texts, (text) => {
        expect(outline(escapeLines(text))).toBe(text);
      }),
      { numRuns: 2_000, seed: 4 },
    );
  });
});
