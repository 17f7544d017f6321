import { describe, expect, test } from 'vitest';
import { readFrontmatter } from '../../src/content/frontmatter.ts';
import { readAll, readPage, read } from './read.ts';

/** A page behind frontmatter. */
function behind(yaml: string): string {
  return `---\n${yaml}\n---\n\nText.\n\n## Part`;
}

describe('frontmatter', () => {
  test('says what a page is called, what it is about, and by which words to find it', async () => {
    const page = await readPage(
      behind('title: "  A\n  title "\ndescription: About it\nkeywords: [a b, 2]\ntags: c, d ,'),
    );
    expect(page).toMatchObject({
      title: 'A title',
      description: 'About it',
      keywords: ['a b', '2', 'c', 'd'],
    });
  });

  test.each([
    ['title: 2024', '2024'],
    ['title: 2024-01-05', '2024-01-05'],
    ['title: 1.10', '1.1'],
    ['title: [a]', 'Guide'],
    ['title: {a: b}', 'Guide'],
    ['title: true', 'Guide'],
    ['title:', 'Guide'],
    ['title: ""', 'Guide'],
    ['heading: Other', 'Guide'],
    ['__proto__: {title: Polluted}', 'Guide'],
    ['constructor: x', 'Guide'],
  ])('of any type gives a title: %s', async (yaml, title) => {
    expect((await readPage(behind(yaml))).title).toBe(title);
    expect(Object.hasOwn(Object.prototype, 'title')).toBe(false);
  });

  test('may use other keys', async () => {
    const frontmatter = {
      title: ['sidebar_title', 'title'],
      description: ['summary'],
      keywords: [],
      slug: ['permalink'],
      hidden: ['private'],
    };
    const text = behind('title: A\nsidebar_title: B\nsummary: C\nkeywords: [d]\npermalink: /e');
    expect(await readPage(text, { rules: { frontmatter } })).toMatchObject({
      title: 'B',
      description: 'C',
      keywords: [],
      url: 'https://docs.example/e',
    });
  });

  test('leaves a page out that is hidden', async () => {
    const { pages } = await readAll({
      'a.md': behind('draft: true'),
      'b.md': behind('draft: false'),
      'c.md': behind('draft: "true"'),
    });
    expect(pages.map(({ file }) => file)).toEqual(['b.md', 'c.md']);
  });

  test('is JSON too, where it says so', async () => {
    expect((await readPage('---json\n{"title": "A"}\n---\nText')).title).toBe('A');
  });

  test('is TOML too, between lines of plus signs', async () => {
    const toml = [
      '+++',
      'title = "A"',
      'date = 2024-01-05T10:00:00Z',
      'keywords = ["b", "c"]',
      '[params]',
      'deep.er = 1',
      '+++',
    ];
    const text = [...toml, '', 'Text', '', '## Part'].join('\n');
    expect(readFrontmatter(text)).toMatchObject({
      data: { title: 'A', keywords: ['b', 'c'], params: { deep: { er: 1 } } },
      offset: 7,
    });
    expect(await readPage(text)).toMatchObject({
      title: 'A',
      keywords: ['b', 'c'],
      sections: [{ markdown: 'Text' }, { heading: 'Part', line: 11 }],
    });
  });

  test('is a JSON object too, whose braces stand on lines of their own', async () => {
    const { title, sections } = await readPage('{\n"title": "A"\n}\n\nText', { file: 'guide.md' });
    expect([title, sections[0]?.markdown]).toEqual(['A', 'Text']);
  });

  test.each([
    ['++++\na = 1\n++++\n', '++++\na = 1\n++++\n'],
    ['+++\na = 1\n', '+++\na = 1\n'],
    ['Text\n+++\na = 1\n+++\n', 'Text\n+++\na = 1\n+++\n'],
    ['{\nnot JSON\n}\n', '{\nnot JSON\n}\n'],
    ['+++\n+++\nText', 'Text'],
  ])('is nothing that only looks like it: %j', (text, body) => {
    expect(readFrontmatter(text)).toMatchObject({ data: {}, body, problem: undefined });
  });

  test.each([
    ['Text\n\n---\n\nmore', 'Text\n\nmore'],
    ['---\n\nText that begins below a line', 'Text that begins below a line'],
    ['----\n\nText', 'Text'],
    ['--- \n---\nText', 'Text'],
    ['---\n---\nText\n\nmore\n---', 'Text'],
  ])('is only what stands between two lines of dashes at the top: %j', async (text, markdown) => {
    const { pages, problems } = await readAll({ 'guide.md': text });
    expect(pages[0]?.sections[0]?.markdown).toBe(markdown);
    expect(problems).toEqual([]);
  });
});

