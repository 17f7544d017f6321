import { describe, expect, test } from 'vitest';
import { cutExcerpt } from '../../src/core/excerpt.ts';
import type { Excerpt } from '../../src/core/excerpt.ts';
import { allNodes, matchWords, parse, plainText } from './markdown.ts';

/** The excerpt of a section for a question whose words weigh 1 each. */
function cut(markdown: string, query: string, budget = 120): Excerpt {
  return cutExcerpt(markdown, { parse, match: matchWords(query), budget });
}

const FILLER = 'Nothing of interest stands in this sentence, which is only here to take room.';

describe('what is chosen', () => {
  test('a section within the budget is quoted whole', () => {
    const markdown = 'One.\n\n- a\n- b\n\n```js\nx\n```';
    expect(cut(markdown, 'zebra')).toMatchObject({ markdown, truncated: false });
  });

  test('blank lines around a section are no part of it', () => {
    expect(cut('\n\n  \nOne.\n\n', 'one')).toMatchObject({ markdown: 'One.', truncated: false });
  });

  test('the paragraph with the words asked for, and what follows it', () => {
    const markdown = `${FILLER}\n\nThe zebra sleeps.\n\nShort end.\n\n${FILLER}`;
    expect(cut(markdown, 'zebra', 60)).toMatchObject({
      markdown: 'The zebra sleeps.\n\nShort end.',
      truncated: true,
    });
  });

  test('the first blocks where only the title matched', () => {
    const markdown = `First.\n\nSecond.\n\n${FILLER}\n\n${FILLER}`;
    expect(cut(markdown, 'zebra').markdown).toBe(`First.\n\nSecond.\n\n${FILLER}`);
  });

  test('the rarer word counts for more', () => {
    const markdown = `A user has a name.\n\n${FILLER}\n\nThe zebra.\n\n${FILLER}`;
    const match = matchWords({ user: 1, name: 1, zebra: 5 });
    expect(cutExcerpt(markdown, { parse, match, budget: 20 }).markdown).toBe('The zebra.');
  });

  test('a word in the address of a link counts for nothing', () => {
    const link = 'See [there](https://example.com/zebra/zebra) for other things.';
    const markdown = `${link}\n\n${FILLER}\n\nThe zebra sleeps.`;
    expect(cut(markdown, 'zebra', 60).markdown).toBe('The zebra sleeps.');
  });

  test('two places that answer different words, with a sign between them', () => {
    const markdown = `The zebra sleeps.\n\n${FILLER}\n\n${FILLER}\n\nThe lion wakes.`;
    expect(cut(markdown, 'zebra lion', 100).markdown).toBe('The zebra sleeps.\n\n…\n\nThe lion wakes.');
  });

  test('code that matches comes with the paragraph that introduces it', () => {
    const markdown = `${FILLER}\n\nCall the client.\n\n\`\`\`js\nzebra();\n\`\`\`\n\n${FILLER}`;
    expect(cut(markdown, 'zebra', 70).markdown).toBe('Call the client.\n\n```js\nzebra();\n```');
  });

  test('code under a bold label comes with the label and the sentence before it', () => {
    const markdown = `${FILLER}\n\nCall it:\n\n**Node.js**\n\n\`\`\`js\nzebra();\n\`\`\`\n\n${FILLER}`;
    expect(cut(markdown, 'zebra', 70).markdown).toBe('Call it:\n\n**Node.js**\n\n```js\nzebra();\n```');
  });

  test('of a long introduction the last sentence', () => {
    const markdown = `${FILLER} ${FILLER} Do this:\n\n\`\`\`js\nzebra();\n\`\`\`\n\n${FILLER}`;
    expect(cut(markdown, 'zebra', 60).markdown).toBe('… Do this:\n\n```js\nzebra();\n```');
  });

  test('a paragraph that ends with a colon brings what it introduces, code even over the budget', () => {
    const code = `\`\`\`\n${'x'.repeat(40)}\n${'y'.repeat(40)}\n\`\`\``;
    const markdown = `${FILLER}\n\nThe zebra is made like this:\n\n${code}\n\n${FILLER}`;
    expect(cut(markdown, 'zebra', 100).markdown).toBe(`The zebra is made like this:\n\n${code}`);
  });

  test('nothing of nothing', () => {
    expect(cut(' \n\n', 'zebra')).toMatchObject({ markdown: '', truncated: false });
    expect(cut('', 'zebra').root.children).toEqual([]);
  });
});

