import { expect, test } from 'vitest';
import { pageFacts } from '../../src/site-check/page-facts.ts';

function idsOf(html: string): string[] {
  return [...pageFacts(html).ids];
}

test('every id counts, and the name of a link without one', () => {
  expect(
    idsOf('<p id=one><svg id="two"/><a name="three"></a><a id="four" name="five"></a><b name="six">'),
  ).toEqual(['one', 'two', 'three', 'four']);
});

test('ids are as they are meant: entities are read, case is kept, the first of two counts', () => {
  expect(idsOf('<h2 id="a&amp;b">x</h2><h2 ID="MyId" id="other">y</h2><h2 id="für">z</h2>')).toEqual([
    'a&b',
    'MyId',
    'für',
  ]);
});

test('what is not in the document has no id: comments, scripts, styles, templates, what is for no scripts', () => {
  const hidden = [
    '<!-- <p id="a"> -->',
    '<script>"<p id=b>"</script>',
    '<style>/* <p id="c"> */</style>',
    '<template><p id="d"></p><template><p id="e"></p></template><p id="f"></p></template>',
    '<noscript><p id="g"></p></noscript>',
    '<textarea><p id="h"></textarea>',
  ];
  expect(idsOf(`${hidden.join('')}<p id="seen">`)).toEqual(['seen']);
});

test('the address that a page gives itself is the first that it names', () => {
  const links =
    '<link rel="alternate" href="/de/a"><link rel="Canonical" href="/a"><link rel="canonical" href="/b">';
  expect(pageFacts(`<head>${links}</head>`).canonical).toBe('/a');
  expect(pageFacts(`<noscript>${links}</noscript>`).canonical).toBe('');
});

test.each([
  ['its own', '<h2 id="x">Set <code>up</code></h2>', 'Set up', 'x'],
  ['that of a link in it', '<h2><a id="x" href="#x"></a>Set up</h2>', 'Set up', 'x'],
  ['the name of a link in it', '<h2><a name="x"></a>Set up</h2>', 'Set up', 'x'],
  ['that of the section that it begins', '<section id="x">\n<h2>Set up</h2></section>', 'Set up', 'x'],
  ['none', '<section id="x"><h1>Page</h1></section><h2>Set up</h2>', 'Set up', ''],
])('a heading has an id: %s', (...[, source, text, id]) => {
  expect(pageFacts(source).headings.at(-1)).toEqual({ text, level: expect.any(Number) as number, id });
});

test('headings keep their order and level, also where they are not closed', () => {
  expect(pageFacts('<h1>One</h1><h3 id=two>Two<h2>Three').headings).toEqual([
    { text: 'One', level: 1, id: '' },
    { text: 'Two', level: 3, id: 'two' },
    { text: 'Three', level: 2, id: '' },
  ]);
});

test.each([
  ['<meta http-equiv="refresh" content="0; url=/there/">', '/there/'],
  ['<META HTTP-EQUIV=Refresh CONTENT="0;URL=\'https://a.example/b\'">', 'https://a.example/b'],
  ['<noscript><meta http-equiv="refresh" content="1, /there"></noscript>', '/there'],
  ['<meta http-equiv="refresh" content="300">', ''],
  ['<meta name="refresh" content="0; url=/there">', ''],
  ['<meta http-equiv="content-type" content="text/html; charset=utf-8">', ''],
])('%s leads on to "%s"', (source, to) => {
  expect(pageFacts(source).refresh).toBe(to);
});
