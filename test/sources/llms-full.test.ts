import { describe, expect, test } from 'vitest';
import { openedUrl, readLlmsFull, readTitledPages } from '../../src/sources/llms-full.ts';
import { readLlmsLinks } from '../../src/sources/llms-links.ts';

const URL_OF_ALL = 'https://docs.acme.example/llms-full.txt';

function pages(...lines: readonly string[]): [string, string, string][] {
  return readLlmsFull(lines.join('\n'), URL_OF_ALL).map(({ url, title, body }) => [url, title, body]);
}

describe('pages begin', () => {
  test('as Mintlify writes them', () => {
    expect(
      pages(
        '# Introduction',
        'Source: https://docs.acme.example/introduction',
        '',
        'Welcome to Acme',
        '',
        '# A heading of its own',
        '',
        'Text.',
        '',
        '',
        '# Set up',
        'Source: https://docs.acme.example/guides/set-up',
        '',
        '## Install',
      ),
    ).toEqual([
      [
        'https://docs.acme.example/introduction',
        'Introduction',
        'Welcome to Acme\n\n# A heading of its own\n\nText.',
      ],
      ['https://docs.acme.example/guides/set-up', 'Set up', '## Install'],
    ]);
  });

  test('as GitBook writes them', () => {
    expect(
      pages(
        '# Source: https://docs.acme.example/readme.md',
        '',
        '# Welcome',
        '',
        'Text.',
        '',
        '# Source: https://docs.acme.example/a/README.md',
        '# A',
      ),
    ).toEqual([
      ['https://docs.acme.example/readme', '', '# Welcome\n\nText.'],
      ['https://docs.acme.example/a/', '', '# A'],
    ]);
  });

  test('as Fumadocs writes them', () => {
    expect(
      pages('# Quick Start (/docs)', '', 'Text.', '', '# Use (it) (/docs/use)', '', '## Part [#part]'),
    ).toEqual([
      ['https://docs.acme.example/docs', 'Quick Start', 'Text.'],
      ['https://docs.acme.example/docs/use', 'Use (it)', '## Part [#part]'],
    ]);
    expect(
      pages(
        '# Quick Start',
        'URL: /docs',
        'Source: https://raw.githubusercontent.com/acme/docs/main/index.mdx',
        '',
        'What it is.',
      ),
    ).toEqual([['https://docs.acme.example/docs', 'Quick Start', 'What it is.']]);
  });

  test('as VitePress writes them', () => {
    expect(
      pages(
        '---',
        'url: /guide/start.md',
        'description: How to start.',
        '---',
        '',
        '# Start',
        '',
        '---',
        '',
        'Behind a rule.',
        '',
        '---',
        '',
        '---',
        'url: "https://docs.acme.example/index.md"',
        '---',
        '# Home',
      ),
    ).toEqual([
      ['https://docs.acme.example/guide/start', '', '# Start\n\n---\n\nBehind a rule.'],
      ['https://docs.acme.example/', '', '# Home'],
    ]);
  });

  test('in one way only, the one that most have', () => {
    expect(
      pages(
        '# A',
        'Source: https://docs.acme.example/a',
        '---',
        'url: /no-page.md',
        '---',
        '# B',
        'Source: https://docs.acme.example/b',
      ).map(([url]) => url),
    ).toEqual(['https://docs.acme.example/a', 'https://docs.acme.example/b']);
  });

  test('on one host: the own one, or the one that most have', () => {
    const one = ['# A', 'Source: https://docs.acme.example/a', '# X', 'Source: https://example.com/x'];
    expect(pages(...one).map(([url]) => url)).toEqual(['https://docs.acme.example/a']);
    const other = [
      '# A',
      'Source: https://acme.example/a',
      '# B',
      'Source: https://acme.example/b',
      ...one.slice(2),
    ];
    expect(pages(...other).map(([url]) => url)).toEqual(['https://acme.example/a', 'https://acme.example/b']);
  });

  test('also behind code that is never closed, but not in code', () => {
    expect(
      pages(
        '# A',
        'Source: https://docs.acme.example/a',
        '```sh',
        'npm i',
        '# B',
        'Source: https://docs.acme.example/b',
      ).map(([url]) => url),
    ).toHaveLength(2);
    expect(pages('# A (/a)', '', '```md', '# B (/b)', '```').map(([url]) => url)).toEqual([
      'https://docs.acme.example/a',
    ]);
  });
});

test('there are none where no page says its address', () => {
  expect(pages('# Title', '', '> About', '', '# Next', '', '- [a](https://docs.acme.example/a)')).toEqual([]);
  expect(pages('')).toEqual([]);
});

test('pages without an address are told by their titles', () => {
  const titles = new Map([
    ['Intro', 'https://docs.acme.example/intro'],
    ['API', 'https://docs.acme.example/api'],
  ]);
  const text =
    '# Acme\n\n## Intro\n\nText.\n\n### API\n\n```md\n## API\n```\n\n---\n\n## API\n\nMore.\n\n---\n\n## Unknown\n\nLost.';
  expect(readTitledPages(text, titles)).toEqual([
    {
      url: 'https://docs.acme.example/intro',
      title: 'Intro',
      body: 'Text.\n\n### API\n\n```md\n## API\n```',
    },
    { url: 'https://docs.acme.example/api', title: 'API', body: 'More.\n\n---\n\n## Unknown\n\nLost.' },
  ]);
});

test.each([
  ['/a/b.md', 'https://docs.acme.example/a/b'],
  ['/a/index.md', 'https://docs.acme.example/a/'],
  ['/index.html.md', 'https://docs.acme.example/'],
  ['/a/b.html.md', 'https://docs.acme.example/a/b'],
  ['/a/b/?v=1#c', 'https://docs.acme.example/a/b/?v=1'],
  ['javascript:alert(1)', undefined],
  ['http://[', undefined],
])('people open %s at %s', (address, url) => {
  expect(openedUrl(address, URL_OF_ALL)).toBe(url);
});

test('an llms.txt lists links', () => {
  const text =
    '# Acme\n\n> About [us](https://acme.example/us)\n\n## Docs\n\n- [Set \\[up\\]](/docs/set-up.md): how to\n* [Use (it)](https://docs.acme.example/a_(b).md)\n- [x](javascript:alert)\n- no link\n';
  expect(readLlmsLinks(text, 'https://docs.acme.example/llms.txt')).toEqual([
    { title: 'Set [up]', url: 'https://docs.acme.example/docs/set-up.md' },
    { title: 'Use (it)', url: 'https://docs.acme.example/a_(b).md' },
  ]);
});
