import { expect, test } from 'vitest';
import { checkMessage, checkText } from './check-message.ts';

function text(content = 'a'): object {
  return { type: 10, content };
}

function button(fields: object = {}): object {
  return { type: 2, style: 2, label: 'A', custom_id: 'a', ...fields };
}

function buttons(count: number): object {
  return { type: 1, components: Array.from({ length: count }, (_, n) => button({ custom_id: `${n}` })) };
}

function message(components: readonly object[], fields: object = {}): object {
  return { flags: 32_768, components, allowed_mentions: { parse: [] }, ...fields };
}

function framed(...components: readonly object[]): object {
  return message([{ type: 17, components }]);
}

test('a message that keeps the rules is let through', () => {
  checkMessage(framed(text(), { type: 14, divider: true, spacing: 1 }, buttons(5)));
  checkMessage(message([text('**a** `<@1>` \\<@1>\n```\n@everyone\n```')], { flags: 32_768 | 64 }));
  checkMessage(message([text('For <@1>')], { allowed_mentions: { parse: [], users: ['1'] } }));
  checkMessage(
    message([text()], { message_reference: { message_id: '1' }, nonce: '1', enforce_nonce: true }),
  );
});

test.each([
  ['no frame', framed()],
  ['nothing', message([])],
  ['an empty text', framed(text(''))],
  ['a blank text', framed(text(' \n\u200B'))],
  ['control characters', framed(text('a\u0007'))],
  ['characters that turn text', framed(text('a\u202E'))],
  ['half a character', framed(text('\uD83D'))],
  ['4,001 characters in all', framed(text('a'.repeat(2_000)), text('a'.repeat(2_001)))],
  ['41 components', framed(...Array.from({ length: 40 }, () => text()))],
  ['41 components, buttons among them', framed(...Array.from({ length: 35 }, () => text()), buttons(4))],
  ['six buttons in a row', framed(buttons(6))],
  ['a row without buttons', framed(buttons(0))],
  ['one custom_id twice', framed({ type: 1, components: [button(), button()] })],
  ['one custom_id in two rows', framed(buttons(1), buttons(1))],
  ['a long custom_id', framed({ type: 1, components: [button({ custom_id: 'a'.repeat(101) })] })],
  ['a long label', framed({ type: 1, components: [button({ label: 'a'.repeat(81) })] })],
  ['a button that shows nothing', framed({ type: 1, components: [button({ label: undefined })] })],
  [
    'a long address',
    framed({
      type: 1,
      components: [{ type: 2, style: 5, label: 'a', url: `https://a.example/${'a'.repeat(500)}` }],
    }),
  ],
  ['a frame in a frame', framed({ type: 17, components: [text()] })],
  ['unknown fields', framed({ ...text(), extra: 1 })],
  ['content', message([text()], { content: 'a' })],
  ['embeds', message([text()], { embeds: [] })],
  ['no flag for components V2', message([text()], { flags: 64 })],
  ['no allowed_mentions', message([text()], { allowed_mentions: undefined })],
  ['mentions that are parsed', message([text()], { allowed_mentions: { parse: ['users'] } })],
  ['roles that may be pinged', message([text()], { allowed_mentions: { parse: [], roles: ['1'] } })],
  ['two addressees', message([text()], { allowed_mentions: { parse: [], users: ['1', '2'] } })],
  [
    'a mention of another than the addressee',
    message([text('<@2>')], { allowed_mentions: { parse: [], users: ['1'] } }),
  ],
])('a message with %s is refused', (_what, refused) => {
  expect(() => {
    checkMessage(refused);
  }).toThrow();
});

test.each([
  '@everyone',
  'a @here b',
  '<@1>',
  '<@!1>',
  '**<@&1>**',
  '[<#1>](<https://a.example>)',
  '<t:1392734382:R>',
  '<:a:1>',
  ':smile:',
  '</docs:1>',
  '<id:customize>',
  '||a||',
  'https://a.example',
  'discord.gg/a',
  '`discord.gg/a`',
  '<https://discord.com/invite/a>',
  '```\na',
  '__a__',
])('the text %s is refused', (said) => {
  expect(() => {
    checkText(said, []);
  }).toThrow();
});
