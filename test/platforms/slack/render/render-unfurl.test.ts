import { expect, test } from 'vitest';
import { renderUnfurl } from '../../../../src/platforms/slack/render/render-unfurl.ts';
import { answer } from '../../terminal/answers.ts';
import { checkBlocks } from './check-message.ts';
import { outline } from './outline.ts';

test('a link unfurls to title, trail and excerpt', () => {
  const blocks = renderUnfurl(answer());
  checkBlocks(blocks, 'unfurl');
  expect(outline(blocks)).toEqual([
    '*[Stripes](https://docs.example/zebra#stripes)*\n_Animals › Zebra_',
    'A *zebra* has stripes.',
  ]);
});

test('an unfurled excerpt is short, and its tables are text', () => {
  const sentence = 'A zebra eats grass all day. ';
  const markdown = `| a |\n|---|\n| b |\n\n${sentence.repeat(100)}\n\nThe end.`;
  const blocks = renderUnfurl(answer({ markdown, budget: 100_000 }));
  checkBlocks(blocks, 'unfurl');
  const [, table, text, ...rest] = outline(blocks);
  expect(table).toBe('```a\n─\nb```');
  expect(text).toMatch(/all day\. …$/u);
  expect(text!.length).toBeLessThan(450);
  expect(rest).toEqual([]);
});
