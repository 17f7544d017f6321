import { describe, expect, test } from 'vitest';
import { NEEDS, needsOf } from '../../../src/platforms/slack/needs.ts';
import type { RunsAs } from '../../../src/platforms/slack/needs.ts';
import type { SlackSettings } from '../../../src/platforms/slack/settings.ts';
import { slackSettings } from './slack-settings.ts';

const OFF = slackSettings({
  mentions: false,
  threads: false,
  directMessages: false,
  unfurl: false,
  home: false,
});

/** The names of all that is needed, in the order of the table. */
function namesFor(own: Partial<SlackSettings>, runsAs: Partial<RunsAs> = {}): string[] {
  const { scopes, events, appScopes } = needsOf(
    { ...OFF, ...own },
    { many: false, socket: false, changelog: false, ...runsAs },
  );
  return [...scopes, ...events, ...appScopes].map(({ name }) => name);
}

describe('what Signpost asks of Slack', () => {
  test('is the least where everything is off', () => {
    expect(namesFor({})).toEqual(['commands', 'chat:write']);
  });

  test('by default reads mentions, threads, what is written to it, and links', () => {
    const { scopes, events, appScopes } = needsOf(slackSettings(), {
      many: false,
      socket: true,
      changelog: false,
    });
    expect(scopes.map(({ name }) => name)).toEqual([
      'commands',
      'chat:write',
      'app_mentions:read',
      'channels:history',
      'groups:history',
      'im:history',
      'links:read',
      'links:write',
    ]);
    expect(events.map(({ name }) => name)).toEqual([
      'app_mention',
      'message.im',
      'link_shared',
      'app_home_opened',
    ]);
    expect(appScopes.map(({ name }) => name)).toEqual(['connections:write']);
  });

  test.each<[string, Partial<SlackSettings>, string[]]>([
    ['mentions', { mentions: true }, ['app_mentions:read', 'app_mention']],
    [
      'mentions in one channel only',
      { channels: [{ id: 'C1', collections: [], mentions: true }] },
      ['app_mentions:read', 'app_mention'],
    ],
    ['no mentions in one channel', { channels: [{ id: 'C1', collections: [], mentions: false }] }, []],
    ['threads without mentions', { threads: true }, []],
    [
      'threads',
      { threads: true, mentions: true },
      ['app_mentions:read', 'channels:history', 'groups:history', 'app_mention'],
    ],
    ['direct messages', { directMessages: true }, ['im:history', 'message.im']],
    ['links', { unfurl: true }, ['links:read', 'links:write', 'link_shared']],
    ['the home tab', { home: true }, ['app_home_opened']],
    [
      'the assistant',
      { assistant: true },
      [
        'im:history',
        'assistant:write',
        'message.im',
        'assistant_thread_started',
        'assistant_thread_context_changed',
      ],
    ],
  ])('%s', (_, own, expected) => {
    expect(namesFor(own)).toEqual(['commands', 'chat:write', ...expected]);
  });

  test('many workspaces tell when they remove it', () => {
    expect(namesFor({}, { many: true })).toEqual([
      'commands',
      'chat:write',
      'app_uninstalled',
      'tokens_revoked',
    ]);
  });

  test('changelogs are looked up in the channels that they were posted in', () => {
    expect(namesFor({}, { changelog: true })).toEqual([
      'commands',
      'chat:write',
      'channels:history',
      'groups:history',
    ]);
  });

  test('stands once in the table, with what it is for', () => {
    const names = NEEDS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { reason } of NEEDS) expect(reason).toMatch(/^(?:to|since) .*[^.]$/u);
  });
});
