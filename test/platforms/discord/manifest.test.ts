import { describe, expect, test } from 'vitest';
import { applicationIdOf, discordManifest, inviteUrl } from '../../../src/platforms/discord/manifest.ts';
import type { DiscordManifest, ManifestOptions } from '../../../src/platforms/discord/manifest.ts';
import { discordSettings } from './discord-settings.ts';

const APPLICATION = '1094012345678901234';

function manifestOf(own: Partial<ManifestOptions> = {}): DiscordManifest {
  return discordManifest({
    command: 'docs',
    changelogCommand: 'changelog',
    feeds: [],
    collections: [
      { name: 'docs', title: 'Docs' },
      { name: 'internal', title: 'Handbook' },
    ],
    settings: discordSettings(),
    applicationId: APPLICATION,
    ...own,
  });
}

describe('the manifest', () => {
  test('invites the bot with exactly the permissions and scopes that it needs', () => {
    const { invite, scopes, permissions } = manifestOf();
    expect(invite).toBe(
      `https://discord.com/oauth2/authorize?client_id=${APPLICATION}&scope=bot+applications.commands&permissions=274877975552`,
    );
    expect(scopes).toEqual(['bot', 'applications.commands']);
    expect(permissions.map(({ name }) => name)).toEqual([
      'View Channels',
      'Send Messages',
      'Send Messages in Threads',
      'Read Message History',
    ]);
  });

  test('says which intents have to be turned on', () => {
    const settings = discordSettings({ forums: [{ id: '1', solvedTag: '' }] });
    expect(manifestOf({ settings }).intents).toContainEqual({
      name: 'Message Content',
      privileged: true,
      reason: 'to read posts in forums, which do not mention it',
    });
    expect(manifestOf().intents.filter(({ privileged }) => privileged)).toEqual([]);
  });

  test('has the commands as they are registered everywhere, or in each guild', () => {
    const guilds = [{ id: '11', collections: ['internal'] }];
    expect(manifestOf({ settings: discordSettings({ guilds }) }).commands).toMatchObject([
      { name: 'docs', options: [{ name: 'query' }, { name: 'share' }, { name: 'for' }] },
      { name: 'Find in docs' },
    ]);
    const settings = discordSettings({ guilds, commandGuilds: ['11', '12'] });
    expect(manifestOf({ settings }).commands).toMatchObject({
      11: [{ options: [{}, { name: 'collection' }, {}, {}] }, {}],
      12: [{ options: [{}, { name: 'share' }, {}] }, {}],
    });
  });

  test('is the same after JSON', () => {
    const manifest = manifestOf();
    expect(JSON.parse(JSON.stringify(manifest))).toEqual(manifest);
  });
});

test('an invite may ask for no permission at all', () => {
  expect(inviteUrl(APPLICATION, 0n)).toMatch(/&permissions=0$/u);
});

describe('the application of a token', () => {
  test.each([
    [`${Buffer.from(APPLICATION).toString('base64')}.GabcDE.secret`, APPLICATION],
    [`${Buffer.from(APPLICATION).toString('base64url')}.GabcDE.secret`, APPLICATION],
    ['discord.secret.token', undefined],
    ['', undefined],
  ])('%s', (token, id) => {
    expect(applicationIdOf(token)).toBe(id);
  });
});
