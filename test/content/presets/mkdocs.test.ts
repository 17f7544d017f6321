import { expect, test } from 'vitest';
import type { AnchorRules, SiteRules } from '../../../src/content/collection-rules.ts';
import { parseBody } from '../../../src/content/parse.ts';
import { mkdocs } from '../../../src/content/presets/mkdocs.ts';
import { presetContract } from '../../contracts/preset.ts';

presetContract({
  name: 'mkdocs',
  preset: mkdocs,
  corpus: 'mkdocs',
  untold: [
    // The row means the heading of line 43; what stands in this line is none.
    'headings-fences.md:49',
    // `:rocket: x`, which is an emoji only where the site has an extension for them.
    'headings-unicode.md:63',
  ],
});

const { anchors, site } = mkdocs.defaults;

/** The fragments of a text's headings, by their line. */
function fragments(body: string, rules: Partial<AnchorRules> = {}): Record<number, string | undefined> {
  const { root, source } = parseBody(mkdocs.unify(body), false);
  const page = { file: 'a.md', data: {}, root, source, body, isMdx: false };
  const ids = mkdocs.headingIds(page, { ...anchors, ...rules });
  return Object.fromEntries(
    [...(ids ?? [])].map(([heading, { fragment }]) => [heading.position?.start.line ?? 0, fragment]),
  );
}

function route(
  file: string,
  rules: Partial<SiteRules> = {},
  files: readonly string[] = [],
): string | undefined {
  const all = { url: 'https://x.example', linkRoot: '', ...site, anchors, ...rules };
  return mkdocs.route({ file, data: {}, slug: '', at: '', files: new Set([file, ...files]) }, all);
}

// What Python-Markdown 3.4.1 and pymdownx 9.5 gave.
test('ids that are given are taken before any is made, and numbers are counted on', () => {
  const body = '## Auto\n\n## X {#auto}\n\n## Foo 1\n\n## Foo_1\n\n## Foo_1';
  expect(fragments(body)).toEqual({ 1: 'auto_1', 3: 'auto', 5: 'foo-1', 7: 'foo_1', 9: 'foo_2' });
});

test('a fence with unknown attributes is none, so that a comment in it counts', () => {
  const body = '```bash title="run.sh" {1}\n# Install\n```\n\n## Install';
  expect(fragments(body)).toEqual({ 5: 'install_1' });
});

test('a heading of which sites with and without an extension differ has no id', () => {
  expect(fragments('??? note\n\n    ## Folded\n\n## Folded\n\n## After')).toEqual({
    3: undefined,
    5: undefined,
    7: 'after',
  });
  expect(fragments('## :rocket: Start')).toEqual({ 1: undefined });
  // Icons of Material say that there is one.
  expect(fragments('## :rocket: Start\n\n## :material-rocket: Stop')).toEqual({ 1: 'start', 3: 'stop' });
});

test('headings in admonitions count, and so do those in HTML that says that it is Markdown', () => {
  const body =
    '!!! note\n\n    ## In\n\n<div markdown>\n\n## In\n\n</div>\n\n<div>\n\n## In\n\n</div>\n\n## In';
  expect(fragments(body)).toEqual({ 3: 'in', 7: 'in_1', 13: undefined, 17: 'in_2' });
});

test('a row of a table and an item that is indented by less than four are no headings', () => {
  expect(fragments('| a | b |\n| - | - |\n| c | d |\n## Row\n\n1. One\n\n   ## Two\n')).toEqual({
    4: undefined,
    8: undefined,
  });
});

test('a heading is slugged as it is read: links, code, entities, emphasis', () => {
  const body = '## [Link](https://x.example) and `snake_case` _em_ a_b\n\n## A &amp; B\n\n## Fran&ccedil;ais';
  expect(fragments(body)).toEqual({ 1: 'link-and-snake_case-em-a_b', 3: 'a-b', 5: undefined });
});

test('headings in other alphabets are numbered, or kept by the rule that many sites choose', () => {
  const body = '## Установка\n\n## Настройка';
  expect(fragments(body)).toEqual({ 1: '_1', 3: '_2' });
  const kept = ['установка', 'настройка'].map(encodeURIComponent);
  expect(Object.values(fragments(body, { slug: 'pymdownx' }))).toEqual(kept);
});

test('what a part may have that is included has no id behind it', () => {
  const body = '--8<-- "install.md"\n\n## Installing\n\n## Usage\n\n--8<-- "usage.svg"\n\n## Usage of it';
  expect(fragments(body)).toEqual({ 3: undefined, 5: 'usage', 9: 'usage-of-it' });
});

test('admonitions and tabs are read as prose, each line where it was', () => {
  const body = [
    '!!! warning "Mind [it]"',
    '    One',
    '',
    '    ??? tip',
    '        Two',
    '',
    '=== "A"',
    '',
    '    ```sh',
    '    !!! note',
    '    ```',
    'After',
  ];
  expect(mkdocs.unify(body.join('\n')).split('\n')).toEqual([
    '::::warning[Mind \\[it\\]]',
    'One',
    '',
    ':::tip[Tip]',
    'Two',
    '::::',
    '**A**',
    '',
    '```sh',
    '!!! note',
    '```',
    'After',
  ]);
  expect(mkdocs.unify('/// note | T\n\nx\n\n///')).toBe(':::note[T]\n\nx\n\n:::');
});

test('a page lies at its folder, or at its file where the site says so', () => {
  expect(route('guide/install.md')).toBe('guide/install/');
  expect(route('guide/README.md')).toBe('guide/');
  expect(route('guide/README.md', {}, ['guide/index.md'])).toBeUndefined();
  expect(route('guide/install.md', { extension: '.html' })).toBe('guide/install.html');
  expect(route('guide/README.md', { extension: '.html', index: [] })).toBe('guide/index.html');
  expect(route('index.md', { extension: '.html', index: [] })).toBe('index.html');
  expect(route('.hidden/a.md')).toBeUndefined();
});
