import { describe, expect, test } from 'vitest';
import { markdownOf, read } from './read.ts';

/** Fences cannot stand in a template as they are. */
function fenced(text: string): string {
  return text.replaceAll("'''", '```');
}

describe('code', () => {
  test.each([
    ["'''sh title=\"a.sh\" {1,3}", '**a.sh**', 'sh'],
    ["'''sh title='a.sh' copy", '**a.sh**', 'sh'],
    ["'''sh title=a.sh", '**a.sh**', 'sh'],
    ["'''ts filename=\"a b.ts\" showLineNumbers", '**a b.ts**', 'ts'],
    ["'''ts file={\"a.ts\"}", '**a.ts**', 'ts'],
    ["'''js tab=\"npm\"", '**npm**', 'js'],
    ["'''js [config.js]", '**config.js**', 'js'],
    ["'''js{1,3}:line-numbers [a.js]", '**a.js**', 'js'],
    ["'''js {1,3} showLineNumbers", '', 'js'],
    ["'''js:line-numbers", '', 'js'],
    ["'''text", '', ''],
    ["'''c++", '', 'c++'],
  ])('keeps its title and its language: %s', async (opening, title, language) => {
    const code = fenced(`'''${language}\nx = 1\n'''`);
    const expected = title === '' ? code : `${title}\n\n${code}`;
    expect(await markdownOf(fenced(`${opening}\nx = 1\n'''`), { file: 'a.md' })).toBe(expected);
  });

  test('in blocks with tabs stands under their titles', async () => {
    const text = fenced(`
<CodeBlock title="Install" referenceHeight={20}>
<CodeBlockTab title="npm">

'''sh
npm i lantern
'''

</CodeBlockTab>
<CodeBlockTab title="yarn">

'''sh
yarn add lantern
'''

</CodeBlockTab>
</CodeBlock>`);
    expect(await markdownOf(text)).toBe(
      fenced(`**Install**

**npm**

'''sh
npm i lantern
'''

**yarn**

'''sh
yarn add lantern
'''`),
    );
  });

  test('that only the site has leaves the traces of its titles', async () => {
    const text = `
<CodeBlock title="Light the first lantern">
<CodeBlockTab file="light-js" title="In JavaScript, say" />
</CodeBlock>

<CodeBlock title="lantern.lit" file="x" />

<CodeBlock file="y" title="The" />`;
    expect(await markdownOf(text)).toBe(
      '**Light the first lantern**\n\n*In JavaScript, say*\n\n`lantern.lit`',
    );
  });

  test('in a group takes its name from what follows the language', async () => {
    const text = fenced("<CodeGroup>\n'''sh npm\nnpm i\n'''\n'''sh Yarn 2\nyarn\n'''\n</CodeGroup>");
    expect(await markdownOf(text)).toBe(
      fenced("**npm**\n\n'''sh\nnpm i\n'''\n\n**Yarn 2**\n\n'''sh\nyarn\n'''"),
    );
  });

  test('is never read as anything else', async () => {
    const lines = [
      "import x from 'y'",
      '::: tip Title',
      '<Note>{x}</Note> {{ y }}',
      '## Z {#z}',
      '```sh title="x"',
    ];
    const code = ['````md', ...lines, '```', '````'].join('\n');
    expect(await markdownOf(code)).toBe(code);
  });

  test('without anything in it is left out', async () => {
    expect(await markdownOf(fenced("a\n\n'''\n\n'''\n\nb"))).toBe('a\n\nb');
  });
});

describe('tabs', () => {
  const expected = '**macOS**\n\nUse a Mac.\n\n- one\n\n**Windows**\n\nUse *Windows*.';

  test.each([
    [
      'Docusaurus',
      `<Tabs groupId="os">
  <TabItem value="mac" label="macOS" default>
    Use a Mac.

    - one
  </TabItem>
  <TabItem value="Windows">Use *Windows*.</TabItem>
</Tabs>`,
    ],
    [
      'Starlight',
      `<Tabs syncKey="os">
  <TabItem label="macOS" icon="apple">

  Use a Mac.

  - one

  </TabItem>
  <TabItem label="Windows">
    Use *Windows*.
  </TabItem>
</Tabs>`,
    ],
    [
      'Nextra',
      `<Tabs items={['macOS', "Windows"]}>
  <Tabs.Tab>
    Use a Mac.

    - one
  </Tabs.Tab>
  <Tabs.Tab>Use *Windows*.</Tabs.Tab>
</Tabs>`,
    ],
    [
      'Fumadocs',
      `<Tabs items={['macOS', 'Windows']}>
<Tab value="macOS">
Use a Mac.

- one
</Tab>
<Tab value="Windows">Use *Windows*.</Tab>
</Tabs>`,
    ],
    ['a list', '- | macOS\n\n  Use a Mac.\n\n  - one\n\n- | Windows\n\n  Use *Windows*.'],
  ])('are their labels and what stands in them: %s', async (_name, text) => {
    expect(await markdownOf(text)).toBe(expected);
  });

  test('of a list without content are left out', async () => {
    expect(await markdownOf('- | Picture\n\n  <Diagram />\n\n- | Text\n\n  Words.')).toBe(
      '**Text**\n\nWords.',
    );
  });
});

