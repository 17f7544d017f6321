import { expect, test } from 'vitest';
import type { AnchorRules } from '../../../src/content/collection-rules.ts';
import { parseBody } from '../../../src/content/parse.ts';
import { eleventy } from '../../../src/content/presets/eleventy.ts';
import { presetContract } from '../../contracts/preset.ts';

presetContract({ name: 'eleventy', preset: eleventy });

const { anchors, site } = eleventy.defaults;

/** The fragments of a text's headings, in their order. */
function fragments(body: string, rules: Partial<AnchorRules>): (string | undefined)[] {
  const { root, source } = parseBody(eleventy.unify(body), false);
  const page = { file: 'a.md', data: {}, root, source, body, isMdx: false };
  return [...(eleventy.headingIds(page, { ...anchors, ...rules })?.values() ?? [])].map(
    ({ fragment }) => fragment,
  );
}

function route(file: string, data: Record<string, unknown> = {}): string | undefined {
  const rules = { url: 'https://x.example', linkRoot: '', ...site, anchors };
  return eleventy.route({ file, data, slug: '', at: '', files: new Set([file]) }, rules);
}

// What the real Eleventy 3.1.8 gave.
test('headings have no ids where no rule is chosen', () => {
  expect(fragments('# A\n\n## B', {})).toEqual([undefined, undefined]);
});

test('IdAttributePlugin transliterates, counts from two, and forgets what it has numbered', () => {
  const body = '## Q & A\n\n## Über uns\n\n## Setup\n\n## Setup\n\n## Setup 2\n\n## Constructor\n\n##';
  const ids = ['q-and-a', 'ueber-uns', 'setup', 'setup-2', 'setup-2', 'constructor-NaN', undefined];
  expect(fragments(body, { slug: 'eleventy' })).toEqual(ids);
});

test('IdAttributePlugin counts what is HTML', () => {
  const body = '<h2>Setup</h2>\n\n## Setup\n\n<p id="more">x</p>\n\n## More';
  expect(fragments(body, { slug: 'eleventy' })).toEqual(['setup-2', 'more-2']);
});

test('markdown-it-anchor percent-encodes, and counts from one', () => {
  expect(fragments('## Ü & B\n\n## Ü & B', { slug: 'markdown-it-anchor' })).toEqual([
    '%C3%BC-%26-b',
    '%C3%BC-%26-b-1',
  ]);
  expect(fragments('## Setup\n\n## Setup', { slug: 'eleventy', duplicates: 'dash' })).toEqual([
    'setup',
    'setup-1',
  ]);
});

test('what a template decides has no id', () => {
  const body = '## {{ title }}\n\n{% for x in y %}\n\n## Each\n\n{% endfor %}\n\n## After';
  expect(fragments(body, { slug: 'github' })).toEqual([undefined, undefined, 'after']);
});

test('a page lies at its folder, its permalink, or nowhere', () => {
  expect(route('guides/index.md')).toBe('guides/');
  expect(route('samename/samename.md')).toBe('samename/');
  expect(route('2021-11-28-dated.md')).toBe('2021-11-28-dated/');
  expect(route('a.md', { permalink: '/file.html' })).toBe('file.html');
  expect(route('a.md', { permalink: 'b/index.html' })).toBe('b/');
  expect(route('blog/2021-11-28-dated.md', { permalink: '/news/{{ page.fileSlug }}/' })).toBe('news/dated/');
  expect(route('a.md', { permalink: '/{{ title | slugify }}/', title: 'Über uns' })).toBe('ueber-uns/');
  expect(route('a.md', { permalink: '/{{ unknown }}/' })).toBeUndefined();
  expect(route('a.md', { permalink: false })).toBeUndefined();
  expect(route('_includes/a.md')).toBeUndefined();
});
