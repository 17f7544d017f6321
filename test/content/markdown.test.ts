import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../src/content/parse-markdown.ts';
import { writeMarkdown } from '../../src/content/to-markdown.ts';
import { anyMarkdown } from '../core/any-markdown.ts';
import { markdownOf, read } from './read.ts';

// Every run tries the same.
fc.configureGlobal({ seed: 1 });

describe('definition lists', () => {
  test.each([
    ['`op`\n: The operation', '- **`op`**: The operation'],
    ['One\n: first\n\nTwo \n:  second', '- **One**: first\n- **Two**: second'],
    ['One\n: first\n: also', '- **One**: first\n\n  also'],
    ['**One**\n: a *b*\n  c', '- **One**: a *b*\n  c'],
    ['the `a` of b\n: c', '- **the `a` of b**: c'],
    [': no term', ': no term'],
    ['a\n:b', 'a\n:b'],
  ])('are lists of terms and meanings: %j', async (text, expected) => {
    expect(await markdownOf(text)).toBe(expected);
  });
});

describe('tables', () => {
  test('keep their cells, their pipes and their alignment', async () => {
    const text = '|a|b|\n|-|:-:|\n|x \\| y|`p\\|q` <b>r</b>|\n|![An alt that says something](i.png)|';
    expect(await markdownOf(text)).toBe(
      '| a | b |\n| - | :-: |\n| x \\| y | `p\\|q` **r** |\n| *An alt that says something* |',
    );
  });

  test.each(['a.md', 'a.mdx'])('of HTML are tables too: %s', async (file) => {
    const text = '<table><tr><th>A</th></tr><tr><td>1</td></tr></table>';
    expect(await markdownOf(text, { file })).toBe('| A |\n| - |\n| 1 |');
  });
});

describe('images', () => {
  test.each([
    ['![Where to find the token](a.png)', '*Where to find the token*'],
    ['![Where to find the token](a.png)[border=false]', '*Where to find the token*'],
    ['![logo](a.png)', ''],
    ['![](a.png)', ''],
    ['![screenshot-of-it.png](a.png)', ''],
    ['one ![logo](a.png){width=30} two', 'one two'],
    ['one\n![logo](a.png)[border=false]\ntwo', 'one\ntwo'],
    ['![logo](a.png)\n![logo](b.png)', ''],
    ['[![Open the guide now](a.png)](/x)', '[Open the guide now](https://docs.example/x)'],
    ['[![logo](a.png)](/x)', ''],
    ['![What it looks like][ref]\n\n[ref]: a.png', '*What it looks like*'],
    ['<img src="a.png" alt="What it looks like" />', '*What it looks like*'],
  ])('are their texts where these say something: %j', async (text, expected) => {
    expect(await markdownOf(text)).toBe(expected);
  });
});

describe('HTML in Markdown', () => {
  test.each([
    ['a <!-- b --> c', 'a c'],
    ['<!-- b\n\n## No heading\n-->\n\nc', 'c'],
    ['<!-- never closed', ''],
    ['a<br>b <sub>2</sub>', 'a\\\nb 2'],
    [
      '<p align="center">\n<img src="x" alt="A large picture here"> <a href="./b.md">link</a>\n</p>',
      '*A large picture here* [link](https://docs.example/b)',
    ],
    ['<details>\n<summary>More</summary>\n\nIn **it**\n\n</details>', 'More\n\nIn **it**'],
    ['<script>alert(1)</script>', ''],
    ['<div>one</div>\n\n</div>\n\ntwo', 'one\n\ntwo'],
  ])('is what a reader sees of it: %j', async (text, expected) => {
    expect(await markdownOf(text, { file: 'a.md' })).toBe(expected);
  });

  test('keeps the ids of headings, and the lines that they begin at', async () => {
    const [, heading] = await read('a\n\n<h3 id="own">Raw</h3>\n\nb', { file: 'a.md' });
    expect(heading).toMatchObject({ heading: 'Raw', level: 3, line: 3, markdown: 'b' });
    expect(heading?.url).toBe('https://docs.example/a#own');
  });
});

describe('alternatives for different readers', () => {
  test('stand under their labels, or under headings of their own', async () => {
    const text = `- $ frontend="nextjs, remix"

  ## In a framework

  Do this.

- $ frontend="vanilla"
  Do *that*.

- $ backend='python' frontend="x"

  ~~~sh
  run
  ~~~

- $ frontend="empty"`;
    const sections = await read(text);
    expect(sections.slice(1)).toMatchObject([
      {
        heading: 'In a framework',
        line: 3,
        markdown:
          '**nextjs, remix:**\n\nDo this.\n\n**vanilla:**\n\nDo *that*.\n\n**python:**\n\n```sh\nrun\n```',
      },
    ]);
  });

  test('are all of a list or none of it', async () => {
    expect(await markdownOf('- $ a="b" c\n- d')).toBe('- $ a="b" c\n- d');
  });
});

describe('plain Markdown', () => {
  test.each([
    ['[a][b] and [c][gone]\n\n[b]: /x', '[a](https://docs.example/x) and \\[c]\\[gone]'],
    ['A note[^1].\n\n[^1]: The note.', 'A note.\n\nThe note.'],
    ['a\n\n---\n\nb', 'a\n\nb'],
    ['* a\n* b\n\n  c\n', '- a\n- b\n\n  c'],
    ['- [ ] open\n- [x] done', '- [ ] open\n- [x] done'],
    ['__bold__ _it_ ~~gone~~', '**bold** *it* ~~gone~~'],
    ['user_id and user\\_name', 'user_id and user_name'],
    ['Title\n=====\n\na', 'a'],
    ['a **b **c', 'a \\*\\*b \\*\\*c'],
    ['https://x.example/a_b', '[https://x.example/a_b](https://x.example/a_b)'],
    ['&lt;b&gt; &amp; &copy;', '\\<b> & ©'],
  ])('is written in one way: %j', async (text, expected) => {
    expect(await markdownOf(text, { file: 'a.md' })).toBe(expected);
  });

  test('comes out in a form that reading and writing again leave as it is', async () => {
    await fc.assert(
      fc.asyncProperty(anyMarkdown, async (text) => {
        for (const { markdown } of await read(text, { file: 'a.md' }))
          expect(writeMarkdown(parseMarkdown(markdown).children)).toBe(markdown);
      }),
      { numRuns: 100 },
    );
  });
});
