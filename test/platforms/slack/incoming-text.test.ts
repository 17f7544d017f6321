import { describe, expect, test } from 'vitest';
import { mentions, plainText } from '../../../src/platforms/slack/incoming-text.ts';

describe('what a person typed, as plain text', () => {
  test.each([
    ['<@U0BOT> how do I rotate a key?', 'how do I rotate a key?'],
    ['<@U0BOT|signpost>   how?', 'how?'],
    ['how, <@U0BOT>?', 'how, ?'],
    ['is a &lt;Tag&gt; &amp; that &amp;lt; fine', 'is a <Tag> & that &lt; fine'],
    ['see <https://a.example/b?c=1&amp;d=2>', 'see https://a.example/b?c=1&d=2'],
    ['see <https://a.example|the guide>', 'see the guide'],
    ['write to <mailto:ana@a.example|ana@a.example>', 'write to ana@a.example'],
    ['in <#C123|general> or <#C124>', 'in #general or'],
    ['<!here> <!channel> <!subteam^S1|@team> <!date^1^{date}|today> what', 'what'],
    ['  ', ''],
    ['<@U0BOT>', ''],
    ['a < b and b > a', 'a < b and b > a'],
  ])('%s', (typed, text) => {
    expect(plainText(typed).replace(/\s+/gu, ' ')).toBe(text);
  });
});

test('a mention is of the very user', () => {
  expect(mentions('hi <@U1>', 'U1')).toBe(true);
  expect(mentions('hi <@U1|ana>', 'U1')).toBe(true);
  expect(mentions('hi <@U12>', 'U1')).toBe(false);
  expect(mentions('hi &lt;@U1&gt;', 'U1')).toBe(false);
});