describe('what is too long is cut', () => {
  const sentences = `First there is a beginning. Then the zebra comes along. Then it leaves. ${FILLER}`;

  test('a paragraph at the end of a sentence', () => {
    expect(cut(sentences, 'zebra', 80).markdown).toBe(
      'First there is a beginning. Then the zebra comes along. Then it leaves. …',
    );
  });

  test('a paragraph from the sentence that answers', () => {
    expect(cut(`${FILLER} ${sentences}`, 'zebra', 50).markdown).toBe(
      '… Then the zebra comes along. Then it leaves. …',
    );
  });

  test('not at abbreviations, versions or inside a link or code', () => {
    const link = '[a page. With stops. In it.](https://example.com)';
    const markdown = `Use e.g. version 1.2 of the zebra. See \`a. B. C.\` and ${link} too. ${FILLER}`;
    expect(cut(markdown, 'zebra', 40).markdown).toBe('Use e.g. version 1.2 of the zebra. …');
    expect(cut(markdown, 'too', 90).markdown).toBe(`… See \`a. B. C.\` and ${link} too. …`);
  });

  test('a sentence that alone is too long between two words', () => {
    expect(cut('zebra '.repeat(30), 'zebra', 20).markdown).toBe('zebra zebra zebra …');
  });

  test('Japanese after its own full stop', () => {
    const text = '最初の文です。シマウマは眠ります。最後の文です。';
    expect(cut(text, 'zebra', 16).markdown).toBe('最初の文です。 …');
  });

  test('a list to the items that answer, in order, with signs for the others', () => {
    const list = Array.from(
      { length: 9 },
      (_, number) => `- item ${number} ${number % 4 === 2 ? 'zebra' : ''}`,
    );
    const lines = list.map((line) => line.trimEnd());
    expect(cut(lines.join('\n'), 'zebra', 60).markdown).toBe(
      '…\n\n- item 2 zebra\n\n…\n\n- item 6 zebra\n\n…',
    );
  });

  test('a list of parameters to the one that is defined, not those that mention it', () => {
    const list = [
      '- **context** `object`: What `op` is applied to, when op is given.',
      '- **op** `string`: How the warrants are joined.',
      '- **debug** `boolean`: Explains what op did.',
    ].join('\n');
    expect(cut(list, 'op', 60).markdown).toBe('…\n\n- **op** `string`: How the warrants are joined.\n\n…');
  });

  test('a nested list to the item inside, with what it stands under', () => {
    const markdown = [
      '- **subject** `object`: Who.',
      `- **checks** \`array\`: Several.\n${'  - **other** `string`: Something else.\n'.repeat(5)}  - **zebra** \`string\`: Striped.`,
      '- **debug** `boolean`: Explains.',
    ].join('\n');
    expect(cut(markdown, 'zebra').markdown).toBe(
      '…\n\n- **checks** `array`: Several.\n\n  …\n\n  - **zebra** `string`: Striped.\n\n…',
    );
  });

  test('steps to a run of steps that keep their numbers', () => {
    const steps = ['One step.', 'Two steps.', 'The zebra step.', 'Four steps.', 'Five steps.', 'Six steps.'];
    const markdown = steps.map((step, number) => `${number + 1}. ${step}`).join('\n');
    expect(cut(markdown, 'zebra', 40).markdown).toBe('…\n\n3. The zebra step.\n4. Four steps.\n\n…');
  });

  test('a table to its header and the rows that answer', () => {
    const rows = ['| lion | 1 |', '| zebra | 2 |', '| tiger | 3 |', '| zebra | 4 |', '| bear | 5 |'];
    const table = `| Name | Value |\n| - | - |\n${rows.join('\n')}`;
    const excerpt = cut(table, 'zebra', 70);
    expect(excerpt.markdown).toBe(
      '| Name | Value |\n| - | - |\n| … |\n| zebra | 2 |\n| … |\n| zebra | 4 |\n| … |',
    );
    expect(excerpt.root.children.map(({ type }) => type)).toEqual(['table']);
  });

  test('code at a line, between its fences', () => {
    const lines = Array.from({ length: 20 }, (_, number) => `line(${number});`);
    lines[12] = 'zebra();';
    const markdown = `\`\`\`js\n${lines.join('\n')}\n\`\`\``;
    expect(cut(markdown, 'zebra', 60).markdown).toBe(
      '```js\n…\nzebra();\nline(13);\nline(14);\nline(15);\nline(16);\n…\n```',
    );
  });

  test('a line of code that alone is too long, but not inside a character', () => {
    const markdown = `\`\`\`\n${'🦓'.repeat(200)}\n\`\`\``;
    const { markdown: text, root } = cut(markdown, 'zebra', 131);
    expect(text).toMatch(/^```\n(?:🦓)+…\n```$/u);
    expect(root.children).toMatchObject([{ type: 'code' }]);
  });

  test('a quote inside, with its bars', () => {
    const markdown = `> ${FILLER}\n>\n> The zebra sleeps.\n>\n> ${FILLER}`;
    expect(cut(markdown, 'zebra', 40).markdown).toBe('> The zebra sleeps.');
  });
});

describe('the tree', () => {
  test('is that of the excerpt, with marks around the words in text', () => {
    const { root } = cut('The zebra of [Zebra Inc](https://zebra.example) in `zebra`.', 'zebra');
    expect(allNodes(root).flatMap((node) => (node.type === 'mark' ? [plainText(node)] : []))).toEqual([
      'zebra',
      'Zebra',
    ]);
    expect(plainText(root)).toBe('The zebra of Zebra Inc in zebra.');
  });

  test('has no marks where nothing matched', () => {
    expect(cut('One *two*.', 'zebra').root).toEqual(parse('One *two*.'));
  });

  test('is made once', () => {
    const excerpt = cut('The zebra.', 'zebra');
    expect(excerpt.root).toBe(excerpt.root);
  });
});

test.each([
  ['unclosed fences', '```\nzebra\n'.repeat(5_000)],
  ['a list of thousands', '- a zebra\n'.repeat(20_000)],
  ['a table of thousands', `| a |\n| - |\n${'| zebra |\n'.repeat(20_000)}`],
  ['quotes in quotes', `${'> '.repeat(500)}zebra\n\n${FILLER}`],
  ['lists in lists', Array.from({ length: 200 }, (_, depth) => `${'  '.repeat(depth)}- zebra`).join('\n')],
  ['nothing but labels', '**zebra**\n\n'.repeat(10_000)],
  ['nothing but headings', '# zebra\n'.repeat(10_000)],
])('%s give an excerpt of the usual size', (_name, markdown) => {
  const excerpt = cut(markdown, 'zebra');
  expect(excerpt.markdown.length).toBeGreaterThan(20);
  expect(excerpt.markdown.length).toBeLessThan(1_200);
});
