import { describe, expect, test } from 'vitest';
import { parseBody } from '../../../src/content/parse.ts';
import { jekyll } from '../../../src/content/presets/jekyll.ts';
import { siteRules } from '../../../src/content/site-rules.ts';
import { presetContract } from '../../contracts/preset.ts';
import { SITE } from '../read.ts';
import { pageIn } from './asking.ts';

presetContract({
  name: 'jekyll',
  preset: jekyll,
  corpus: 'jekyll',
  // `Release {{ site.release }}`
  untold: ['headings-containers.md:35'],
  // It would be a page if the site had a collection of that name.
  unproven: ['_underdir/page.md'],
});

function ids(body: string, anchors: Partial<typeof jekyll.defaults.anchors> = {}): (string | undefined)[] {
  const { root, source } = parseBody(jekyll.unify(body), false);
  const page = { file: 'a.md', data: {}, root, source, body, isMdx: false };
  const found = jekyll.headingIds(page, { ...jekyll.defaults.anchors, ...anchors });
  return [...(found?.values() ?? [])].map(({ fragment }) => fragment);
}

describe('Markdown of Jekyll', () => {
  test.each([
    ['{% raw %}{{ x }}{% endraw %}', '{{ x }}'],
    ['a {% comment %}\nb\n{% endcomment %} c', 'a \n\n c'],
    ['{% highlight ruby linenos %}\n# x\n{% endhighlight %}', '```ruby\n# x\n```'],
    ['{%- include a.html b="%}" -%}', ''],
    ['{% include\n  a.html\n%}', '\n\n'],
    [
      "[a]({% link _docs/a.md %}) [b]({{ '/b/' | relative_url }}) [c]({{ site.baseurl }}{% post_url 2024-01-05-c %})",
      '[a](/_docs/a.md) [b](/b/) [c](/_posts/2024-01-05-c.md)',
    ],
    ['{{ site.title }} is {{ page.x }}', ' is '],
    ['## A\n{: #b .c }\n\nText [d](e){:target="_blank"}\n{:.f}', '## A\n\n\nText [d](e)\n'],
    ['1. TOC\n{:toc}\n\n- a\n{: .b}', '\n\n\n- a\n'],
    ['<div class="a" markdown="1">\n## A\n</div>', '\n## A\n</div>'],
    ['```\n{: .a}\n```', '```\n{: .a}\n```'],
    ['{% raw %} never closed {{ x', ' never closed {{ x'],
  ])('becomes what the parser knows: %j', (body, unified) => {
    expect(jekyll.unify(body)).toBe(unified);
  });
});

describe('ids of Jekyll', () => {
  test.each([
    ['## A -- b\n\n## `--c`', ['a--b', '--c']],
    ['## A\n\n## A\n\n## A 1', ['a', 'a-1', 'a-1']],
    ['## A {{ site.b }}\n\n## C {% include d.html %}\n\n## E', ['e']],
    ['{: #x}\n## A\n\n## B\n{: id="y"}', ['x', 'y']],
    ['<div>\n\n## A\n\n</div>\n\n## B', ['b']],
    ['<div markdown="1">\n\n## A\n\n<div>\n\n## B\n\n</div>\n</div>\n\n## C', ['a', 'c']],
    ['{::comment}\n\n## A\n\n{:/}\n\n## B', ['b']],
    [' ## A\n\n## B', ['b']],
    ['```a b\n## A\n```\n\n## A', ['a-1']],
    ['- a\n\n  ## A\n\n      ## B\n\n## C', ['a', 'c']],
  ])('are those that kramdown gives: %j', (body, expected) => {
    expect(ids(body)).toEqual(expected);
  });

  test('are none of what nests too deep', () => {
    expect(ids(`## A\n\n${'> '.repeat(3000)}## B`)).toEqual([]);
  });

  test('may be those of kramdown without input for GitHub', () => {
    expect(ids('## 1. Über *uns*\n\n## 404', { slug: 'kramdown' })).toEqual(['ber-uns', 'section']);
  });
});

test.each([
  ['a.md', {}, '/a/'],
  ['a/index.md', {}, '/a/'],
  ['index.md', {}, '/'],
  ['_posts/2024-01-02-b.md', {}, '/2024/01/02/b/'],
  ['a.md', { permalink: '/c.html' }, '/c.html'],
  ['a.md', { permalink: '/c/d' }, '/c/d'],
  ['a.md', { permalink: '/c/' }, '/c/'],
])('of pretty permalinks, %s with %o is at %s', async (file, data, path) => {
  const text = `---\n${JSON.stringify(data)}\n---\nx\n`;
  const { url } = await pageIn('jekyll', text, { file, extension: '', trailingSlash: true });
  expect(url).toBe(`${SITE}${path}`);
});

describe('addresses of Jekyll', () => {
  const rules = siteRules(
    { preset: 'jekyll', url: 'https://docs.example', base: '', linkRoot: '', anchors: {} },
    jekyll.defaults,
  );

  test.each([
    ['a.md', { permalink: '/b/:basename:output_ext' }, 'b/a.html'],
    ['a/b.md', { permalink: '/:path/' }, 'a/b/'],
    ['_docs/a.md', { permalink: '/docs/a/' }, 'docs/a/'],
    ['_docs/a.md', {}, 'docs/a.html'],
    ['x/_posts/2024-1-5-A b.md', {}, 'x/2024/01/05/A-b.html'],
    ['_posts/a.md', {}, undefined],
    ['_includes/a.md', {}, undefined],
    ['_drafts/a.md', {}, undefined],
    ['a.md', { published: false }, undefined],
  ])('%s with %j is %s', (file, data, expected) => {
    expect(jekyll.route({ file, data, slug: '', at: '', files: new Set() }, rules)).toBe(expected);
  });
});
