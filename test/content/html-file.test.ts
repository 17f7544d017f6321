import { describe, expect, test } from 'vitest';
import { readHtmlFile } from '../../src/content/html-file.ts';

function data(html: string): Readonly<Record<string, unknown>> {
  return readHtmlFile(html).data;
}

describe('the title of a page', () => {
  test.each([
    [
      'its heading in the main content',
      '<title>A | Acme</title><header><h1>Acme</h1></header><main><h1>Set <em>up</em><a href="#x">¶</a></h1></main>',
      'Set up',
    ],
    [
      'its heading, without buttons and pictures',
      '<main><h1><svg><title>Icon</title></svg>Set&nbsp;up <button>Copy</button>\n</h1></main>',
      'Set up',
    ],
    [
      'its heading where nothing says what the main content is',
      '<title>x</title><nav><h1>Menu</h1></nav><div><h1>Set up</h1></div>',
      'Set up',
    ],
    [
      'none of the site',
      '<title>Set up - The Acme Book</title><h1 class="menu-title">The Acme Book</h1><main><h2>x</h2></main>',
      'Set up',
    ],
    [
      'what it is called elsewhere',
      '<meta property="og:title" content="Set up | Acme"><meta property="og:site_name" content="Acme"><title>x</title>',
      'Set up',
    ],
    [
      'without the site, wherever that stands',
      '<meta name="application-name" content="Acme"><title>Acme – Set up – Part 2</title>',
      'Set up - Part 2',
    ],
    ['without the site, as the last part', '<title>Set up | Guides | Acme Docs</title>', 'Set up - Guides'],
    ['the whole title where it has one part', '<title>Set-up</title>', 'Set-up'],
    [
      'as Doxygen has it',
      '<meta name="generator" content="Doxygen 1.9.4"/><title>Acme: acme::Zoo Class Reference</title>',
      'acme::Zoo Class Reference',
    ],
    [
      'as Javadoc has it',
      '<meta name="generator" content="javadoc/ClassWriterImpl"><title>Zoo (Acme 2.1 API)</title><main><h2>Class Zoo</h2></main>',
      'Zoo',
    ],
  ])('is %s', (_what, html, title) => {
    expect(data(html)['title']).toBe(title);
  });

  test('is left open where it says none', () => {
    expect(data('<p>x</p>')).toEqual({});
  });
});

test('a page says what it is about', () => {
  const html =
    '<meta name="Description" content=" About\n zebras "><meta name="keywords" content="zebra, , grass"><meta name="description" content="no">';
  expect(data(html)).toEqual({ description: 'About zebras', keywords: ['zebra', 'grass'] });
  expect(data('<meta property="og:description" content="About">')).toEqual({ description: 'About' });
});

test.each([
  ['<meta name="robots" content="noindex, follow">', true],
  ['<meta name="ROBOTS" content="NONE">', true],
  ['<meta name="googlebot" content="noindex">', true],
  ['<meta name="robots" content="index, nofollow">', undefined],
  ['<meta http-equiv="refresh" content="0; url=/new/">', true],
  ['<meta http-equiv="Refresh" content="5;URL=\'https://a.example\'">', true],
  ['<meta http-equiv="refresh" content="300">', undefined],
])('%s hides: %s', (html, hidden) => {
  expect(data(html)['hidden']).toBe(hidden);
});

describe('the first line of a copy', () => {
  test('says where the page is, and is no part of it', () => {
    const file = readHtmlFile(
      '<base href="https://a.example/b?c=1&amp;d">\n<!doctype html>\n<title>x</title>',
    );
    expect(file).toEqual({
      data: { title: 'x', slug: 'https://a.example/b?c=1&d' },
      body: '<!doctype html>\n<title>x</title>',
      offset: 1,
      problem: undefined,
    });
  });

  test('says it nowhere else, and not in another way', () => {
    expect(data('<html>\n<base href="https://a.example/">')).toEqual({});
    expect(data('<base href="/relative">\n')).toEqual({});
  });
});
