import { describe, expect, test } from 'vitest';
import { htmlNotes, htmlOrPlainNotes } from '../../src/feeds/html-to-markdown.ts';
import { titleOfHtml } from '../../src/feeds/text-of-html.ts';

const BASE = 'https://acme.example/changes/1/';

function markdownOf(html: string): string {
  return htmlNotes(html, BASE).markdown;
}

describe('HTML that is no text', () => {
  test.each([
    ['<script>alert(1)</script>a', 'a'],
    ['<style>b{}</style>a', 'a'],
    ['<p onclick="alert(1)">a</p>', 'a'],
    ['<a href="javascript:alert(1)">a</a>', 'a'],
    ['<a href="java&#10;script:alert(1)">a</a>', 'a'],
    ['<a href=" &#1;javascript:alert(1)">a</a>', 'a'],
    ['<a href="data:text/html,<script>alert(1)</script>">a</a>', 'a'],
    ['<img src="data:image/png;base64,AA==" alt="b">a', 'ba'],
    ['<form action="/x"><input name="q"><button>Go</button></form>a', 'a'],
    ['<iframe src="https://evil.example"></iframe><object data="x"></object><embed src="x">a', 'a'],
    ['<svg><script>alert(1)</script><text>b</text></svg>a', 'a'],
    ['<math><mi>b</mi></math>a', 'a'],
    ['<!-- b -->a<![CDATA[c]]>', 'a'],
    ['<template>b</template><noscript>c</noscript>', 'c'],
    ['<p>a<img src="https://stats.example/p.gif" width="1" height="1"></p>', 'a'],
    ['<p>a<img src="https://stats.example/p.gif" width="0"></p>', 'a'],
  ])('%s', (html, markdown) => {
    expect(markdownOf(html)).toBe(markdown);
  });
});

describe('HTML that is text', () => {
  test.each([
    ['<p>a</p><p>b</p>', 'a\n\nb'],
    ['<section>a</section><article>b</article><header>c</header>', 'a\n\nb\n\nc'],
    ['a<br>b', 'a\\\nb'],
    ['<a href="../2/?a=b#c">a</a>', '[a](https://acme.example/changes/2/?a=b#c)'],
    ['<a href="//other.example/x">a</a>', '[a](https://other.example/x)'],
    ['<a href="mailto:ada@acme.example">a</a>', '[a](mailto:ada@acme.example)'],
    ['<a name="x">a</a>', 'a'],
    ['<img src="/a.png" alt="a picture">', '![a picture](https://acme.example/a.png)'],
    ['<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>', '\\<script>alert(1)\\</script>'],
    ['<p>*a* _b_ # c</p>', '\\*a\\* \\_b\\_ # c'],
    ['<pre>  a\n  b</pre>', '```\n  a\n  b\n```'],
    ['<pre><code class="language-ts">a</code></pre>', '```ts\na\n```'],
    ['<ol><li>a<ul><li>b</li></ul></li></ol>', '1. a\n   - b'],
    ['<ul><li><input type="checkbox" checked disabled> a</li></ul>', '- [x] a'],
    ['<del>a</del> <strong>b</strong> <em>c</em>', '~~a~~ **b** *c*'],
    ['<h3>a <a href="#a">#</a></h3>', '### a'],
    ['<table><tr><th>a</th></tr><tr><td>b</td></tr></table>', '| a |\n| - |\n| b |'],
    ['<my-element>a</my-element>', 'a'],
  ])('%s', (html, markdown) => {
    expect(markdownOf(html)).toBe(markdown);
  });
});

describe('the picture', () => {
  test.each([
    [
      '<img src="https://acme.example/a.png"><img src="https://acme.example/b.png">',
      'https://acme.example/a.png',
    ],
    ['<img src="/a.png">', 'https://acme.example/a.png'],
    ['<img src="http://acme.example/a.png">', ''],
    ['<img src="/a.svg">', ''],
    ['<img src="https://img.shields.io/npm/v/acme">', ''],
    ['<img src="/pixel.gif" width="1" height="1"><img src="/b.png">', 'https://acme.example/b.png'],
    ['<img src="/smile.png" width="20"><img src="/b.png" width="600px">', 'https://acme.example/b.png'],
    ['<img src="javascript:alert(1)"><img>', ''],
  ])('of %s', (html, image) => {
    expect(htmlNotes(html, BASE).image).toBe(image);
  });
});

describe('text of which nobody says what it is', () => {
  test.each([
    ['a < b and List<T>', 'a < b and List\\<T>'],
    ['a &amp; b', 'a & b'],
    ['<p>a</p>', 'a'],
    ['a <b>b</b>', 'a **b**'],
    ['a\nb\n\nc', 'a\\\nb\n\nc'],
    ['# a', '\\# a'],
    ['', ''],
  ])('%s', (text, markdown) => {
    expect(htmlOrPlainNotes(text, BASE).markdown).toBe(markdown);
  });

  test.each([
    ['Tom &amp; Jerry', 'Tom & Jerry'],
    ['<b>a</b> <script>b</script>c', 'a c'],
    ['Support for Map<K, V>', 'Support for Map<K, V>'],
    ['a\n b\u0000\u200B\u202E', 'a b'],
    [`${'a'.repeat(299)}🙂b`, `${'a'.repeat(299)}…`],
    ['a'.repeat(300), 'a'.repeat(300)],
  ])('as a title: %s', (text, title) => {
    expect(titleOfHtml(text)).toBe(title);
  });
});

describe('long notes', () => {
  test('are cut at a block', () => {
    const markdown = markdownOf(`<p>${'a'.repeat(6000)}</p>`.repeat(5));
    expect(markdown).toBe(`${`${'a'.repeat(6000)}\n\n`.repeat(3)}…`);
  });

  test('of one list are cut at an item', () => {
    const markdown = markdownOf(`<ul>${`<li>${'a'.repeat(6000)}</li>`.repeat(5)}</ul>`);
    expect(markdown).toBe(`${`- ${'a'.repeat(6000)}\n`.repeat(3)}\n…`);
  });

  test.each([
    ['one paragraph', `<p>${'a*'.repeat(20_000)}</p>`],
    ['one block of code', `<pre>${'a line\n'.repeat(5000)}</pre>`],
    ['one line of code', `<pre>${'a'.repeat(50_000)}</pre>`],
    ['one quote', `<blockquote>${'<p>a</p>'.repeat(9000)}</blockquote>`],
    ['one table', `<table>${'<tr><td>a</td></tr>'.repeat(4000)}</table>`],
    ['bold', `<p><b>${'a'.repeat(50_000)}</b></p>`],
  ])('of %s stay within 20,000 characters', (_name, html) => {
    expect(markdownOf(html).length).toBeLessThanOrEqual(20_000);
  });
});
