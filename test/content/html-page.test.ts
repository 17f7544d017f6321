import { describe, expect, test } from 'vitest';
import { parseHtmlBody } from '../../src/content/html-page.ts';
import { headingsOf, lines, markdownOf } from './reading-html.ts';

describe('a heading', () => {
  test('never has an id that leads elsewhere', () => {
    const html = `<nav><a id="menu">Menu</a></nav><main id="content"><p id="b">Intro</p><h2 id="menu">Menu</h2><h2 id="b">B</h2>
      <div id="wrap"><p>Before</p><h2>Inside</h2></div><section id="s"><h2>One</h2><h3>Two</h3></section><h2 id="">None</h2></main>`;
    expect(headingsOf(html)).toEqual([
      '## Menu →',
      '## B →',
      '## Inside →',
      '## One → s',
      '### Two →',
      '## None →',
    ]);
  });

  test('is led to as a browser reads the fragment', () => {
    const html = '<main><h2 id="größe 1">A</h2><h2 id="a%20b">B</h2><h2 id="\u{1F600}">C</h2></main>';
    expect(headingsOf(html)).toEqual(['## A → gr%C3%B6%C3%9Fe%201', '## B → a%2520b', '## C → %F0%9F%98%80']);
  });

  test('has the line of the file that it is on', () => {
    const { root } = parseHtmlBody('<main>\n<p>a</p>\n\n<h2>A</h2></main>', { main: '', url: '' });
    expect(root.children.find(({ type }) => type === 'heading')?.position?.start.line).toBe(4);
  });
});

describe('the main content', () => {
  const PROSE =
    '<p>One sentence, and another one, that says something about the zebra, its stripes, and grass.</p>'.repeat(
      8,
    );

  test('is what the selector chooses', () => {
    const html = `<main><h1>A</h1></main><div class="docs"><h2>B</h2></div>`;
    expect(headingsOf(html, { main: '.docs' })).toEqual(['## B →']);
  });

  test('is found without a selector that chooses nothing, with a problem', () => {
    for (const main of ['.docs', '<<<']) {
      const parsed = parseHtmlBody('<main><h1>A</h1></main>', { main, url: '' });
      expect(parsed.problem?.message).toContain(main);
      expect(parsed.ids.size).toBe(1);
    }
  });

  test('is all articles where there are many', () => {
    const html = '<main><h1>Blog</h1><article><h2>A</h2></article><article><h2>B</h2></article></main>';
    expect(headingsOf(html)).toEqual(['# Blog →', '## A →', '## B →']);
  });

  test('is what reads like it where nothing says so, with its headings and ids', () => {
    const menu = `<div class="menu"><ul>${'<li><a href="/x">A link to somewhere</a></li>'.repeat(20)}</ul></div>`;
    const html = `<html><body>${menu}<div class="text"><h2 id="first">First</h2>${PROSE}<h2 id="second">Second</h2>${PROSE}</div><div class="bottom"><a href="/y">About</a></div></body></html>`;
    expect(headingsOf(html)).toEqual(['## First → first', '## Second → second']);
    expect(markdownOf(html)).not.toContain('A link to somewhere');
  });

  test('is the body where nothing reads like it', () => {
    expect(markdownOf('<p>Short.')).toBe('Short.');
    expect(markdownOf('')).toBe('');
  });

  test('is not its navigation, its buttons, its banners and the like', () => {
    const html = `<main><div class="breadcrumb">Home / A</div><h1>A</h1><div class="cookie-banner">We use cookies</div>${PROSE}
      <a href="https://github.com/a">Edit this page</a><a rel="next" href="/b">B</a><button>Copy</button><div class="copybtn">Copy</div><script>x</script>
      <div class="last-updated">Yesterday</div><footer>© Acme</footer><!-- no --></main>`;
    const text = markdownOf(html);
    for (const gone of ['Home', 'cookies', 'Edit', 'B](', 'Copy', 'Yesterday', '©', 'x\n', 'no'])
      expect(text).not.toContain(gone === 'no' ? '<!--' : gone);
    expect(text).toContain('zebra');
  });

  test('is kept where its name is one of a theme', () => {
    expect(markdownOf(`<main><div class="toc" id="copy">${PROSE}</div></main>`)).toContain('zebra');
  });
});

describe('what is in a page', () => {
  test('is plain Markdown', () => {
    const html = `<main><table><thead><tr><th>A</th><th align="right">B</th></tr></thead><tbody><tr><td>1 | 2</td><td><code>x</code><br>y</td></tr></tbody></table>
      <img src="a.png" alt="A zebra on grass"><img src="b.png" alt="b">
      <ul><li><input type="checkbox" checked disabled> Done</li></ul>
      <p>Press <kbd>Enter</kbd>, <a href="javascript:alert(1)">click</a>, <a>no</a>.</p>
      <p><span class="katex"><span class="katex-mathml"><math><semantics><mrow><mi>E</mi></mrow><annotation encoding="application/x-tex">E=mc^2</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">E</span></span></p>
      <blockquote><p>Said.</p></blockquote></main>`;
    const text = markdownOf(html);
    expect(text).toContain('| A | B |\n| - | -: |\n| 1 \\| 2 | `x` y |');
    expect(text).toContain('*A zebra on grass*');
    expect(text).toContain('- [x] Done');
    expect(text).toContain('`E=mc^2`');
    expect(text).toContain('> Said.');
  });

  test.each([
    ['<pre><code class="hljs language-go">x</code></pre>', 'go'],
    ['<pre><code class="hljs ruby">x</code></pre>', 'ruby'],
    [
      '<div class="language-sh highlighter-rouge"><div class="highlight"><pre class="highlight"><code>x</code></pre></div></div>',
      'sh',
    ],
    [
      '<div class="highlight"><pre class="chroma"><code class="language-toml" data-lang="toml">x</code></pre></div>',
      'toml',
    ],
    ['<div class="highlight highlight-source-js"><pre>x</pre></div>', 'js'],
    ['<div class="sourceCode"><pre class="sourceCode haskell"><code>x</code></pre></div>', 'haskell'],
    ['<pre class="rust rust-example-rendered"><code>x</code></pre>', 'rust'],
    ['<div class="highlight-default notranslate"><div class="highlight"><pre>x</pre></div></div>', ''],
    ['<div class="language-js"><pre>x</pre><pre>y</pre></div>', ''],
  ])('a code block of %s is in %s', (html, language) => {
    expect(markdownOf(`<main>${html}</main>`)).toContain(`\`\`\`${language}\nx\n\`\`\``);
  });

  test('links lead where the page or its base says, and are whole where its address is known', () => {
    const html =
      '<head><base href="/v2/"></head><main><a href="a.html#b">x</a> <a href="//other.example">y</a></main>';
    expect(markdownOf(html, { url: 'https://acme.example/docs/' })).toBe(
      '[x](https://acme.example/v2/a.html#b) [y](https://other.example/)',
    );
    expect(markdownOf('<main><a href="../a.html">x</a> <a href="http://[">y</a></main>')).toContain(
      '[x](../a.html)',
    );
  });

  test('a table that only lays out is its cells, and a cell spans no more than there may be', () => {
    const html = `<main><table><tr><td><h2 id="a">A</h2><p>Left</p></td><td><p>Right</p></td></tr></table>
      <table><tr><td colspan="1000000000" rowspan="1000000000">x</td></tr><tr><td>y</td><td>z</td></tr></table></main>`;
    expect(markdownOf(html)).toBe(
      lines('## A → a', '', 'Left', '', 'Right', '', '| | |', '| - | - |', '| x | |', '| y | z |'),
    );
  });
});
