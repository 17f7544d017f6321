import { describe, expect, test } from 'vitest';
import { addresses, read, readPage, SITE } from './read.ts';

async function idsOf(markdown: string, file = 'guide.mdx'): Promise<string[]> {
  return (await read(markdown, { file })).map(({ id }) => id);
}

describe('a page', () => {
  test('is a lead, and a section for each heading with all that stands under it', async () => {
    const text =
      '---\ntitle: Lanterns\n---\n\nIntro.\n\n## Light\n\nA.\n\n- b\n\n### Wick\n\nC.\n\n## Douse\n';
    expect(await read(text)).toEqual([
      {
        id: expect.any(String),
        heading: 'Lanterns',
        level: 0,
        line: 1,
        trail: [],
        url: `${SITE}/guide`,
        markdown: 'Intro.',
      },
      {
        id: expect.any(String),
        heading: 'Light',
        level: 2,
        line: 7,
        trail: ['Lanterns'],
        url: `${SITE}/guide#light`,
        markdown: 'A.\n\n- b',
      },
      {
        id: expect.any(String),
        heading: 'Wick',
        level: 3,
        line: 13,
        trail: ['Lanterns', 'Light'],
        url: `${SITE}/guide#wick`,
        markdown: 'C.',
      },
      {
        id: expect.any(String),
        heading: 'Douse',
        level: 2,
        line: 17,
        trail: ['Lanterns'],
        url: `${SITE}/guide#douse`,
        markdown: '',
      },
    ]);
  });

  test('that begins with its own title has its lead under that', async () => {
    const page = await readPage('# Lanterns\n\nIntro.\n\n## Light\n\nA.');
    expect(page.title).toBe('Lanterns');
    expect(page.sections).toMatchObject([
      { heading: 'Lanterns', level: 0, trail: [], markdown: 'Intro.', url: `${SITE}/guide` },
      { heading: 'Light', trail: ['Lanterns'], markdown: 'A.' },
    ]);
  });

  test('with another title in its frontmatter keeps both', async () => {
    const sections = await read('---\ntitle: Lamps\n---\n# Lanterns\n\nIntro.\n\n## Light');
    expect(sections).toMatchObject([
      { heading: 'Lamps', level: 0, markdown: '' },
      { heading: 'Lanterns', level: 1, trail: ['Lamps'], markdown: 'Intro.', url: `${SITE}/guide` },
      { heading: 'Light', trail: ['Lamps', 'Lanterns'] },
    ]);
  });

  test('with a second title keeps it as a section', async () => {
    const sections = await read('# One\n\na\n\n# Two\n\nb\n\n## Three');
    expect(sections).toMatchObject([
      { heading: 'One', level: 0, markdown: 'a' },
      { heading: 'Two', level: 1, markdown: 'b', url: `${SITE}/guide` },
      { heading: 'Three', level: 2, trail: ['One', 'Two'] },
    ]);
  });

  test.each([
    ['getting-started/index.md', 'Getting started'],
    ['01-first_steps.md', 'First steps'],
    ['index.md', 'Docs'],
    ['API.md', 'API'],
    ['日本.md', '日本'],
  ])('without any title is called by its file: %s', async (file, title) => {
    const page = await readPage('Text', { file, rules: { name: 'docs' } });
    expect(page.title).toBe(title);
  });

  test.each(['', '\n\n', '---\ntitle: Empty\n---\n', '---\n---'])('is a lead at least: %j', async (text) => {
    expect(await read(text)).toMatchObject([{ level: 0, markdown: '', url: `${SITE}/guide` }]);
  });
});

describe('headings', () => {
  test.each([
    ['## A *b* `c` [d](/e)', 'A b c d', '#a-b-c-d'],
    ['## Title {{ "visibility": "no-quick-nav" }}', 'Title', '#title'],
    ['## Title {{ "url": "other" }}', 'Title', '#other'],
    ['## Title {{ "url": "a", "visibility": "x" }}', 'Title', '#a'],
    ['## Title {{ no: json }}', 'Title', '#title'],
    ['## Title {#Own.id}', 'Title', '#Own.id'],
    ['## Title \\{#own}', 'Title', '#own'],
    ['## Title {/* #own */}', 'Title', '#own'],
    ['## Title {/* a note */}', 'Title', '#title'],
    ['## `code` {#own}', 'code', '#own'],
    ['Title {{ "url": "other" }}\n---', 'Title', '#other'],
    ['## What’s new in 2.0?', 'What’s new in 2.0?', '#whats-new-in-20'],
    ['## A & B', 'A & B', '#a--b'],
    ['## Привет мир', 'Привет мир', `#${encodeURIComponent('привет-мир')}`],
    ['## <Icon name="star" /> Stars', 'Stars', '#stars'],
  ])('in MDX say what they are called and where they are: %s', async (text, heading, anchor) => {
    const [, section] = await read(text);
    expect(section).toMatchObject({ heading, url: `${SITE}/guide${anchor}`, markdown: '' });
  });

  test.each([
    ['## Title {{ "url": "other" }}', 'Title', '#other'],
    ['## Title {#own}', 'Title', '#own'],
    ['## Title{#own}  ', 'Title', '#own'],
    ['## Title <!-- #own -->', 'Title', '#own'],
    ['## Title <!-- a note -->', 'Title', '#title'],
    ['    ## no heading\n\n## Title', 'Title', '#title'],
  ])('in Markdown too: %s', async (text, heading, anchor) => {
    const section = (await read(text, { file: 'guide.md' })).at(-1);
    expect(section).toMatchObject({ heading, url: `${SITE}/guide${anchor}` });
  });

  test.each([
    ['square', '## T [#Own]', ['T', '#Own']],
    ['square', '## T {#own}', ['T {#own}', '#t-own']],
    ['curly', '## T [#own]', ['T [#own]', '#t-own']],
    ['none', '## T {#own}', ['T {#own}', '#t-own']],
  ] as const)('bring their ids as the site has it: %s, %s', async (customId, text, [heading, anchor]) => {
    const [, section] = await read(text, { anchors: { customId } });
    expect(section).toMatchObject({ heading, url: `${SITE}/guide${anchor}` });
  });

  test('have no notes but the ones that the config names', async () => {
    const [, section] = await read('## T {{ "url": "x" }}', { anchors: { annotation: '' } });
    expect(section).toMatchObject({ heading: 'T', url: `${SITE}/guide#t` });
  });
});

