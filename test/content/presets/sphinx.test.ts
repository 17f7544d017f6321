import { describe, expect, test } from 'vitest';
import { parseBody } from '../../../src/content/parse.ts';
import { sphinx } from '../../../src/content/presets/sphinx.ts';
import { siteRules } from '../../../src/content/site-rules.ts';
import { presetContract } from '../../contracts/preset.ts';

presetContract({
  name: 'sphinx',
  preset: sphinx,
  corpus: 'sphinx',
  untold: [
    // MyST-Parser 0.18, which made this truth, and its later versions disagree: headings in directives, HTML and images in headings.
    'headings-containers.md:37',
    'headings-containers.md:41',
    'headings-containers.md:65',
    'headings-html.md:34',
    'headings-inline.md:31',
    'headings-inline.md:156',
    'headings-inline.md:160',
    'headings-inline.md:164',
    'headings-inline.md:168',
    'headings-inline.md:180',
    'headings-inline.md:184',
    'headings-inline.md:188',
    'headings-targets.md:95',
    // A substitution, a footnote, and a number that depends on them.
    'headings-targets.md:99',
    'headings-targets.md:103',
    'headings-targets.md:115',
  ],
});

function ids(body: string, anchors: Partial<typeof sphinx.defaults.anchors> = {}): (string | undefined)[] {
  const { root, source } = parseBody(sphinx.unify(body), false);
  const page = { file: 'a.md', data: {}, root, source, body, isMdx: false };
  const found = sphinx.headingIds(page, { ...sphinx.defaults.anchors, ...anchors });
  return [...(found?.values() ?? [])].map(({ fragment }) => fragment);
}

describe('Markdown of MyST', () => {
  test.each([
    ['```{note}\nText\n```', ':::note\nText\n:::'],
    [
      '::::{admonition} A {ref}`title <x>`\n:class: tip\n\n:::{tip}\nText\n:::\n::::',
      '::::admonition[A title]\n\n\n:::tip\nText\n:::\n::::',
    ],
    [
      '````{tab-item} One\n---\na: b\n---\n```py\n# {x}`y`\n```\n````',
      ':::tab-item[One]\n\n\n\n```py\n# {x}`y`\n```\n:::',
    ],
    ['```{code-block} python\n:linenos:\n\n# x\n```', '```python\n\n\n# x\n```'],
    [':::{code-block} sh\n```\n# x\n:::', '````sh\n```\n# x\n````'],
    ['```{toctree}\n:hidden:\na\n```\nText', '\n\n\n\nText'],
    ['- item\n\n  ```{tip}\n  Text\n  ```', '- item\n\n  :::tip\n  Text\n  :::'],
    ['(target)=\n## A\n% comment\n+++\n{.x}\nText', '<!---->\n## A\n<!---->\n<!---->\n<!---->\nText'],
    ['See {ref}`that <x>`, {doc}`a/b`, {kbd}`Ctrl` and {py:func}`~a.b`.', 'See that, a/b, `Ctrl` and `a.b`.'],
    ['```\n(target)=\n{ref}`x`\n```', '```\n(target)=\n{ref}`x`\n```'],
    ['<!--\n\n(a)=\n-->\n(b)=', '<!--\n\n(a)=\n-->\n(b)='],
    ['```{note}\nnever closed', '```{note}\nnever closed'],
    ['```{note}\n```python\n# a\n```', ':::note\n```python\n# a\n:::'],
  ])('becomes what the parser knows: %j', (body, unified) => {
    expect(sphinx.unify(body)).toBe(unified);
  });
});

describe('ids of Sphinx', () => {
  test.each([
    ['(first)=\n(Second_One)=\n\n## A', ['second-one']],
    ['(apart)=\n\nText\n\n## A', ['a']],
    ['(a)=\n## A\n\n## A\n\n## A', ['a', 'id2', 'id3']],
    ['## A[^1]\n\nB[^1]\n\n## C\n\n[^1]: D', ['c']],
    ['## A\n\nB[^1] c[^1]\n\n## A\n\n[^1]: D', ['a', 'id3']],
    ['## Straße\n\n## 1. Łódź', ['strasze', 'lodz']],
    ['## Use {kbd}`Ctrl`\n\n## Use {ref}`this <x>`\n\n## Use {abbr}`AB (c)`', ['use-ctrl', 'use-this']],
    ['## A\n\n```{include} b.md\n```\n\n## A\n\n## B', ['a', 'b']],
    ['```{note}\n## A\n```\n\n## A\n\n## 1\n\n## B', ['b']],
    ['## A <b>x</b>\n\n## B ![c](d)\n\n## C', ['c']],
  ])('are those of targets and titles, where all versions agree: %j', (body, expected) => {
    expect(ids(body)).toEqual(expected);
  });

  test('may be of another kind', () => {
    expect(ids('## 1. A\n\n## 1. A', { slug: 'github' })).toEqual(['1-a', '1-a-1']);
  });
});

describe('addresses of Sphinx', () => {
  const rules = siteRules(
    { preset: 'sphinx', url: 'https://docs.example', base: '', linkRoot: '', anchors: {} },
    sphinx.defaults,
  );

  test.each([
    ['a/b.md', 'a/b.html', 'a/b/'],
    ['a/index.md', 'a/index.html', 'a/'],
    ['index.md', 'index.html', ''],
    ['_build/a.md', undefined, undefined],
  ])('%s is %s, and %s for dirhtml', (file, html, dirhtml) => {
    const page = { file, data: {}, slug: '', at: '', files: new Set<string>() };
    expect(sphinx.route(page, rules)).toBe(html);
    expect(sphinx.route(page, { ...rules, extension: '', trailingSlash: 'always' })).toBe(dirhtml);
  });
});