describe('remarks', () => {
  test.each([
    ['<Note>Hot.</Note>', '> **Note:** Hot.'],
    ['<Callout type="warning" title="Careful">Hot.</Callout>', '> **Careful:** Hot.'],
    ['<Callout type="warning" emoji="!">\n  Hot **now**.\n</Callout>', '> **Warning:** Hot **now**.'],
    ['<Callout>Hot.</Callout>', '> Hot.'],
    ['<Aside type="tip">\n\nHot.\n\n- x\n\n</Aside>', '> **Tip:** Hot.\n>\n> - x'],
    ['<Admonition type="tip" title="T">Hot.</Admonition>', '> **T:** Hot.'],
    [':::note\nHot.\n:::', '> **Note:** Hot.'],
    ['::: tip Title of it\nHot.\n:::', '> **Title of it:** Hot.'],
    [':::warning Careful\nHot.\n:::', '> **Careful:** Hot.'],
    [':::warning[Careful *now*]\nHot.\n:::', '> **Careful *now*:** Hot.'],
    [':::caution{.big title="Careful"}\nHot.\n:::', '> **Careful:** Hot.'],
    ['::::info\n:::tip\nHot.\n:::\n::::', '> **Info:**\n>\n> > **Tip:** Hot.'],
    ['> [!NOTE]\n> Hot.', '> **Note:** Hot.'],
    ['> [!warning]\n>\n> Hot.\n>\n> - x', '> **Warning:** Hot.\n>\n> - x'],
    ['> Hot.', '> Hot.'],
    ['> [!unknown] Hot.', '> \\[!unknown] Hot.'],
    [':::note\n:::', ''],
  ])('are quotes with their labels: %j', async (text, expected) => {
    expect(await markdownOf(text)).toBe(expected);
  });

  test('that hold headings let them out', async () => {
    const sections = await read(':::note\n## Inside\nHot.\n:::\n\n> ## Quoted\n> Cold.');
    expect(sections.map(({ heading, markdown }) => [heading, markdown])).toEqual([
      ['Guide', ''],
      ['Inside', 'Hot.'],
      ['Quoted', 'Cold.'],
    ]);
  });

  test('within a line of text are text', async () => {
    const text = 'At 12:30, `a:b` is urn:ietf:params:oauth :smile: and ::note[x].';
    expect(await markdownOf(text)).toBe('At 12:30, `a:b` is urn:ietf:params:oauth :smile: and ::note\\[x].');
  });

  test('of another kind are their titles and what stands in them', async () => {
    expect(await markdownOf('::: details Click me\nHot.\n:::\n\n::video[Watch *it*]{#x}')).toBe(
      '**Click me**\n\nHot.\n\nWatch *it*',
    );
  });
});

describe('components', () => {
  test.each([
    ['<Card title="Read" href="/x" description="More." />', '**[Read](https://docs.example/x)**\n\nMore.'],
    [
      '<Cards>\n  <Card title="A" href="./a.md" />\n  <Card title="B" href="/b" />\n</Cards>',
      '- [A](https://docs.example/a)\n- [B](https://docs.example/b)',
    ],
    ['<Steps>\n1. First\n2. Second\n</Steps>', '1. First\n2. Second'],
    ['<Accordion title="Why?">Because.</Accordion>', '**Why?**\n\nBecause.'],
    ['<details>\n<summary>More</summary>\n\nText\n\n</details>', '**More**\n\nText'],
    ['<ResponseField name="user_id" type="string">The user.</ResponseField>', '**`user_id`**\n\nThe user.'],
    ['<Frame><img src="a.png" alt="A lantern in the dark" /></Frame>', '*A lantern in the dark*'],
    ['A <Badge text="New" /> and <Link to="/q">the q</Link>.', 'A and [the q](https://docs.example/q).'],
    ['<Link to="/q">the q</Link>', '[the q](https://docs.example/q)'],
    ['<A><B>one</B> <C>two</C></A>', 'one\n\ntwo'],
    ['<>\n\nx\n\n</>', 'x'],
    ['<Unknown.Thing prop={{ a: [1] }} />', ''],
    ['{list.map((x) => <li>{x}</li>)}', ''],
    [
      'Version {props.version}, {"text"}, {`more`}, {1 + 1}{/* note */}.',
      'Version `props.version`, text, more, .',
    ],
    ["import X from './x'\nexport const y = 1\n\n{/* a\n## comment */}\n\nText", 'Text'],
  ])('are what a reader sees of them: %j', async (text, expected) => {
    expect(await markdownOf(text)).toBe(expected);
  });

  test.each([
    ['<p>One <b>two </b>three</p>', 'One **two** three'],
    ['<ul>\n  <li>a</li>\n  <li>b <em>c</em></li>\n</ul>', '- a\n- b *c*'],
    ['<ol><li>a</li><li>b</li></ol>', '1. a\n2. b'],
    ['<blockquote>q</blockquote>', '> q'],
    ['<pre><code>{`x = 1`}</code></pre>', '```\nx = 1\n```'],
    ['a<br />b <kbd>Ctrl</kbd> <sub>2</sub>', 'a\\\nb `Ctrl` 2'],
    ['<dl><dt>Term</dt><dd>Meaning</dd></dl>', '**Term**\n\nMeaning'],
    ['<a href="/x">y</a>', '[y](https://docs.example/x)'],
    ['<iframe src="https://x.example" /><video>no</video>', ''],
    [
      '<table>\n<thead>\n<tr><th>A</th><th>B</th></tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td>\n\n- x\n- y\n\n</td>\n</tr>\n</tbody>\n</table>',
      '| A | B |\n| - | - |\n| 1 | x y |',
    ],
  ])('of HTML are Markdown: %j', async (text, expected) => {
    expect(await markdownOf(text)).toBe(expected);
  });

  test('let their headings out, and keep their ids', async () => {
    const sections = await read('<Steps>\n### One\nA.\n</Steps>\n\n<h2 id="Two.2">Two</h2>\n\nB.');
    expect(sections.slice(1)).toMatchObject([
      { heading: 'One', level: 3, line: 2, markdown: 'A.', url: 'https://docs.example/guide#one' },
      { heading: 'Two', level: 2, line: 6, markdown: 'B.', url: 'https://docs.example/guide#Two.2' },
    ]);
  });
});
