import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readHtmlFile } from '../../src/content/html-file.ts';
import { parseHtmlBody } from '../../src/content/html-page.ts';
import { headingsOf, markdownOf } from './reading-html.ts';

// Every run tries the same.
fc.configureGlobal({ seed: 1 });

const OPTIONS = { main: '', url: 'https://a.example/' };

describe('what nobody writes', () => {
  test.each([
    ['elements without end', '<div>'.repeat(50_000)],
    ['quotes within quotes', '<blockquote>'.repeat(2000)],
    ['lists within lists', '<ul><li>'.repeat(2000)],
    ['tables within tables', '<table><tr><td>'.repeat(2000)],
    ['marks that are open at once', Array.from({ length: 20_000 }, (_, n) => `<font color="${n}">`).join('')],
    [
      'marks that are opened again in each block',
      `${Array.from({ length: 150 }, (_, n) => `<b id="${n}">`).join('')}${'<p>x'.repeat(20_000)}`,
    ],
    ['elements by the million', '<p>x</p>'.repeat(600_000)],
  ])('is read as plain text: %s', (_what, html) => {
    expect(parseHtmlBody(`${html}Zebra`, OPTIONS).problem?.message).toMatch(
      /^the page is too large or nested too deep/u,
    );
    expect(readHtmlFile(html).body).toBe(html);
  });

  test('still has its words', () => {
    expect(markdownOf(`<p>A zebra</p>${'<div>'.repeat(1000)}eats grass`)).toBe('A zebra eats grass');
  });

  test.each([
    ['less-than signs', '<'.repeat(100_000)],
    ['a comment without end', '<!--'.repeat(50_000)],
    ['scripts without end', '<script>'.repeat(50_000)],
    ['links without end', '<a href="#x">'.repeat(5000)],
    ['attributes', `<div ${'a=b '.repeat(50_000)}>`],
    ['an unknown document', '%PDF-1.7\u0000\uFFFD'],
  ])('is no problem: %s', (_what, html) => {
    expect(parseHtmlBody(html, OPTIONS).root.type).toBe('root');
  });
});

test('a script or comment does not make a page too deep', () => {
  const html = `<script>const a = '${'<div>'.repeat(1000)}';</script><!-- ${'<b>'.repeat(1000)} --><main><h2 id="a">A</h2></main>`;
  expect(headingsOf(html)).toEqual(['## A → a']);
});

const TAGS =
  `a b main article nav section div p h1 h2 h3 ul li table tr td pre code dl dt dd details summary aside span button template svg math
  select option input base form`.split(/\s+/u);
const ATTRIBUTES = [
  '',
  ' id="a"',
  ' id="b"',
  ' name="a"',
  ' class="admonition note"',
  ' class="tabs"',
  ' class="toc"',
  ' role="tablist"',
  ' role="tab"',
  ' role="tabpanel"',
  ' href="#a"',
  ' href="http://["',
  ' class="sig"',
  ' class="py"',
  ' colspan="9"',
  ' class="fragment"',
  ' hidden',
];

test('any HTML at all gives headings with ids that the page has', () => {
  const tag = fc
    .tuple(fc.constantFrom('<', '</'), fc.constantFrom(...TAGS), fc.constantFrom(...ATTRIBUTES))
    .map(([open, name, attribute]) => `${open}${name}${open === '<' ? attribute : ''}>`);
  const piece = fc.oneof(
    { weight: 4, arbitrary: tag },
    fc.constantFrom('text', ' ', '\n', '&', '<!--', '-->'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const html = pieces.join('');
      const { ids } = parseHtmlBody(html, OPTIONS);
      for (const { fragment } of ids.values()) expect([undefined, 'a', 'b']).toContain(fragment);
      expect(readHtmlFile(html).body).toBe(html);
      markdownOf(html);
    }),
    { numRuns: 300 },
  );
});
