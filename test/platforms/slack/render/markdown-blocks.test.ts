import type { BlockContent, PhrasingContent, Root } from 'mdast';
import { describe, expect, test } from 'vitest';
import { markMatches } from '../../../../src/core/marks.ts';
import { markdownBlocks } from '../../../../src/platforms/slack/render/markdown-blocks.ts';
import { matchWords, parse } from '../../../core/markdown.ts';
import { checkBlocks } from './check-message.ts';
import { outline } from './outline.ts';

function drawn(markdown: string): string[] {
  const blocks = markdownBlocks(parse(markdown));
  checkBlocks(blocks, 'message');
  return outline(blocks);
}

describe('text', () => {
  test('keeps its styles', () => {
    expect(drawn('A **bold** _slanted_ ~~gone~~ `code` word.')).toEqual([
      'A *bold* _slanted_ ~gone~ ‹code› word.',
    ]);
  });

  test('has matched words in bold', () => {
    const root = markMatches(parse('A zebra has stripes.'), matchWords('zebra'));
    expect(outline(markdownBlocks(root))).toEqual(['A *zebra* has stripes.']);
  });

  test('has headings in bold', () => {
    expect(drawn('## Food of `zebra`')).toEqual(['*Food of **‹zebra›*']);
  });

  test('breaks where the docs do', () => {
    expect(drawn('One\\\ntwo\nthree.')).toEqual(['One\ntwo three.']);
  });

  test.each(['<!channel>', '<@U123>', '<http://evil|x>', '&lt;', ':tada:', '*a*', '~a~'])(
    'has %s as it is written in code',
    (text) => {
      expect(markdownBlocks(parse(`\`${text}\``))).toEqual([
        {
          type: 'rich_text',
          elements: [
            { type: 'rich_text_section', elements: [{ type: 'text', text, style: { code: true } }] },
          ],
        },
      ]);
    },
  );

  test('loses control characters, bidirectional ones and those of no width', () => {
    expect(drawn('a\u0007b\u202Ec\u200Bd\u2066e')).toEqual(['abcde']);
  });

  test('that cannot be seen is no block', () => {
    expect(drawn('\u200B\n\n\u200D')).toEqual([]);
  });

  test('longer than Slack takes in one run becomes several', () => {
    const blocks = markdownBlocks(parse(`\`\`\`\n${'🙂'.repeat(2_000)}\n\`\`\``));
    checkBlocks(blocks, 'message');
    expect(outline(blocks)).toEqual([`\`\`\`${'🙂'.repeat(2_000)}\`\`\``]);
  });

  test('shows HTML as it is written', () => {
    expect(drawn('<b>A</b>\n\nx<br>y')).toEqual(['<b>A</b>', 'x\ny']);
  });

  test('has rules and footnotes', () => {
    expect(drawn('A[^1].\n\n---\n\n[^1]: Note.')).toEqual(['A[1].', '———', '[1]', 'Note.']);
  });
});