describe('addresses', () => {
  const twice = '## Setup\n\n## Setup\n\n## Setup 1\n\n## Setup';

  test.each([
    ['dash', ['#setup', '#setup-1', '#setup-1-1', '#setup-2']],
    ['underscore', ['#setup', '#setup_1', '#setup-1', '#setup_2']],
    ['same', ['#setup', '#setup', '#setup-1', '#setup']],
  ] as const)('of the same headings: %s', async (duplicates, expected) => {
    const found = await addresses(twice, { anchors: { duplicates } });
    expect(found).toEqual(expected.map((anchor) => `/guide${anchor}`));
  });

  test('count headings of all levels, and not the ids that authors give', async () => {
    const text = '# Setup\n\n## Setup\n\n### Setup\n\n## Own {#setup-3}\n\n## Setup';
    expect(await addresses(text)).toEqual(
      ['#setup-1', '#setup-2', '#setup-3', '#setup-3'].map((anchor) => `/guide${anchor}`),
    );
  });

  test('are the page’s where a heading leaves no id, which still counts', async () => {
    expect(await addresses('## 🚀\n\n## 🚀\n\n### A')).toEqual(['/guide', '/guide', '/guide#a']);
  });

  test('below the depth of the site are the parent’s', async () => {
    const text = '## A\n\n### B\n\n#### C\n\n##### D\n\n## E';
    expect(await addresses(text, { anchors: { depth: 3 } })).toEqual(
      ['#a', '#b', '#b', '#b', '#e'].map((anchor) => `/guide${anchor}`),
    );
    expect(await addresses(text, { anchors: { depth: 2 } })).toEqual(
      ['#a', '#a', '#a', '#a', '#e'].map((anchor) => `/guide${anchor}`),
    );
  });

  test('as paths name the headings above', async () => {
    const text =
      '# T\n\n## One (a)\n\n### Two.b\n\n#### Deep\n\n## Three {{ "url": "x" }}\n\n### Four\n\n### Four\n\n##### Five';
    const anchors = { style: 'path', slug: 'ascii', depth: 3, duplicates: 'same' } as const;
    const expected = ['one-a', 'one-a/two-b', 'one-a/two-b', 'x', 'x/four', 'x/four', 'x/four'];
    expect(await addresses(text, { anchors })).toEqual(expected.map((path) => `/guide/${path}`));
    const numbered = await addresses(text, { anchors: { ...anchors, duplicates: 'dash' } });
    expect(numbered.at(-2)).toBe('/guide/x/four-1');
  });

  test('as paths are percent-encoded, and have one slash between their parts', async () => {
    const options = { anchors: { style: 'path' }, site: { trailingSlash: true } } as const;
    expect(await addresses('## Größe', options)).toEqual(['/guide/gr%C3%B6%C3%9Fe']);
  });

  test('are the page’s where the site has none for sections', async () => {
    expect(await addresses('## A\n\n### B', { anchors: { style: 'none' } })).toEqual(['/guide', '/guide']);
  });

  test.each([
    ['(1) Add SSO', '1-add-sso'],
    ['dsync.group.user_added', 'dsync-group-user-added'],
    ['OAuth 2.0 — now!', 'oauth-2-0-now'],
  ])('in plain ASCII: %s', async (heading, slug) => {
    expect(await addresses(`## ${heading}`, { anchors: { slug: 'ascii' } })).toEqual([`/guide#${slug}`]);
  });
});

describe('the id of a section', () => {
  const text = '# Page\n\nlead\n\n## A\n\na\n\n### B\n\nb\n\n## C\n\n### B\n\n## A';

  test('is short, safe in URLs, unique and the same each time', async () => {
    const ids = await idsOf(text);
    for (const id of ids) expect(id).toMatch(/^[\w-]{10}$/u);
    expect(new Set(ids).size).toBe(6);
    expect(await idsOf(text)).toEqual(ids);
  });

  test('is another in another file or collection', async () => {
    const ids = await idsOf(text);
    expect(await idsOf(text, 'other.mdx')).not.toContain(ids[0]);
    expect((await read(text, { rules: { name: 'api' } })).map(({ id }) => id)).not.toContain(ids[0]);
  });

  test.each([
    ['text', text.replace('lead', 'LEAD\n\nmore').replace('\na\n', '\nother\n')],
    ['the title', text.replace('# Page', '# Another')],
    ['frontmatter', `---\ntitle: Third\n---\n${text.replace('# Page\n', '')}`],
    ['a new section', text.replace('## C', '## New\n\n## C')],
  ])('stays through an edit elsewhere: %s', async (_what, edited) => {
    expect(await idsOf(edited)).toEqual(expect.arrayContaining(await idsOf(text)));
  });
});
