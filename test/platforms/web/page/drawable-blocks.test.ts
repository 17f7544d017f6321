import { describe, expect, test } from 'vitest';
import { drawableBlocks } from '../../../../src/platforms/web/page/drawable-blocks.ts';

const header = (text: string, more: object) => [
  { type: 'header', text: { type: 'plain_text', text, ...more } },
];
const context = (text: string) => [{ type: 'context', elements: [{ type: 'mrkdwn', text }] }];
const richText = (...elements: object[]) => ({ type: 'rich_text', elements });
const cell = (text: string) => richText({ type: 'rich_text_section', elements: [{ type: 'text', text }] });
const list = (style: string, indent: number, items: number) => ({
  type: 'rich_text_list',
  style,
  indent,
  elements: Array.from({ length: items }, () => ({ type: 'rich_text_section', elements: [] })),
});

function offsets(...elements: object[]): unknown[] {
  const [drawn] = drawableBlocks([richText(...elements)]) as { elements: { offset?: number }[] }[];
  return drawn?.elements.map(({ offset }) => offset) ?? [];
}

describe('blocks for the library that draws them', () => {
  test('have the text of rich text as it is', () => {
    const text = { type: 'text', text: '*a* &lt; <!here> <https://x.example|y>', style: { bold: true } };
    const blocks = [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [text] }] }];
    expect(drawableBlocks(blocks)).toEqual(blocks);
  });

  test.each([
    ['*a* <!here>', '*a* <!here>'],
    ['a &lt;b&gt; &amp; c', 'a <b> & c'],
    ['&amp;lt;', '&\u2060lt;'],
  ])('have no markup in the plain text %j', (text, drawn) => {
    expect(drawableBlocks(header(text, { emoji: true }))).toEqual(header(drawn, { verbatim: true }));
  });

  test('have no markup in the cells of a table', () => {
    const rows = [
      [{ type: 'raw_text', text: '*a*' }, { type: 'raw_number', value: 1, text: '1.0' }, cell('b')],
    ];
    expect(drawableBlocks([{ type: 'table', rows }])).toEqual([
      { type: 'table', rows: [[cell('*a*'), cell('1.0'), cell('b')]] },
    ]);
  });

  test('keep what is escaped in mrkdwn from becoming a mention', () => {
    const drawn = context('*a* <\u2060!channel\u2060> &\u2060 <https://x.example|y>');
    expect(drawableBlocks(context('*a* &lt;!channel&gt; &amp; <https://x.example|y>'))).toEqual(drawn);
  });

  test('open nothing, ask nothing, and repeat no id of the page', () => {
    const text = { type: 'plain_text', text: 'Share' };
    const button = {
      type: 'button',
      text,
      action_id: 'a',
      value: 'v',
      url: 'https://x.example',
      confirm: {},
    };
    expect(drawableBlocks([{ type: 'actions', block_id: 'keys', elements: [button] }])).toEqual([
      { type: 'actions', elements: [{ type: 'button', text: { ...text, verbatim: true } }] },
    ]);
  });

  test('load no image', () => {
    const image = { type: 'image', image_url: 'https://x.example/a.png', alt_text: 'a map' };
    const drawn = { type: 'context', elements: [{ type: 'plain_text', text: '[a map]', verbatim: true }] };
    expect(drawableBlocks([image, { type: 'context', elements: [image] }])).toEqual([drawn, drawn]);
  });

  test('count each list from its own offset, to which the library adds the items before', () => {
    const further = { ...list('ordered', 0, 1), offset: 2 };
    expect(offsets(list('ordered', 0, 2), list('bullet', 1, 3), further)).toEqual([0, 0, 0]);
    expect(offsets(list('bullet', 0, 2), list('ordered', 0, 1))).toEqual([0, -2]);
    expect(offsets(list('ordered', 1, 2), list('ordered', 0, 1), list('ordered', 1, 1))).toEqual([0, 0, 0]);
    const prose = { type: 'rich_text_section', elements: [] };
    expect(offsets(list('ordered', 0, 2), prose, list('ordered', 0, 1))).toEqual([0, undefined, 0]);
  });

  test('stand no deeper than the library can indent', () => {
    expect(drawableBlocks([richText(list('bullet', 8, 1))])).toMatchObject([{ elements: [{ indent: 5 }] }]);
  });

  test.each([
    [null],
    ['text'],
    [7],
    [[]],
    [{}],
    [{ type: 'rich_text', elements: null }],
    [{ type: 'button', text: 7 }],
  ])('may be no blocks at all: %j', (block) => {
    expect(drawableBlocks([block])).toHaveLength(1);
  });
});
