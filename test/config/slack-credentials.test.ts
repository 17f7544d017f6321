import { describe, expect, test } from 'vitest';
import { readSecrets } from '../../src/config/secrets.ts';
import { slackCredentials } from '../../src/config/slack-credentials.ts';
import type { SlackCredentialsResult } from '../../src/config/slack-credentials.ts';

const BOT = { SLACK_BOT_TOKEN: 'xoxb-1-secret' };
const APP = { SLACK_APP_TOKEN: 'xapp-1-secret' };
const SIGNING = { SLACK_SIGNING_SECRET: 'signing-secret' };
const INSTALL = {
  SLACK_CLIENT_ID: '12.34',
  SLACK_CLIENT_SECRET: 'client-secret',
  SLACK_STATE_SECRET: 'state-secret',
};
const KEY = { ENCRYPTION_KEY: 'f'.repeat(64) };

function read(env: Record<string, string>): SlackCredentialsResult {
  return slackCredentials(readSecrets(env).environment.tokens);
}

function problemsOf(env: Record<string, string>): string[] {
  const result = read(env);
  if (result.kind !== 'problems') throw new Error(`no problems, but ${result.kind}`);
  return result.problems.map(({ message, remedy }) => `${message} (${remedy})`);
}

const SOCKET = { kind: 'socket', appToken: 'xapp-1-secret' };
const HTTP = { kind: 'http', signingSecret: 'signing-secret' };
const ONE = { kind: 'one', botToken: 'xoxb-1-secret' };
const MANY = {
  kind: 'many',
  clientId: '12.34',
  clientSecret: 'client-secret',
  stateSecret: 'state-secret',
};

describe('the variables of Slack', () => {
  test.each([
    ['nothing', {}],
    ['an encryption key alone', KEY],
    ['tokens of others', { DISCORD_TOKEN: 'abc', DATABASE_URL: 'postgres://db' }],
  ])('%s: there is no Slack', (_, env) => {
    expect(read(env)).toEqual({ kind: 'none' });
  });

  test.each([
    ['one workspace over a socket', { ...BOT, ...APP }, { transport: SOCKET, workspace: ONE }],
    ['one workspace over HTTP', { ...BOT, ...SIGNING }, { transport: HTTP, workspace: ONE }],
    ['both ways: the socket', { ...BOT, ...APP, ...SIGNING }, { transport: SOCKET, workspace: ONE }],
    ['many workspaces over a socket', { ...INSTALL, ...KEY, ...APP }, { transport: SOCKET, workspace: MANY }],
    ['many workspaces over HTTP', { ...INSTALL, ...KEY, ...SIGNING }, { transport: HTTP, workspace: MANY }],
    ['one workspace, and a key of no use', { ...BOT, ...APP, ...KEY }, { transport: SOCKET, workspace: ONE }],
  ])('%s', (_, env, credentials) => {
    expect(read(env)).toEqual({ kind: 'credentials', credentials });
  });

  test.each<[string, Record<string, string>, RegExp[]]>([
    [
      'a bot token alone',
      BOT,
      [
        /^Slack has no way to reach Signpost \(for Socket Mode, set SLACK_APP_TOKEN \(.*App-Level Tokens\).*SLACK_SIGNING_SECRET \(.*App Credentials\)\)$/u,
      ],
    ],
    [
      'an app token alone',
      APP,
      [/^Slack has no workspace to answer in \(set SLACK_BOT_TOKEN \(.*OAuth & Permissions.*\), or/u],
    ],
    ['a signing secret alone', SIGNING, [/^Slack has no workspace/u]],
    [
      'a client id alone',
      { SLACK_CLIENT_ID: '12.34' },
      [
        /^Slack has no way/u,
        /^for many workspaces in Slack, SLACK_CLIENT_SECRET, SLACK_STATE_SECRET and ENCRYPTION_KEY are missing \(SLACK_CLIENT_SECRET: .*App Credentials; SLACK_STATE_SECRET: .*; ENCRYPTION_KEY: .*openssl rand -base64 32\)$/u,
      ],
    ],
    [
      'no key',
      { ...INSTALL, ...APP },
      [/^for many workspaces in Slack, ENCRYPTION_KEY is missing \(ENCRYPTION_KEY: /u],
    ],
    [
      'a bad key',
      { ...INSTALL, ...APP, ENCRYPTION_KEY: 'x' },
      [/^for many workspaces in Slack, ENCRYPTION_KEY is missing/u],
    ],
    [
      'a client secret without an id',
      { ...APP, ...KEY, SLACK_CLIENT_SECRET: 'client-secret', SLACK_STATE_SECRET: 'state-secret' },
      [/^for many workspaces in Slack, SLACK_CLIENT_ID is missing/u],
    ],
    [
      'one workspace and many',
      { ...BOT, ...APP, ...INSTALL, ...KEY },
      [/^SLACK_BOT_TOKEN is for one workspace and SLACK_CLIENT_ID for many, but both are set \(unset/u],
    ],
    [
      'one workspace, and the rest of many',
      { ...BOT, ...APP, SLACK_STATE_SECRET: 'state-secret' },
      [/^SLACK_BOT_TOKEN is for one workspace and SLACK_STATE_SECRET for many/u],
    ],
  ])('%s: what is missing is told, and where to find it', (_, env, expected) => {
    const problems = problemsOf(env);
    expect(problems).toEqual(expected.map((pattern) => expect.stringMatching(pattern) as string));
    expect(problems.join('\n')).not.toContain('secret');
  });
});
