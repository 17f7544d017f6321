import { describe, expect, test } from 'vitest';
import { parseBody } from '../../../src/content/parse.ts';
import { mdbook } from '../../../src/content/presets/mdbook.ts';
import { siteRules } from '../../../src/content/site-rules.ts';
import { presetContract } from '../../contracts/preset.ts';

presetContract({ name: 'mdbook', preset: mdbook });

function idsOf(body: string): ReturnType<typeof mdbook.headingIds> {
  const { root, source } = parseBody(mdbook.unify(body), false);
  return mdbook.headingIds(
    { file: 'a.md', data: {}, root, source, body, isMdx: false },
    mdbook.defaults.anchors,
  );
}

function ids(body: string): (string | undefined)[] {
  return [...(idsOf(body)?.values() ?? [])].map(({ fragment }) => fragment && decodeURIComponent(fragment));
}

describe('ids of mdBook', () => {
  test.each([
    ['# Method-call 🐙 expressions', ['method-call--expressions']],
    ['## `--passes`: add more rustdoc passes', ['--passes-add-more-rustdoc-passes']],
    ['## 中文標題 CJK title', ['中文標題-cjk-title']],
    [
      '## <!--x--> With *emphasis* `code` \\<escaped> <span>html</span> [link](/x)',
      ['with-emphasis-code-escaped-html-link'],
    ],
    ['## हिन्दी शीर्षक', ['हिनदी-शीरषक']],
    ['## Foo^bar\n\n## Foo & bar', ['foobar', 'foo--bar']],
    ['## Repeat\n## Repeat\n## Repeat', ['repeat', 'repeat-1', 'repeat-2']],
    ['## A {#own .b}\n\n## A\n\n## B {.c}\n\n## C {.d k=v #MyId}', ['own', 'a', 'b', 'MyId']],
    ['Setext {#own}\n---', ['own']],
  ])('are made of the text: %j', (body, expected) => {
    expect(ids(body)).toEqual(expected);
  });

  test.each([
    ['of which versions lower only ASCII', '## Über uns'],
    ['that smart punctuation changes', '## a -- b'],
    ['of more than a line', 'Two\nlines\n---'],
    ['without a letter', '## !.():'],
    ['that a definition list takes', 'Term\n: What it is\n\n## Term'],
  ])('are none where they cannot be told, such as %s', (_what, body) => {
    expect(ids(body)).toEqual([undefined]);
  });

  test('are none where versions count on in another way', () => {
    expect(ids('## Repeat\n## Repeat\n## Repeat 1')).toEqual(['repeat', 'repeat-1', undefined]);
  });

  test('stand not in the heading that is shown', () => {
    expect([...(idsOf('## A `b` {#c}')?.values() ?? [])]).toMatchObject([
      { children: [{ value: 'A ' }, { value: 'b' }] },
    ]);
  });
});

describe('Markdown of mdBook', () => {
  test.each([
    ['{{#include a.md}}', ''],
    ['a {{#title x}} b', 'a  b'],
    [String.raw`\{{#include a.md}}`, String.raw`\{{#include a.md}}`],
    ['```rust\n# use x;\n#\n## y\n#[test]\nfn z() {}\n```', '```rust\n\n\n# y\n#[test]\nfn z() {}\n```'],
    ['```rust,ignore\n    # a\n{{#rustdoc_include b.rs:2}}\n```', '```rust,ignore\n\n\n```'],
    ['```sh\n# a\n```\n# b', '```sh\n# a\n```\n# b'],
  ])('loses what a reader does not see: %j', (body, unified) => {
    expect(mdbook.unify(body)).toBe(unified);
  });
});

describe('addresses of mdBook', () => {
  test.each([
    ['a b.md', 'a b.html'],
    ['dir/README.md', 'dir/index.html'],
    ['Readme.md', 'index.html'],
    ['dir/index.md', 'dir/index.html'],
    ['dir/SUMMARY.md', 'dir/SUMMARY.html'],
    ['SUMMARY.md', undefined],
  ])('%s is %s', (file, expected) => {
    const rules = siteRules(
      { preset: 'mdbook', url: 'https://docs.example', base: '', linkRoot: '', anchors: {} },
      mdbook.defaults,
    );
    expect(mdbook.route({ file, data: {}, slug: '', at: '', files: new Set() }, rules)).toBe(expected);
  });
});