describe('broken frontmatter', () => {
  test.each([
    ['title: a: b', 2, 'the frontmatter cannot be read: incomplete explicit mapping pair'],
    ['a: 1\nb: [1, 2\nc: 3', 4, 'the frontmatter cannot be read: '],
    ['a: "x', 3, 'the frontmatter cannot be read: '],
    ['a: *b', 2, 'the frontmatter cannot be read: unidentified alias "b"'],
    ['a: !!js/function "() => 1"', 2, 'the frontmatter cannot be read: unknown tag'],
    ['just words', 1, 'the frontmatter cannot be read: it is no map of keys'],
    ['- a', 1, 'the frontmatter cannot be read: it is no map of keys'],
    ['a: &a [*a]', 1, 'the frontmatter cannot be read: its aliases stand for far too many values'],
  ])('is a problem of its line, and the page is served without it: %j', async (yaml, line, message) => {
    const { pages, problems } = await readAll({ 'guide.md': behind(yaml), 'ok.md': 'fine' });
    expect(problems).toEqual([
      {
        severity: 'error',
        collection: 'docs',
        file: 'guide.md',
        line,
        message: expect.stringContaining(message),
        remedy: 'mend it; until then the page is served without it',
      },
    ]);
    expect(pages[0]?.sections).toMatchObject([
      { heading: 'Guide', markdown: 'Text.' },
      { heading: 'Part', line: yaml.split('\n').length + 6 },
    ]);
    expect(pages).toHaveLength(2);
  });

  test.each([
    ['a = "x', 2],
    ['title = "A"\na = 1\na = 2', 4],
    ['a: b', 2],
  ])('in TOML is a problem of its line too: %j', (toml, line) => {
    expect(readFrontmatter(`+++\n${toml}\n+++\nText`)).toMatchObject({
      data: {},
      body: 'Text',
      problem: { line, message: expect.stringMatching(/^the frontmatter cannot be read: ./u) },
    });
  });

  test.each(['js', 'javascript', 'coffee', 'JS'])('that is code is never run: %s', async (language) => {
    const text = `---${language}\n(globalThis.wasRun = true, { title: 'Run' })\n---\nText`;
    const { pages, problems } = await readAll({ 'guide.md': text });
    expect(globalThis).not.toHaveProperty('wasRun');
    expect(pages[0]).toMatchObject({ title: 'Guide', sections: [{ markdown: 'Text' }] });
    expect(problems[0]).toMatchObject({ severity: 'error', file: 'guide.md', line: 1 });
  });

  test('whose aliases multiply is left out at once', async () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
    for (const letter of 'bcdefghi') {
      const before = String.fromCharCode(letter.charCodeAt(0) - 1);
      bomb.push(`${letter}: &${letter} [${Array.from({ length: 10 }, () => `*${before}`).join()}]`);
    }
    const { problems } = await readAll({ 'guide.md': behind(bomb.join('\n')) });
    expect(problems[0]?.message).toContain('far too many values');
  });

  test('gives no memory of what was read before', () => {
    expect(readFrontmatter(behind('a: b')).data).not.toBe(readFrontmatter(behind('a: b')).data);
  });
});

describe('a page that is not what it says', () => {
  test.each([
    ['a.mdx', '## A\n\n<Note>\n\nnever closed', 3],
    ['a.mdx', '---\ntitle: T\n---\n## A\n\n{never closed', 6],
    ['a.mdx', '## A\n\n<b>wrong</i>', 3],
    ['a.mdx', '## A\n\n5 < 6 <7', 3],
    ['a.mdx', '## A\n\n<https://x.example>', 3],
  ])('MDX that is none is read as Markdown, and its line is named: %s %j', async (file, text, line) => {
    const { pages, problems } = await readAll({ [file]: text, 'ok.mdx': 'fine' });
    expect(problems).toMatchObject([{ severity: 'warning', file, line, remedy: 'mend it' }]);
    expect(problems[0]?.message).toMatch(/^this is no valid MDX, and is read as plain Markdown: /u);
    expect(pages[0]?.sections[1]?.heading).toBe('A');
    expect(pages).toHaveLength(2);
  });

  test('MDX that is none leaves no imports, exports or tags behind', async () => {
    const text =
      'import A from "a"\nexport const b = 1\n\n<Tabs items={["a"]}>\n\nText <\n\n```js\nimport c from "c"\n```\n\n</Tabs>';
    const [lead] = await read(text);
    expect(lead?.markdown).toBe('Text <\n\n```js\nimport c from "c"\n```');
  });

  test.each(['```js\nx', '~~~\nx\n```', '<div>\nx', '[x](', '**x', '| x', ':::note\nx', '`x'])(
    'what is never closed ends with the page: %j',
    async (text) => {
      const { pages, problems } = await readAll({ 'a.md': `## A\n\n${text}` });
      expect(problems).toEqual([]);
      expect(pages[0]?.sections[1]?.markdown).toContain('x');
    },
  );

  test.each([
    ['quotes', '>'.repeat(10_000)],
    ['lists', '- '.repeat(10_000)],
    ['numbers', '1. '.repeat(2000)],
    ['directives', ':::note\n'.repeat(5000)],
    ['components', `${'<A>\n\n'.repeat(1000)}${'\n</A>'.repeat(1000)}`],
    ['emphasis', `${'*a **b '.repeat(500)}${'c** d* '.repeat(500)}`],
  ])('%s that nest too deep are text', async (_what, deep) => {
    const { pages, problems } = await readAll({ 'a.mdx': `${deep} word`, 'ok.md': 'fine' });
    expect(problems).toMatchObject([{ file: 'a.mdx', severity: 'warning' }]);
    expect(pages[0]?.sections[0]?.markdown).toContain('word');
  });

  test.each([
    ['brackets', '['.repeat(10_000)],
    ['images', '!['.repeat(5000)],
    ['stars', '*a '.repeat(10_000)],
    ['backticks', '`'.repeat(100_000)],
    ['colons', ':'.repeat(100_000)],
    ['a line of a megabyte', 'word '.repeat(200_000)],
    ['spaces', `## a${' '.repeat(2000)}b`],
    ['braces', `## a ${'{{'.repeat(10_000)}`],
    ['controls', 'a\u0000b\u0007c\u202Ed\uFEFFe\u2028f'],
    ['lone surrogates', 'a\uD800b'],
  ])('%s without end are read', async (_what, text) => {
    const { pages } = await readAll({ 'a.md': text });
    expect(pages[0]?.sections.length).toBeGreaterThan(0);
  });

  test('HTML that nests too deep shows nothing', async () => {
    const { pages } = await readAll({ 'a.md': `${'<div>'.repeat(10_000)}\n\nfine` });
    expect(pages[0]?.sections[0]?.markdown).toBe('fine');
  });
});
