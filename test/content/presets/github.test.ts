import { describe, expect, test } from 'vitest';
import { parseBody } from '../../../src/content/parse.ts';
import { github } from '../../../src/content/presets/github.ts';
import { siteRules } from '../../../src/content/site-rules.ts';
import { presetContract } from '../../contracts/preset.ts';

presetContract({ name: 'github', preset: github });

function ids(body: string): (string | undefined)[] {
  const { root, source } = parseBody(github.unify(body), false);
  const page = { file: 'a.md', data: {}, root, source, body, isMdx: false };
  const found = github.headingIds(page, github.defaults.anchors);
  return [...(found?.values() ?? [])].map(({ fragment }) => fragment && decodeURIComponent(fragment));
}

describe('ids of GitHub', () => {
  test.each([
    ['# A & B\n\n## Übung 1.2\n\n## `x_y`', ['a--b', 'übung-12', 'x_y']],
    ['## ![alt](a.png) image\n\n## [link](b) c\n\n## <kbd>K</kbd>', ['-image', 'link-c', 'k']],
    ['## :rocket: Go\n\n## a:b {#c}', ['rocket-go', 'ab-c']],
    ['## 🚀\n\n## 🚀', [undefined, '-1']],
    ['<h1 align="center">\n  A <b>title</b>\n</h1>\n\n## A title', ['a-title-1']],
    ['> ## A\n\n- ## A\n\n<details>\n\n## A\n\n</details>', ['a', 'a-1', 'a-2']],
  ])('are made of the text that is shown: %j', (body, expected) => {
    expect(ids(body)).toEqual(expected);
  });
});

describe('addresses of GitHub', () => {
  test.each([
    ['https://github.com/o/r/blob/main', 'docs/a.md', 'docs/a.md'],
    ['https://github.com/o/r/blob/main', 'docs/README.md', 'docs'],
    ['https://github.com/o/r/blob/main', 'README.md', 'README.md'],
    ['https://github.com/o/r/blob/main/docs', 'README.md', ''],
    ['https://github.com/o/r/blob/main/docs', 'readme.md', ''],
  ])('below %s, %s is %s', (url, file, expected) => {
    const rules = siteRules({ preset: 'github', url, base: '', linkRoot: '', anchors: {} }, github.defaults);
    expect(github.route({ file, data: {}, slug: '', at: '', files: new Set() }, rules)).toBe(expected);
  });
});
