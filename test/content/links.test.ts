import { describe, expect, test } from 'vitest';
import { findDeadLinks } from '../../src/content/dead-links.ts';
import { readAll, readPage, SITE } from './read.ts';
import type { ReadOptions } from './read.ts';

/** Where a link on the page `guides/start.md` leads, below the site where it is there; undefined for nowhere. */
async function targetOf(link: string, options: ReadOptions = {}): Promise<string | undefined> {
  const page = await readPage(`[x](<${link}>)`, { file: 'guides/start.md', ...options });
  return /^\[x\]\(<?(.*?)>?\)$/u.exec(page.sections[0]?.markdown ?? '')?.[1]?.replace(`${SITE}/`, '/');
}

describe('the address of a page', () => {
  test.each([
    ['a/b.mdx', '/a/b', {}],
    ['a/b.md', '/a/b/', { trailingSlash: true }],
    ['a/b.md', '/a/b.html', { extension: '.html' }],
    ['a/index.md', '/a', {}],
    ['a/index.md', '/a/', { trailingSlash: true }],
    ['a/index.md', '/a', { extension: '.html' }],
    ['a/README.md', '/a', { index: ['index', 'README'] }],
    ['a/README.md', '/a/README', {}],
    ['index.md', '', {}],
    ['a b/ü.v2.md', '/a%20b/%C3%BC.v2', {}],
    ['50%/(x)/[id]@1+2.md', '/50%25/(x)/%5Bid%5D@1+2', {}],
  ])('comes from its file: %s → %s', async (file, path, site) => {
    expect((await readPage('x', { file, site })).url).toBe(`${SITE}${path}`);
  });

  test.each([
    ['/other/place', '/other/place'],
    ['/', ''],
    ['sibling', '/a/sibling'],
    ['./sibling/', '/a/sibling'],
    ['../up', '/up'],
    ['../../../out', '/out'],
  ])('comes from its slug: %s', async (slug, path) => {
    const page = await readPage(`---\nslug: ${slug}\n---\nx`, {
      file: 'a/b.md',
      site: { extension: '.html' },
    });
    expect(page.url).toBe(`${SITE}${path}`);
  });

  test('may be a whole one', async () => {
    expect((await readPage('---\nslug: https://other.example/x\n---\n')).url).toBe('https://other.example/x');
  });
});

describe('a link', () => {
  test.each([
    ['other.md', '/guides/other'],
    ['./other.mdx', '/guides/other'],
    ['../top.md#Part-1', '/top#Part-1'],
    ['../ref/index.md', '/ref'],
    ['../../../above.md', '/above.md'],
    ['/ref/api.md?x=1#y', '/ref/api?x=1#y'],
    ['a%20b.md', '/guides/a%20b'],
    ['100%.md', '/guides/100%25'],
    ['日本.md#節', `/guides/${encodeURIComponent('日本')}#${encodeURIComponent('節')}`],
    ['OTHER.MD', '/guides/OTHER'],
    ['moved.md#a', '/new/home#a'],
  ])('to a file leads to its page: %s', async (link, expected) => {
    const files = {
      'guides/start.md': `[x](<${link}>)`,
      'guides/moved.md': '---\nslug: /new/home\n---\n',
    };
    const { pages } = await readAll(files);
    const page = pages.find(({ file }) => file === 'guides/start.md');
    expect(page?.sections[0]?.markdown).toBe(`[x](${SITE}${expected})`);
  });

  test.each([
    ['#part', '/guides/start#part'],
    ['#größe', '/guides/start#gr%C3%B6%C3%9Fe'],
    ['/pricing', '/pricing'],
    ['/a b', '/a%20b'],
    ['next', '/guides/next'],
    ['../up/', '/up/'],
    ['?q=1', '/guides/start?q=1'],
    ['https://x.example/a#b', 'https://x.example/a#b'],
    ['https://x.example', 'https://x.example'],
    ['//x.example/a', 'https://x.example/a'],
    ['mailto:a@x.example', 'mailto:a@x.example'],
    ['tel:+123', 'tel:+123'],
  ])('leads where a browser would go: %s', async (link, expected) => {
    expect(await targetOf(link)).toBe(expected);
  });

  test.each([
    ['/sso', {}, 'https://docs.example/sso'],
    ['/sso', { url: 'https://x.example/docs' }, 'https://x.example/sso'],
    [
      '/sso',
      { url: 'https://x.example/docs', linkRoot: 'https://x.example/docs' },
      'https://x.example/docs/sso',
    ],
    ['/sso.md', { url: 'https://x.example/docs' }, 'https://x.example/docs/sso'],
    ['a.md', { extension: '.html' }, 'https://docs.example/guides/a.html'],
    ['a.md#b', { trailingSlash: true }, 'https://docs.example/guides/a/#b'],
    ['../index.md', {}, 'https://docs.example'],
  ])('follows the rules of the site: %s %j', async (link, site, expected) => {
    expect((await targetOf(link, { site }))?.replace(/^\//u, `${SITE}/`)).toBe(expected);
  });

  test.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'java&Tab;script:alert(1)',
    'java&NewLine;script:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'http://[',
    '',
  ])('that nobody should follow is its text: %s', async (link) => {
    const page = await readPage(`[x](<${link}>)`, { file: 'a.md' });
    expect(page.sections[0]?.markdown).toBe('x');
    expect(page.links).toEqual([]);
  });

  test('within the site says what its target is about', async () => {
    const text = `[One *a*](/a#b) [One *a*](/a#b) [](/c) [Else](${SITE}.evil.example/x) [Out](https://x.example) [Home](${SITE})

| t |
| - |
| [Cell](./d.md) |`;
    expect((await readPage(text)).links).toEqual([
      { text: 'One a', url: `${SITE}/a#b` },
      { text: 'Home', url: SITE },
      { text: 'Cell', url: `${SITE}/d` },
    ]);
  });
});

describe('dead links', () => {
  test('are found, once a page, and those that are alive are not', async () => {
    const { pages } = await readAll({
      'a.md':
        '[1](b.md) [2](b.md#größe) [3](./b/?x=1#part) [4](b.md#gone) [5](b.md#gone) [6](/nowhere) [7](/files/a.pdf)\n\n## Here\n\n[8](#here)',
      'b.md': '## Größe\n\n## Part',
    });
    expect(findDeadLinks(pages)).toEqual([
      {
        severity: 'warning',
        collection: 'docs',
        file: 'a.md',
        line: 0,
        message: `the link “4” leads to ${SITE}/b#gone, and that page has no such section`,
        remedy: 'mend the link',
      },
      expect.objectContaining({
        message: `the link “6” leads to ${SITE}/nowhere, and no page is there`,
      }),
    ]);
  });
});