describe('links', () => {
  test('lead to the web or a mailbox', () => {
    expect(drawn('[a](https://a.example/x) [b](mailto:b@b.example)')).toEqual([
      '[a](https://a.example/x) [b](mailto:b@b.example)',
    ]);
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', '/relative', 'slack://user', '#a'])(
    'to %s are text',
    (url) => {
      expect(drawn(`[a](<${url}>)`)).toEqual(['a']);
    },
  );

  test('of more than 3,000 characters are text', () => {
    expect(drawn(`[a](https://a.example/${'x'.repeat(3_000)})`)).toEqual(['a']);
  });

  test('have their styles, one link for each', () => {
    expect(drawn('[the `id` of](https://a.example/)')).toEqual([
      '[the ](https://a.example/)‹[id](https://a.example/)›[ of](https://a.example/)',
    ]);
  });

  test('have no marks, which would part them', () => {
    const root = markMatches(parse('[the zebra of](https://a.example/) zebra'), matchWords('zebra'));
    expect(outline(markdownBlocks(root))).toEqual(['[the zebra of](https://a.example/) *zebra*']);
  });

  test('without a text show their address', () => {
    expect(drawn('[](https://a.example/)')).toEqual(['[https://a.example/](https://a.example/)']);
  });

  test('stand for images', () => {
    expect(drawn('![A zebra](https://a.example/z.png) ![a](z.png)')).toEqual([
      '[A zebra](https://a.example/z.png) a',
    ]);
  });
});

describe('lists', () => {
  test('are nested', () => {
    expect(drawn('- a\n  - b\n    1. c\n- d')).toEqual(['• a', '  • b', '    1. c', '• d']);
  });

  test('are numbered from where they start', () => {
    expect(drawn('3. a\n4. b')).toEqual(['3. a', '4. b']);
  });

  test('go on with the next number behind code, quotes and lists in an item', () => {
    const markdown = '1. a\n\n   ```\n   code\n   ```\n2. b\n\n   > quote\n3. c\n   - d\n4. e';
    expect(drawn(markdown)).toEqual(['1. a', '```code```', '2. b', '> quote', '3. c', '  • d', '4. e']);
  });

  test('have the paragraphs of an item on lines of their own', () => {
    expect(drawn('- a\n\n  b\n- c')).toEqual(['• a\nb', '• c']);
  });

  test('have boxes for tasks', () => {
    expect(drawn('- [ ] a\n- [x] b')).toEqual(['• ☐ a', '• ☑ b']);
  });

  test('have a marker for an item without a text', () => {
    expect(drawn('1.\n2. b')).toEqual(['1.  ', '2. b']);
  });

  test('are indented eight times at most', () => {
    const markdown = Array.from({ length: 60 }, (_, depth) => `${'  '.repeat(depth)}- ${depth}`).join('\n');
    const lines = drawn(markdown);
    expect(lines[8]).toBe(`${'  '.repeat(8)}• 8`);
    expect(lines[9]).toBe(`${'  '.repeat(8)}• 9`);
    expect(lines.join(' ')).toContain('59');
  });
});

test.each(['list', 'quote', 'emphasis'] as const)('a %s nested ten thousand times is shown', (kind) => {
  const blocks = markdownBlocks(nested(kind, 10_000));
  checkBlocks(blocks, 'message');
  expect(outline(blocks).join('\n')).toContain('core');
});

function nested(kind: 'list' | 'quote' | 'emphasis', depth: number): Root {
  let inner: PhrasingContent = { type: 'text', value: 'core' };
  if (kind === 'emphasis')
    for (let left = depth; left > 0; left -= 1) inner = { type: 'emphasis', children: [inner] };
  let node: BlockContent = { type: 'paragraph', children: [inner] };
  if (kind !== 'emphasis')
    for (let left = depth; left > 0; left -= 1)
      node =
        kind === 'quote'
          ? { type: 'blockquote', children: [node] }
          : { type: 'list', children: [{ type: 'listItem', children: [node] }] };
  return { type: 'root', children: [node] };
}

describe('quotes', () => {
  test('hold paragraphs, lists and code', () => {
    expect(drawn('> a\n>\n> b\n>\n> - c\n>\n> ```\n> d\n> ```\n>\n> > e')).toEqual([
      '> a\n\nb',
      '▏• c',
      '▏```d```',
      '> e',
    ]);
  });
});

describe('tables', () => {
  const TABLE = '| a | b |\n|---|--:|\n| 1 | [x](https://x.example/) |\n| | `2` |';

  test('are aligned text', () => {
    expect(drawn(TABLE)).toEqual(['```a  b\n─  ─\n1  x\n   2```']);
  });

  test('are aligned as wide as their letters are', () => {
    expect(drawn('| 日本 | b |\n|---|---|\n| 1 | 22 |')).toEqual(['```日本  b\n────  ──\n1     22```']);
  });

  test('that are wide have an item for each row, with their links', () => {
    const wide = 'word '.repeat(20).trim();
    expect(drawn(`| a | b |\n|---|---|\n| [x](https://x.example/) | ${wide} |`)).toEqual([
      `• *a: *[x](https://x.example/)\n*b: *${wide}`,
    ]);
  });

  test('in lists stand behind their item', () => {
    expect(drawn('- a\n\n  | b |\n  |---|\n  | c |')).toEqual(['• a', '```b\n─\nc```']);
  });
});
