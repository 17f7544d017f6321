import { expect, test } from 'vitest';
import { checkBlocks, checkMessage } from './check-message.ts';

function rich(...runs: object[]): object {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: runs }] };
}

function button(fields: object = {}): object {
  return { type: 'button', action_id: 'a', text: { type: 'plain_text', text: 'A' }, ...fields };
}

const TEXT = rich({ type: 'text', text: 'a' });
const TABLE = { type: 'table', rows: [[TEXT]] };
const LIST = {
  type: 'rich_text_list',
  style: 'bullet',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'a' }] }],
};
const INPUT = {
  type: 'input',
  label: { type: 'plain_text', text: 'A' },
  element: { type: 'plain_text_input', action_id: 'a' },
};

test('a message that keeps the rules is let through', () => {
  checkMessage({ text: 'a &lt;', blocks: [TEXT, { type: 'actions', elements: [button()] }] });
  checkMessage({ text: 'a' });
  checkMessage({ type: 'home', blocks: [INPUT, TEXT] });
});

test.each([
  ['mentions', [rich({ type: 'user', user_id: 'U1' })]],
  ['broadcasts', [rich({ type: 'broadcast', range: 'here' })]],
  ['emoji', [rich({ type: 'emoji', name: 'tada' })]],
  ['mrkdwn', [{ type: 'section', text: { type: 'mrkdwn', text: 'a' } }]],
  ['empty texts', [rich({ type: 'text', text: '' })]],
  ['paragraphs without runs', [rich()]],
  ['control characters', [rich({ type: 'text', text: 'a\u0000' })]],
  ['characters that turn text', [rich({ type: 'text', text: 'a\u202E' })]],
  ['half a character', [rich({ type: 'text', text: '\uD83D' })]],
  ['long texts', [rich({ type: 'text', text: 'a'.repeat(3_001) })]],
  ['links to a script', [rich({ type: 'link', url: 'javascript:alert(1)', text: 'a' })]],
  ['long links', [rich({ type: 'link', url: `https://a.example/${'a'.repeat(3_000)}`, text: 'a' })]],
  ['links without a text', [rich({ type: 'link', url: 'https://a.example/', text: '' })]],
  ['deep lists', [{ type: 'rich_text', elements: [{ ...LIST, indent: 9 }] }]],
  ['unknown fields', [{ ...TEXT, elements: [], extra: 1 }]],
  ['unknown blocks', [{ type: 'markdown', text: 'a' }]],
  [
    'long labels',
    [{ type: 'actions', elements: [button({ text: { type: 'plain_text', text: 'a'.repeat(76) } })] }],
  ],
  ['long values', [{ type: 'actions', elements: [button({ value: 'a'.repeat(2_001) })] }]],
  ['one action twice', [{ type: 'actions', elements: [button(), button()] }]],
  ['no button', [{ type: 'actions', elements: [] }]],
  [
    '26 buttons',
    [{ type: 'actions', elements: Array.from({ length: 26 }, (_, n) => button({ action_id: `${n}` })) }],
  ],
  ['tables', [TABLE]],
  ['inputs', [INPUT]],
  ['51 blocks', Array.from({ length: 51 }, () => ({ type: 'divider' }))],
  ['10,000 characters', Array.from({ length: 4 }, () => rich({ type: 'text', text: 'a'.repeat(2_600) }))],
  [
    'one block id twice',
    [
      { type: 'divider', block_id: 'a' },
      { type: 'divider', block_id: 'a' },
    ],
  ],
])('%s in a message are refused', (_what, blocks) => {
  expect(() => checkMessage({ text: 'a', blocks })).toThrow();
});

test.each([
  ['nothing', {}],
  ['no text for notifications', { blocks: [TEXT] }],
  ['markup in the text', { text: '<!channel>' }],
  ['a raw & in the text', { text: 'a & b' }],
])('a message with %s is refused', (_what, message) => {
  expect(() => checkMessage(message)).toThrow();
});

test('tables are refused in App Home and in unfurls', () => {
  expect(() => checkMessage({ type: 'home', blocks: [TABLE] })).toThrow('invalid_blocks');
  expect(() => checkBlocks([TABLE], 'unfurl')).toThrow('invalid_blocks');
});
