import { describe, expect, test } from 'vitest';
import { headingsOf, lines, markdownOf } from './reading-html.ts';

describe('a page of', () => {
  test('Docusaurus', () => {
    const html = `<!doctype html><html><body><nav class="navbar"><a href="/">Acme</a></nav>
      <main class="docMainContainer_x"><div class="container"><div class="row"><div class="col"><div class="docItemContainer_y">
      <article><nav class="theme-doc-breadcrumbs breadcrumbsContainer_Z_bl"><ul class="breadcrumbs"><li>Home</li></ul></nav>
      <span class="theme-doc-version-badge badge">Version: 2</span>
      <div class="tocCollapsible_ETCw theme-doc-toc-mobile"><button>On this page</button></div>
      <div class="theme-doc-markdown markdown"><header><h1>Set up</h1></header>
      <p>Read <a href="../use#go">how</a>.</p>
      <h2 class="anchor anchorTargetStickyNavbar_z" id="first-steps">First steps<a href="#first-steps" class="hash-link" aria-label="Direct link to First steps" title="Direct link">​</a></h2>
      <div class="theme-admonition theme-admonition-tip admonition_x alert alert--success"><div class="admonitionHeading_y"><span class="admonitionIcon_z"><svg><path d=""/></svg></span>tip</div><div class="admonitionContent_w"><p>Be quick.</p></div></div>
      <div class="theme-admonition theme-admonition-note admonition_x alert"><div class="admonitionHeading_y">Mind <b>this</b></div><div class="admonitionContent_w"><p>Now.</p></div></div>
      <div class="theme-tabs-container tabs-container"><ul role="tablist" class="tabs"><li role="tab" class="tabs__item">npm</li><li role="tab">yarn</li></ul>
      <div class="margin-top--md"><div role="tabpanel"><div class="language-bash codeBlockContainer_q theme-code-block"><div class="codeBlockContent_m"><pre tabindex="0" class="prism-code language-bash"><code><div class="token-line" style="color:#fff"><span class="token plain">npm i \\</span><br></div><div class="token-line"><span class="token plain" style="display:inline-block"></span><br></div><div class="token-line">  acme<br></div></code></pre><div class="buttonGroup_n"><button>Copy</button></div></div></div></div>
      <div role="tabpanel" hidden=""><p>yarn add acme</p></div></div></div>
      <details class="details_x"><summary>More</summary><div><div class="collapsibleContent_y"><p>Hidden.</p></div></div></details>
      </div><footer class="theme-doc-footer"><a href="https://github.com/x" class="theme-edit-this-page">Edit this page</a></footer></article>
      <nav class="docusaurus-mt-lg pagination-nav"><a class="pagination-nav__link" href="/b">Next</a></nav></div></div>
      <div class="col col--3"><div class="tableOfContents_x thin-scrollbar theme-doc-toc-desktop"><ul class="table-of-contents"><li><a href="#first-steps">First steps</a></li></ul></div></div>
      </div></div></main><footer>© Acme</footer></body></html>`;
    expect(markdownOf(html, { url: 'https://acme.example/docs/set-up/' })).toBe(
      lines(
        '# Set up →',
        '',
        'Read [how](https://acme.example/docs/use#go).',
        '',
        '## First steps → first-steps',
        '',
        '> **Tip:** Be quick.',
        '',
        '> **Mind this:** Now.',
        '',
        '**npm**',
        '',
        '```bash',
        'npm i \\',
        '',
        '  acme',
        '```',
        '',
        '**yarn**',
        '',
        'yarn add acme',
        '',
        '**More**',
        '',
        'Hidden.',
      ),
    );
  });

  test('VitePress', () => {
    const html = `<div class="VPContent"><aside class="VPLocalNav">On this page</aside><main class="main"><div class="vp-doc _docs"><div>
      <h1 id="start" tabindex="-1">Start <a class="header-anchor" href="#start" aria-label="Permalink to &quot;Start&quot;">​</a></h1>
      <div class="tip custom-block"><p class="custom-block-title">TIP</p><p>Quick.</p></div>
      <div class="warning custom-block github-alert"><p class="custom-block-title">WARNING</p><p>Hot.</p></div>
      <div class="vp-code-group vp-adaptive-theme"><div class="tabs"><input type="radio" id="t1" checked><label for="t1">a.ts</label><input type="radio" id="t2"><label for="t2">b.ts</label></div><div class="blocks">
      <div class="language-ts vp-adaptive-theme active line-numbers-mode"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki github-light vp-code" tabindex="0"><code><span class="line"><span style="--x">let a</span></span>
<span class="line"></span>
<span class="line"><span>a = 1</span></span></code></pre><div class="line-numbers-wrapper" aria-hidden="true"><span class="line-number">1</span><br></div></div>
      <div class="language-ts"><pre class="shiki"><code><span class="line">b</span></code></pre></div></div></div>
      </div></div></main></div>`;
    expect(markdownOf(html)).toBe(
      lines(
        '# Start → start',
        '',
        '> **Tip:** Quick.',
        '',
        '> **Warning:** Hot.',
        '',
        '**a.ts**',
        '',
        '```ts',
        'let a',
        '',
        'a = 1',
        '```',
        '',
        '**b.ts**',
        '',
        '```ts',
        'b',
        '```',
      ),
    );
  });

  test('Starlight', () => {
    const html = `<main data-pagefind-body lang="en"><div class="content-panel"><div class="sl-container"><h1 id="_top">Start</h1></div></div><div class="content-panel"><div class="sl-markdown-content">
      <div class="sl-heading-wrapper level-h2"><h2 id="go">Go</h2><a class="sl-anchor-link" href="#go"><span aria-hidden="true" class="sl-anchor-icon"><svg></svg></span><span class="sr-only">Section titled “Go”</span></a></div>
      <aside aria-label="Danger" class="starlight-aside starlight-aside--danger"><p class="starlight-aside__title" aria-hidden="true"><svg></svg>Danger</p><div class="starlight-aside__content"><p>Hot.</p></div></aside>
      <starlight-tabs><div class="tablist-wrapper not-content"><ul role="tablist"><li role="presentation" class="tab"><a role="tab" href="#p1">One</a></li><li role="presentation"><a role="tab" href="#p2">Two</a></li></ul></div><div id="p1" role="tabpanel"><p>1</p></div><div id="p2" role="tabpanel" hidden><p>2</p></div></starlight-tabs>
      <div class="expressive-code"><figure class="frame"><figcaption class="header"></figcaption><pre data-language="js"><code><div class="ec-line"><div class="code"><span>a</span></div></div><div class="ec-line"><div class="code">
</div></div><div class="ec-line"><div class="gutter"><div class="ln" aria-hidden="true">3</div></div><div class="code">b</div></div></code></pre><div class="copy"><button><div></div></button></div></figure></div>
      </div><footer><div class="meta sl-flex"><a href="https://github.com">Edit page</a></div></footer></div></main>`;
    expect(markdownOf(html)).toBe(
      lines(
        '# Start → _top',
        '',
        '## Go → go',
        '',
        '> **Danger:** Hot.',
        '',
        '**One**',
        '',
        '1',
        '',
        '**Two**',
        '',
        '2',
        '',
        '```js',
        'a',
        '',
        'b',
        '```',
      ),
    );
  });

  test('MkDocs with Material', () => {
    const html = `<main class="md-main"><div class="md-sidebar md-sidebar--primary"><nav>Docs</nav></div><div class="md-content" data-md-component="content"><article class="md-content__inner md-typeset">
      <a href="https://github.com/x" title="Edit this page" class="md-content__button md-icon"><svg></svg></a>
      <h1 id="start">Start<a class="headerlink" href="#start" title="Permanent link">&para;</a></h1>
      <details class="warning"><summary>Mind</summary><p>Hot.</p></details>
      <div class="admonition note"><p class="admonition-title">Note</p><p>Cold.</p></div>
      <div class="tabbed-set tabbed-alternate" data-tabs="1:2"><input checked id="i1" type="radio"><input id="i2" type="radio"><div class="tabbed-labels"><label for="i1">C</label><label for="i2">C++</label></div><div class="tabbed-content"><div class="tabbed-block"><div class="language-c highlight"><pre><span></span><code><span class="p">int</span>
</code></pre></div></div><div class="tabbed-block"><p>x</p></div></div></div>
      <table class="highlighttable"><tr><td class="linenos"><div class="linenodiv"><pre><span></span><span class="normal">1</span></pre></div></td><td class="code"><div class="language-py highlight"><pre><span></span><code>import a</code></pre></div></td></tr></table>
      </article></div></main>`;
    expect(markdownOf(html)).toBe(
      lines(
        '# Start → start',
        '',
        '**Mind**',
        '',
        'Hot.',
        '',
        '> **Note:** Cold.',
        '',
        '**C**',
        '',
        '```c',
        'int',
        '```',
        '',
        '**C++**',
        '',
        'x',
        '',
        '```py',
        'import a',
        '```',
      ),
    );
  });

  test('Sphinx, of which functions and options are sections', () => {
    const html = `<div class="documentwrapper"><div class="body" role="main">
      <section id="module-acme"><span id="alias"></span><h1>API<a class="headerlink" href="#module-acme" title="Permalink to this heading">¶</a></h1>
      <div class="contents topic"><ul><li><a href="#use">Use</a></li></ul></div>
      <section id="use"><h2>Use<a class="headerlink" href="#use">¶</a></h2>
      <div class="highlight-python notranslate"><div class="highlight"><pre><span></span><span class="kn">import</span> <span class="nn">acme</span>
</pre></div></div>
      <dl class="py class"><dt class="sig sig-object py" id="acme.Zoo"><em class="property"><span class="pre">class</span> </em><span class="sig-prename">acme.</span><span class="sig-name">Zoo</span>(<em>name</em>)<a class="reference internal" href="_modules/acme.html#Zoo"><span class="viewcode-link"><span class="pre">[source]</span></span></a><a class="headerlink" href="#acme.Zoo">¶</a></dt>
      <dd><p>Animals.</p><dl class="field-list simple"><dt class="field-odd">Parameters</dt><dd><p><strong>name</strong> – Its name.</p></dd></dl>
      <dl class="py method"><dt class="sig sig-object py" id="acme.Zoo.feed"><span class="sig-name">feed</span>()<a class="headerlink" href="#acme.Zoo.feed">¶</a></dt><dd><p>Feeds.</p></dd></dl></dd></dl>
      <dl class="simple"><dt>Zebra</dt><dd><p>An animal.</p></dd></dl></section></section></div></div>
      <div class="sphinxsidebar" role="navigation"><h3>Navigation</h3></div>`;
    expect(markdownOf(html)).toBe(
      lines(
        '# API → module-acme',
        '',
        '## Use → use',
        '',
        '```python',
        'import acme',
        '```',
        '',
        '### *class* acme.Zoo(*name*) → acme.Zoo',
        '',
        'Animals.',
        '',
        '- **Parameters**: **name** – Its name.',
        '',
        '#### feed() → acme.Zoo.feed',
        '',
        'Feeds.',
        '',
        '- **Zebra**: An animal.',
      ),
    );
  });

  test('Antora', () => {
    const html = `<div class="body"><div class="nav-container"><aside class="nav"><nav>Nav</nav></aside></div><main class="article"><div class="toolbar" role="navigation"><nav class="breadcrumbs"><ul><li>Acme</li></ul></nav><div class="edit-this-page"><a href="x">Edit this Page</a></div></div>
      <div class="content"><aside class="toc sidebar" data-title="Contents"><h3>Contents</h3></aside><article class="doc"><h1 class="page">Acme</h1>
      <div class="sect1"><h2 id="_first"><a class="anchor" href="#_first"></a>First</h2><div class="sectionbody">
      <div class="admonitionblock note"><table><tbody><tr><td class="icon"><i class="fa icon-note" title="Note"></i></td><td class="content">Mind.</td></tr></tbody></table></div>
      <div class="listingblock"><div class="title">a.rb</div><div class="content"><pre class="highlightjs highlight"><code class="language-ruby hljs" data-lang="ruby">puts 1</code></pre></div></div>
      <div class="dlist"><dl><dt class="hdlist1">Term</dt><dd><p>Meaning</p></dd></dl></div></div></div>
      <nav class="pagination"><span class="next"><a href="b.html">B</a></span></nav></article></div></main></div>`;
    expect(markdownOf(html)).toBe(
      lines(
        '# Acme →',
        '',
        '## First → _first',
        '',
        '> **Note:** Mind.',
        '',
        'a.rb',
        '',
        '```ruby',
        'puts 1',
        '```',
        '',
        '- **Term**: Meaning',
      ),
    );
  });

  test('Doxygen', () => {
    const html = `<body><div id="top"><div id="titlearea"><div id="projectname">Acme</div></div></div><div id="doc-content"><div class="header"><div class="headertitle"><div class="title">Zoo Class Reference</div></div></div>
      <div class="contents"><p>A zoo. <a href="a.html#details">More...</a></p>
      <table class="memberdecls"><tr class="heading"><td colspan="2"><h2 class="groupheader"><a id="pub-methods" name="pub-methods"></a>Public Member Functions</h2></td></tr>
      <tr class="memitem:a1"><td class="memItemLeft">void&#160;</td><td class="memItemRight"><a class="el" href="#a1">feed</a> ()</td></tr></table>
      <h2 class="groupheader">Member Function Documentation</h2>
      <a id="a1" name="a1"></a><h2 class="memtitle"><span class="permalink"><a href="#a1">&#9670;&#160;</a></span>feed()</h2>
      <div class="memitem"><div class="memproto"><table class="memname"><tr><td class="memname">void feed</td><td>(</td><td class="paramname">)</td></tr></table></div><div class="memdoc"><p>Feeds.</p>
      <div class="fragment"><div class="line"><a id="l00001"></a><span class="lineno">    1</span>int a;</div><div class="line"> </div><div class="line">int b;</div></div></div></div></div></div></body>`;
    expect(markdownOf(html)).toBe(
      lines(
        '# Zoo Class Reference →',
        '',
        'A zoo. [More...](a.html#details)',
        '',
        '## Public Member Functions → pub-methods',
        '',
        '| | |',
        '| - | - |',
        '| void | [feed](#a1) () |',
        '',
        '## Member Function Documentation →',
        '',
        '## feed() → a1',
        '',
        '| | | |',
        '| - | - | - |',
        '| void feed | ( | ) |',
        '',
        'Feeds.',
        '',
        '```',
        'int a;',
        ' ',
        'int b;',
        '```',
      ),
    );
  });

  test('javadoc, rustdoc, mdBook, GitBook and Mintlify keep the ids of their headings', () => {
    const html = `<main><h1 class="title">Class Zoo</h1>
      <section class="detail" id="feed(java.lang.String,int)"><h3>feed</h3></section>
      <a name="old.anchor"><!--   --></a><h4>Old</h4>
      <details class="toggle" open><summary><section id="method.new" class="method"><span class="rightside"><a class="src" href="x">source</a></span><a href="#method.new" class="anchor">§</a><h4 class="code-header">pub fn <a class="fn">new</a>() -&gt; Zoo</h4></section></summary><div class="docblock">Makes.</div></details>
      <h2 id="what"><a class="header" href="#what">What <em>it</em> is</a></h2>
      <h2 id="gitbook" class="flex"><div class="hash"><a href="#gitbook" aria-label="Direct link"><svg></svg></a></div><div class="grow">Git<wbr>Book</div></h2>
      <h2 class="flex" id="mint"><div class="absolute"><a href="#mint" aria-label="Navigate to header">​<div><svg></svg></div></a></div><span class="cursor-pointer">Mint</span></h2>
      <h2>Nextra<a href="#nextra" id="nextra" class="subheading-anchor" aria-label="Permalink"></a></h2></main>`;
    expect(headingsOf(html)).toEqual([
      '# Class Zoo →',
      '### feed → feed(java.lang.String%2Cint)',
      '#### Old → old.anchor',
      '#### pub fn new() -> Zoo → method.new',
      '## What *it* is → what',
      '## GitBook → gitbook',
      '## Mint → mint',
      '## Nextra → nextra',
    ]);
  });
});
