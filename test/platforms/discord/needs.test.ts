import { describe, expect, test } from 'vitest';
import { NEEDS, needsOf } from '../../../src/platforms/discord/needs.ts';
import type { DiscordSettings } from '../../../src/platforms/discord/settings.ts';
import { discordSettings } from './discord-settings.ts';

const OFF = { mentions: false, directMessages: false };
const NONE = { changelogs: false };

function namesFor(own: Partial<DiscordSettings>): string[] {
  const { intents, permissions } = needsOf(discordSettings(own), NONE);
  return [...intents.names, ...permissions.names].map(({ name }) => name);
}

describe('what Signpost asks of Discord', () => {
  test('is nothing but guilds where there are only commands', () => {
    expect(namesFor(OFF)).toEqual(['Guilds']);
    expect(needsOf(discordSettings(OFF), NONE)).toMatchObject({
      intents: { bits: 1 },
      permissions: { bits: 0n },
    });
  });

  test('by default is to read mentions and direct messages, without a privileged intent', () => {
    const { intents, permissions } = needsOf(discordSettings(), NONE);
    // https://docs.discord.com/developers/events/gateway#list-of-intents
    expect(intents.bits).toBe((1 << 0) | (1 << 9) | (1 << 12));
    expect(intents.names.filter(({ privileged }) => privileged)).toEqual([]);
    // https://docs.discord.com/developers/topics/permissions#permissions-bitwise-permission-flags
    expect(permissions.bits).toBe((1n << 10n) | (1n << 11n) | (1n << 16n) | (1n << 38n));
  });

  test.each<[string, Partial<DiscordSettings>, string[]]>([
    [
      'mentions in one channel only',
      { channels: [{ id: '1', collections: [], mentions: true }] },
      ['GuildMessages', 'ViewChannel', 'SendMessages', 'SendMessagesInThreads', 'ReadMessageHistory'],
    ],
    ['no mentions in one channel', { channels: [{ id: '1', collections: [], mentions: false }] }, []],
    ['direct messages', { directMessages: true }, ['DirectMessages']],
    [
      'forums',
      { forums: [{ id: '1', solvedTag: '' }] },
      ['GuildMessages', 'MessageContent', 'ViewChannel', 'SendMessagesInThreads', 'ReadMessageHistory'],
    ],
    [
      'a tag for solved posts',
      {
        forums: [
          { id: '1', solvedTag: '' },
          { id: '2', solvedTag: '3' },
        ],
      },
      [
        'GuildMessages',
        'MessageContent',
        'ViewChannel',
        'SendMessagesInThreads',
        'ReadMessageHistory',
        'ManageThreads',
      ],
    ],
  ])('%s', (_, own, expected) => {
    expect(namesFor({ ...OFF, ...own })).toEqual(['Guilds', ...expected]);
  });

  test('for changelogs is to post, to see and to find posts, without another intent', () => {
    const { intents, permissions } = needsOf(discordSettings(OFF), { changelogs: true });
    expect(intents.names.map(({ name }) => name)).toEqual(['Guilds']);
    expect(permissions.names.map(({ name }) => name)).toEqual([
      'ViewChannel',
      'SendMessages',
      'SendMessagesInThreads',
      'ReadMessageHistory',
    ]);
  });

  test('the content of messages is privileged', () => {
    const { intents } = needsOf(discordSettings({ forums: [{ id: '1', solvedTag: '' }] }), NONE);
    expect(intents.bits & (1 << 15)).toBe(1 << 15);
    expect(intents.names.filter(({ privileged }) => privileged).map(({ name }) => name)).toEqual([
      'MessageContent',
    ]);
  });

  test('stands once in the table, with what it is for', () => {
    const names = NEEDS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { reason } of NEEDS) expect(reason).toMatch(/^to .*[^.]$/u);
  });
});
