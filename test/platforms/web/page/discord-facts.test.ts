import { expect, test } from 'vitest';
import { discordFacts } from '../../../../src/platforms/web/page/discord-facts.ts';

test('the facts of a message to Discord count its text, and its components, nested ones too', () => {
  const row = { type: 1, components: [{ type: 2, label: 'More' }] };
  const inner = [{ type: 10, content: 'a'.repeat(1_200) }, { type: 14 }, { type: 10, content: 'bc' }, row];
  const { sizes, tool } = discordFacts({ flags: 32_768, components: [{ type: 17, components: inner }] });
  expect(sizes).toEqual(['1,202 of 4,000 characters', '6 of 40 components']);
  expect(tool).toBeUndefined();
});

test.each([{}, { content: 'a' }, { components: null }, { components: [null, 1] }])(
  'the facts of %j are that it holds nothing',
  (message) => {
    expect(discordFacts(message).sizes).toEqual(['0 of 4,000 characters', '0 of 40 components']);
  },
);
