import { describe, expect, test } from 'vitest';
import { slackManifest, tooManyDomains } from '../../../src/platforms/slack/manifest.ts';
import type { ManifestOptions, SlackManifest } from '../../../src/platforms/slack/manifest.ts';
import { slackSettings } from './slack-settings.ts';

const OPTIONS: ManifestOptions = {
  title: 'Acme docs',
  command: 'docs',
  changelogCommand: '',
  settings: slackSettings(),
  hosts: ['docs.acme.com'],
  url: '',
  many: false,
  socket: false,
};
const URL = 'https://signpost.acme.com';

function manifestOf(own: Partial<ManifestOptions>): SlackManifest {
  return slackManifest({ ...OPTIONS, ...own });
}

describe('the manifest', () => {
  test('without an address is for Socket Mode, whole, and has no addresses', () => {
    expect(manifestOf({})).toEqual({
      display_information: {
        name: 'Acme docs',
        description: 'Answers questions from Acme docs, with a link to the very section',
      },
      features: {
        app_home: {
          home_tab_enabled: true,
          messages_tab_enabled: true,
          messages_tab_read_only_enabled: false,
        },
        bot_user: { display_name: 'Acme docs', always_online: true },
        shortcuts: [
          {
            name: 'Find in docs',
            type: 'message',
            callback_id: 'signpost_find',
            description: 'Looks up what a message asks, and shows you the answer',
          },
        ],
        slash_commands: [
          {
            command: '/docs',
            description: 'Answers from the docs; only you see it',
            usage_hint: 'how do I …, or help',
            should_escape: false,
          },
        ],
        unfurl_domains: ['docs.acme.com'],
      },
      oauth_config: {
        scopes: {
          bot: [
            'commands',
            'chat:write',
            'app_mentions:read',
            'channels:history',
            'groups:history',
            'im:history',
            'links:read',
            'links:write',
          ],
        },
      },
      settings: {
        event_subscriptions: { bot_events: ['app_mention', 'message.im', 'link_shared', 'app_home_opened'] },
        interactivity: { is_enabled: true },
        org_deploy_enabled: false,
        socket_mode_enabled: true,
        token_rotation_enabled: false,
      },
    });
  });

  test('of changelogs has their command, and the scopes to find a post again', () => {
    const settings = slackSettings({ threads: false });
    const { features, oauth_config } = manifestOf({ url: URL, settings, changelogCommand: 'changes' });
    expect(features.slash_commands).toEqual([
      expect.objectContaining({ command: '/docs' }),
      {
        command: '/changes',
        url: `${URL}/slack/events`,
        description: 'What has changed, and what is posted in this channel',
        usage_hint: 'latest, search …, subscribe …, list, or help',
        should_escape: false,
      },
    ]);
    expect(oauth_config.scopes.bot).toEqual(expect.arrayContaining(['channels:history', 'groups:history']));
    expect(manifestOf({ settings }).oauth_config.scopes.bot).not.toContain('channels:history');
  });

  test('with an address has Slack send everything there', () => {
    expect(manifestOf({ url: URL })).toMatchObject({
      features: { slash_commands: [{ url: `${URL}/slack/events` }] },
      settings: {
        event_subscriptions: { request_url: `${URL}/slack/events` },
        interactivity: { request_url: `${URL}/slack/events` },
        socket_mode_enabled: false,
      },
    });
  });

  test('of many workspaces leads back from the consent page, and hears of removals', () => {
    const { oauth_config, settings } = manifestOf({ url: URL, many: true });
    expect(oauth_config.redirect_urls).toEqual([`${URL}/slack/oauth_redirect`]);
    expect(settings.event_subscriptions?.bot_events).toEqual(
      expect.arrayContaining(['app_uninstalled', 'tokens_revoked']),
    );
  });

  test('for Socket Mode needs an address only to install', () => {
    const manifest = manifestOf({ url: URL, many: true, socket: true });
    expect(manifest.settings.socket_mode_enabled).toBe(true);
    expect(JSON.stringify(manifest)).not.toContain('/slack/events');
    expect(manifest.oauth_config.redirect_urls).toEqual([`${URL}/slack/oauth_redirect`]);
  });

  test('asks for nothing that is off', () => {
    const settings = slackSettings({
      mentions: false,
      directMessages: false,
      unfurl: false,
      home: false,
    });
    const manifest = manifestOf({ settings, url: URL });
    expect(manifest.features.app_home).toEqual({
      home_tab_enabled: false,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: true,
    });
    expect(manifest.features).not.toHaveProperty('unfurl_domains');
    expect(manifest.features).not.toHaveProperty('assistant_view');
    expect(manifest.oauth_config).toEqual({ scopes: { bot: ['commands', 'chat:write'] } });
    expect(manifest.settings).not.toHaveProperty('event_subscriptions');
  });

  test('has the assistant where it is on, and lets people write to it', () => {
    const settings = slackSettings({ directMessages: false, assistant: true });
    const { features, oauth_config } = manifestOf({ settings });
    expect(features.assistant_view).toEqual({
      assistant_description: 'Answers questions from Acme docs, with a link to the very section',
    });
    expect(features.app_home.messages_tab_read_only_enabled).toBe(false);
    expect(oauth_config.scopes.bot).toContain('assistant:write');
  });
});

describe('the names in it', () => {
  test('are never longer than Slack takes, nor cut inside a character', () => {
    const { display_information, features } = manifestOf({ title: '📚'.repeat(50) });
    expect(display_information.name).toBe(`${'📚'.repeat(17)}…`);
    expect(display_information.description.length).toBeLessThanOrEqual(140);
    expect(features.bot_user.display_name).toBe('Signpost');
    expect(manifestOf({ title: `a${'📚'.repeat(50)}` }).display_information.name).toBe(
      `a${'📚'.repeat(16)}…`,
    );
    expect(features.shortcuts[0]?.name.length).toBeLessThanOrEqual(24);
  });

  test.each([
    ['Acme: the docs (v2)', 'Acme the docs v2'],
    ['Über-uns_docs 1.0', 'Über-uns_docs 1.0'],
    ['@here <!channel>', 'here channel'],
    ['a'.repeat(90), `${'a'.repeat(79)}…`],
  ])('%s mentions as %s', (title, name) => {
    expect(manifestOf({ title }).features.bot_user.display_name).toBe(name);
  });
});

describe('the domains whose links unfurl', () => {
  test('stand once each, and are domains as Slack takes them', () => {
    const hosts = ['docs.acme.com', 'localhost', '127.0.0.1', '[::1]', 'Docs.Acme.com', 'acme.dev'];
    expect(manifestOf({ hosts }).features.unfurl_domains).toEqual(['docs.acme.com', 'acme.dev']);
    expect(manifestOf({ hosts: ['localhost'] }).features).not.toHaveProperty('unfurl_domains');
  });

  test('are the first five, and others are told', () => {
    const hosts = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => `${name}.acme.com`);
    expect(manifestOf({ hosts }).features.unfurl_domains).toEqual(hosts.slice(0, 5));
    expect(tooManyDomains({ ...OPTIONS, hosts })).toMatchObject({
      severity: 'warning',
      message: expect.stringMatching(
        /at most 5 domains .* leaves out f\.acme\.com, g\.acme\.com$/u,
      ) as string,
    });
    expect(tooManyDomains({ ...OPTIONS, hosts: hosts.slice(0, 5) })).toBeUndefined();
    const settings = slackSettings({ unfurl: false });
    expect(tooManyDomains({ ...OPTIONS, hosts, settings })).toBeUndefined();
  });
});
